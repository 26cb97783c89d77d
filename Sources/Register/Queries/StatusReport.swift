import Ledger
import Partnership
import Workflow

/// What needs doing next, for whoever asks.
public struct StatusReport: Sendable {
    public struct Tally: Sendable {
        public let workflow: String
        public let state: String
        public let count: Int
    }

    /// The lists that stop at the limit.
    public enum List: String, Sendable, CaseIterable {
        case diversions, overdue, warned, coming, meetings, undecided, provisional, unagreed, exceptions
    }

    /// So many lines beyond the limit are counted; no more are looked at.
    public static let counted = 100

    /// What may be a safeguarding matter and has not been passed on yet, oldest first, at most the limit.
    public let diversions: [ItemLine]
    /// Past their day, what got out first and plans last, else oldest first, at most the limit: a line for each clock.
    public let overdue: [ItemLine]
    /// What clocks warn of, soonest first, at most the limit; with the clock and the day it warns of.
    public let warned: [ItemLine]
    /// Due in the coming days and not among the warnings, in the same order, at most the limit.
    public let coming: [ItemLine]
    /// Meetings to come.
    public let meetings: [ItemLine]
    /// How many issues there are in each state.
    public let tally: [Tally]
    /// Issues that a meeting which is over has neither decided nor carried, oldest first.
    public let undecided: [ItemLine]
    /// Meetings with decisions that are provisional and that no later meeting has confirmed (rule R8).
    public let provisional: [ItemLine]
    /// Meetings whose minutes a later meeting should have agreed, and did not.
    public let unagreed: [ItemLine]
    /// Issues that meetings of the Board left undecided too often (rule R15).
    public let exceptions: [ItemLine]
    /// How many lines there are in a list beyond the limit, as far as they are counted; none for a list that is whole.
    public let more: [List: Int]

    /// Lists in full, or as far as they are counted.
    ///
    /// - Parameter limit: so many lines of each are told.
    init(_ lists: [List: [ItemLine]], tally: [Tally], limit: Int) {
        func first(_ list: List) -> [ItemLine] { Array((lists[list] ?? []).prefix(limit)) }
        diversions = first(.diversions)
        overdue = first(.overdue)
        warned = first(.warned)
        coming = first(.coming)
        meetings = first(.meetings)
        undecided = first(.undecided)
        provisional = first(.provisional)
        unagreed = first(.unagreed)
        exceptions = first(.exceptions)
        self.tally = tally
        more = lists.mapValues { min($0.count - limit, StatusReport.counted) }.filter { $0.value > 0 }
    }
}

extension StatusReport {
    fileprivate static let workflows = [
        "issue", "meeting", "action", "plan-action", "breach", "request", "matter", "commitment", "question",
        "gap", "risk",
    ]

    /// Whose hours run comes first, and plans come after everybody's concerns.
    static func rank(_ workflow: String) -> Int {
        switch workflow {
        case "breach": 0
        case "plan-action": 2
        default: 1
        }
    }
}

extension View {
    /// Whether somebody sees to nothing but what they own: none of their seats is there for issues.
    public func seesOwnOnly(_ standing: Standing) throws -> Bool {
        try !standing.isSystem && standing.roles.isDisjoint(with: definition("issue").roles)
    }

