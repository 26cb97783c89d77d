import Ledger
import Partnership
import Workflow

extension View {
    /// Whether an issue has no business on an agenda that is still to be taken: it has come to an end, or its family does
    /// not agree, or no longer, to its being talked about.
    func isOff(_ issue: StoredItem) -> Bool {
        !issue.isOpen || lacksConsent(issue)
    }

    /// Whether it came off the agenda of a meeting and was not brought to that again. What a group is to look into is brought
    /// to none of its meetings, and what was before a meeting that was called off has not left that.
    func isUnplaced(_ issue: StoredItem, at meeting: StoredItem) throws -> Bool {
        let own = issue.issue
        guard own.meeting != meeting.reference, own.nextMeeting != meeting.reference else { return false }
        return try !meeting.meeting.isCalledOff && body(of: meeting).kind != .group
    }

    /// Whether its family does not agree, or no longer, to its being talked about.
    func lacksConsent(_ issue: StoredItem) -> Bool {
        !issue.issue.mayBeDiscussed && !issue.issue.mayBeShared
    }

    /// An agenda without what has left it: its line keeps its number, and says no more than that it was taken off. That is
    /// whatever came to an end or off the agenda before the meeting took it, and was not brought back, and what is one
    /// family's who took their consent back, whenever that was: what was minuted under it is not told again either.
    public func withoutWithdrawn(_ agenda: [AgendaItem], of meeting: StoredItem) throws -> [AgendaItem] {
        let isAhead = try meeting.isOpen && !hasMet(meeting)
        return try agenda.map { line in
            if let matter = try line.matter.map({ try item(id: $0.id) }),
                let what = try gone(matter, from: meeting, leaving: line)
            {
                return line.withheld(line.isClosed ? AgendaItem.takenOffTitle : "\(line.title) (\(what))")
            }
            guard let issue = try line.issue.map({ try item(id: $0.id) }) else { return line }
            if try isBroughtAgain(issue, to: meeting, since: line) { return line.withheld(AgendaItem.takenOffTitle) }
            guard
                try isAhead && !line.isAnswer
                    ? isOff(issue) || isUnplaced(issue, at: meeting) && !isTaken(line)
                    : isWithdrawn(issue) || hadLeft(issue, before: meeting, takes: line)
            else { return line }
            return try withheld(line, about: issue, of: meeting)
        }
    }

    /// What an agenda holds to be taken, by reference.
    func brought(on agenda: [AgendaItem], of meeting: StoredItem) throws -> Set<String> {
        try Set(
            agenda.filter { line in
                guard !line.isAnswer else { return false }
                guard let issue = try line.issue.map({ try item(id: $0.id) }) else { return true }
                return try !isBroughtAgain(issue, to: meeting, since: line)
            }.compactMap(\.subject))
    }

    /// Whether the issue of a line of which nothing is recorded was brought to the meeting again since that was put on its
    /// agenda: it had left, or is taken otherwise, and gets a line of its own.
    private func isBroughtAgain(_ issue: StoredItem, to meeting: StoredItem, since line: AgendaItem) throws -> Bool {
        guard !line.isAnswer, try !isRecorded(line), let addition = try addition(of: line),
            try connection.row(
                "SELECT 1 FROM event WHERE item = ? AND operation > ?", [.integer(issue.id), .integer(addition)]) != nil
        else { return false }
        let field = IssueReader.Field.meeting.rawValue
        func brings(_ happened: HistoryLine) -> Bool {
            guard happened.operation > addition, !happened.isUndone,
                let event = issue.definition.event(happened.event)
            else { return false }
            return event.isTakingPrivate
                || event.ask(field)?.fallback != nil
                    && happened.given.contains { $0.field == field && $0.text == meeting.reference }
        }
        return try wholeHistory(of: issue).contains(where: brings)
    }

    /// Whether something is recorded of an issue at a meeting.
    func isRecorded(_ issue: StoredItem, at meeting: StoredItem) throws -> Bool {
        try agenda(of: meeting).contains { try $0.issue?.id == issue.id && isRecorded($0) }
    }

    /// Something was minuted, decided or declared under a line, or time ran out for it.
    private func isRecorded(_ line: AgendaItem) throws -> Bool {
        try connection.row(
            "SELECT 1 FROM agenda_item WHERE id = ? AND \(View.isUsed)", [.integer(line.id)]) != nil
    }

    /// A line with nothing of what it is about: why it is not told is the same for all that left an agenda, as for all that the
    /// meeting took and that is in no paper any more.
    func withheld(_ line: AgendaItem, about issue: StoredItem, of meeting: StoredItem) throws -> AgendaItem {
        try line.withheld(titleWithheld(line, about: issue, of: meeting), reached: !isTaken(line) || line.reached)
    }

    /// What stands in place of a line that tells nothing of its issue.
    public func titleWithheld(_ line: AgendaItem, about issue: StoredItem, of meeting: StoredItem) throws -> String {
        if try isTaken(line) { return AgendaItem.noLongerPrintedTitle }
        return try leftInTheRoom(issue, of: meeting) ? AgendaItem.withdrawnTitle : AgendaItem.takenOffTitle
    }

