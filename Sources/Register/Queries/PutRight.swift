import Ledger
import Workflow

/// Which values of an item's sealed fields were put right since: an event that leaves the item where it is and takes the
/// field as it is or anew put another in their place, they were marked as mistaken, or the event that brought them was undone. Whoever does not read all of the item is not shown them any more.
struct PutRight {
    private var keys: Set<Int> = []
    private var replacements: [Int: Sealed] = [:]

    func holds(_ seal: Sealed) -> Bool { keys.contains(seal.key) }

    /// What stands for a value of the past: itself, what it was put right to, or nothing.
    func standing(for seal: Sealed) -> Sealed? {
        var last = seal
        while let next = replacements[last.key], next.key > last.key { last = next }
        return keys.contains(last.key) ? nil : last
    }

    init(of item: StoredItem, from view: View) throws {
        let rows = try view.connection.rows(
            """
            SELECT event.name, event.origin, event.target, undo.id AS undone, (
              SELECT after FROM change WHERE relation = ? AND key = ? AND operation = event.operation
              ORDER BY position DESC LIMIT 1) AS image
            FROM event LEFT JOIN operation AS undo ON undo.reverses = event.operation
            WHERE event.item = ? ORDER BY event.id
            """, [.text(Relation.item.name), .text(String(item.id)), .integer(item.id)])
        var before: [String: Sealed] = [:]
        var seen: [String: Set<Int>] = [:]
        for row in rows {
            guard let image = row.text("image"), let fields = try ItemCoding.parse(image)["fields"]?.string,
                case .object(let members) = try ItemCoding.parse(fields)
            else { continue }
            let after = members.compactMapValues { Sealed($0) }
            let isUndone = row.integer("undone") != nil
            let stays = row.text("origin") == row.text("target")
            for (name, seal) in after where before[name] != seal {
                if isUndone {
                    keys.insert(seal.key)
                } else if stays, let old = before[name], let ask = item.definition.event(row.word("name"))?.ask(name),
                    !ask.isFresh
                {
                    keys.formUnion(seen[name] ?? [])
                    keys.remove(seal.key)
                    replacements[old.key] = seal
                }
                seen[name, default: []].insert(seal.key)
            }
            before = after
        }
        for row in try view.connection.rows("SELECT vault FROM mistaken WHERE item = ?", [.integer(item.id)]) {
            keys.insert(row.count("vault"))
        }
        keys.subtract(item.sealed.values.map(\.key))
    }
}
