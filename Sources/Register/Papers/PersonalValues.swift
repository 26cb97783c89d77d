import Partnership
import Workflow

/// A personal value that the register knows, and that no pack may hold.
public struct PersonalValue: Sendable {
    public enum Kind: Sendable { case name, text, day }

    /// Whose it is: `N-7`.
    public let reference: String
    public let section: String
    public let kind: Kind
    public let value: String
}

extension View {
    /// Every personal value of every issue, superseded ones too: names, contacts, dates of birth, details. Choices such as
    /// how somebody likes to be contacted are ordinary words and not among them; nor is the name of somebody who holds a
    /// seat, which packs print on purpose.
    public func personalValues() throws -> [PersonalValue] {
        let seated = Set(try people().map { $0.name.lowercased() })
        var kinds: [String: PersonalValue.Kind?] = [:]
        let definition = try definition("issue")
        let names = [IssueReader.Field.name, .actingFor].map(\.rawValue)
        for field in definition.fields {
            switch field.kind {
            case .day: kinds[field.name] = .day
            case .line, .text: kinds[field.name] = names.contains(field.name) ? .name : .text
            default: kinds[field.name] = .some(nil)
            }
        }
        return try connection.rows(
            """
            SELECT item.reference, vault.section, vault.field, vault.value FROM vault JOIN item ON item.id = vault.item
            WHERE vault.section IN ('contact', 'child', 'detail') OR vault.field = 'remark'
            """
        ).compactMap { row in
            guard let kind = kinds[row.word("field")] ?? .text else { return nil }
            let value = row.word("value")
            if kind == .name, seated.contains(value.lowercased()) { return nil }
            return PersonalValue(
                reference: row.word("reference"), section: row.word("section"), kind: kind, value: value)
        }
    }
}
