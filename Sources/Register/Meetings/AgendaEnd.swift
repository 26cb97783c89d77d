import Ledger
import Partnership
import Workflow

/// What a meeting that ends makes of what is still before it.
extension View {
    /// What time ran out for, with the event that carries it: to the body's next meeting, or to wait until there is one.
    /// That is what was marked as not reached, and a matter that came after the agenda was laid out.
    func carrying(
        _ meeting: StoredItem, by effect: EffectCall
    ) throws -> [(item: StoredItem, event: String, given: [String: Value], next: Day?)] {
        let next = try meeting.meeting.body.flatMap { try nextMeeting(of: $0, after: date(of: meeting)) }
        guard let carry = effect.arguments["event"].map(ItemCoding.text),
            let wait = effect.arguments["unscheduled"].map(ItemCoding.text)
        else { return [] }
        let lines = try agenda(of: meeting)
        return try before(meeting).compactMap { item in
            let line = lines.last { $0.isAbout(item) }
            guard line.map({ !$0.reached }) ?? (item.workflow == "matter") else { return nil }
            guard let next,
                let asked = item.definition.event(carry)?.asks.first(where: { $0.requirement == .required }),
                let date = next.meeting.date
            else { return has(item, wait) ? (item, wait, [:], nil) : nil }
            return has(item, carry) ? (item, carry, [asked.field: .text(next.reference)], date) : nil
        }
    }

    /// The issues that something that ended concerns, with their event for it: those that were ready for a meeting of the
    /// Board and that nobody tabled there; the one about which an action was the last.
    func concerned(
        _ ended: StoredItem, by effect: EffectCall
    ) throws -> (items: [(item: StoredItem, event: String)], following: Outcome.Told.Following) {
        guard let event = effect.arguments["event"].map(ItemCoding.text) else { return ([], .passed) }
        let isAction = ended.workflow == "action"
        let issues = try isAction ? issue(doneWith: ended) : untabled(at: ended, in: states(from: event))
        return (issues.filter { has($0, event) }.map { ($0, event) }, isAction ? .done : .passed)
    }

    /// The states of an issue, by any of its workflow's versions in use, from which an event happens.
    private func states(from event: String) throws -> [String] {
        let definitions = try connection.rows("SELECT id FROM definition WHERE workflow = 'issue'").map {
            try pinned($0.count("id"), workflow: "issue")
        }
        return Set(definitions.flatMap { $0.event(event)?.from ?? [] }).sorted()
    }

    private func untabled(at meeting: StoredItem, in states: [String]) throws -> [StoredItem] {
        guard try body(of: meeting).kind == .board, let date = meeting.meeting.date else { return [] }
        return try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item
            WHERE workflow = 'issue' AND open = 1 AND state IN (\(states.map { _ in "?" }.joined(separator: ", ")))
              AND next_meeting IS NULL AND (meeting IS NULL OR meeting <> ?) ORDER BY id
            """, states.map(SQLValue.text) + [.text(meeting.reference)]
        ).map(stored).filter { $0.issue.submittedOn.map { $0 <= date } ?? false }
    }

    private func issue(doneWith action: StoredItem) throws -> [StoredItem] {
        guard let name = action.action.issue else { return [] }
        let issue = try item(name, workflow: "issue")
        return try openActions(about: issue).filter { $0 != action.reference }.isEmpty ? [issue] : []
    }

    /// The references of what is still to be done about an issue.
    func openActions(about issue: StoredItem) throws -> [String] {
        try connection.rows(
            "SELECT reference FROM item WHERE issue = ? AND workflow = 'action' AND open = 1 ORDER BY id",
            [.text(issue.reference)]
        ).map { $0.word("reference") }
    }

    /// What the meeting reached and that needs no decision, with what is worth telling of what it reached: matters of which
    /// nothing is recorded, and issues that it has not decided.
    func taking(_ meeting: StoredItem, by effect: EffectCall) throws -> (items: [StoredItem], told: [Outcome.Told]) {
        guard let take = effect.arguments["event"].map(ItemCoding.text) else { return ([], []) }
        let lines = try agenda(of: meeting)
        let decided = Set(try decisions(of: meeting).compactMap(\.agendaItem))
        var items: [StoredItem] = []
        var told: [Outcome.Told] = []
        for item in try before(meeting) {
            guard let line = lines.last(where: { $0.isAbout(item) }), line.reached else { continue }
            guard has(item, take) else {
                if item.workflow == "issue" { told.append(Outcome.Told(item, .undecided)) }
                continue
            }
            items.append(item)
            if line.discussed == nil, !decided.contains(line.id) { told.append(Outcome.Told(item, .taken)) }
        }
        return (items, told)
    }

    /// What is open and before a meeting, and what it has not decided.
    private func before(_ meeting: StoredItem) throws -> [StoredItem] {
        let issues = try undecided(at: meeting).map { try item($0) }
        return try issues + records(broughtTo: meeting)
    }

    private func has(_ item: StoredItem, _ event: String) -> Bool {
        item.definition.event(event)?.from.contains(item.state) ?? false
    }
}

extension AgendaItem {
    fileprivate func isAbout(_ item: StoredItem) -> Bool {
        !isAnswer && (issue?.id == item.id || matter?.id == item.id)
    }
}
