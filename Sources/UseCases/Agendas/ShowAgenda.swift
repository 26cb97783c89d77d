import Partnership
import Register

/// A meeting's agenda, in order. Whoever builds it may see it.
public struct ShowAgenda: Question {
    public let meeting: String

    public init(of meeting: String) { self.meeting = meeting }

    public func answer(from view: View, as standing: Standing) throws -> [AgendaItemAnswer] {
        let reading = try MeetingReading(of: meeting, from: view, as: standing)
        if !standing.may(.buildAgenda, at: .of(reading.body)) { try reading.must() }
        return try reading.agenda()
    }
}
