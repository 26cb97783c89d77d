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
    /// What it was done to, as far as the asker may see that; the first few.
    public let items: [String]
    /// It was done to more than those.
    public let more: Bool
    /// The operation it took back.
    public let reverses: Int?
    /// The operation that took it back.
    public let undoneBy: Int?

    init(_ line: OperationLine, items: [String] = [], more: Bool = false) {
        self.items = items
        self.more = more
        operation = line.id
        recorded = line.recorded
        happened = line.effective
        actor = line.actorName
        command = line.command
        reverses = line.reverses
        undoneBy = line.reversedBy
    }
}

extension OperationAnswer {
    /// So many are named.
    private static let most = 4

    /// With what it was done to.
    init(_ line: OperationLine, from view: View, as standing: Standing) throws {
        let items = try view.references(of: line, limit: Self.most + 1).filter {
            (try? view.item($0, visibleTo: standing)) != nil
        }
        self.init(line, items: Array(items.prefix(Self.most)), more: items.count > Self.most)
    }
}
