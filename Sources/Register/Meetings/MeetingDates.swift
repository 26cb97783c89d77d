import Ledger
import Partnership
import Workflow

/// The days that lead up to a meeting (DOMAIN section 6).
public struct MeetingDates: Hashable, Sendable {
    /// The last day to call for items and reports.
    public let callBy: Day
    /// The last day to bring an issue without a late reason; for the Board, the day its papers are due.
    public let cutOff: Day
    /// The last day to publish with the clear days the body gives.
    public let publishBy: Day
    /// The day by which draft minutes and actions go out.
    public let minutesBy: Day
}

extension View {
    public func dates(of body: Body, meetingOn date: Day) throws -> MeetingDates {
        let calendar = try workingCalendar()
        let cutOff = calendar.adding(workingDays: -body.cutOff, to: date)
        return MeetingDates(
            callBy: calendar.adding(workingDays: -(body.callForItems ?? Body.usualCallForItems), to: cutOff),
            cutOff: cutOff,
            publishBy: PublishBy.day(meeting: date, clearDays: body.clearDays, counting: .workingDays(calendar)),
            minutesBy: calendar.adding(workingDays: body.minutesWithin, to: date))
    }

    /// The calendar that this partnership counts working days in.
    public func workingCalendar() throws -> WorkingCalendar {
        let name = try setting("calendar") ?? ""
        guard let calendar = try calendars()[name] else {
            throw RegisterError.damaged("there is no calendar called \(name)")
        }
        return calendar
    }

    /// A setting of the register: `profile`, `title`, `calendar`.
    public func setting(_ name: String) throws -> String? {
        try connection.row("SELECT value FROM setting WHERE name = ?", [.text(name)])?.text("value")
    }

    /// The body a meeting is of.
    public func body(of meeting: StoredItem) throws -> Body {
        guard let name = meeting.meeting.body, let body = try reference.body(name) else {
            throw RegisterError.damaged("the meeting \(meeting.reference) has no body")
        }
        return body
    }

    /// The day a meeting takes place.
    func date(of meeting: StoredItem) throws -> Day {
        guard let date = meeting.meeting.date else {
            throw RegisterError.damaged("the meeting \(meeting.reference) has no date")
        }
        return date
    }

    /// A body's next meeting after a day that is not called off, soonest first.
    public func nextMeeting(of body: String, after day: Day) throws -> StoredItem? {
        try connection.row(
            """
            SELECT \(View.itemColumns) FROM item
            WHERE body = ? AND workflow = 'meeting' AND happens > ? AND \(inState(meaning: "ahead", of: "meeting"))
            ORDER BY happens LIMIT 1
            """, [.text(body), .text(day.description)]
        ).map(stored)
    }

    /// The body's next meeting after a day, as it was fixed at the end of a day that has passed.
    func nextMeeting(of body: String, after day: Day, asOf past: Day) throws -> StoredItem? {
        try connection.rows(
            "SELECT \(View.itemColumns) FROM item WHERE body = ? AND workflow = 'meeting' ORDER BY id", [.text(body)]
        ).compactMap { try self.past(stored($0), on: past) }.filter { meeting in
            meeting.isOpen && meeting.meeting.date.map { $0 > day } ?? false
        }.min { ($0.meeting.date ?? day, $0.id) < ($1.meeting.date ?? day, $1.id) }
    }

    /// Meetings to come that are not called off, soonest first.
    public func meetingsAhead() throws -> [StoredItem] {
        try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item
            WHERE workflow = 'meeting' AND open = 1 AND happens >= ? ORDER BY happens, id
            """, [.text(today.description)]
        ).map(stored).filter { !$0.meeting.isCalledOff }
    }

    /// A body's meetings before a day, oldest first.
    func meetings(of body: String, before day: Day) throws -> [StoredItem] {
        try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item
            WHERE body = ? AND workflow = 'meeting' AND happens < ? ORDER BY happens, id
            """, [.text(body), .text(day.description)]
        ).map(stored)
    }

    /// A body's meetings whose minutes were circulated and which a meeting before this day should have agreed, and did not.
    ///
    /// - Parameter past: the day as of whose end it is told; nil for as it is.
    public func unagreedMinutes(of body: String, before day: Day, asOf past: Day? = nil) throws -> [StoredItem] {
        guard let last = try previousMeeting(of: body, before: day) else { return [] }
        func isBy(_ known: Day?) -> Bool { known.map { past == nil || $0 <= past ?? $0 } ?? false }
        return try meetings(of: body, before: date(of: last)).filter {
            isBy($0.meeting.circulatedOn) && !isBy($0.meeting.agreedOn)
        }
    }

    /// A body's last meeting before a day that was held.
    public func previousMeeting(of body: String, before day: Day) throws -> StoredItem? {
        try connection.row(
            """
            SELECT \(View.itemColumns) FROM item
            WHERE body = ? AND workflow = 'meeting' AND happens < ?
              AND EXISTS (SELECT 1 FROM attendance WHERE meeting = item.id AND status IN ('present', 'deputised'))
            ORDER BY happens DESC LIMIT 1
            """, [.text(body), .text(day.description)]
        ).map(stored)
    }

    /// Open issues brought to a meeting that it has neither decided nor carried to another.
    public func undecided(at meeting: StoredItem) throws -> [String] {
        try connection.rows(
            """
            SELECT reference FROM item AS issue
            WHERE meeting = ? AND workflow = 'issue' AND open = 1 AND next_meeting IS NULL
              AND NOT EXISTS (SELECT 1 FROM decision WHERE decision.meeting = ? AND decision.issue = issue.id)
            ORDER BY issue.id
            """, [.text(meeting.reference), .integer(meeting.id)]
        ).map { $0.word("reference") }.filter { reference in
            // What may be a safeguarding matter is diverted, and decided by no meeting (rule R1).
            let issue = try item(reference)
            return issue.issue.isScreenClear && !lacksConsent(issue)
        }
    }
}

extension View {
    /// The days that meetings of a body are named after, each with the day on which it meets, or met: another one where it was
    /// moved, nil where it was called off. No other meeting can have that name.
    public func meetingDays(of body: String) throws -> [Day: Day?] {
        let meetings = try connection.rows(
            "SELECT \(View.itemColumns) FROM item WHERE workflow = 'meeting' AND body = ?", [.text(body)]
        ).map(stored)
        var days: [Day: Day?] = [:]
        for meeting in meetings {
            guard case .meeting(_, let day)? = Reference(meeting.reference) else { continue }
            days[day] = .some(meeting.meeting.isCalledOff ? nil : meeting.meeting.date)
        }
        return days
    }

    /// Meetings, latest first.
    public func meetings(body: String?, limit: Int) throws -> [ItemLine] {
        if let body, try reference.body(body) == nil { throw try unknown("body", body) }
        let condition = "item.workflow = 'meeting'" + (body == nil ? "" : " AND item.body = ?")
        return try lines(
            where: condition, order: "item.happens DESC, item.id DESC",
            body.map { [.text($0)] } ?? [], limit: limit, as: .system)
    }
}
