import Foundation
import Testing
import Workflow
import WorkflowProof

@testable import WorkflowFile

/// The manual page against what the reader knows.
struct ManualTests {
    private func page(file: String = #filePath) throws -> String {
        let root = URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try String(contentsOf: root.appending(path: "man/lap-workflow.5"), encoding: .utf8)
    }

    @Test func explainsEveryKey() throws {
        let page = try page()
        let schema = try JSONSerialization.jsonObject(with: Data(WorkflowFile.jsonSchema().utf8)) as? [String: Any]
        let parts = try #require(schema?["properties"] as? [String: Any])
        let definitions = try #require(schema?["$defs"] as? [String: [String: Any]])
        let keys = Set(parts.keys).union(
            definitions.values.compactMap { $0["properties"] as? [String: Any] }.flatMap(\.keys))
        for key in keys.union(DefinitionReader.askWords) {
            #expect(page.contains(key), "\(key) is not explained")
        }
    }

    /// What files may ask of the register, and how much an expression may say.
    @Test func listsWhatTheRegisterOffers() throws {
        let page = try page()
        let host = Shipped.host
        for (effect, arguments) in host.effects {
            #expect(page.contains(".It Cm \(effect)\n"), "\(effect) is not explained")
            for argument in arguments { #expect(page.contains(argument), "\(effect): \(argument)") }
        }
        for name in host.deeds.union(host.referenceKinds) { #expect(page.contains(name), "\(name) is not listed") }
        for limit in ["2000 characters", "24 deep", "nine digits", "36500 days", "from 1 to 1000"] {
            #expect(page.replacing("\n", with: " ").contains(limit), "\(limit)")
        }
        let deep = String(repeating: "(", count: 25) + "yes" + String(repeating: ")", count: 25)
        for wrong in [deep, "n < 1234567890", "d + 36501 days < d", String(repeating: "yes or ", count: 290) + "yes"] {
            let text = Order.text(
                "  begin: {title: B, from: start, to: open, by: clerk, rules: [{require: \(wrong), otherwise: No.}]}",
                fields: "  d: {title: D, type: day}", promises: "  {}")
            guard case .failure = WorkflowFile.check(text, name: "x", host: Host(referenceKinds: ["person"])) else {
                Issue.record("“\(wrong.prefix(40))” is read")
                continue
            }
        }
    }

    @Test func itsExamplesAreSound() throws {
        let examples = try page().components(separatedBy: ".Bd -literal -offset indent\n").dropFirst().map {
            $0.components(separatedBy: ".Ed")[0]
        }
        #expect(examples.count == 2)
        for example in examples {
            let checked = try WorkflowFile.check(example, name: "example.yaml", host: Shipped.host).get()
            #expect(checked.findings.map(\.finding).unexplained.map(\.sentence) == [])
            #expect(!checked.findings.map(\.finding.code).contains(.promiseUnproved))
        }
    }

    /// Two people and a ceiling, as the page promises them, are promises that break when their rule is gone.
    @Test(arguments: ["It takes two.", "No more than was asked for."])
    func whatItsExamplePromisesHangsOnTheRule(otherwise: String) throws {
        let page = try page()
        let start = try #require(page.range(of: "workflow: purchase\n"))
        let end = try #require(page.range(of: ".Ed", range: start.upperBound..<page.endIndex))
        var lines = page[start.lowerBound..<end.lowerBound].split(separator: "\n").map(String.init)
        let place = try #require(lines.firstIndex { $0.hasSuffix("otherwise: \(otherwise)") })
        lines[place - 1] = lines[place - 1].replacing(#/require: .*/#, with: "require: granted > 0")
        let checked = try WorkflowFile.check(
            lines.joined(separator: "\n"), name: "purchase.yaml", host: Shipped.host
        ).get()
        #expect(checked.findings.map(\.finding.code).filter { $0 == .promiseBroken }.count == 1)
    }
}
