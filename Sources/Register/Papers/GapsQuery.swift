import Ledger
import Partnership
import Workflow

/// The gaps that papers print.
extension View {
    /// Those of an area that are not filled, and those closed since a day, oldest first.
    ///
    /// - Parameter past: the day at the end of which it is told; nil for now.
    func gaps(in area: String, closedSince day: Day?, asOf past: Day?) throws -> [GapLine] {
        let since = [day, past].compactMap(\.self).min() ?? today
        return try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item
            WHERE workflow = 'gap' AND area = ? AND (open = 1 OR closed >= ?) ORDER BY id
            """, [.text(area), .text(since.description)]
        ).compactMap { row in try line(ofGap: stored(row), asOf: past) }.filter { line in
            line.closed.map { $0.on >= day ?? since } ?? true
        }
    }

    /// Those that were found in an issue, whatever came of them.
    func gaps(foundIn issue: StoredItem, asOf past: Day?) throws -> [GapLine] {
        try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item
            WHERE links IS NOT NULL AND workflow = 'gap' AND links LIKE ? ORDER BY id
            """, [.text("% \(issue.reference) %")]
        ).compactMap { row in try line(ofGap: stored(row), asOf: past) }
    }

    private func line(ofGap now: StoredItem, asOf past: Day?) throws -> GapLine? {
        guard let gap = try past.map({ try self.past(now, on: $0) }) ?? now else { return nil }
        let own = gap.gap
        // What was put out says nothing any more.
        guard let summary = own.summary, let foundIn = try citations(own.issues) else { return nil }
        var line = GapLine(
            ref: gap.reference, area: try own.area.flatMap { try reference.area($0)?.title } ?? "",
            theme: try own.theme.flatMap { try reference.theme($0)?.title } ?? "", summary: summary, foundIn: foundIn,
            foundOn: try own.foundAt.flatMap { try item($0).meeting.date }, reviewOn: own.reviewOn)
        if let whom = own.toldTo, let on = own.toldOn {
            line.told = GapLine.Told(whom: whom, on: on, answer: own.answer)
        }
        if let on = own.closedOn {
            line.closed = GapLine.Closed(outcome: own.outcome ?? "", with: own.closedWith ?? "", on: on)
        }
        return line
    }
}
