import Ledger
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
    /// What some of its fields hold.
    public var conditions: [FieldCondition] = []
    /// Who has to bring it on.
    public var waitsFor: Waiting?
    public var limit = 50

    /// For whom an item waits.
    public enum Waiting: Sendable {
        /// Somebody of a role.
        case role(String)
        /// Somebody, by the roles that they have towards it.
        case person(Standing)
    }

    public init() {}

    /// It asks for what only those are told who may see an item's record.
    var isOfRecord: Bool {
        overdue || owner != nil || meeting != nil || raisedFrom != nil || raisedTo != nil || !conditions.isEmpty
            || waitsFor != nil
    }

    /// Whether a line may be told among those of a filter.
    func isTold(_ line: ItemLine, on day: Day) -> Bool {
        guard isOfRecord else { return (themes.isEmpty || line.theme != nil) && (areas.isEmpty || line.area != nil) }
        // Of what came onto its record in private somewhere, a filter tells no more than the line.
        return line.showsRecord && (owner == nil || line.owner != nil)
            && (meeting == nil || !line.hidden.contains(IssueReader.Field.meeting.rawValue))
            && (!overdue || line.due.map { $0 < day } ?? false)
            && conditions.allSatisfy { line.shows($0.field) && $0.holds(of: line.codes[$0.field]) }
    }
}

