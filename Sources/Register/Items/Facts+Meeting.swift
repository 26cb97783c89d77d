import Ledger
import Partnership
import Workflow

extension View {
    /// What a meeting's workflow may ask of the meeting itself.
    func ownMeetingFacts(_ item: StoredItem?, proposed: [String: Value]) throws -> [String: Value] {
        var facts: [String: Value] = [:]
        if case .text(let name) = proposed["body"], case .day(let date) = proposed["date"],
            let body = try reference.body(name)
        {
            facts["never-meets"] = .flag(!body.kind.meets)
            facts["publish-by"] = .day(try dates(of: body, meetingOn: date).publishBy)
            let dayOff = DayOff(date, calendar: try workingCalendar(), schools: try reference.schoolHolidays)
            facts["day-off"] = dayOff.map { .text($0.rawValue) }
        }
        facts["day-taken"] = .flag(try isDayTaken(by: item, proposed))
        if case .text(let time) = proposed["time"] { facts["time-unread"] = .flag(ClockTime(time) == nil) }
        guard let item else { return facts }
        facts.merge(try meetingFacts(item)) { proposed, _ in proposed }
        let counts = try connection.row(
            """
            SELECT
              (SELECT count(*) FROM agenda_item WHERE meeting = ?) AS agenda,
              (SELECT count(*) FROM agenda_item WHERE meeting = ? AND (discussed IS NOT NULL OR reached = 0)) AS minuted,
              (SELECT coalesce(max(supplement), 0) FROM agenda_item WHERE meeting = ?) AS supplement,
              (SELECT count(*) FROM attendance
                WHERE meeting = ? AND status IN ('present', 'deputised')) AS present
            """, Array(repeating: .integer(item.id), count: 4))
        facts["agenda-items"] = .number(counts?.count("agenda") ?? 0)
        facts["minuted"] = .number(counts?.count("minuted") ?? 0)
        facts["present"] = .number(counts?.count("present") ?? 0)
        facts["provisional-decisions"] = .number(try decisions(of: item).count(where: \.isProvisional))
        facts["undecided"] = .number(try undecided(at: item).count)
        facts["agenda-stale"] = .flag(try isAgendaStale(of: item))
        facts["unlisted"] = .number(try unlisted(at: item).count)
        facts["supplement-due"] = .flag(counts?.count("supplement") ?? 0 > item.meeting.supplements)
        facts["lacks-exclusion"] = .flag(try lacksExclusion(item))
        if case .text(let text) = proposed[MeetingReader.Field.corrections.rawValue] {
            facts["corrections-private"] = .flag(try !privateMatters(in: text, of: item).isEmpty)
        }
        return facts
    }

    /// Whether the body of a meeting has another one on its day.
    private func isDayTaken(by meeting: StoredItem?, _ proposed: [String: Value]) throws -> Bool {
        guard case .text(let body) = proposed["body"], case .day(let date) = proposed["date"] else { return false }
        return try connection.row(
            """
            SELECT 1 FROM item WHERE body = ? AND workflow = 'meeting' AND happens = ? AND id <> ?
              AND NOT \(inState(meaning: "called-off", of: "meeting"))
            """, [.text(body), .text(date.description), .integer(meeting?.id ?? 0)]) != nil
    }

    /// What a guard may ask about a meeting.
    func meetingFacts(_ meeting: StoredItem) throws -> [String: Value] {
        guard let name = meeting.text("body"), let body = try reference.body(name), let date = meeting.day("date")
        else { throw RegisterError.damaged("the meeting \(meeting.reference) has no body or date") }
        let dates = try dates(of: body, meetingOn: date)
        let finding = try finding(of: meeting)
        return [
            "date": .day(date), "body": .text(body.id), "kind": .text(body.kind.rawValue),
            "state": .text(meeting.state), "cut-off": .day(dates.cutOff), "papers-due": .day(dates.cutOff),
            "publish-by": .day(dates.publishBy), "published": .flag(meeting.day("published-on") != nil),
            "schedule-12a": .flag(body.followsSchedule12A),
            "private": .flag(
                try connection.row(
                    """
                    SELECT 1 FROM agenda_item WHERE meeting = ? AND private = 1 AND released IS NULL
                      AND (issue IS NOT NULL OR matter IS NOT NULL)
                    """, [.integer(meeting.id)]) != nil),
            "quorate": .flag(finding.isQuorate), "parent-rep": .flag(finding.finding.isCompliant),
        ]
    }
}
