import Partnership
import Register
import Workflow

/// A meeting for a program: an item like any other, with what belongs to meetings beside its own members.
public struct MeetingAnswer: Sendable, Codable {
    public let item: ItemAnswer
    /// The body's id.
    public let body: String?
    public let date: Day?
    public let agenda: [AgendaItemAnswer]
    public let attendance: [AttendanceAnswer]
    public let decisions: [DecisionAnswer]
    /// Open issues brought to it that it has not decided.
    public let undecided: [String]

    private enum CodingKeys: CodingKey { case body, date, agenda, attendance, decisions, undecided }

    init(_ reading: MeetingReading, from view: View, as standing: Standing) throws {
        item = try ItemAnswer(reading.meeting, from: view, as: standing)
        body = reading.meeting.text("body")
        date = reading.meeting.day("date")
        agenda = try reading.agenda()
        attendance = try view.attendance(of: reading.meeting).map(AttendanceAnswer.init)
        decisions = try reading.decisions()
        undecided = try reading.undecided()
    }

    public init(from decoder: any Decoder) throws {
        item = try ItemAnswer(from: decoder)
        let container = try decoder.container(keyedBy: CodingKeys.self)
        body = try container.decodeIfPresent(String.self, forKey: .body)
        date = try container.decodeIfPresent(Day.self, forKey: .date)
        agenda = try container.decode([AgendaItemAnswer].self, forKey: .agenda)
        attendance = try container.decode([AttendanceAnswer].self, forKey: .attendance)
        decisions = try container.decode([DecisionAnswer].self, forKey: .decisions)
        undecided = try container.decode([String].self, forKey: .undecided)
    }

    public func encode(to encoder: any Encoder) throws {
        try item.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(body, forKey: .body)
        try container.encodeIfPresent(date, forKey: .date)
        try container.encode(agenda, forKey: .agenda)
        try container.encode(attendance, forKey: .attendance)
        try container.encode(decisions, forKey: .decisions)
        try container.encode(undecided, forKey: .undecided)
    }
}

/// Whether somebody was at a meeting.
public struct AttendanceAnswer: Sendable, Codable {
    /// The person's name.
    public let person: String
    /// `present`, `apologies`, `absent` or `deputised`.
    public let status: String
    /// The name of who came in their place.
    public let deputy: String?
    /// The roles of the seats they held in the body on the day.
    public let roles: [String]
    /// `guest`, `adviser` or `minute-taker`, in attendance; nil for members.
    public let capacity: String?
    public let online: Bool
    /// The number of the item at which they came; nil for the beginning.
    public let arrived: String?
    /// The number of the item before which they left; nil for the end.
    public let departed: String?

    init(_ record: AttendanceRecord) {
        person = record.person.name
        status = record.status.rawValue
        deputy = record.deputy?.name
        roles = record.seats.map(\.role)
        capacity = record.capacity?.rawValue
        online = record.isOnline
        arrived = record.arrived
        departed = record.departed
    }
}
