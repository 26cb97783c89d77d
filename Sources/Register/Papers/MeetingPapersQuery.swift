import Ledger
import Partnership
import Workflow

extension View {
    /// Everything the papers of a meeting may need, as of a day.
    ///
    /// - Parameter isNotice: they are what comes before the meeting: made when it is over, they tell nothing of what it did, or
    ///   of what came of it.
    public func papers(of meeting: StoredItem, asOf today: Day, isNotice: Bool = false) throws -> MeetingPapers {
        let before = isNotice ? try noticeDay(of: meeting) : nil
        let day = before ?? today
        // Minutes of a past day tell what was so then.
        let past = isNotice || day >= present ? before : day
        let body = try body(of: meeting)
        let date = try self.date(of: meeting)
        let previous = try previousMeeting(of: body.id, before: date).map(lastTold)
        var papers = try frame(of: meeting, at: body, on: date, asOf: day)
        let agenda = try printable(withoutWithdrawn(agenda(of: meeting), of: meeting), of: meeting)
        let all = try decisions(of: meeting)
        let decisions = try all.filter { decision in
            try decision.issue.map { try item($0) }.map { $0.issue.isScreenClear && !isWithdrawn($0) } ?? true
        }
        papers.supplements = try supplements(agenda, of: meeting)
        papers.standing = try standingFacts(of: meeting, at: body, on: date, asOf: before)
        if isNotice { (papers.changedSince, papers.changes) = try changes(of: meeting, agenda, asOf: before) }
        papers.agenda = try entries(agenda, of: body, on: date, asOf: before)
        papers.background = try background(agenda)
        papers.actions = try actionLines(of: body, since: previous, on: date, asOf: past)
        let leftOut = try meetingsOfActionsLeftOut(of: body, since: previous, asOf: past)
        papers.isActionLeftOut = !leftOut.isEmpty
        papers.isOwnActionLeftOut = leftOut.contains(meeting.reference)
        papers.answers = try answers(of: body, since: previous, until: day)
        papers.nextDates = try nextDates(of: body, after: date, asOf: day, past)
        try addAttendance(to: &papers, of: meeting, body: body, agenda, isOver: before == nil)
        guard before == nil else { return papers }
        papers.status = status(of: meeting)
        papers.concludedAt = meeting.meeting.concludedAt
        papers.confirmedOn = try meeting.meeting.confirmedAt.flatMap { try item($0).meeting.date }
        papers.confirmed = try confirmed(at: meeting)
        if !isNotice { papers.toldBefore = try minutesToldBefore(of: meeting) }
        papers.officer = try body.officer.flatMap { id in try reference.contacts.first { $0.id == id } }
        papers.signatory = try signatory(of: meeting)
        papers.corrections = try [printedCorrections(of: meeting)?.printed].compactMap(\.self)
        papers.privateCorrections = try [printedCorrections(of: meeting, private: true)?.printed].compactMap(\.self)
        papers.notExcludedBecause = meeting.meeting.notExcludedBecause
        papers.minutes = try minutes(agenda, decisions, of: meeting)
        papers.actions = try partsThen(of: papers.actions, at: meeting)
        papers.escalations = try escalations(from: meeting, of: body, on: date, asOf: past)
        papers.isNothingSent = !all.contains { ["referred", "delegated"].contains($0.kind) }
        papers.feedbackOwed = try feedbackOwed(by: body, asOf: past)
        papers.notReached = try notReached(agenda, of: meeting, at: body, asOf: past)
        return papers
    }

    /// Where and when a meeting is, and whether it is: what all of its papers begin with.
    func frame(of meeting: StoredItem, at body: Body, on date: Day, asOf day: Day) throws -> MeetingPapers {
        var papers = MeetingPapers(
            body: body, ref: meeting.reference, date: date, asOf: day, parentTitle: try reference.parentTitle)
        papers.isCalledOff = meeting.meeting.isCalledOff
        papers.movedFrom = meeting.meeting.movedFrom
        if papers.isCalledOff || papers.movedFrom != nil { papers.changedBecause = meeting.meeting.reason }
        if papers.isCalledOff {
            papers.instead = try nextMeeting(of: body.id, after: max(date, today - 1))?.meeting.date
        }
        papers.number = papers.isCalledOff ? nil : try number(of: meeting, body: body.id, date: date)
        papers.starts = (meeting.meeting.time ?? body.meets).flatMap { ClockTime($0) }
        papers.venue = meeting.meeting.venue
        papers.joining = meeting.meeting.howToJoin
        papers.access = meeting.meeting.accessContact.map(View.contact)
        papers.issued = meeting.meeting.publishedOn
        papers.head = try head(of: meeting)
        return papers
    }