    /// - Parameter areas: the areas to report on; empty for the whole partnership.
    public func status(areas: [String], as standing: Standing, limit: Int = 10) throws -> StatusReport {
        let places = areas.map { _ in "?" }.joined(separator: ", ")
        let here =
            areas.isEmpty
            ? ""
            : " AND (item.area IN (\(places)) OR item.body IN (SELECT id FROM body WHERE body.area IN (\(places))))"
        let arguments = (areas + areas).map(SQLValue.text)
        let counted = limit + StatusReport.counted
        let end = today + 14
        let overdue = Day.kept.lowerBound...(today - 1)
        let isOwnOnly = try seesOwnOnly(standing)
        var running: [ItemLine] = []
        // One index walk for each workflow, in the order of the days, stopping where no more are counted.
        for workflow in StatusReport.workflows {
            for days in [overdue, today...end] {
                let owned: [SQLValue] = isOwnOnly ? [.text(standing.person.id)] : []
                let isOwned = isOwnOnly ? " AND item.owner = ?" : ""
                running += try lines(
                    where: "item.workflow = ? AND item.due BETWEEN ? AND ?\(isOwned)\(here)", order: "item.due",
                    [.text(workflow), .text(days.lowerBound.description), .text(days.upperBound.description)] + owned
                        + arguments, limit: counted, as: standing, withClocks: true, isFor: \.showsRecord)
            }
        }
        // Every clock counts where it falls due, whatever else of the item is late.
        let each = running.flatMap(\.each)
        func due(_ days: ClosedRange<Day>) -> [ItemLine] {
            each.filter { $0.due.map(days.contains) ?? false }.sorted {
                (StatusReport.rank($0.workflow), $0.due ?? today) < (StatusReport.rank($1.workflow), $1.due ?? today)
            }
        }
        let diverting = try definition("issue").diverting
        let warned = try warnings(condition: here, arguments, counted, as: standing).filter {
            !isOwnOnly || $0.codes["owner"] == .text(standing.person.id)
        }
        let soon = warned.prefix(limit)
        func isOther(_ line: ItemLine) -> Bool { line.clock.map { !diverting.contains($0) } ?? true }
        let overdueLines = due(overdue).filter(isOther)
        let comingLines = due(today...end).filter(isOther).filter { line in
            !soon.contains { $0.reference == line.reference && $0.clock == line.clock }
        }
        guard !isOwnOnly else {
            return StatusReport(
                [.overdue: overdueLines, .warned: warned, .coming: comingLines], tally: [], limit: limit)
        }
        var diversions: [ItemLine] = []
        for clock in diverting.sorted() {
            diversions += try lines(
                where: "item.due_clock = ?\(here)", order: "item.due", [.text(clock)] + arguments, limit: counted,
                as: standing
            ) { $0.showsRecord && !$0.hiddenClocks.contains(clock) }
        }
        let tallyArea = areas.isEmpty ? "" : " AND item.area IN (\(places))"
        let unknown = try lines(
            where: "item.workflow = 'issue' AND item.safeguarding <> 'no'\(tallyArea)", order: "item.id",
            areas.map(SQLValue.text), limit: Int.max, as: standing, areKnown: false
        ).reduce(into: [String: Int]()) { $0[$1.state, default: 0] += 1 }
        let tallyPlaces = areas.isEmpty ? "" : " AND area IN (\(places))"
        let agreeing = try definition("meeting").event("agree-minutes")?.from ?? []
        let lists: [StatusReport.List: [ItemLine]] = [
            .diversions: diversions, .overdue: overdueLines, .warned: warned, .coming: comingLines,
            .meetings: try lines(
                where: "item.workflow = 'meeting' AND item.open = 1 AND item.happens >= ?\(here)",
                order: "item.happens", [.text(today.description)] + arguments, limit: counted, as: standing),
            .undecided: try lines(
                where: """
                    item.workflow = 'issue' AND item.open = 1 AND item.next_meeting IS NULL AND item.meeting IN (
                      SELECT reference FROM item AS held
                      WHERE held.workflow = 'meeting' AND held.open = 1 AND held.happens < ?)
                    AND NOT EXISTS (
                      SELECT 1 FROM decision JOIN item AS held ON held.id = decision.meeting
                      WHERE decision.issue = item.id AND held.reference = item.meeting)\(here)
                    """,
                // Few meetings are not over: an order that no index has keeps the engine from reading every issue by its day.
                order: "coalesce(item.happens, '')", [.text(today.description)] + arguments, limit: counted,
                as: standing, isFor: \.showsRecord),
            .provisional: try lines(
                where: """
                    item.workflow = 'meeting' AND item.confirmed_at IS NULL AND item.happens < ?
                    AND item.id IN (SELECT meeting FROM decision WHERE provisional = 1)\(here)
                    """, order: "item.happens", [.text(today.description)] + arguments, limit: counted, as: standing
            ) { try decisions(of: item($0.reference)).contains(where: \.isProvisional) },
            .unagreed: try lines(
                where: """
                    item.workflow = 'meeting' AND item.open = 1 AND item.happens < ?
                    AND EXISTS (
                      SELECT 1 FROM item AS later JOIN attendance ON attendance.meeting = later.id
                      WHERE later.body = item.body AND later.workflow = 'meeting' AND later.happens > item.happens
                        AND attendance.status IN ('present', 'deputised'))
                    AND item.state IN (\(agreeing.map { _ in "?" }.joined(separator: ", ")))\(here)
                    """, order: "item.happens",
                [.text(today.description)] + agreeing.map(SQLValue.text) + arguments, limit: counted, as: standing),
            .exceptions: try lines(
                where: """
                    item.board_defers > 0 AND item.open = 1 AND item.board_defers >= ?
                    AND \(inState(meaning: "board-undecided", of: "issue"))\(here)
                    """,
                order: "item.happens",
                [.integer(try reference.thresholds.undecidedBoards)] + arguments, limit: counted, as: standing,
                isFor: \.showsRecord),
        ]
        let tally = try connection.rows(
            """
            SELECT workflow, state, sum(count) AS total FROM tally
            WHERE workflow = 'issue'\(tallyPlaces) GROUP BY workflow, state HAVING sum(count) > 0
            """, arguments
        ).map { row in
            let state = row.word("state")
            return StatusReport.Tally(
                workflow: row.word("workflow"), state: state, count: row.count("total") - (unknown[state] ?? 0))
        }.filter { $0.count > 0 }
        return StatusReport(lists, tally: tally, limit: limit)
    }

    /// A line for each clock that warns today. The row knows the first day on which any of an item's clocks warns, so that
    /// few items are looked at.
    private func warnings(
        condition: String, _ arguments: [SQLValue], _ limit: Int, as standing: Standing
    ) throws -> [ItemLine] {
        var found: [(item: Int, clock: String, due: Day)] = []
        for row in try connection.rows(
            "SELECT id, workflow, definition, clocks FROM item WHERE warn IS NOT NULL AND warn <= ?\(condition)",
            [.text(today.description)] + arguments)
        {
            let definition = try pinned(row.count("definition"), workflow: row.word("workflow"))
            let item = Item(clocks: ItemCoding.clocks(try ItemCoding.parse(row.word("clocks"))))
            for warning in definition.warnings(of: item, on: today, calendars: try calendars()) {
                found.append((row.count("id"), warning.clock.name, warning.running.due))
            }
        }
        return try found.sorted { ($0.due, $0.item) < ($1.due, $1.item) }.prefix(limit).flatMap { warning in
            try lines(
                where: "item.id = ?", order: "item.id", [.integer(warning.item)], limit: 1, as: standing
            ) { $0.showsRecord && !$0.hiddenClocks.contains(warning.clock) }.map {
                $0.due(on: warning.due, for: warning.clock)
            }
        }
    }
}
