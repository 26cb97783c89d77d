import Foundation
import Testing
import Workflow

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

    @Test func itsExampleIsSound() throws {
        let page = try page()
        let start = try #require(page.range(of: ".Bd -literal -offset indent\n"))
        let end = try #require(page.range(of: ".Ed", range: start.upperBound..<page.endIndex))
        let example = String(page[start.upperBound..<end.lowerBound])
        let checked = try WorkflowFile.check(example, name: "book.yaml", host: Shipped.host).get()
        #expect(checked.findings.map(\.finding).unexplained.map(\.sentence) == [])
    }
}
