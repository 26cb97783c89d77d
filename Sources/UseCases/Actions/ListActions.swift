import Register
import Workflow

/// Actions, the next due first, with how many there are in all (rule R24).
public struct ListActions: Question {
    public var filter = WorkFilter()
    /// Only those that a person owns, named as it is written.
    public var owner: String?
    /// Only the asker's own.
    public var mine = false

    public init() {}

    public func answer(from view: View, as standing: Standing) throws -> ListedActions {
        let lines = try view.actions(filter.resolved(owner: owner, mine: mine, view, standing), as: standing)
        let counts = try view.actionCounts()
        return ListedActions(
            actions: lines.map(ActionLine.init), closed: counts.closed, open: counts.open, overdue: counts.overdue)
    }
}

public struct ListedActions: Sendable, Codable {
    public let actions: [ActionLine]
    public let closed: Int
    public let open: Int
    public let overdue: Int
}

/// A line of the action log.
public struct ActionLine: Sendable, Codable {
    public let ref: String
    public let state: String
    public let due: Day?
    public let owner: String?
    public let issue: String?
    /// What is to be done; nil when it may not be read.
    public let title: String?
    public let version: Int

    init(_ action: ActionSummary) {
        ref = action.reference
        state = action.state
        due = action.due
        owner = action.owner
        issue = action.issue
        title = action.text
        version = action.version
    }
}
