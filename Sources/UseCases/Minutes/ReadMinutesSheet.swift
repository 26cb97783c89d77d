import Partnership
import Register
import Workflow

/// The minutes of a whole meeting as one sheet, to go on writing them: with the version of each text, so that what two
/// people write at once does not take each other's place.
public struct ReadMinutesSheet: Question {
    public let meeting: String

    public init(of meeting: String) { self.meeting = meeting }

    /// Throws when nothing can be minuted: it has not taken place, or its minutes were circulated.
    public func answer(from view: View, as standing: Standing) throws -> MinutesSheet {
        let reading = try MeetingReading(of: meeting, from: view, as: standing)
        try standing.must(.minute, at: reading.body)
        try view.checkMet(reading.meeting, on: view.today)
        let sheet = try reading.sheet()
        guard !sheet.items.isEmpty else { throw noAgenda(of: reading) }
        return sheet
    }

    private func noAgenda(of reading: MeetingReading) -> RegisterError {
        .notFound(
            "\(reading.meeting.reference) has no agenda, and minutes are written under its items.",
            remedies: [.deed("build-agenda", on: reading.meeting.reference)])
    }
}
