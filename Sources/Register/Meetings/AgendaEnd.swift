import Ledger
import Partnership
import Workflow

/// What a meeting that moves, is called off or ends makes of what is before it.
extension View {
    /// What is open and to come before a meeting, at once or after a deferral, or is due before it.
    func brought(toOrDeferredTo meeting: StoredItem) throws -> [StoredItem] {
        try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item
            WHERE id IN (SELECT id FROM item WHERE meeting = ? UNION SELECT id FROM item WHERE next_meeting = ?)
              AND (workflow IN ('issue', 'matter') OR workflow IN ('commitment', 'question') AND next_meeting = ?) AND open = 1 ORDER BY id
            """, Array(repeating: .text(meeting.reference), count: 3)
        ).map(stored)
    }

    /// What time ran out for: to the body's next meeting, or to wait until there is one. That is what was marked as not
    /// reached, and a matter that came after the agenda was laid out.
    func carrying(_ meeting: StoredItem, by carry: String, unscheduled wait: String) throws -> [Consequence] {
        let next = try meeting.meeting.body.flatMap { try nextMeeting(of: $0, after: date(of: meeting)) }
        let lines = try agenda(of: meeting)
        return try unfinished(at: meeting).compactMap { item in
            let line = lines.last { $0.isAbout(item) }
            guard line.map({ !$0.reached }) ?? (item.workflow == "matter") else { return nil }
            var step = Consequence(item: item, event: wait, following: .carried, refused: .undecided)
            if let next, let asked = item.definition.event(carry)?.asks.first(where: { $0.requirement == .required }) {
                step.event = carry
                step.given = [asked.field: .text(next.reference)]
                step.next = next.meeting.date
            }
            return step
        }
    }

    /// What the meeting reached: it is taken where its workflow knows that. Told is a matter of which nothing is recorded,
    /// an issue that was not decided, and an answer of which nothing is recorded, which comes to the next agenda again.
    func taking(_ meeting: StoredItem, by take: String) throws -> [Consequence] {
        let lines = try agenda(of: meeting)
        let decided = Set(try decisions(of: meeting).compactMap(\.agendaItem))
        let unheard = try lines.filter { line in
            line.isAnswer && line.reached && line.discussed == nil && !decided.contains(line.id)
        }.compactMap { line in
            try line.issue.map { issue in
                Consequence(
                    item: try item(id: issue.id), name: line.isUnnamed ? "Item \(line.number)" : nil,
                    following: .unheard)
            }
        }
        return try unheard
            + unfinished(at: meeting).compactMap { item in
                guard let line = lines.last(where: { $0.isAbout(item) }), line.reached else { return nil }
                guard item.workflow == "matter" else { return Consequence(item: item, following: .undecided) }
                let isRecorded = line.discussed != nil || decided.contains(line.id)
                return Consequence(item: item, event: take, following: isRecorded ? nil : .taken)
            }
    }

    /// Issues that were ready for a meeting of the Board and that nobody tabled there. What stood on its agenda is none of
    /// them, also where time ran out for it and it waits for a meeting: that counted already.
    func untabled(at meeting: StoredItem, in states: [String]) throws -> [StoredItem] {
        guard try body(of: meeting).kind == .board, let date = meeting.meeting.date else { return [] }
        return try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item
            WHERE workflow = 'issue' AND open = 1 AND state IN (\(states.map { _ in "?" }.joined(separator: ", ")))
              AND next_meeting IS NULL AND (meeting IS NULL OR meeting <> ?)
              AND NOT EXISTS (
                SELECT 1 FROM agenda_item AS line
                WHERE line.issue = item.id AND line.meeting = ? AND line.feed <> 'answers')
            ORDER BY id
            """, states.map(SQLValue.text) + [.text(meeting.reference), .integer(meeting.id)]
        ).map(stored).filter { $0.issue.submittedOn.map { $0 <= date } ?? false }
    }

    /// The issue about which an action was the last.
    func issue(doneWith action: StoredItem) throws -> [StoredItem] {
        guard let name = action.action.issue else { return [] }
        let issue = try item(name, workflow: "issue")
        return try actions(about: issue).contains { $0.isOpen && $0.id != action.id } ? [] : [issue]
    }

    /// What was set to be done about an issue, oldest first.
    func actions(about issue: StoredItem) throws -> [StoredItem] {
        try connection.rows(
            "SELECT \(View.itemColumns) FROM item WHERE issue = ? AND workflow = 'action' ORDER BY id",
            [.text(issue.reference)]
        ).map(stored)
    }

    /// What is to be done about an issue, or what a decision in principle set to be done, which somebody else has to confirm.
    func actions(hangingOn item: StoredItem) throws -> [StoredItem] {
        guard item.workflow == "commitment" else { return try actions(about: item) }
        guard let decision = item.commitment.decision, let issue = try item.commitment.issue.map({ try self.item($0) })
        else { return [] }
        return try actions(about: issue).filter { $0.action.decision == decision }
    }

    /// Some states of issues, by any of their workflow's versions in use.
    func issueStates(_ states: (Definition) -> [String]) throws -> [String] {
        let definitions = try connection.rows("SELECT id FROM definition WHERE workflow = 'issue'").map {
            try pinned($0.count("id"), workflow: "issue")
        }
        return Set(definitions.flatMap(states)).sorted()
    }

    /// Issues before a meeting that it has not decided, and matters that it has not taken.
    private func unfinished(at meeting: StoredItem) throws -> [StoredItem] {
        let issues = try undecided(at: meeting).map { try item($0) }
        return try issues + records(broughtTo: meeting)
    }
}

extension AgendaItem {
    fileprivate func isAbout(_ item: StoredItem) -> Bool {
        !isAnswer && (issue?.id == item.id || matter?.id == item.id)
    }
}
