import Foundation
import Testing
import Workflow

@testable import LapCommands

extension Season {
    /// A request that the DCO recorded and the information officer approved; its reference.
    ///
    /// - Parameter about: the options that say what it is about: `--issues N-1`.
    func approved(_ kind: String, _ about: String..., on day: String? = nil) async throws -> String {
        _ = await scratch.run("member", "add", "Information Officer", "--seat", "board/information-officer")
        let when = day.map { ["--on", $0] } ?? []
        let asker = kind == "disposal" ? [] : ["--asked-by", "Whoever asks", "--relation", "self"]
        let said = try await does(["request", "receive", "--kind", kind] + about + asker + when)
        let reference = try #require(said.split(separator: ":").first.map(String.init))
        if kind != "disposal" {
            try await does(["request", "check-identity", reference, "--identity", "A passport was seen"] + when)
        }
        if kind == "access" {
            try await does(
                ["request", "take-opinion", reference, "--health-opinion", "no-harm", "--opinion-by", "A doctor"] + when
            )
        }
        try await does(["request", "approve", reference, "--as", "Information Officer"] + when)
        return reference
    }

    /// The same as on a later day.
    func said(on day: String, _ words: String...) async throws -> String {
        let number = try #require(Day(iso: day)).number
        let now = Date(timeIntervalSince1970: Double(number) * 86_400 + 43_200)
        let ran = await scratch.run(words, now: now)
        try #require(ran.status == 0, "lap \(words.joined(separator: " ")): \(ran.complaints)")
        return ran.output
    }

    /// N-1, told by the Quokkas in confidence and withdrawn, and N-2 of another family that tells of them.
    func twoFamilies() async throws {
        try await raise(
            "--name", "Jane Quokkanen", "--contact", "jane@example.org", "--child-name", "Tomasine", "--detail",
            "Tomasine was seen by Mrs Ollerenshaw. Call 01524 555017.")
        try await raise(
            "--name", "Otto Wombatson", "--contact", "otto@example.org", "--detail", "Jane Quokkanen told us of it",
            "--summary", "As Jane Quokkanen says, long waits")
        try await does("issue", "remark", "N-2", "--remark", "Jane Quokkanen called", "--on", "2019-04-02")
        try await does("issue", "edit", "N-2", "--summary", "Long waits", "--on", "2019-04-02")
        try await does(
            "issue", "withdraw", "N-1", "--withdrawn-because", "They moved", "--asked-on", "2019-04-03", "--on",
            "2019-04-03")
    }
}
