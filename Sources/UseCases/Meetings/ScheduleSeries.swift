import Partnership
import Register
import class Register.Operation
import Workflow

/// Schedules the meetings of a body for a time to come, by a rule. A meeting that would fall on a weekend, a bank holiday
/// or into the school holidays takes place a week later or earlier, and where that is no better not at all; both are told.
public struct ScheduleSeries: Rehearsable {
    /// The body's id.
    public let body: String
    public let series: MeetingSeries
    public let days: ClosedRange<Day>
    /// What every meeting has: time, venue, how to join, contact for access needs.
    public let given: [String: Value]
    /// Days on which the body does not meet.
    public let except: Set<Day>
    public let name = "meeting series"

    public init(
        body: String, series: MeetingSeries, days: ClosedRange<Day>, given: [String: Value], except: Set<Day> = []
    ) {
        self.body = body
        self.series = series
        self.days = days
        self.given = given
        self.except = except
    }

    public func judge(from view: View, as standing: Standing) throws -> ScheduledSeries {
        let plan = try plan(from: view)
        for meeting in plan.meetings {
            let reasons = try view.objections(
                toBeginning: "meeting", given: fields(plan.body, meeting.date), as: standing, on: view.today)
            guard reasons.isEmpty else { throw RegisterError.refused(reasons) }
        }
        return plan
    }

    public func perform(in operation: Operation, as standing: Standing) throws -> ScheduledSeries {
        let plan = try plan(from: operation.view)
        for meeting in plan.meetings {
            _ = try operation.begin("meeting", given: fields(plan.body, meeting.date), as: standing)
        }
        return plan
    }

    private func fields(_ body: String, _ date: Day) -> [String: Value] {
        given.merging(["body": .text(body), "date": .day(date)]) { $1 }
    }

    private func plan(from view: View) throws -> ScheduledSeries {
        let body = try KnownNames.resolve([body], of: "body", among: view.reference.bodies.map(\.id))[0]
        guard days.upperBound - days.lowerBound <= 731 else {
            throw RegisterError.badInput(
                "That is more than two years.", remedies: [.say("Schedule them a year at a time.")])
        }
        let rule = series.days(in: days).filter { !except.contains($0) }
        guard !rule.isEmpty else {
            throw RegisterError.badInput("No meeting falls into that time.", remedies: [.give(["from", "until"])])
        }
        let calendar = try view.workingCalendar()
        let schools = try view.reference.schoolHolidays
        let named = try view.meetingDays(of: body)
        let there = Set(named.values.compactMap(\.self))
        /// Why the body cannot meet on a day; nil where it can.
        func hindrance(_ day: Day) -> String? {
            if named[day] != nil { return "the name of a meeting that was moved or called off" }
            return DayOff(day, calendar: calendar, schools: schools)?.words
        }
        var taken = there
        var plan = ScheduledSeries(body: body, meetings: [], left: [], there: [])
        for day in rule {
            // The meeting of this day may have been moved.
            if let other = named[day].flatMap({ $0 }) ?? (there.contains(day) ? day : nil) {
                plan.there.append(other)
                continue
            }
            let because = hindrance(day)
            let instead = MeetingSeries.instead(of: day).filter { days.contains($0) && !rule.contains($0) }
            // Asked for once more, what took the place of a holiday is there too.
            if because != nil, let other = instead.first(where: there.contains) {
                plan.there.append(other)
                continue
            }
            let free = instead.first { hindrance($0) == nil && !taken.contains($0) && !except.contains($0) }
            guard let date = because == nil ? day : free else {
                plan.left.append(ScheduledSeries.Left(date: day, because: because ?? ""))
                continue
            }
            taken.insert(date)
            plan.meetings.append(
                ScheduledSeries.Meeting(
                    ref: Reference.meeting(body: body, day: date).description, date: date,
                    insteadOf: because == nil ? nil : day, because: because))
        }
        return plan
    }
}

/// The meetings that a rule came to.
public struct ScheduledSeries: Sendable, Codable {
    public struct Meeting: Sendable, Codable {
        public let ref: String
        public let date: Day
        /// The day of the rule, where it is another.
        public let insteadOf: Day?
        /// `a bank holiday`.
        public let because: String?
    }

    public struct Left: Sendable, Codable {
        public let date: Day
        public let because: String
    }

    public let body: String
    public internal(set) var meetings: [Meeting]
    /// Days of the rule for which there is no other.
    public internal(set) var left: [Left]
    /// Days on which it meets already.
    public internal(set) var there: [Day]
}
