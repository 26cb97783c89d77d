import Ledger
import Partnership
import Workflow

extension View {
    /// A body's actions and commitments, those still open and those closed since a day, what it handed on, and what
    /// a group is to report on.
    ///
    /// - Parameters:
    ///   - past: the day as of whose end they are told; nil for as they are.
    ///   - lead: the key of whom they are of, as the one who leads or helps; nil for everybody's.
    func actionLines(
        of body: Body, since: Day?, on day: Day, asOf past: Day? = nil, led lead: String? = nil
    ) throws -> [ActionLine] {
        let people = Dictionary(uniqueKeysWithValues: try people().map { ($0.id, $0) })
        let handedOn =
            try lead != nil
            ? []
            : handedOn(by: body, asOf: past) { id in
                let person = people[id] ?? Person(id: id, name: id)
                return try paperPerson(person, seats: seats(of: person, on: day))
            }
        return try logged(by: body, since: since).filter { try !isLeftOut($0) }.compactMap { action in
            let then: StoredItem? = if let past { try self.past(action, on: past) } else { action }
            guard let then, lead == nil || then.isSeen(to: lead) else { return nil }
            var line = try line(of: then, people: people, on: day, until: past)
            // Under which item it was set may have been said later than its paper went out.
            line.part = try part(of: origin(of: action))
            return line
        } + handedOn
    }

    /// The meetings that set a body's actions and commitments which are in no paper any more, each as often as it set one.
    func meetingsOfActionsLeftOut(of body: Body, since: Day?, asOf past: Day?) throws -> [String?] {
        try logged(by: body, since: since).filter { action in
            guard try isLeftOut(action) else { return false }
            return try past.map { try self.past(action, on: $0) != nil } ?? true
        }.map { $0.text(ActionReader.Field.meeting.rawValue) }
    }

    /// Whether no paper may tell of something that was set, because of the issue that it is about.
    private func isLeftOut(_ action: StoredItem) throws -> Bool {
        try action.text("issue").map { try item($0) }.map { !$0.issue.isScreenClear || isWithdrawn($0) } ?? false
    }

    /// A body's actions and commitments, those still open and those closed since a day.
    private func logged(by body: Body, since: Day?) throws -> [StoredItem] {
        let actions = try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item
            WHERE workflow = 'action' AND \(body.actionCondition) AND (open = 1 OR coalesce(done_on, '') >= ?)
            ORDER BY id
            """, [.text(body.area ?? body.id), .text(since?.description ?? "")])
        let commitments = try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item
            WHERE workflow = 'commitment' AND (body = ? OR fields LIKE ?) AND (open = 1 OR coalesce(done_on, '') >= ?)
            ORDER BY id
            """, [.text(body.id), .text("%\"group\":\"\(body.id)\"%"), .text(since?.description ?? "")])
        return try (actions + commitments).map(stored)
    }

    func actionLines(ofIssue issue: StoredItem, on day: Day) throws -> [ActionLine] {
        let people = Dictionary(uniqueKeysWithValues: try people().map { ($0.id, $0) })
        return try connection.rows(
            "SELECT \(View.itemColumns) FROM item WHERE issue = ? AND workflow = 'action' ORDER BY id",
            [.text(issue.reference)]
        ).map(stored).map { try line(of: $0, people: people, on: day) }
    }

    private func line(
        of action: StoredItem, people: [String: Person], on day: Day, until past: Day? = nil
    ) throws -> ActionLine {
        func person(_ id: String) throws -> PapersPerson {
            let person = people[id] ?? Person(id: id, name: id)
            return try paperPerson(person, seats: seats(of: person, on: day))
        }
        if action.workflow == "commitment" { return try line(ofCommitment: action, person, until: past) }
        let issue = try action.action.issue.map { try item($0) }
        var line = ActionLine(
            ref: action.reference, text: action.action.text ?? "(erased)",
            lead: try person(action.action.owner ?? ""), supporters: try action.action.supporters.map(person),
            agency: action.action.agency, due: action.action.due, dueHistory: try dueHistory(of: action, until: past),
            status: action.action.status, state: action.stateTitle, closedOn: action.action.doneOn,
            evidence: action.action.evidence, issue: action.action.issue, meeting: action.action.meeting,
            item: action.action.agendaItem, part: try part(of: origin(of: action)),
            mayDiscussAnonymised: issue?.issue.mayBeDiscussed ?? true)
        line.sharedWith = try issue.map(sharedWith) ?? []
        line.needs = try agreementNeeded(for: action, until: past)
        return line
    }

    /// Whose decision is still awaited, where a decision in principle set an action.
    private func agreementNeeded(for action: StoredItem, until past: Day?) throws -> String? {
        guard let decision = action.action.decision else { return nil }
        return try connection.rows(
            "SELECT \(View.itemColumns) FROM item WHERE workflow = 'commitment' AND decision = ?", [.text(decision)]
        ).lazy.map(stored).compactMap { now in
            let commitment = try past.map { try self.past(now, on: $0) } ?? now
            return commitment.flatMap { $0.isOpen ? $0.commitment.subjectTo : nil }
        }.first
    }

    private func line(
        ofCommitment commitment: StoredItem, _ person: (String) throws -> PapersPerson, until past: Day?
    ) throws -> ActionLine {
        let own = commitment.commitment
        let issue = try own.issue.map { try item($0) }
        var line = ActionLine(
            ref: commitment.reference, text: own.text ?? "(erased)", lead: try person(own.owner ?? ""),
            due: own.due,
            dueHistory: try dueHistory(of: commitment, until: past), status: own.status, state: commitment.stateTitle,
            closedOn: own.endedOn, evidence: own.evidence, issue: own.issue, meeting: own.meeting,
            item: own.agendaItem, part: try part(of: origin(of: commitment)),
            mayDiscussAnonymised: issue?.issue.mayBeDiscussed ?? true)
        line.answer = own.answer
        line.outside =
            try own.subjectTo.map { .decides($0) } ?? own.askedBy.map { .promised($0) }
            ?? reporting(own).map { .reports($0) }
        line.sharedWith = try issue.map(sharedWith) ?? []
        return line
    }

    /// Each due date it had before, oldest first (rule R24).
    private func dueHistory(of action: StoredItem, until past: Day?) throws -> [ActionLine.DueChange] {
        var dates: [(day: Day, changed: Day, reason: String?)] = []
        for event in try wholeHistory(of: action) where !event.isUndone && past.map({ event.on <= $0 }) ?? true {
            guard
                let due = event.given.first(where: { $0.field == ActionReader.Field.due.rawValue }).flatMap({
                    Day(iso: $0.text)
                })
            else {
                continue
            }
            dates.append((due, event.on, event.given.first { $0.field == ActionReader.Field.reason.rawValue }?.text))
        }
        return zip(dates, dates.dropFirst()).map { earlier, later in
            ActionLine.DueChange(from: earlier.day, changedOn: later.changed, reason: later.reason)
        }
    }
}

extension StoredItem {
    /// Of an action or a commitment: somebody leads it or helps with it.
    fileprivate func isSeen(to person: String?) -> Bool {
        guard workflow == "action" else { return commitment.owner == person }
        return action.owner == person || action.supporters.contains { $0 == person }
    }
}