    /// What the minutes of a meeting are made of: from the day they were circulated on, what they tell of is as it was then,
    /// people by the names that they had then, and only how far they have come since is told as it is.
    public func minutesPapers(of meeting: StoredItem) throws -> MeetingPapers {
        guard let day = meeting.meeting.circulatedOn, day <= today else { return try papers(of: meeting, asOf: today) }
        let set = try settings(of: meeting, by: wholeHistory(of: meeting).filter { !$0.isUndone && !$0.isUndo })
        func naming<T>(_ field: MeetingReader.Field, _ read: () throws -> T) throws -> T {
            try set[field.rawValue].map { try self.naming(asOf: $0, read) } ?? read()
        }
        var papers = try naming(.circulatedOn) { try self.papers(of: meeting, asOf: day) }
        papers.signatory = try naming(.signedBy) { try signatory(of: meeting) }
        return papers
    }

    /// What other papers tell of a meeting that is over, news, briefings and pages: its minutes, but for what another body took
    /// in private since. Minutes go on printing what they printed of it; every other paper is neutral.
    public func newsPapers(of meeting: StoredItem) throws -> MeetingPapers {
        let closed = try agenda(of: meeting).compactMap(\.issue).filter {
            try !privateTakings(of: item(id: $0.id)).isEmpty
        }
        return try minutesPapers(of: meeting).closing(Set(closed.map(\.reference)))
    }

    private func signatory(of meeting: StoredItem) throws -> PapersPerson? {
        try meeting.text(MeetingReader.Field.signedBy.rawValue).map { id in
            let person = try person(id: id)
            return try paperPerson(person, seats: seats(of: person, on: meeting.meeting.signedOn ?? date(of: meeting)))
        }
    }

    /// The day as of which notice of a meeting that is over was given: the last on which something was put on its agenda, or
    /// that was published; nil while it lies ahead. One that was called off had no later day.
    func noticeDay(of meeting: StoredItem) throws -> Day? {
        let isCalledOff = meeting.meeting.isCalledOff
        guard try isCalledOff || hasMet(meeting) else { return nil }
        let laidOut = try agenda(of: meeting).compactMap(\.added).max()
        guard let published = meeting.meeting.publishedOn else { return isCalledOff ? laidOut : nil }
        return max(published, laidOut ?? published)
    }

    /// The day from which on the papers of the next meeting tell what came since: that on which the agenda of a meeting went
    /// out, which knows nothing of what came between that and the meeting.
    func lastTold(by meeting: StoredItem) throws -> Day {
        let date = try self.date(of: meeting)
        return meeting.meeting.publishedOn.map { min($0, date) } ?? date
    }

    /// An issue as papers of a past day print it: what was not on record then is not in it, what was put right since is, and
    /// whether it may be printed is asked of today.
    func asNoticed(_ issue: StoredItem, on day: Day?) throws -> StoredItem {
        guard let day, let past = try past(issue, on: day) else { return issue }
        var fields = past.item.fields
        try putRight(&fields, of: past, now: issue)
        for name in [IssueReader.Field.consent, .consentWith, .safeguarding, .anonymous, .scope].map(\.rawValue) {
            fields[name] = issue.item.fields[name]
        }
        return StoredItem(
            id: past.id, workflow: past.workflow, reference: past.reference, version: past.version, isOpen: past.isOpen,
            definition: past.definition,
            item: Item(state: past.item.state, fields: fields, clocks: past.item.clocks),
            definitionKey: past.definitionKey, sealed: past.sealed)
    }

    /// `DCO office north, office@example.org, 01632 960000` in its parts.
    static func contact(_ text: String) -> AccessContact {
        let parts = text.split(separator: ",").map { $0.split(separator: " ").joined(separator: " ") }
        let phone = parts.first { part in
            part.allSatisfy { $0.isNumber || " +()".contains($0) } && part.contains(where: \.isNumber)
        }
        // A sentence that has one in it is told as it stands.
        let email = parts.first { $0.contains("@") && !$0.contains(" ") }
        let title = parts.first { $0 != phone && $0 != email } ?? email ?? phone
        return AccessContact(title: title ?? text, email: email, phone: phone)
    }

    private func number(of meeting: StoredItem, body: String, date: Day) throws -> Int {
        try connection.row(
            """
            SELECT count(*) AS total FROM item
            WHERE body = ? AND workflow = 'meeting' AND happens <= ? AND NOT \(inState(meaning: "called-off", of: "meeting"))
            """, [.text(body), .text(date.description)])?.count("total") ?? 1
    }

