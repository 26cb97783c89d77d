import Workflow

/// An issue still undecided after so many meetings of the Board that it is an exception.
public struct BoardException: Hashable, Sendable {
    public var issue: IssueSheet
    /// How many of the Board's meetings left it undecided.
    public var boards: Int
    /// Those that put it off by a decision, and why.
    public var deferrals: [Deferral]
    public var part: PaperPart

    public struct Deferral: Hashable, Sendable {
        public var day: Day
        public var reason: String

        public init(day: Day, reason: String) {
            self.day = day
            self.reason = reason
        }
    }

    public init(issue: IssueSheet, boards: Int, deferrals: [Deferral], part: PaperPart = .one) {
        self.issue = issue
        self.boards = boards
        self.deferrals = deferrals
        self.part = part
    }
}
