import Foundation
import GRDB
import Ledger
import Testing
import Workflow

@testable import Register

/// One search goes through all that people write, so that a new field or column cannot be left out of it.
@Suite struct EveryTextTests {
    private static func isTyped(_ field: Field) -> Bool {
        switch field.kind {
        case .line, .text: true
        default: false
        }
    }

    private static let workflows = [
        "issue", "meeting", "action", "plan-action", "breach", "request", "matter", "commitment", "question",
        "gap", "risk",
    ]

    @Test func everySealedFieldIsSearched() throws {
        let test = try TestRegister()
        try test.everything()
        for workflow in EveryTextTests.workflows {
            let definition = try test.rulebook.definition(workflow)
            for field in definition.fields where EveryTextTests.isTyped(field) {
                let section = try #require(definition.seal(of: field), "\(workflow) \(field.name) is not sealed")
                try test.write("2019-12-20") { operation, _ in
                    let item =
                        try operation.connection.row(
                            "SELECT id FROM item WHERE workflow = ? ORDER BY id", [.text(workflow)])?.count("id") ?? 1
                    let word = "zebra \(workflow) \(field.name)"
                    let seal = try operation.seal(word, of: .item(item), section: section, field: field.name)
                    let kept = try operation.view.keptTexts(without: operation.view.erased(with: [])) { _ in true }
                    #expect(kept.contains { $0.key == seal.key && $0.text == word }, "\(workflow) \(field.name)")
                    try operation.erase(seal)
                }
            }
        }
    }

    @Test func everyTableThatHoldsTextsBelongsToSomethingAndIsSealed() throws {
        let test = try TestRegister()
        try test.everything()
        // A sealed column that is nobody's detail would be searched under a name that tells nothing of where it stands.
        for relation in Relation.all where !relation.sealed.isEmpty && ![.item, .person, .seat].contains(relation) {
            #expect(relation.holder != nil, "\(relation.name)")
        }
        // What a test writes everywhere lies in the vault, and there alone.
        try test.register.read(by: nil) { view, _ in
            let kept = Set(try view.keptTexts(without: view.erased(with: [])) { _ in true }.map(\.key))
            for row in try view.connection.rows(
                """
                SELECT vault.id, vault.field, item.workflow FROM vault JOIN item ON item.id = vault.item
                """)
            {
                let field = try view.definition(row.word("workflow")).field(row.word("field"))
                #expect(kept.contains(row.count("id")) == (field.map(EveryTextTests.isTyped) ?? true), "\(row)")
            }
        }
    }
}
