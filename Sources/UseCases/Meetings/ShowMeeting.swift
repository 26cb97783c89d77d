import Partnership
import Register
import Workflow

/// One meeting: when and where, its agenda, who was there, what it decided.
public struct ShowMeeting: Question {
    public let reference: String

    public init(_ reference: String) { self.reference = reference }

    public func answer(from view: View, as standing: Standing) throws -> ShownMeeting {
        let reading = try MeetingReading(of: reference, from: view, as: standing)
        try reading.must()
        return try ShownMeeting(reading, from: view, as: standing)
    }
}

/// A meeting, for a program and for a page.
public struct ShownMeeting: Sendable, Codable {
    /// The days that lead up to it and follow it.
    public struct Dates: Sendable, Codable {
        /// The last day to bring an issue without a reason for being late.
        public let cutOff: Day
        public let publishBy: Day
        /// Draft minutes and actions go out by then.
        public let minutesBy: Day
    }

    public let meeting: MeetingAnswer
    /// `North LAP`.
    public let bodyTitle: String
    public let stateTitle: String
    /// `10:00`.
    public let time: String?
    public let venue: String?
    public let dates: Dates?
    /// Nil until somebody is on record as having been there.
    public let quorum: QuorumAnswer?

    init(_ reading: MeetingReading, from view: View, as standing: Standing) throws {
        let meeting = try MeetingAnswer(reading, from: view, as: standing)
        self.meeting = meeting
        bodyTitle = reading.body.title
        stateTitle = reading.meeting.stateTitle
        time = meeting.item.fields["time"]?.text
        venue = meeting.item.fields["venue"]?.text
        dates = try meeting.date.map { date in
            let dates = try view.dates(of: reading.body, meetingOn: date)
            return Dates(cutOff: dates.cutOff, publishBy: dates.publishBy, minutesBy: dates.minutesBy)
        }
        quorum =
            try view.hasMet(reading.meeting)
            ? QuorumAnswer(reading.meeting.reference, view.finding(of: reading.meeting)) : nil
    }
}
