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
    public func search(_ words: [String], as standing: Standing, limit: Int) throws -> [Found] {
        let words = words.flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
        guard words.contains(where: { $0.contains { $0.isLetter || $0.isNumber } }), !standing.seats.isEmpty else {
            return []
        }
        // More keys than asked for: some stand in sections that this reader may not see.
        let keys = try connection.find(words, limit: limit * 4)
        var found: [Found] = []
        for key in keys {
            guard
                let row = try connection.row(
                    "SELECT vault.item, vault.section, vault.field, vault.value FROM vault WHERE vault.id = ?",
                    [.integer(key)])
            else { continue }
            let item = try item(id: row.count("item"))
            let roles = try actor(standing, towards: item).roles
            guard item.definition.mayRead(section: row.word("section"), roles: roles, item: item.item) else { continue }
            found.append(
                Found(
                    item: item.id, reference: item.reference, state: item.state, workflow: item.workflow,
                    field: item.definition.field(row.word("field"))?.title ?? row.word("field"),
                    excerpt: Found.excerpt(row.word("value"), around: words)))
            if found.count == limit { break }
        }
        return found
    }
}

extension Found {
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
