import Ledger
import Workflow

extension Operation {
    /// Marks the replaced values of a field as never having been true of anybody: papers are no longer searched for them.
    /// The field's value of today stays what it is. Throws where several were replaced and it is not said which. Returns how many
    /// values it was.
    ///
    /// - Parameter values: those that are meant, as they stood; nil for the only one.
    public func markMistaken(_ field: String, of item: StoredItem, only values: [String]? = nil) throws -> Int {
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
            SELECT id, value FROM vault WHERE item = ? AND section = ? AND field = ? AND id IS DISTINCT FROM ?
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
        let different = Set(rows.map { $0.word("value") })
        if let values {
            guard values.allSatisfy(different.contains) else {
                throw RegisterError.badInput(
                    "\(declared.title) of \(item.reference) had no such value that was replaced.",
                    remedies: [.say("Give it as it stood."), .deed("log", on: item.reference)])
            }
        } else if different.count > 1 {
            throw RegisterError.refused([
                Reason(
                    kind: .rule,
                    sentence:
                        "\(declared.title) of \(item.reference) was replaced \(different.count) times, and what was "
                        + "true once stays secret.",
                    remedies: [.say("Say which value is the mistake, as it stood."), .deed("log", on: item.reference)])
            ])
        }
        let meant = rows.filter { values?.contains($0.word("value")) ?? true }
        for row in meant {
            _ = try insert(.mistaken, [.integer(item.id), .text(field), .integer(row.count("id"))])
        }
        return meant.count
    }
}
