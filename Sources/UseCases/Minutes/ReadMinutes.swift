import Partnership
import Register

/// What is recorded under one item so far, for whoever minutes it to go on from.
public struct ReadMinutes: Question {
    public let meeting: String
    /// The number on the agenda, `8.1`.
    public let item: String

    public init(under item: String, of meeting: String) {
        self.item = item
        self.meeting = meeting
    }

    /// Nil when there is nothing, or it is not for the asker.
    public func answer(from view: View, as standing: Standing) throws -> String? {
        let reading = try MeetingReading(of: meeting, from: view, as: standing)
        try standing.must(.minute, at: reading.body)
        let number = try view.agendaItem(item, of: reading.meeting).number
        return try reading.agenda().first { $0.number == number }?.discussed
    }
}
