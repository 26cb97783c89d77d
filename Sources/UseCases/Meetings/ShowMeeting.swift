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
    /// Something that is due by a day, before the meeting or after it.
    public struct Due: Sendable, Codable {
        public enum What: String, Sendable, Codable {
            /// The call for items and reports goes out.
            case call
            /// Items and issues are in without a reason for being late; for the Board, its papers.
            case cutOff = "cut-off"
            /// A paper that is to follow.
            case paper
            /// Notice is given with the agenda.
            case publish
            /// Draft minutes and actions go out.
            case minutes
        }

        public let what: What
        public let day: Day
        /// Titles of roles, or names.
        public let from: [String]
        /// The day it was done; nil while it was not.
        public var done: Day?
        /// Of a paper, the matter and its title.
        public var ref: String?
        public var title: String?
        /// So many working days that this program counts where the body does not say: nobody's rule.
        public var byDefault: Int?
    }

    public let meeting: MeetingAnswer
    /// `North LAP`.
    public let bodyTitle: String
    public let stateTitle: String
    /// `10:00`.
    public let time: String?
    public let venue: String?
    /// That it does not take place, or on another day than was said first.
    public struct Change: Sendable, Codable {
        /// The day it was to meet on; nil where it does not take place.
        public let movedFrom: Day?
        /// Nil for whoever may not read it.
        public let reason: String?
    }

    public let change: Change?
    /// The terms of reference by which it meets, or met; nil where none are on record.
    public let terms: TermsAnswer?
    /// What is due by when, and from whom; nothing for a meeting that does not take place.
    public let due: [Due]
    /// What is missing, for those who lay out its agenda, until it is held.
    public let missing: [AgendaFinding]
    /// Nil until somebody is on record as having been there.
    public let quorum: QuorumAnswer?

    init(_ reading: MeetingReading, from view: View, as standing: Standing) throws {
        let meeting = try MeetingAnswer(reading, from: view, as: standing)
        self.meeting = meeting
        bodyTitle = reading.body.title
        stateTitle = reading.meeting.stateTitle
        time = meeting.item.fields["time"]?.text
        venue = meeting.item.fields["venue"]?.text
        let own = reading.meeting.meeting
        let movedFrom = own.isCalledOff ? nil : own.movedFrom
        change =
            own.isCalledOff || movedFrom != nil
            ? Change(movedFrom: movedFrom, reason: meeting.item.fields[MeetingReader.Field.reason.rawValue]?.text) : nil
        terms = try reading.meeting.meeting.date.flatMap { day in
            try view.terms(of: reading.body, meetingOn: day).map { TermsAnswer($0, of: reading.body, on: view.today) }
        }
        due = try Due.all(of: reading, meeting.agenda, from: view)
        let findings = try AgendaFindings(reading, view, standing)
        missing =
            try findings.isAhead && standing.may(.buildAgenda, at: .of(reading.body))
            ? findings.all().filter(\.isMissing) : []
        quorum =
            try view.hasMet(reading.meeting)
            ? QuorumAnswer(reading.meeting.reference, view.opening(of: reading.meeting)) : nil
    }
}
