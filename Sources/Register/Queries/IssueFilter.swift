import Partnership
import Workflow

/// Which issues to list.
public struct IssueFilter: Sendable {
    public var areas: [String] = []
    public var states: [String] = []
    public var themes: [String] = []
    /// A person's id.
    public var owner: String?
    /// Only what is past its day.
    public var overdue = false
    /// Only what is not at an end.
    public var open = false
    public var raisedFrom: Day?
    public var raisedTo: Day?
    /// The meeting it is before.
    public var meeting: String?
    /// Words that its summary or detail holds.
    public var words: [String] = []
    public var limit = 50

    public init() {}
}

/// A line of a list: what can be said of any item without opening it.
public struct ItemLine: Sendable {
    public let reference: String
    public let workflow: String
    public let state: String
    /// The summary, or what else names it; nil when it was erased or may not be read.
    public let title: String?
    public let area: String?
    public let theme: String?
    public let owner: String?
    /// Received, or taking place.
    public let happens: Day?
    public let due: Day?
    /// The clock that falls due.
    public let clock: String?
    public let version: Int

    /// The same line about one clock of the item.
    func due(on day: Day, for clock: String) -> ItemLine {
        ItemLine(
            reference: reference, workflow: workflow, state: state, title: title, area: area, theme: theme,
            owner: owner, happens: happens, due: day, clock: clock, version: version)
    }
}

extension View {
    /// Issues that a filter lets through, newest first. With words, best match first.
    public func issues(_ filter: IssueFilter, as standing: Standing) throws -> [ItemLine] {
        var conditions = ["item.workflow = 'issue'"]
        var arguments: [SQLValue] = []
        func among(_ column: String, _ names: [String]) {
            guard !names.isEmpty else { return }
            conditions.append("\(column) IN (\(names.map { _ in "?" }.joined(separator: ", ")))")
            arguments += names.map(SQLValue.text)
        }
        func holds(_ condition: String, _ value: String?) {
            guard let value else { return }
            conditions.append(condition)
            arguments.append(.text(value))
        }
        among("item.area", filter.areas)
        among("item.state", filter.states)
        among("item.theme", filter.themes)
        holds("item.owner = ?", filter.owner)
        holds("item.happens >= ?", filter.raisedFrom?.description)
        holds("item.happens <= ?", filter.raisedTo?.description)
        holds("item.meeting = ?", filter.meeting)
        if filter.overdue { holds("item.due < ?", today.description) }
        if filter.open { conditions.append("item.open = 1") }
        var order = "item.happens DESC, item.id DESC"
        if filter.overdue { order = "item.due, item.id" }
        if !filter.words.isEmpty {
            let found = try search(filter.words, as: standing, limit: 1000).map(\.item)
            guard !found.isEmpty else { return [] }
            conditions.append("item.id IN (\(found.map(String.init).joined(separator: ", ")))")
        }
        arguments.append(.integer(filter.limit))
        return try lines(where: conditions.joined(separator: " AND "), order: order, arguments, as: standing)
    }

    /// Items of any workflow under a condition; the condition's arguments, then the limit.
    func lines(
        where condition: String, order: String, _ arguments: [SQLValue], as standing: Standing
    ) throws -> [ItemLine] {
        try connection.rows(
            """
            SELECT item.reference, item.workflow, item.state, item.version, item.area, item.theme, item.happens,
              item.due, item.due_clock, person.name AS owner_name, vault.value AS title
            FROM item LEFT JOIN vault ON vault.id = item.summary LEFT JOIN person ON person.id = item.owner
            WHERE \(condition) ORDER BY \(order) LIMIT ?
            """, arguments
        ).map { row in
            ItemLine(
                reference: row.word("reference"), workflow: row.word("workflow"), state: row.word("state"),
                title: standing.mayReadSummaries ? row.text("title") : nil, area: row.text("area"),
                theme: row.text("theme"), owner: row.text("owner_name"), happens: row.day("happens"),
                due: row.day("due"), clock: row.text("due_clock"), version: row.count("version"))
        }
    }
}

extension Standing {
    /// Summaries hold no names, but free text is for those with a seat.
    public var mayReadSummaries: Bool { isSeated }
}
