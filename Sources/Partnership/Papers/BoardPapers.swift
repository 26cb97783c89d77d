import Workflow

/// The papers of a Board meeting: the meeting itself, and a brief for each issue that was sent up to it.
public struct BoardPapers: Hashable, Sendable {
    public var meeting: MeetingPapers
    public var briefs: [BoardBrief] = []
    /// Issues that the Board gave back, and what came of them.
    public var returned: [BoardFollowUp] = []
    /// Matters the Board owns, delegated or referred that are past their day.
    public var overdue: [BoardFollowUp] = []
    /// Open issues by theme and area, as they are on the papers' day: not for the public (rule R21).
    public var themes: ThemeCounts = ThemeCounts(areas: [], rows: [])
    /// Issues received in the last quarter that ended before the papers' day, whatever has come of them since.
    public var received: ThemeCounts = ThemeCounts(areas: [], rows: [])
    /// Issues that so many meetings of the Board left undecided (rule R15).
    public var exceptions: [BoardException] = []
    public var undecidedBoards: Int
    /// What became of the issues that reached the Board: under way, or ended since a day, that of its last papers.
    public var tracked: [BoardTracked] = []
    public var trackedSince: Day?

    public init(meeting: MeetingPapers, undecidedBoards: Int) {
        self.meeting = meeting
        self.undecidedBoards = undecidedBoards
    }
}
