import Partnership
import Register
import Workflow

/// Holds the agenda of a meeting to come against what it should have.
public struct CheckAgenda: Question {
    public let meeting: String

    public init(of meeting: String) { self.meeting = meeting }

    public func answer(from view: View, as standing: Standing) throws -> CheckedAgenda {
        let reading = try MeetingReading(of: meeting, from: view, as: standing)
        try standing.must(.buildAgenda, at: reading.body)
        let findings = try AgendaFindings(reading, view, standing)
        guard findings.isAhead else {
            throw RegisterError.refused([
                Reason(
                    kind: .state, sentence: "\(reading.meeting.reference) is over or does not take place.",
                    remedies: [.say("Choose a meeting to come.")])
            ])
        }
        return CheckedAgenda(meeting: reading.meeting.reference, findings: try findings.all())
    }
}

public struct CheckedAgenda: Sendable, Codable {
    public let meeting: String
    /// What is missing first, and then what is only to be known.
    public let findings: [AgendaFinding]

    public var isMissingSomething: Bool { findings.contains(where: \.isMissing) }
}
