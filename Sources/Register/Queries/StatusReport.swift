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

    /// What may be a safeguarding matter and has not been passed on yet, oldest first, at most the limit.
    public let diversions: [ItemLine]
    /// Past their day, oldest first, at most the limit.
    public let overdue: [ItemLine]
    /// What clocks warn of, soonest first, at most the limit; with the clock and the day it warns of.
    public let warned: [ItemLine]
    /// Due in the coming days and not among the warnings, soonest first, at most the limit.
    public let coming: [ItemLine]
    /// Meetings to come.
    public let meetings: [ItemLine]
    /// How many issues there are in each state.
    public let tally: [Tally]
    /// Issues that a meeting which is over has neither decided nor carried, oldest first.
    public let undecided: [ItemLine]
    /// Meetings with decisions that are provisional and that no later meeting has confirmed (rule R8).
    public let provisional: [ItemLine]
    /// Issues that meetings of the Board left undecided too often (rule R15).
    public let exceptions: [ItemLine]
}

extension View {
    /// - Parameter areas: the areas to report on; empty for the whole partnership.
    public func status(areas: [String], as standing: Standing, limit: Int = 10) throws -> StatusReport {
        let places = areas.map { _ in "?" }.joined(separator: ", ")
        let here =
            areas.isEmpty
            ? ""
            : " AND (item.area IN (\(places)) OR item.body IN (SELECT id FROM body WHERE body.area IN (\(places))))"
        let arguments = (areas + areas).map(SQLValue.text)
        func due(_ condition: String, _ days: [Day]) throws -> [ItemLine] {
            // One index walk for each workflow, in the order of the days, stopping at the limit.
            var lines: [ItemLine] = []
            for workflow in ["issue", "meeting", "action", "plan-action", "breach", "request", "matter", "commitment"] {
                lines += try self.lines(
                    where: "item.workflow = ? AND item.due IS NOT NULL AND \(condition)\(here)", order: "item.due",
                    [.text(workflow)] + days.map { .text($0.description) } + arguments, limit: limit, as: standing,
                    isFor: \.showsRecord)
            }
            return Array(lines.sorted { ($0.due ?? today) < ($1.due ?? today) }.prefix(limit))
        }
        let diverting = try Set(definition("issue").clocks(meaning: "divert").map(\.name))
        var diversions: [ItemLine] = []
        for clock in diverting.sorted() {
            diversions += try lines(
                where: "item.due_clock = ?\(here)", order: "item.due", [.text(clock)] + arguments, limit: limit,
                as: standing, isFor: \.showsRecord)
        }
        func isOther(_ line: ItemLine) -> Bool { line.clock.map { !diverting.contains($0) } ?? true }
        let warned = try warnings(condition: here, arguments, limit, as: standing)
        let coming = try due("item.due >= ? AND item.due <= ?", [today, today + 14])
        let tallyArea = areas.isEmpty ? "" : " AND item.area IN (\(places))"
        let unknown = try lines(
            where: "item.workflow = 'issue' AND item.safeguarding <> 'no'\(tallyArea)", order: "item.id",
            areas.map(SQLValue.text), limit: Int.max, as: standing, areKnown: false
        ).reduce(into: [String: Int]()) { $0[$1.state, default: 0] += 1 }
        let tallyPlaces = areas.isEmpty ? "" : " AND area IN (\(places))"
        return StatusReport(
            diversions: diversions, overdue: try due("item.due < ?", [today]).filter(isOther), warned: warned,
            coming: coming.filter(isOther).filter { line in
                !warned.contains { $0.reference == line.reference && $0.clock == line.clock }
            },
            meetings: try lines(
                where: "item.workflow = 'meeting' AND item.open = 1 AND item.happens >= ?\(here)",
                order: "item.happens",
                [.text(today.description)] + arguments, limit: limit, as: standing),
            tally: try connection.rows(
                """
                SELECT workflow, state, sum(count) AS total FROM tally
                WHERE workflow = 'issue'\(tallyPlaces) GROUP BY workflow, state HAVING sum(count) > 0
                """, arguments
            ).map { row in
                let state = row.word("state")
                return StatusReport.Tally(
                    workflow: row.word("workflow"), state: state, count: row.count("total") - (unknown[state] ?? 0))
            }.filter { $0.count > 0 },
            undecided: try lines(
                where: """
                    item.workflow = 'issue' AND item.open = 1 AND item.next_meeting IS NULL AND item.meeting IN (
                      SELECT reference FROM item AS held
                      WHERE held.workflow = 'meeting' AND held.open = 1 AND held.happens < ?)
                    AND NOT EXISTS (
                      SELECT 1 FROM decision JOIN item AS held ON held.id = decision.meeting
                      WHERE decision.issue = item.id AND held.reference = item.meeting)\(here)
                    """, order: "item.happens", [.text(today.description)] + arguments, limit: limit, as: standing,
                isFor: \.showsRecord),
            provisional: try lines(
                where: """
                    item.workflow = 'meeting' AND item.confirmed_at IS NULL AND item.happens < ?
                    AND item.id IN (SELECT meeting FROM decision WHERE provisional = 1)\(here)
                    """, order: "item.happens", [.text(today.description)] + arguments, limit: limit, as: standing),
            exceptions: try lines(
                where: "item.board_defers >= ? AND \(inState(meaning: "board-undecided", of: "issue"))\(here)",
                order: "item.happens",
                [.integer(try reference.thresholds.undecidedBoards)] + arguments, limit: limit, as: standing,
                isFor: \.showsRecord))
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
                where: "item.id = ?", order: "item.id", [.integer(warning.item)], limit: 1, as: standing,
                isFor: \.showsRecord
            ).map {
                $0.due(on: warning.due, for: warning.clock)
            }
        }
    }
}