    private func supplements(_ agenda: [AgendaItem], of meeting: StoredItem) throws -> [Supplement] {
        let numbers = Set(agenda.map(\.supplement)).subtracting([0]).sorted()
        let days = try numbers.isEmpty ? [] : supplementDays(of: meeting)
        return numbers.map { Supplement(number: $0, issued: $0 <= days.count ? days[$0 - 1] : nil) }
    }

    private func entries(
        _ agenda: [AgendaItem], of body: Body, on day: Day, asOf past: Day?
    ) throws -> [AgendaEntry] {
        return try agenda.map { item in
            let matter = try item.matter.map { try self.item(id: $0.id) }
            var entry = AgendaEntry(
                number: item.number, title: item.title,
                purpose: StandingItem.Purpose(rawValue: item.purpose) ?? .discussion,
                lead: try roleTitle(item.lead), minutes: item.minutes == 0 ? nil : item.minutes,
                part: item.isHeading ? .one : try part(of: item, at: body), lateReason: item.lateReason,
                supplement: item.supplement == 0 ? nil : item.supplement,
                issue: try shownIssue(of: item).map {
                    try sheet(of: asNoticed($0, on: past), for: body, on: day, asOf: past)
                },
                chairNotes: matter?.matter.chairNote)
            entry.matter = try matter.map { try sheet(ofMatter: $0, on: day) }
            entry.feed = item.isHeading ? StandingItem.Feed(rawValue: item.feed) : nil
            if past == nil, let issue = try shownIssue(of: item) { entry.issue?.likeness = try likeness(of: issue) }
            return entry
        }
    }

    /// The papers that what was brought names as relied on.
    private func background(_ agenda: [AgendaItem]) throws -> [BackgroundPaper] {
        try agenda.flatMap { line in
            try line.matter.map { try item(id: $0.id).matter.background }?.map {
                BackgroundPaper(title: $0, item: line.number)
            } ?? []
        }
    }

    private func status(of meeting: StoredItem) -> MinutesStatus {
        if let signed = meeting.meeting.signedOn {
            return .signed(agreed: meeting.meeting.agreedOn ?? signed, signed: signed)
        }
        if let agreed = meeting.meeting.agreedOn { return .agreed(agreed) }
        if let circulated = meeting.meeting.circulatedOn { return .circulated(circulated) }
        return .draft
    }

    /// Dates after a meeting that were still to come on the day of its papers.
    ///
    /// - Parameter past: that day, where it has passed.
    private func nextDates(of body: Body, after date: Day, asOf day: Day, _ past: Day?) throws -> [NextDate] {
        let last = max(date, day - 1)
        let now = try past == nil ? nextMeeting(of: body.id, after: last) : nil
        guard let next = try past.map({ try nextMeeting(of: body.id, after: last, asOf: $0) }) ?? now,
            let meets = next.meeting.date
        else { return [] }
        let dates = try dates(of: body, meetingOn: meets)
        return [
            NextDate(title: "Last day to bring an issue", day: dates.cutOff),
            NextDate(
                title: "Next meeting of the \(body.title)", day: meets,
                time: (next.meeting.time ?? body.meets).flatMap { ClockTime($0) }, venue: next.meeting.venue),
        ].filter { $0.day >= day }
    }
}

extension View {
    /// What may be a safeguarding matter goes into no paper, not even where it stood before the worry came up: its line
    /// keeps its number, and nothing else (rule R1). A summary that was corrected is corrected in every title that repeats
    /// it: the agenda is frozen, what should not have been in it is not.
    func printable(_ agenda: [AgendaItem], of meeting: StoredItem) throws -> [AgendaItem] {
        try agenda.map { line in
            guard let issue = try line.issue.map({ try item(id: $0.id) }) else { return line }
            guard issue.issue.isScreenClear else { return try withheld(line, about: issue, of: meeting) }
            var line = line
            line.title = try corrected(line.title, of: issue)
            return line
        }
    }

    private func corrected(_ title: String, of issue: StoredItem) throws -> String {
        guard let summary = issue.issue.summary, !title.contains(summary) else { return title }
        let earlier = try connection.rows(
            "SELECT value FROM vault WHERE item = ? AND field = ? ORDER BY length(value) DESC",
            [.integer(issue.id), .text(IssueReader.Field.summary.rawValue)])
        guard let old = earlier.map({ $0.word("value") }).first(where: title.contains) else { return title }
        return title.replacing(old, with: summary)
    }
}