    /// Whether an issue left the agenda on the day of the meeting, once who was there was on record.
    private func leftInTheRoom(_ issue: StoredItem, of meeting: StoredItem) throws -> Bool {
        let opening = try connection.row(
            """
            SELECT min(change.operation) AS operation FROM attendance
            JOIN change ON change.relation = 'attendance' AND change.key = CAST(attendance.id AS TEXT)
            WHERE attendance.meeting = ? AND attendance.status IN ('present', 'deputised')
            """, [.integer(meeting.id)])
        guard let opened = opening?.integer("operation"), let date = meeting.meeting.date else { return false }
        func isGone(_ issue: StoredItem) throws -> Bool {
            try !issue.issue.isScreenClear || isOff(issue) || isUnplaced(issue, at: meeting)
        }
        return try !isGone(stood(issue, after: opened)) && past(issue, on: date).map(isGone) ?? false
    }

    /// Whether an issue had left the agenda of a meeting that was held: it ended before the meeting's day, or was off by its
    /// end, whatever became of it since, and nothing is recorded under its line.
    private func hadLeft(_ issue: StoredItem, before meeting: StoredItem, takes line: AgendaItem) throws -> Bool {
        guard !line.isAnswer, line.reached, let date = meeting.meeting.date else { return false }
        if try isTaken(line) { return issue.issue.closedOn.map { $0 < date } ?? false }
        return try past(issue, on: date).map { try isOff($0) || isUnplaced($0, at: meeting) } ?? false
    }

    /// Whether the meeting came to a line, or had no time for it: something is on record under it, or minutes that went out
    /// name what it is about.
    func isTaken(_ line: AgendaItem) throws -> Bool {
        try connection.row(
            """
            SELECT 1 FROM agenda_item WHERE id = ? AND (\(View.isUsed) OR EXISTS (
              SELECT 1 FROM issued JOIN item ON item.id = agenda_item.issue
              WHERE issued.item = agenda_item.meeting AND issued.kind = 'minutes'
                AND ' ' || issued.cites || ' ' LIKE '% ' || item.reference || ' %'))
            """, [.integer(line.id)]) != nil
    }

    /// What became of a matter that no family's issue is, where it has left the agenda that it was put on.
    private func gone(_ matter: StoredItem, from meeting: StoredItem, leaving line: AgendaItem) throws -> String? {
        if matter.matter.isWithdrawn { return "withdrawn" }
        // What time ran out for says so itself, and what was minuted or put off was taken. Of a meeting that is called off
        // nothing was.
        let isMoved =
            try !meeting.meeting.isCalledOff && matter.matter.meeting != meeting.reference && line.reached
            && !isTaken(line)
        return isMoved ? "not taken at this meeting" : nil
    }

    /// Whether its family took their consent back.
    func isWithdrawn(_ issue: StoredItem) -> Bool { lacksConsent(issue) && issue.issue.isConsentWithdrawn }

    /// Whether an agenda that notice is still to be given of no longer holds what is brought to the meeting, as it is
    /// brought: something came, left or is to be taken otherwise.
    public func isAgendaStale(of meeting: StoredItem) throws -> Bool {
        let isPublished = meeting.meeting.publishedOn != nil
        // Of a published agenda what a supplement holds that is not issued yet.
        let agenda = try agenda(of: meeting).filter { line in
            guard isPublished else { return true }
            return try line.supplement > meeting.meeting.supplements && !line.isAnswer && line.releasedOn == nil
                && !isRecorded(line)
        }
        guard !agenda.isEmpty else { return false }
        let body = try body(of: meeting)
        let lines = AgendaBuilder.lines(standing: body.agenda, matters: try matters(for: meeting, of: body))
        let brought = Set(
            lines.compactMap { line -> [String?]? in
                guard let matter = line.matter else { return nil }
                return [
                    isPublished ? nil : line.number, matter.subject, line.title, line.purpose.rawValue,
                    String(line.minutes), matter.ground.map { "\($0)" }, matter.lateReason,
                ]
            })
        let laidOut = Set(
            agenda.filter { !$0.isHeading }.map { item -> [String?] in
                [
                    isPublished ? nil : item.number, item.subject, item.title, item.purpose, String(item.minutes),
                    item.isPrivate ? "\(item.ground)" : nil, item.lateReason,
                ]
            })
        return isPublished ? !laidOut.isSubset(of: brought) : brought != laidOut
    }

    /// References of the issues that a meeting is to take and that its published agenda lacks: brought to it since it was laid
    /// out, or deferred to it and still to be put on it. What could not be put on it is not among them.
    public func unlisted(at meeting: StoredItem) throws -> [String] {
        guard meeting.isOpen, meeting.meeting.publishedOn != nil else { return [] }
        let listed = try brought(on: agenda(of: meeting), of: meeting)
        return try brought(toOrDeferredTo: meeting).filter { issue in
            if issue.workflow == "matter" { return !listed.contains(issue.reference) }
            guard issue.workflow == "issue", issue.issue.isScreenClear, !isOff(issue) else { return false }
            if issue.issue.nextMeeting == nil { return !listed.contains(issue.reference) }
            guard issue.issue.nextMeeting == meeting.reference, let event = issue.bringing else { return false }
            let given = ["meeting": Value.text(meeting.reference)]
            do {
                _ = try decide(
                    event.name, on: issue, in: issue.definition, given: given, standing: .system, day: today)
                return true
            } catch RegisterError.refused {
                return false
            }
        }.map(\.reference)
    }
}

extension Event {
    /// It has what is on an agenda taken in private.
    fileprivate var isTakingPrivate: Bool {
        ask(IssueReader.Field.privateBecause.rawValue)?.requirement == .required
    }
}

extension StoredItem {
    /// The event that takes the meeting it was deferred to as its own: for a LAP to schedule it, for the Board to table it.
    var bringing: Event? {
        definition.events.first { $0.from.contains(state) && $0.ask("meeting")?.fallback != nil }
    }
}
