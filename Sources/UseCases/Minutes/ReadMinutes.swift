import Partnership
import Register

/// What is recorded under one item so far, for whoever minutes it to go on from.
public struct ReadMinutes: Question {
    /// What is recorded, and whose it is.
    public struct Recorded: Sendable, Codable {
        public let text: String
        /// The name of who recorded it; nil when the asker did.
        public let by: String?
    }

    public let meeting: String
    /// The number on the agenda, `8.1`.
    public let item: String

    public init(under item: String, of meeting: String) {
        self.item = item
        self.meeting = meeting
    }

    /// Nil when there is nothing, or it is not for the asker.
    public func answer(from view: View, as standing: Standing) throws -> Recorded? {
        let reading = try MeetingReading(of: meeting, from: view, as: standing)
        try standing.must(.minute, at: reading.body)
        let line = try view.agendaItem(item, of: reading.meeting)
        guard let text = try reading.agenda().first(where: { $0.number == line.number })?.discussed else { return nil }
        let who = try view.minuting(of: line)?.person
        return Recorded(text: text, by: who?.id == standing.person.id ? nil : who?.name)
    }
}
