import Ledger
import Partnership
import Workflow

extension View {
    /// The decisions of earlier meetings that a meeting confirmed.
    func confirmed(at meeting: StoredItem) throws -> [ProvisionalDecision] {
        try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item WHERE workflow = 'meeting' AND confirmed_at = ? ORDER BY happens, id
            """, [.text(meeting.reference)]
        ).map(stored).flatMap { try provisionalDecisions(of: $0, on: date(of: meeting)) }
    }

    /// The provisional decisions of a body's meetings before a day that nobody has confirmed.
    ///
    /// - Parameter past: the day as of whose end they are told; nil for as they are.
    func toConfirm(before date: Day, at body: Body, asOf past: Day?) throws -> [ProvisionalDecision] {
        try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item
            WHERE body = ? AND workflow = 'meeting' AND happens < ?
              AND EXISTS (SELECT 1 FROM decision WHERE decision.meeting = item.id AND provisional = 1)
            ORDER BY happens, id
            """, [.text(body.id), .text(date.description)]
        ).map(stored).filter { meeting in
            try (past.map { try self.past(meeting, on: $0) } ?? meeting)?.meeting.confirmedAt == nil
        }.flatMap { try provisionalDecisions(of: $0, on: past ?? today) }
    }

    /// The decisions of a meeting that were provisional when they were taken, less what is in no paper any more, and what
    /// whoever had to decide it had refused by a day.
    private func provisionalDecisions(of meeting: StoredItem, on day: Day) throws -> [ProvisionalDecision] {
        let body = try body(of: meeting)
        let date = try date(of: meeting)
        let agenda = try agenda(of: meeting)
        return try decisions(of: meeting).filter(\.wasProvisional).compactMap { decision in
            if case .refused(let refused, _, _)? = decision.principle?.outcome, refused <= day { return nil }
            let issue = try decision.issue.map { try item($0) }
            if let issue, !issue.issue.isScreenClear || isWithdrawn(issue) { return nil }
            let line = agenda.first { $0.id == decision.agendaItem }
            // What is resolved under the heading of private items is to take them so, and public.
            let isHeading = line?.isHeading ?? false
            var told = ProvisionalDecision(
                ref: decision.reference, taken: date,
                part: try isHeading
                    ? .one
                    : line.map { try partThen(of: $0, at: body, of: meeting) }
                        ?? part(of: issue, at: meeting.reference),
                isAboutIssue: issue != nil, mayDiscussAnonymised: issue?.issue.mayBeDiscussed ?? true)
            told.sharedWith = try issue.map(sharedWith) ?? []
            return told
        }
    }
}