/// A line of a list, as one reader may see it.
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
    /// Its record may be seen, and not only what it is about.
    public let showsRecord: Bool
    /// Fields that came onto its record where this is no reader.
    var hidden: Set<String> = []
    /// Clocks that came to stand as they do where this is no reader.
    var hiddenClocks: Set<String> = []
    /// What is due of it, the earliest first, as far as it may be seen, where that was asked for.
    var dues: [(clock: String, on: Day)] = []
    /// What of its record may be seen.
    var sight: Sight?
    /// The values of its fields that are not sealed and may be seen.
    public internal(set) var codes: [String: Value] = [:]

    /// Whether a field may be seen, whether there is something in it or not.
    func shows(_ field: String) -> Bool { sight?.shows(field: field) ?? false }

    /// It may be known of at all. An issue of which nothing may be read is in no list and no count: that there is one would
    /// tell that it is a safeguarding matter.
    var isKnown: Bool { workflow != "issue" || showsRecord || area != nil || theme != nil || title != nil }

    /// Its state as people read it.
    public var stateTitle: String { sight?.definition[state]?.title ?? state }

    /// What the clock asks for, in words.
    public var clockTitle: String? { clock.flatMap { sight?.definition.clock($0)?.title } }

    /// A line for each clock of the item that runs.
    var each: [ItemLine] { dues.count < 2 ? [self] : dues.map { due(on: $0.on, for: $0.clock) } }

    /// The same line about one clock of the item.
    func due(on day: Day?, for clock: String?) -> ItemLine {
        var line = ItemLine(
            reference: reference, workflow: workflow, state: state, title: title, area: area, theme: theme,
            owner: owner, happens: happens, due: day, clock: clock, version: version, showsRecord: showsRecord)
        line.hidden = hidden
        line.hiddenClocks = hiddenClocks
        line.sight = sight
        line.codes = codes
        return line
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
        for patterns in filter.conditions.compactMap(\.patterns) {
            conditions.append("(\(patterns.map { _ in "item.fields LIKE ?" }.joined(separator: " OR ")))")
            arguments += patterns.map(SQLValue.text)
        }
        var order = "item.happens DESC, item.id DESC"
        if filter.overdue { order = "item.due, item.id" }
        if !filter.words.isEmpty {
            let found = try search(filter.words, as: standing, limit: 1000).map(\.item)
            guard !found.isEmpty else { return [] }
            conditions.append("item.id IN (\(found.map(String.init).joined(separator: ", ")))")
        }
        // Whoever may not see an item's record is not told by a filter what is in it.
        return try lines(
            where: conditions.joined(separator: " AND "), order: order, arguments, limit: filter.limit, as: standing
        ) { try filter.isTold($0, on: today) && isAwaited($0, by: filter.waitsFor) }
    }

    /// Whether an issue waits for those of whom that is asked.
    func isAwaited(_ line: ItemLine, by waiting: IssueFilter.Waiting?) throws -> Bool {
        guard let waiting else { return true }
        let leading = try roles(leadingOn: line)
        return switch waiting {
        case .role(let role): leading.contains(role)
        case .person(let standing):
            try !leading.isDisjoint(with: actor(standing, writing: line.codes, of: line.workflow).roles)
        }
    }

    /// The roles of those who have to bring an item on; none for one that is at an end.
    public func roles(leadingOn line: ItemLine) throws -> Set<String> {
        guard let sight = line.sight, line.showsRecord else { return [] }
        return sight.definition[line.state]?.isEnd == false
            ? Set(sight.definition.events(leadingOnFrom: line.state).flatMap(\.by)).subtracting(["system"]) : []
    }

    /// Items of any workflow under a condition, as somebody may see them: those that `isFor` lets through, at most the
    /// limit. More rows are read until there are enough.
    ///
    /// - Parameters:
    ///   - isKnown: no for those that somebody may not know of, instead of all others.
    ///   - isEach: with every clock that runs.
    func lines(
        where condition: String, order: String, _ arguments: [SQLValue], limit: Int, as standing: Standing,
        areKnown isKnown: Bool = true, withClocks isEach: Bool = false, isFor: (ItemLine) throws -> Bool = { _ in true }
    ) throws -> [ItemLine] {
        var lines: [ItemLine] = []
        var skipped = 0
        while lines.count < limit {
            let size = min(max(limit, 50), 1000)
            let rows = try connection.rows(
                """
                SELECT item.id, item.reference, item.workflow, item.state, item.version, item.definition, item.fields,
                  item.clocks, item.happens, item.due, item.due_clock, item.title AS title_key, vault.value AS title
                FROM item LEFT JOIN vault ON vault.id = item.title
                WHERE \(condition) ORDER BY \(order) LIMIT ? OFFSET ?
                """, arguments + [.integer(size), .integer(skipped)])
            for row in rows where lines.count < limit {
                let line = try line(row, as: standing, withClocks: isEach)
                if try line.isKnown == isKnown && isFor(line) { lines.append(line) }
            }
            skipped += rows.count
            if rows.count < size { break }
        }
        return lines
    }

    private func line(_ row: Row, as standing: Standing, withClocks isEach: Bool) throws -> ItemLine {
        let workflow = row.word("workflow")
        let definition = try pinned(row.count("definition"), workflow: workflow)
        let item = Item(state: row.word("state"), fields: try codes(row.word("fields"), of: definition))
        func name(_ field: String) -> String? {
            if case .text(let name) = item.fields[field] { return name }
            return nil
        }
        let owner = name("owner")
        let reading = try reader(standing, workflow: workflow, id: row.count("id"), fields: item.fields)
        var sight = Sight(of: definition, item: item, roles: reading.actor.roles)
        if !reading.withheld.isEmpty, sight.showsRecord {
            sight = sight.without(
                try custody(of: row.count("id"), in: definition, by: reading.withheld), of: item, sealed: [:])
        }
        func shown(_ field: String) -> String? { sight.shows(field: field) ? name(field) : nil }
        let titled =
            StoredItem.naming.contains { sight.shows(field: $0) }
            && row.integer("title_key").map(sight.shows(text:)) ?? true
        var line = ItemLine(
            reference: row.word("reference"), workflow: workflow, state: row.word("state"),
            title: titled ? row.text("title") : nil, area: shown("area"), theme: shown("theme"),
            owner: try sight.shows(field: "owner") ? owner.map { try person(id: $0).name } : nil,
            happens: sight.showsRecord ? row.day("happens") : nil, due: sight.showsRecord ? row.day("due") : nil,
            clock: sight.showsRecord ? row.text("due_clock") : nil, version: row.count("version"),
            showsRecord: sight.showsRecord)
        line.hidden = sight.hidden
        line.sight = sight
        line.codes = item.fields.filter { sight.shows(field: $0.key) }
        guard line.due != nil, isEach || sight.isPartial else { return line }
        let running = Item(
            state: item.state, fields: item.fields, clocks: ItemCoding.clocks(try ItemCoding.parse(row.word("clocks"))))
        line.hiddenClocks = sight.hiddenClocks(of: running)
        let dues = definition.dues(of: running.without(clocks: line.hiddenClocks))
        line = line.due(on: dues.first?.on, for: dues.first?.clock)
        if isEach { line.dues = dues }
        return line
    }

    /// The fields of a row that are not sealed.
    func codes(_ fields: String, of definition: Definition) throws -> [String: Value] {
        guard case .object(let members) = try ItemCoding.parse(fields) else { return [:] }
        var values: [String: Value] = [:]
        for (name, json) in members where Sealed(json) == nil {
            if let kind = definition.field(name)?.kind { values[name] = ItemCoding.value(json, as: kind) }
        }
        return values
    }
}

extension Standing {
    /// Summaries hold no names, but free text is for those with a seat.
    public var mayReadSummaries: Bool { isSeated }
}
