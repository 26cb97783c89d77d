import Ledger
import Partnership
import Workflow

/// An item, and what says of it who it is about, as far as one reader may see that.
public struct Findable: Sendable {
    public struct Value: Sendable {
        public let field: String
        /// The field's title.
        public let title: String
        public let text: String
    }

    public let item: StoredItem
    /// As they stand now, in the order of its workflow's fields.
    public let values: [Value]
}

extension View {
    /// The items that are known by what some values say, as far as the asker may read them: the likest first, and of these
    /// what happened last.
    ///
    /// Everything in the places where the asker may read such sections is looked at, so that the time it takes tells of nothing
    /// in others; what of it they may read is asked of each item that is alike.
    ///
    /// - Parameters:
    ///   - limit: no more than so many.
    ///   - likeness: how like what is looked for some values are, 0 for the likest; nil for unlike.
    public func find(
        as standing: Standing, limit: Int, likeness: ([String]) -> Int?
    ) throws -> [Findable] {
        var alike: [(rank: Int, happens: String, id: Int)] = []
        for workflow in try connection.rows("SELECT DISTINCT workflow FROM definition ORDER BY workflow") {
            let name = workflow.word("workflow")
            let definition = try definition(name)
            guard let place = try FindingPlace(definition, for: standing) else { continue }
            try eachFindable(of: name, in: place) { id, happens, values in
                if let rank = likeness(values) { alike.append((rank, happens, id)) }
            }
        }
        alike.sort { ($0.rank, $1.happens, $1.id) < ($1.rank, $0.happens, $0.id) }
        var found: [(rank: Int, item: Findable)] = []
        for candidate in alike where found.count < limit {
            let readable = try findable(item(id: candidate.id), as: standing)
            // What made it alike may have been replaced, or be for others.
            guard let rank = likeness(readable.values.map(\.text)) else { continue }
            found.append((rank, readable))
        }
        return found.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(
            \.element.item)
    }

    private func findable(_ item: StoredItem, as standing: Standing) throws -> Findable {
        let sight = try sight(standing, of: item)
        return Findable(
            item: item,
            values: item.definition.found.compactMap { field in
                guard sight.shows(field: field.name), let text = item.text(field.name) else { return nil }
                return Findable.Value(field: field.name, title: field.title, text: text)
            })
    }

    /// What was ever kept of each item in the fields by which items are found, so many items at a time.
    private func eachFindable(
        of workflow: String, in place: FindingPlace, _ body: (Int, String, [String]) throws -> Void
    ) throws {
        let fields = try definition(workflow).found.map(\.name)
        let areas = place.areas.map { " AND area IN (\($0.map { _ in "?" }.joined(separator: ", ")))" } ?? ""
        var last = 0
        while true {
            let items = try connection.rows(
                "SELECT id, happens FROM item WHERE workflow = ?\(areas) AND id > ? ORDER BY id LIMIT 500",
                [.text(workflow)] + (place.areas ?? []).map(SQLValue.text) + [.integer(last)])
            let ids = items.map { $0.count("id") }
            guard let end = ids.last else { return }
            var values: [Int: [String]] = [:]
            for row in try connection.rows(
                """
                SELECT item, value FROM vault
                WHERE item IN (\(ids.map(String.init).joined(separator: ", ")))
                  AND field IN (\(fields.map { _ in "?" }.joined(separator: ", ")))
                """, fields.map(SQLValue.text))
            { values[row.count("item"), default: []].append(row.word("value")) }
            for item in items {
                guard let texts = values[item.count("id")] else { continue }
                try body(item.count("id"), item.text("happens") ?? "", texts)
            }
            guard items.count == 500 else { return }
            last = end
        }
    }
}

extension Definition {
    /// The fields by which an item is found.
    fileprivate var found: [Field] {
        fields.filter { field in
            switch field.kind {
            case .line, .text: field.section.flatMap(section)?.isFound ?? false
            default: false
            }
        }
    }
}

/// Where somebody may read what items of a workflow are found by.
private struct FindingPlace {
    /// The ids of areas; nil for everywhere.
    let areas: [String]?

    /// Nil where they may read it nowhere.
    init?(_ definition: Definition, for standing: Standing) throws {
        let readers = Set(definition.sections.filter(\.isFound).flatMap(\.readers).map(\.role))
        guard !standing.isSystem, !readers.isDisjoint(with: [Standing.owner, Reader.anyone]) else {
            let posts = standing.posts.filter { readers.contains($0.role) }
            guard standing.isSystem || !posts.isEmpty else { return nil }
            let isEverywhere = standing.isSystem || posts.contains { $0.isEverywhere || $0.body?.area == nil }
            areas = isEverywhere ? nil : Set(posts.compactMap { $0.body?.area }).sorted()
            return
        }
        guard standing.isSeated else { return nil }
        areas = nil
    }
}
