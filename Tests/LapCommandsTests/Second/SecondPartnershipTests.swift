import Foundation
import Testing

@testable import LapCommands

/// Another partnership, with roles, places, bodies, themes, numbers and workflow files of its own, and no line of Swift.
@Suite("A second partnership")
struct SecondPartnershipTests {
    private static let own = Scratch.checkout.appending(path: "Tests/LapCommandsTests/Second")

    /// A command line and what it is to say.
    private struct Step {
        let words: [String]
        var says: [String] = []
    }

    private func season() throws -> [Step] {
        let text = try String(contentsOf: Self.own.appending(path: "season.txt"), encoding: .utf8)
        var steps: [Step] = []
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            if line.hasPrefix("lap ") {
                steps.append(Step(words: Self.words(String(line.dropFirst(4)))))
            } else {
                steps[steps.count - 1].says.append(String(line.drop { $0 == " " }))
            }
        }
        return steps
    }

    /// As a shell parts them, with double quotes.
    private static func words(_ line: String) -> [String] {
        line.matches(of: /"([^"]*)"|[^ "]+/).map { String($0.1 ?? $0.0) }
    }

    private func made() async throws -> Scratch {
        let scratch = try Scratch(empty: ())
        let ran = await scratch.run(
            "init", ".", "--profile", Self.own.appending(path: "profile").path, "--as",
            "Coordinator Coast <coordinator.coast@example.org>", "--seat", "coast/coordinator", "--seat",
            "coast/convenor", "--on", "2019-01-07")
        try #require(ran.status == 0, "\(ran.complaints)")
        return scratch
    }

    @Test func closesAnIssueThatItsPanelAnswered() async throws {
        let scratch = try await made()
        var said = ""
        for step in try season() {
            let line = "lap \(step.words.joined(separator: " "))"
            let ran = await scratch.run(step.words)
            try #require(ran.status == 0, "\(line): \(ran.complaints)")
            for expected in step.says { #expect(ran.output.contains(expected), "\(line): \(ran.output)") }
            said += "\n\(line)\n\(ran.output)\(ran.complaints)"
        }
        let packs = scratch.folder.appending(path: "packs")
        for name in try FileManager.default.contentsOfDirectory(atPath: packs.path).sorted() {
            said += "\n\(name)\n" + (try String(contentsOf: packs.appending(path: name), encoding: .utf8))
        }
        // Words of the partnership that comes with lap.
        let foreign =
            /\b(DCO|dco|Designated|[Ll]ancashire|North|South|East|LAPs?|Boards?|SEND|[Pp]arent carer representative|Logged|Acknowledged|Escalated)\b/
        for line in said.split(separator: "\n") where line.contains(foreign) {
            Issue.record("The first partnership is named: \(line)")
        }
    }

    @Test func itsLastCoordinatorOfAPlaceDoesNotLeaveWithoutAWord() async throws {
        let scratch = try await made()
        try #require(await scratch.run("member", "add", "Another", "--seat", "gatekeeper").status == 0)
        let leave = ["member", "leave", "Coordinator Coast", "--seat", "coast/coordinator", "--as", "Another"]
        let refused = await scratch.run(leave)
        #expect(refused.status == 1 && refused.complaints.contains("--leave-vacant"), "\(refused.complaints)")
        #expect(await scratch.run(leave + ["--leave-vacant"]).status == 0)
    }

    @Test func itsFoldersComeAlongAndGoWhenItFails() async throws {
        let scratch = try await made()
        let home = scratch.folder.appending(path: ".lap").path
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: home + "/workflows").sorted()
                == [
                    "action.yaml", "breach.yaml", "commitment.yaml", "gap.yaml", "issue.yaml", "matter.yaml",
                    "meeting.yaml", "plan-action.yaml", "request.yaml", "risk.yaml",
                ])
        try FileManager.default.copyItem(
            at: Self.own.appending(path: "profile"), to: scratch.folder.appending(path: "mine"))
        try scratch.write("nothing that can be read", to: "mine/workflows/issue.yaml")
        let failed = await scratch.run(
            "init", "other", "--profile", "./mine", "--as", "Somebody", "--seat", "coast/convenor")
        #expect(failed.status == 78, "\(failed.complaints)")
        #expect(!FileManager.default.fileExists(atPath: scratch.folder.appending(path: "other").path))
        let nowhere = await scratch.run(
            "init", "other", "--profile", "./nowhere", "--as", "Somebody", "--seat", "coast/convenor")
        #expect(nowhere.status == 66)
    }
}
