import Ledger
import Workflow

/// A place where words were found.
public struct Found: Sendable {
    let item: Int
    public let reference: String
    public let state: String
    public let workflow: String
    /// The field's title.
    public let field: String
    /// The text around the first word.
    public let excerpt: String
}

extension View {
    /// Where all the words stand together, best first; a word that ends in `*` finds what begins with it. Only in sections
    /// that the asker may read.
    ///
    /// - Parameters:
    ///   - readsMinutes: whether the asker may read what was minuted at a meeting under an item of its agenda;
    ///     minutes are not looked for unless it is told.
    ///   - readsDecision: the same of a decision.
    public func search(
        _ words: [String], as standing: Standing, limit: Int,
        readsMinutes: (_ meeting: StoredItem, _ number: String) throws -> Bool = { _, _ in false },
        readsDecision: (StoredDecision) throws -> Bool = { _ in false }
    ) throws -> [Found] {
        let words = words.flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
        guard words.contains(where: { $0.contains { $0.isLetter || $0.isNumber } }), standing.isSeated else {
            return []
        }
        var found: [Found] = []
        var seen = 0
        // Some stand in sections that this reader may not see: so many more are looked at, until there are enough or no more.
        while found.count < limit {
            let keys = try connection.find(words, limit: 100, after: seen)
            for key in keys where found.count < limit {
                if let place = try place(key, around: words, as: standing, readsMinutes, readsDecision) {
                    found.append(place)
                }
            }
            seen += keys.count
            if keys.count < 100 || seen >= Found.mostLookedAt { break }
        }
        return found
    }

    private func place(
        _ key: Int, around words: [String], as standing: Standing, _ readsMinutes: (StoredItem, String) throws -> Bool,
        _ readsDecision: (StoredDecision) throws -> Bool
    ) throws -> Found? {
        guard
            let row = try connection.row(
                "SELECT item, section, field, value FROM vault WHERE id = ? AND item IS NOT NULL", [.integer(key)])
        else { return nil }
        let item = try item(id: row.count("item"))
        if item.definition.field(row.word("field")) == nil, let minuted = try minuted(key) {
            guard try readsMinutes(minuted.meeting, minuted.number) else { return nil }
            return Found(
                item: minuted.meeting.id, reference: minuted.meeting.reference, state: minuted.meeting.state,
                workflow: minuted.meeting.workflow, field: "Minutes, \(minuted.number)",
                excerpt: Found.excerpt(row.word("value"), around: words))
        }
        if item.definition.field(row.word("field")) == nil, let decision = try decided(key),
            try !readsDecision(decision)
        {
            return nil
        }
        let sight = try sight(standing, of: item)
        let section = row.word("section")
        guard item.definition.section(section) == nil ? sight.showsText : sight.shows(section: section),
            sight.shows(text: key)
        else { return nil }
        note([row.word("field")], of: item)
        return Found(
            item: item.id, reference: item.reference, state: item.state, workflow: item.workflow,
            field: item.definition.field(row.word("field"))?.title ?? row.word("field"),
            excerpt: Found.excerpt(row.word("value"), around: words))
    }

    /// The decision that a value of the vault is the wording of, or that somebody dissented from in it.
    private func decided(_ key: Int) throws -> StoredDecision? {
        let row = try connection.row(
            """
            SELECT reference FROM decision WHERE wording = ?
              OR id IN (SELECT decision FROM dissent WHERE words = ?)
            """, [.text(Sealed(key: key).text), .text(Sealed(key: key).text)])
        return try row.map { try decision($0.word("reference")) }
    }

    /// The meeting and the number of the agenda item under which a value of the vault was minuted.
    private func minuted(_ key: Int) throws -> (meeting: StoredItem, number: String)? {
        let row = try connection.row(
            "SELECT meeting, number FROM agenda_item WHERE discussed = ?", [.text(Sealed(key: key).text)])
        return try row.map { (try item(id: $0.count("meeting")), $0.word("number")) }
    }
}

extension Found {
    /// So that a search costs no more in a register where most is for others.
    fileprivate static let mostLookedAt = 2000

    /// At most 120 characters, with the first of the words in them.
    static func excerpt(_ text: String, around words: [String]) -> String {
        let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard flat.count > 120 else { return flat }
        let lower = flat.lowercased()
        let hit = words.lazy.compactMap { lower.firstRange(of: $0.lowercased().filter { $0 != "*" }) }.first
        let offset = hit.map { lower.distance(from: lower.startIndex, to: $0.lowerBound) } ?? 0
        let start = max(0, min(offset - 40, flat.count - 120))
        let from = flat.index(flat.startIndex, offsetBy: start)
        return (start > 0 ? "…" : "") + flat[from...].prefix(120) + (start + 120 < flat.count ? "…" : "")
    }
}
