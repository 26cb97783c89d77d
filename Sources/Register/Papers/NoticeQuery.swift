import Ledger
import Partnership
import Workflow

extension View {
    /// What a notice of a meeting tells: where and when it is, and the meetings of its body that come after it.
    public func notice(of meeting: StoredItem, asOf day: Day) throws -> MeetingPapers {
        let body = try body(of: meeting)
        let date = try date(of: meeting)
        var papers = try frame(of: meeting, at: body, on: date, asOf: day)
        papers.calendar = try ([meeting] + meetings(of: body.id, after: max(date, day - 1))).compactMap {
            try calendarMeeting($0, of: body)
        }
        return papers
    }

    /// A body's meetings after a day, soonest first, what was called off among them once notice of it was given.
    func meetings(of body: String, after day: Day) throws -> [StoredItem] {
        try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item
            WHERE body = ? AND workflow = 'meeting' AND happens > ? ORDER BY happens, id
            """, [.text(body), .text(day.description)]
        ).map(stored).filter { !$0.meeting.isCalledOff || $0.meeting.publishedOn != nil }
    }

    func calendarMeeting(_ meeting: StoredItem, of body: Body) throws -> CalendarMeeting? {
        guard let day = meeting.meeting.date else { return nil }
        let starts = (meeting.meeting.time ?? body.meets).flatMap { ClockTime($0) }
        let agenda = try agenda(of: meeting).map(\.minutes)
        let minutes = (agenda.isEmpty ? body.agenda.map(\.minutes) : agenda).reduce(0, +)
        return CalendarMeeting(
            id: "lap:\(try setting("profile") ?? "register"):\(meeting.reference)", day: day, starts: starts,
            ends: minutes > 0 ? starts?.adding(minutes: minutes) : nil, venue: meeting.meeting.venue,
            bringBy: try dates(of: body, meetingOn: day).cutOff, isNoticed: meeting.meeting.publishedOn != nil,
            isCalledOff: meeting.meeting.isCalledOff, changes: try noticeChanges(of: meeting))
    }

    /// How often a meeting was changed in what calendars have of it; what was taken back is a change too.
    private func noticeChanges(of meeting: StoredItem) throws -> Int {
        let fields = Set(MeetingReader.Field.calendars.map(\.rawValue))
        func told(_ image: String) throws -> [String: JSON] {
            let row = try ItemCoding.parse(image)
            guard case .object(let members) = try ItemCoding.parse(row["fields"]?.string ?? "{}") else { return [:] }
            var kept = members.filter { fields.contains($0.key) }
            let isOff =
                row["state"]?.string.flatMap { meeting.definition[$0] }?.meanings.contains("called-off") ?? false
            kept["off"] = isOff ? .number(1) : nil
            return kept
        }
        return try connection.rows(
            """
            SELECT before, after FROM change
            WHERE relation = 'item' AND key = ? AND before IS NOT NULL AND after IS NOT NULL
            """, [.text(String(meeting.id))]
        ).count { try told($0.word("before")) != told($0.word("after")) }
    }

    /// Whether what a notice tells was changed since an operation: of its meeting, or of one that comes after it.
    func isOutdated(notice paper: IssuedPaper, of meeting: StoredItem) throws -> Bool {
        let fields = Set(MeetingReader.Field.calendars.map(\.rawValue))
        return try ([meeting] + meetings(of: body(of: meeting).id, after: date(of: meeting))).contains {
            try isChanged($0, since: paper.operation, fields.contains)
                || $0.meeting.isCalledOff && isStateChanged($0, since: paper.operation)
        }
    }
}

extension MeetingReader.Field {
    /// What calendars have of a meeting.
    fileprivate static let calendars: [MeetingReader.Field] = [
        .date, .time, .venue, .howToJoin, .accessContact, .publishedOn,
    ]
}
