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
        /// Answers since the last agenda, the Board's replies among them.
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
        /// Gaps in the services of the area, as they were found and told.
        case gaps
        /// The body's risks with the highest scores.
        case risks
        /// The meetings to come.
        case nextMeetings = "next-meetings"
        /// What the meeting needs to decide anything.
        case quorum
        /// How many interests were declared ahead of the meeting.
        case declarations
        /// What is to be told to others: what somebody brought under the item.
        case messages
        /// Items taken in private.
        case inPrivate = "private"

        /// Whether what has no place of its own may stand under it.
        var takesMatters: Bool {
            switch self {
            case .none, .quorum, .declarations, .messages, .nextMeetings, .inPrivate, .gaps, .risks: false
            case .previousMinutes, .actions, .answers, .newIssues, .carried, .escalations, .boardIssues, .groupReports,
                .plans, .themes:
                true
            }
        }
    }

    /// What comes first under an item. Of several the next decides where the one before finds two alike; what all of them
    /// find alike stays in the order in which it came.
    public enum Order: String, Hashable, Sendable, CaseIterable {
        /// What is to be decided or approved, then what is for assurance, discussion, information.
        case purpose
        /// By the names of the themes; what has none last.
        case theme
        /// What was received first.
        case age
        /// What was carried most often.
        case carried
        /// What is taken in public, then what is taken in private.
        case part
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
    /// In which order matters stand under it; none for the order in which they are brought: issues by theme and then as they
    /// were received, and after them what is no issue, what was carried most often first.
    public let order: [Order]
    /// What stands under it at the beginning of a year.
    public let yearly: [YearlyItem]

    public init(
        key: String, title: String, purpose: Purpose, lead: String, minutes: Int, feed: Feed = .none,
        order: [Order] = [], yearly: [YearlyItem] = []
    ) {
        self.key = key
        self.title = title
        self.purpose = purpose
        self.lead = lead
        self.minutes = minutes
        self.feed = feed
        self.order = order
        self.yearly = yearly
    }
}
