import Register
import Workflow

/// Breaches that the asker may see, the next due first.
public struct ListBreaches: Question {
    /// Closed ones too.
    public let all: Bool
    public let limit: Int

    public init(all: Bool, limit: Int) {
        self.all = all
        self.limit = limit
    }

    public func answer(from view: View, as standing: Standing) throws -> [BreachLine] {
        try view.items(of: "breach", all: all, limit: limit, as: standing).map(BreachLine.init)
    }
}

/// A line of the list of breaches.
public struct BreachLine: Sendable, Codable {
    /// `B-1`.
    public let ref: String
    public let state: String
    /// When something has to be decided; nil when nothing has.
    public let due: Day?
    public let area: String?
    /// What happened, in a line.
    public let title: String?
    public let version: Int

    init(_ line: ItemLine) {
        ref = line.reference
        state = line.state
        due = line.due
        area = line.area
        title = line.title
        version = line.version
    }
}
