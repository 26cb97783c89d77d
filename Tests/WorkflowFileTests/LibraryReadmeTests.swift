import Foundation
import Testing
import Workflow
import WorkflowFile
import WorkflowProof

/// The example that introduces the library does what it says there.
struct LibraryReadmeTests {
    @Test func theExampleWorks() throws {
        let text = try Self.block("yaml")
        let today = try #require(Day(iso: "2026-11-02"))
        var said: [String] = []
        // The example begins.
        let loans = try WorkflowFile.read(text, name: "loan.yaml", host: Host()).get()
        let findings = loans.verify()

        var loan = Instance(of: loans)
        var setting = Setting(on: today, actor: Actor(person: "desk@example.org", roles: ["librarian"]))
        try loan.cause("lend", given: ["book": .text("A Book of Doors")], in: setting)
        let renew = try loans.prepare("renew")
        for _ in 1...2 { try loan.cause(renew, in: setting) }
        do {
            try loan.cause(renew, in: setting)
        } catch {
            said = error.reasons.map(\.sentence)
        }
        let open = loans.options(for: loan.item, in: setting)
        // The example ends.
        #expect(findings.isEmpty)
        #expect(said == ["It has been renewed twice."])
        #expect(loan["renewals"] == .number(2))
        #expect(loan.item.clocks["loan"]?.due == today + 28)
        #expect(open.map(\.event.name) == ["lend", "renew", "return"])
        setting.actor.roles = ["reader"]
        #expect(throws: Refusal.self) { try loan.cause("return", in: setting) }
        #expect(loan.stateName == "lent")
    }

    @Test func theExampleIsTheOneShown() throws {
        let source = try String(contentsOfFile: #filePath, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false
        ).map { $0.trimmingCharacters(in: .whitespaces) }
        let begins = try #require(source.firstIndex(of: "// The example begins."))
        let ends = try #require(source.firstIndex(of: "// The example ends."))
        let shown = try Self.block("swift").split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        #expect(Array(shown.dropFirst()) == Array(source[(begins + 1)..<ends]))
    }

    /// The first block of a language, without its fences.
    private static func block(_ language: String) throws -> String {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/Workflow/README.md")
        let readme = try String(contentsOf: file, encoding: .utf8)
        let opening = try #require(readme.range(of: "```\(language)\n"))
        let closing = try #require(readme.range(of: "\n```", range: opening.upperBound..<readme.endIndex))
        return String(readme[opening.upperBound..<closing.lowerBound])
    }
}
