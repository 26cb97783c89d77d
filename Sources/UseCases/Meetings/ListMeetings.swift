import Register
import Workflow

/// Meetings, latest first: that they are, and when.
public struct ListMeetings: Question {
    /// Only one body's.
    public let body: String?
    public let limit: Int

    public init(of body: String? = nil, limit: Int = 50) {
        self.body = body
        self.limit = max(1, limit)
    }

    public func answer(from view: View, as standing: Standing) throws -> [ListedMeeting] {
        try standing.mustHoldSeat(toSee: "The list of meetings")
        return try view.meetings(body: body, limit: limit).map(ListedMeeting.init)
    }
}

/// A line of the list of meetings.
public struct ListedMeeting: Sendable, Codable {
    public let ref: String
    public let state: String
    /// The day it takes place.
    public let date: Day?
    public let due: Day?
    /// The clock that falls due.
    public let dueFor: String?
    public let version: Int

    init(_ line: ItemLine) {
        ref = line.reference
        state = line.state
        date = line.happens
        due = line.due
        dueFor = line.clock
        version = line.version
    }
}
