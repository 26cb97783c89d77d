import Ledger
import Workflow

extension Operation {
    /// Marks the replaced values of a field as never having been true of anybody: papers are no longer searched for them.
    /// The field's value of today stays what it is. Returns how many values it was.
    public func markMistaken(_ field: String, of item: StoredItem) throws -> Int {
        guard let declared = item.definition.field(field), let section = item.definition.seal(of: declared) else {
            throw RegisterError.badInput(
                "\(item.reference) has no sealed field “\(field)”.",
                remedies: .meant(
                    NearMiss.nearest(
                        to: field,
                        among: item.definition.fields.filter { item.definition.seal(of: $0) != nil }.map(\.name))))
        }
        let current = item.sealed[field]?.key
        let rows = try connection.rows(
            """
            SELECT id FROM vault WHERE item = ? AND section = ? AND field = ? AND id IS DISTINCT FROM ?
              AND id NOT IN (SELECT vault FROM mistaken)
            """, [.integer(item.id), .text(section), .text(field), SQLValue(current)])
        guard !rows.isEmpty else {
            throw RegisterError.refused([
                Reason(
                    kind: .rule,
                    sentence: "\(declared.title) of \(item.reference) has no replaced value that could be a mistake.",
                    remedies: [.say("Put the right value in its place first.")])
            ])
        }
        for row in rows {
            _ = try insert(.mistaken, [.integer(item.id), .text(field), .integer(row.count("id"))])
        }
        return rows.count
    }
}
