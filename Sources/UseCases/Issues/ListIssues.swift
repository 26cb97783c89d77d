import Partnership
import Register
import Workflow

/// Issues, newest first, that a filter lets through. Areas, states, themes, people and meetings are named as they are
/// written.
public struct ListIssues: Question {
    public var areas: [String] = []
    public var states: [String] = []
    public var themes: [String] = []
    public var owner: String?
    public var meeting: String?
    /// Only what is past its day, oldest first.
    public var overdue = false
    /// Only what is not at an end.
    public var open = false
    public var receivedFrom: Day?
    public var receivedTo: Day?
    /// Words that it speaks of.
    public var words: [String] = []
    public var limit = 50
    /// The day as of whose end they are listed; nil for as they are.
    public var asOf: Day?

    public init() {}

    public func answer(from view: View, as standing: Standing) throws -> ListedIssues {
        let reference = try view.reference
        var filter = IssueFilter()
        filter.areas = try KnownNames.resolve(areas, of: "area", among: reference.areas.map(\.id))
        filter.states = try KnownNames.resolve(
            states, of: "state", among: view.definition("issue").states.map(\.name))
        filter.themes = try KnownNames.resolve(themes, of: "theme", among: reference.themes.map(\.id)) {
            reference.theme($0)?.id
        }
        filter.owner = try owner.map { try view.known($0).id }
        filter.meeting = try meeting.map { try view.item($0, workflow: "meeting").reference }
        filter.overdue = overdue
        filter.open = open
        filter.raisedFrom = receivedFrom
        filter.raisedTo = receivedTo
        filter.words = words
        filter.limit = limit
        if asOf != nil, !words.isEmpty {
            throw RegisterError.badInput(
                "Words are looked for in what is on record now.", remedies: [.say("Leave out the words or the day.")])
        }
        let lines =
            try asOf.map { try view.pastIssues(filter, on: $0, as: standing) } ?? view.issues(filter, as: standing)
        return ListedIssues(issues: lines.map(IssueLine.init), readsSummaries: standing.mayReadSummaries)
    }
}

public struct ListedIssues: Sendable, Codable {
    public let issues: [IssueLine]
    public let readsSummaries: Bool
}

/// A line of the list of issues.
public struct IssueLine: Sendable, Codable {
    public let ref: String
    public let state: String
    public let area: String?
    public let theme: String?
    /// The day it was received.
    public let raised: Day?
    public let due: Day?
    public let owner: String?
    /// Nil when it may not be read or was erased.
    public let title: String?
    public let version: Int

    init(_ line: ItemLine) {
        ref = line.reference
        state = line.state
        area = line.area
        theme = line.theme
        raised = line.happens
        due = line.due
        owner = line.owner
        title = line.title
        version = line.version
    }
}
