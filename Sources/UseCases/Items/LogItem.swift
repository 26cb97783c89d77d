import Register
import Workflow

/// What happened to one item, oldest first, with what was given that the asker may read, and how others came to name it.
public struct LogItem: Question {
    public let reference: String

    public init(_ reference: String) { self.reference = reference }

    public func answer(from view: View, as standing: Standing) throws -> [LoggedEvent] {
        let item = try view.item(reference, visibleTo: standing)
        let own = try view.history(of: item, as: standing).map { LoggedEvent($0) }
        let others = try view.links(to: item, as: standing).flatMap { link in
            try view.history(of: view.item(link.reference), as: standing).compactMap { line in
                LoggedEvent(line, of: link.reference, naming: item.reference, in: link.field)
            }
        }
        return (own + others).enumerated().sorted {
            ($0.element.operation, $0.offset) < ($1.element.operation, $1.offset)
        }.map(\.element)
    }
}

/// Something that happened to an item.
public struct LoggedEvent: Sendable, Codable {
    public let operation: Int
    public let happened: Day
    public let event: String
    public let from: String?
    public let to: String
    /// The person's name.
    public let actor: String
    public let capacity: String
    public let undone: Bool
    /// `method: email; reply-by: 2019-04-08`.
    public let given: String
    /// The item that it happened to, where that is another, which names this one since.
    public let of: String?

    /// Nil for what gives another item no name of this one.
    init?(_ line: HistoryLine, of other: String, naming reference: String, in field: Field) {
        let given = line.given.filter { $0.field == field.name }
        let isNamed = given.contains { $0.text.split(separator: ",").contains(Substring(reference)) }
        guard isNamed else { return nil }
        self.init(line, given: given, of: other)
    }

    init(_ line: HistoryLine) { self.init(line, given: line.given, of: nil) }

    private init(_ line: HistoryLine, given: [(field: String, text: String)], of other: String?) {
        of = other
        operation = line.operation
        happened = line.on
        event = line.event
        from = line.from
        to = line.to
        actor = line.actor
        capacity = line.capacity
        undone = line.isUndone
        self.given = given.map { "\($0.field): \($0.text)" }.joined(separator: "; ")
    }
}
