import Ledger
import Workflow

/// That an item names another of its workflow, in a field that names several: `related`.
public struct Link: Sendable {
    /// Of the item that names it.
    public let reference: String
    public let field: Field
}

extension View {
    /// What names an item, as far as somebody may see what is on record there.
    ///
    /// - Parameter day: at the end of which it did; nil for now.
    public func links(to item: StoredItem, as standing: Standing, on day: Day? = nil) throws -> [Link] {
        try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item
            WHERE links IS NOT NULL AND workflow = ? AND links LIKE ? ORDER BY id
            """, [.text(item.workflow), .text("% \(item.reference) %")]
        ).map(stored).flatMap { other -> [Link] in
            guard try shows(other, to: standing) else { return [] }
            let then = try day.map { try past(other, on: $0) } ?? other
            guard let then else { return [] }
            let seen = try seen(then, now: day == nil ? nil : other, as: standing, isNoted: false)
            return seen.definition.fields.filter { field in
                guard case .references(item.workflow) = field.kind, case .list(let named)? = seen.fields[field.name]
                else { return false }
                return named.contains(item.reference)
            }.map { Link(reference: other.reference, field: $0) }
        }
    }
}
