import Register
import Workflow

/// A line of the journal.
public struct OperationAnswer: Sendable, Codable {
    public let operation: Int
    /// ISO 8601, UTC.
    public let recorded: String
    public let happened: Day
    /// A person's name.
    public let actor: String
    public let command: String
    /// The operation it took back.
    public let reverses: Int?
    /// The operation that took it back.
    public let undoneBy: Int?

    init(_ line: OperationLine) {
        operation = line.id
        recorded = line.recorded
        happened = line.effective
        actor = line.actorName
        command = line.command
        reverses = line.reverses
        undoneBy = line.reversedBy
    }
}
