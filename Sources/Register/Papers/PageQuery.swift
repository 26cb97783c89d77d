import Ledger
import Partnership
import Workflow

extension View {
    /// The first meeting of a body: what its page is known by, as long as there are others; nil while it has none.
    public func firstMeeting(of body: Body) throws -> StoredItem? {
        try connection.row(
            "SELECT \(View.itemColumns) FROM item WHERE body = ? AND workflow = 'meeting' ORDER BY id LIMIT 1",
            [.text(body.id)]
        ).map(stored)
    }

    /// A body's action log, as everything is today.
    ///
    /// - Parameters:
    ///   - first: its first meeting.
    ///   - lead: whose actions alone it tells, those that they help with among them; nil for all.
    public func logPapers(of first: StoredItem, lead: String?) throws -> MeetingPapers {
        let body = try body(of: first)
        var papers = MeetingPapers(
            body: body, ref: first.reference, date: try date(of: first), asOf: today,
            parentTitle: try reference.parentTitle)
        let previous = try previousMeeting(of: body.id, before: today + 1).map(lastTold)
        papers.actions = try actionLines(of: body, since: previous, on: today, led: lead)
        papers.isActionLeftOut = try !meetingsOfActionsLeftOut(of: body, since: previous, asOf: nil).isEmpty
        papers.lead = try lead.map { id in
            let person = try person(id: id)
            return try paperPerson(person, seats: seats(of: person, on: today))
        }
        return papers
    }

    /// What a body's page tells besides the minutes of its meetings, as everything is today.
    ///
    /// - Parameters:
    ///   - first: its first meeting.
    ///   - day: the one that the page is dated.
    public func pagePapers(of first: StoredItem, dated day: Day) throws -> MeetingPapers {
        let body = try body(of: first)
        var papers = MeetingPapers(
            body: body, ref: first.reference, date: try date(of: first), asOf: day,
            parentTitle: try reference.parentTitle)
        let ahead = try meetings(of: body.id, after: today - 1)
        papers.calendar = try ahead.compactMap { try calendarMeeting($0, of: body) }
        papers.answering = try reference.answeringTitle
        papers.officer = try body.officer.flatMap { id in try reference.contacts.first { $0.id == id } }
        // How to join is for whoever has been given notice; whom to tell about access is told of a meeting to come alone.
        let past = try meetings(of: body.id, before: today)
        papers.joining = ahead.first { !$0.meeting.isCalledOff && $0.meeting.publishedOn != nil }?.meeting.howToJoin
        papers.access = ahead.first { $0.meeting.accessContact != nil }?.meeting.accessContact.map(View.contact)
        let agendas = try (ahead + past).filter { try !standing("agenda", about: $0, edition: "public").isEmpty }
        if let told = agendas.compactMap(\.meeting.publishedOn).max() {
            papers.answers = try answers(of: body, since: told.adding(months: -12), until: told)
        }
        papers.published = try (ahead + past).flatMap(published).sorted { ($1.date, $0.name) < ($0.date, $1.name) }
        return papers
    }

    /// A body's last meetings whose public minutes were issued and stand, oldest first.
    public func meetingsTold(byPageOf first: StoredItem) throws -> [StoredItem] {
        try meetings(of: body(of: first).id, before: today + 1).filter {
            try !standing("minutes", about: $0, edition: "public").isEmpty
        }.suffix(3)
    }

    /// The public papers of a meeting that stand, each in one format: that which everybody can read.
    private func published(of meeting: StoredItem) throws -> [PublishedPaper] {
        let date = try date(of: meeting)
        guard date >= today.adding(months: -12) else { return [] }
        return try ["notice", "agenda", "minutes", "news"].compactMap { kind in
            let papers = try standing(kind, about: meeting, edition: "public").filter { !$0.isErased }
            guard let paper = papers.first(where: { $0.format == "html" }) ?? papers.last, try !isBarred(paper) else {
                return nil
            }
            return PublishedPaper(
                kind: kind == "news" ? "update" : kind, date: date, name: paper.name, format: paper.format)
        }
    }
}
