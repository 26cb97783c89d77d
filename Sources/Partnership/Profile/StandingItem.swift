/// An item that every agenda of a body has.
public struct StandingItem: Hashable, Sendable {
    public enum Purpose: String, Hashable, Sendable, CaseIterable {
        case information, discussion, decision, assurance, approval
    }

    /// What the register puts under the item when it builds the agenda.
    public enum Feed: String, Hashable, Sendable, CaseIterable {
        /// Nothing: the item is talked through.
        case none
        /// The notes of the body's last meeting.
        case previousMinutes = "previous-minutes"
        /// The action log, counts first.
        case actions
        /// Answers since the last meeting, the Board's replies among them.
        case answers
        /// Issues put on this agenda for the first time, by theme.
        case newIssues = "new-issues"
        /// Issues carried from earlier meetings, each with how often.
        case carried
        /// What the locality meeting proposes to send to the Board.
        case escalations
        /// Issues before the Board: new, returned and overdue.
        case boardIssues = "board-issues"
        /// What groups report back on.
        case groupReports = "group-reports"
        /// Plan actions that are delayed or not started, and the counts by status.
        case plans
        /// Counts of issues by theme.
        case themes
        /// The meetings to come.
        case nextMeetings = "next-meetings"
        /// Items taken in private.
        case inPrivate = "private"
    }

    /// Names it within its body: `new-issues`.
    public let key: String
    public let title: String
    public let purpose: Purpose
    /// The role that leads it.
    public let lead: String
    /// How long it is given.
    public let minutes: Int
    public let feed: Feed

    public init(key: String, title: String, purpose: Purpose, lead: String, minutes: Int, feed: Feed = .none) {
        self.key = key
        self.title = title
        self.purpose = purpose
        self.lead = lead
        self.minutes = minutes
        self.feed = feed
    }
}
