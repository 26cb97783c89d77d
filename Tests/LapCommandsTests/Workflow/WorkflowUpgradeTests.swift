import Foundation
import Testing

@testable import LapCommands

/// An accepted concern, and then a register that has a version of the workflow of its own.
struct WorkflowUpgradeTests {
    private func accepted(then changes: [(old: String, new: String)]) async throws -> Season {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        var text = try ShippedWorkflow.text("issue")
        for (old, new) in changes {
            try #require(text.contains(old), "\(old)")
            text = text.replacing(old, with: new)
        }
        let folder = season.scratch.folder.appending(path: ".lap/workflows")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try text.write(to: folder.appending(path: "issue.yaml"), atomically: true, encoding: .utf8)
        return season
    }

    private let shorter = [
        (
            old: "    lasts: 28 days\n    when: safeguarding == no and not anonymous",
            new: "    lasts: 14 days\n    when: safeguarding == no and not anonymous"
        )
    ]

    @Test func aPlanChangesNothingAndAnItemMovesInOneOperation() async throws {
        let season = try await accepted(then: shorter)
        let before = try season.scratch.bytes()
        let plan = try await season.does("workflow", "upgrade", "--json=ref,verdict")
        #expect(plan == "[{\"ref\":\"N-1\",\"verdict\":\"moves\"}]\n")
        #expect(try season.scratch.bytes() == before)

        try await season.does("workflow", "upgrade", "issue", "--apply", "--clocks", "rebase", "--on", "2019-05-01")
        #expect(try await season.does("workflow", "upgrade", "--json") == "[]\n")
        let history = try await season.does("log", "N-1", "--json=event,from,to")
        #expect(history.hasSuffix("{\"event\":\"upgrade\",\"from\":\"accepted\",\"to\":\"accepted\"}]\n"))
        #expect(try await season.does("issue", "show", "N-1", "--json=due,state").contains("\"2019-04-16\""))
        #expect(try await season.does("fsck").hasPrefix("Sound:"))
        let digest = try await season.does("workflow", "versions", "issue")
        #expect(digest.split(separator: "\n").count == 2)

        try await season.does("undo", "--on", "2019-05-01")
        #expect(try await season.does("workflow", "upgrade", "--json=verdict") == "[{\"verdict\":\"moves\"}]\n")
        #expect(try await season.does("fsck").hasPrefix("Sound:"))
    }

    @Test func whatTheLaterVersionAsksAndIsNotOnRecordNeedsInput() async throws {
        let season = try await accepted(then: [
            (old: "      agency: optional\n      tried: record", new: "      agency: record\n      tried: record")
        ])
        let plan = try await season.does("workflow", "upgrade", "--json=verdict,event,why")
        #expect(
            plan == "[{\"event\":\"accept\",\"verdict\":\"needs-input\",\"why\":\"Responsible agency is needed.\"}]\n")
        let before = try season.scratch.bytes()
        #expect(try await season.does("workflow", "upgrade", "--apply").contains("\tneeds-input\t"))
        #expect(try season.scratch.bytes() == before)

        try await season.does("issue", "edit", "N-1", "--agency", "Therapy service", "--on", "2019-05-01")
        #expect(try await season.does("workflow", "upgrade", "--json=verdict") == "[{\"verdict\":\"moves\"}]\n")
    }

    @Test func whatCouldNotHaveHappenedIsRefusedWithItsWitness() async throws {
        let season = try await accepted(then: [
            (
                old: "      - require: reply-by is empty or reply-by >= today",
                new: "      - require: reply-by > today + 30 days"
            )
        ])
        let plan = try await season.does("workflow", "upgrade", "issue")
        #expect(plan.hasPrefix("N-1\tissue\taccepted\trefused\tacknowledge\t2019-04-02\t"))
    }

    @Test func aVersionThatIsNotSoundIsNotUsed() async throws {
        let season = try await accepted(
            then: shorter + [(old: "must-pass: [submit, enter-at-board]", new: "must-pass: lapse")])
        let before = try season.scratch.bytes()
        let words = [
            "--area", "north", "--raised-by", "parent-carer", "--channel", "email", "--received", "2019-05-01",
        ]
        let more = ["--theme", "salt", "--safeguarding", "no", "--parallel", "none", "--summary", "A wait"]
        for words in [["issue", "raise"] + words + more, ["workflow", "upgrade", "issue", "--apply"]] {
            let ran = await season.scratch.run(words)
            #expect(ran.status == 78, "\(words): \(ran.output)\(ran.complaints)")
            #expect(ran.complaints.contains("is not kept"))
            #expect(ran.complaints.contains("lap workflow check issue"))
        }
        #expect(try season.scratch.bytes() == before)
        // What is under the version before goes on.
        try await season.does("issue", "edit", "N-1", "--severity", "2", "--on", "2019-05-01")
    }

    /// Comments, layout and promises change nothing that happens to an item.
    @Test func aVersionIsKnownByWhatItMeansRatherThanByItsText() async throws {
        let season = try await accepted(then: [
            (old: "clocks:\n", new: "# What falls due.\nclocks:\n"),
            (old: "require: safeguarding == no", new: "require: safeguarding   ==\n      no"),
            (old: "title: Nothing personal remains", new: "title: Hardly anything personal remains"),
        ])
        #expect(try await season.does("workflow", "upgrade", "--json") == "[]\n")
        let versions = try await season.does("workflow", "versions", "issue", "--json=inForce")
        #expect(versions == "[{\"inForce\":true}]\n")
        try await season.raise(on: "2019-05-01")
        #expect(try await season.does("workflow", "versions", "issue", "--json=inForce") == versions)
        #expect(try await season.does("fsck").hasPrefix("Sound:"))
    }

    @Test func onlyTheRolesThatTheVersionNamesMayMoveItems() async throws {
        let season = try await accepted(then: shorter)
        let before = try season.scratch.bytes()
        let refused = await season.refusal(
            "workflow", "upgrade", "--apply", "--as", "SENCO North", "--on", "2019-05-01")
        #expect(refused.status == 77)
        #expect(
            refused.said.contains(
                "for the Designated Clinical Officer or information officer they belong to"))
        #expect(try season.scratch.bytes() == before)
        #expect(try await season.does("workflow", "upgrade", "--as", "SENCO North").contains("moves"))
        try await season.does("workflow", "upgrade", "--apply", "--as", "Deputy DCO North", "--on", "2019-05-01")
        #expect(
            try await season.does("log", "N-1", "--json=event,capacity").contains(
                "{\"capacity\":\"dco\",\"event\":\"upgrade\"}"))
    }

    @Test func mistakesAreMetWithWhatWasMeant() async throws {
        let season = try await Season()
        for (words, status, said) in [
            (["--plan", "--apply"], 64, "do not go together"), (["--clocks", "keeep"], 66, "Did you mean “keep”?"),
            (["isue"], 66, "Did you mean “issue”?"), (["--apply", "--as", "Nobody Here"], 77, "nobody called"),
        ] {
            let ran = await season.scratch.run(["workflow", "upgrade"] + words)
            #expect(Int(ran.status) == status)
            #expect(ran.complaints.contains(said), "\(ran.complaints)")
        }
    }
}
