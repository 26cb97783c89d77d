import Ledger
import Partnership
import Workflow

extension View {
    /// What the Board had commissioned, gave to one of its groups or asked of another body, as lines of an action log: whatever
    /// is followed up there without an action of its own. A group has what was given to it.
    ///
    /// - Parameters:
    ///   - past: the day as of whose end they are told; nil for as they are.
    ///   - person: somebody by their id, as papers print them.
    func handedOn(
        by body: Body, asOf past: Day?, person: (String) throws -> PapersPerson
    ) throws -> [ActionLine] {
        guard body.kind != .lap else { return [] }
        let boards = try Set(reference.bodies.filter { $0.kind == .board }.map(\.id))
        return try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item
            WHERE workflow = 'issue' AND board_date IS NOT NULL\(past == nil ? " AND open = 1" : "") ORDER BY id
            """
        ).map(stored).compactMap { now in
            guard now.issue.isScreenClear, !isWithdrawn(now),
                let issue = try past.map({ try self.past(now, on: $0) }) ?? now, issue.isOpen,
                body.kind == .board || issue.issue.group == body.id,
                let clock = issue.definition.clocks(meaning: "follow-up").first(where: {
                    issue.item.clocks[$0.name] != nil
                }),
                let decision = try decisions(on: now).last(where: { !$0.isDeferral && boards.contains($0.body) }),
                try !actions(about: now).contains(where: { $0.action.meeting == decision.meeting })
            else { return nil }
            let group = try issue.issue.group.flatMap { try reference.body($0)?.title }
            var line = ActionLine(
                ref: now.reference, text: decision.wording,
                lead: try person(issue.issue.owner ?? ""), agency: group ?? issue.issue.referredTo,
                due: issue.item.clocks[clock.name]?.due, state: issue.stateTitle, issue: now.reference,
                meeting: decision.meeting, part: try part(of: now, at: decision.meeting),
                mayDiscussAnonymised: now.issue.mayBeDiscussed)
            line.sharedWith = try sharedWith(now)
            return line
        }
    }
}
