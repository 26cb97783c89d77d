import Partnership
import Workflow

/// That a meeting is held, where and when, and which come after it; the same for everybody.
struct NoticePack: MeetingPack {
    let meeting: EditedMeeting

    var document: PackDocument {
        PackDocument(
            kind: .notice, title: words.documentTitle("notice of meeting"), organisation: words.organisation,
            heading: "Notice of meeting", subheading: words.subheading, edition: meeting.edition.title,
            facts: words.place + joining + bringing + words.access,
            notices: [words.changeNotice].compactMap(\.self), sections: [dates, words.record].compactMap(\.self),
            calendar: papers.calendar.map(entry), date: papers.asOf.description)
    }

    private var joining: [Fact] { [Fact("How to join", optional: papers.joining)].compactMap(\.self) }

    private var bringing: [Fact] {
        guard let own = papers.calendar.first, !own.isCalledOff, own.bringBy >= papers.asOf else { return [] }
        return [Fact("Last day to bring something", own.bringBy.wordsWithWeekday)]
    }

    /// Those that come after it.
    private var later: [CalendarMeeting] { Array(papers.calendar.dropFirst()) }

    private var dates: PackSection {
        guard !later.isEmpty else {
            return PackSection(
                id: "dates", title: "Meetings after it", blocks: [.sentence("No further meetings are fixed yet.")])
        }
        return PackSection(
            id: "dates", title: "Meetings after it",
            blocks: [.table(.meetings(later, "Meetings of the \(papers.body.title) to come, on \(papers.asOf.words)"))])
    }

    private func entry(_ meeting: CalendarMeeting) -> CalendarEntry {
        let isOwn = meeting == papers.calendar.first
        var notes = isOwn ? [papers.joining].compactMap { $0?.oneLine.sentence } : []
        if !meeting.isCalledOff, meeting.bringBy >= papers.asOf {
            notes.append("Last day to bring something: \(meeting.bringBy.words).")
        }
        if isOwn { notes += words.access.map { "\($0.label): \($0.text.sentence)" } }
        return CalendarEntry(
            id: meeting.id, title: "\(papers.body.title) meeting\(meeting.isCalledOff ? " (cancelled)" : "")",
            date: meeting.day.description, starts: meeting.starts?.written, ends: meeting.ends?.written,
            venue: meeting.venue, notes: notes,
            status: meeting.isCalledOff ? .cancelled : meeting.isNoticed ? .confirmed : .tentative,
            sequence: meeting.changes, organiser: papers.access?.title.capitalisedFirst ?? papers.body.title,
            email: papers.access?.email)
    }
}

extension PackTable {
    /// Meetings to come.
    static func meetings(_ meetings: [CalendarMeeting], _ caption: String) -> PackTable {
        PackTable(
            caption: caption,
            columns: [
                .init("Date", width: 4), .init("Time", width: 2), .init("Where", width: 6),
                .init("Bring things by", width: 4),
            ],
            rows: meetings.map { meeting in
                PackTable.Row(
                    .init(meeting.day.shortWords),
                    [
                        .init(meeting.starts?.words ?? "–"), .init(meeting.venue ?? "–"),
                        .init(
                            meeting.isCalledOff ? "Cancelled" : meeting.bringBy.shortWords,
                            isStrong: meeting.isCalledOff),
                    ])
            })
    }
}
