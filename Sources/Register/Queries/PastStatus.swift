import Ledger
import Partnership
import Workflow

extension View {
    /// What needed doing on a past day, as the record says of it now. Looks at every item that had begun by then.
    ///
    /// - Parameter areas: the areas to report on; empty for the whole partnership.
    public func pastStatus(
        areas: [String], on day: Day, as standing: Standing, limit: Int = 10
    ) throws -> StatusReport {
        let here = try Set(areas + reference.bodies.filter { $0.area.map(areas.contains) ?? false }.map(\.id))
        let undecided = try reference.thresholds.undecidedBoards
        let isOwnOnly = try seesOwnOnly(standing)
        var diversions: [ItemLine] = []
        var due: [ItemLine] = []
        var warned: [ItemLine] = []
        var meetings: [ItemLine] = []
        var exceptions: [ItemLine] = []
        var tally: [String: Int] = [:]
        try eachItem { present in
            guard let past = try past(present, on: day) else { return }
            guard here.isEmpty || ["area", "body"].contains(where: { past.text($0).map(here.contains) ?? false }) else {
                return
            }
            var line = try line(past, now: present, as: standing)
            guard line.showsRecord, !isOwnOnly || line.codes["owner"] == .text(standing.person.id) else { return }
            let seen = past.item.without(clocks: line.hiddenClocks)
            let dues = line.due == nil ? [] : past.definition.dues(of: seen)
            if let first = dues.first { line = line.due(on: first.on, for: first.clock) }
            line.dues = dues
            if past.workflow == "issue", !isOwnOnly { tally[past.state, default: 0] += 1 }
            if past.isOpen, past.workflow == "meeting", past.meeting.date.map({ $0 >= day }) ?? false {
                meetings.append(line)
            }
            if past.isOpen, past.workflow == "issue", past.issue.boardDefers >= undecided { exceptions.append(line) }
            let diverting = past.definition.diverting
            if let clock = line.clock, diverting.contains(clock) {
                diversions.append(line)
            } else {
                due += line.each.filter { $0.due.map { $0 <= day + 14 } ?? false }
            }
            for warning in past.definition.warnings(of: seen, on: day, calendars: try calendars()) {
                warned.append(line.due(on: warning.running.due, for: warning.clock.name))
            }
        }
        func sorted(_ lines: [ItemLine], by day: (ItemLine) -> Day?) -> [ItemLine] {
            lines.sorted {
                (StatusReport.rank($0.workflow), day($0) ?? today) < (StatusReport.rank($1.workflow), day($1) ?? today)
            }
        }
        let soon = sorted(warned, by: \.due)
        let told = soon.prefix(limit)
        return StatusReport(
            [
                .diversions: sorted(diversions, by: \.due),
                .overdue: sorted(due.filter { $0.due ?? day < day }, by: \.due), .warned: soon,
                .coming: sorted(
                    due.filter { line in
                        line.due ?? day >= day
                            && !told.contains { $0.reference == line.reference && $0.clock == line.clock }
                    }, by: \.due),
                .meetings: sorted(meetings, by: \.happens), .exceptions: sorted(exceptions, by: \.happens),
            ], tally: tally.map { StatusReport.Tally(workflow: "issue", state: $0.key, count: $0.value) }, limit: limit)
    }

    /// Every item, so many at a time.
    private func eachItem(_ body: (StoredItem) throws -> Void) throws {
        var last = 0
        while true {
            let rows = try connection.rows(
                "SELECT \(View.itemColumns) FROM item WHERE id > ? ORDER BY id LIMIT 200", [.integer(last)])
            for row in rows { try body(stored(row)) }
            guard rows.count == 200, let end = rows.last?.count("id") else { return }
            last = end
        }
    }
}
