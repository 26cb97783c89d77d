import Register

/// What the minutes of a meeting say, under each item of its agenda.
public struct ShowMinutes: Question {
    public let meeting: String

    public init(of meeting: String) { self.meeting = meeting }

    public func answer(from view: View, as standing: Standing) throws -> [AgendaItemAnswer] {
        let reading = try MeetingReading(of: meeting, from: view, as: standing)
        try reading.must()
        return try reading.agenda()
    }
}
