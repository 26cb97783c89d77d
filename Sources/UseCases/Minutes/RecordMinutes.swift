import Partnership
import Register
import class Register.Operation
import Workflow

/// Records what was said under an item of a meeting's agenda, or that it was not reached. What is recorded a second time
/// replaces the first, unless whoever records it may not read the first.
public struct RecordMinutes: Deed {
    public enum Outcome: Sendable {
        case discussed(String)
        /// Time ran out before it.
        case notReached
    }

    public let meeting: String
    /// The number on the agenda, `8.1`.
    public let item: String
    public let outcome: Outcome
    public let name = "minutes record"

    public init(_ outcome: Outcome, under item: String, of meeting: String) {
        self.outcome = outcome
        self.item = item
        self.meeting = meeting
    }

    private static let discussed = Field(name: "discussed", title: "Discussed", kind: .text, limit: 20_000)

    public func perform(in operation: Operation, as standing: Standing) throws -> MinutedItem {
        let reading = try MeetingReading(of: meeting, from: operation.view, as: standing)
        let meeting = reading.meeting
        try standing.must(.minute, at: reading.body)
        try reading.mustReplace(under: item)
        switch outcome {
        case .discussed(let text):
            try operation.minute(item, of: meeting, discussed: RecordMinutes.discussed.recorded(text))
            return MinutedItem(item: item, reached: true)
        case .notReached:
            try operation.skip(item, of: meeting)
            return MinutedItem(item: item, reached: false)
        }
    }
}

public struct MinutedItem: Sendable, Codable {
    /// Its number on the agenda.
    public let item: String
    public let reached: Bool
}

extension Field {
    /// Text that is recorded outside an event, held to what every field is held to. Throws `RegisterError.badInput`.
    func recorded(_ text: String) throws -> String {
        switch read(text) {
        case .success(.text(let text)): return text
        case .success: return text
        case .failure(let problem):
            throw RegisterError.badInput(
                problem.sentence, remedies: problem.hint.map { [.say($0)] } ?? [])
        }
    }
}
