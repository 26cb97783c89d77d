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
