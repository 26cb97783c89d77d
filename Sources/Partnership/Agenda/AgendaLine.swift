import Workflow

/// A line of an agenda before it is stored: a standing item, or a matter under one.
public struct AgendaLine: Hashable, Sendable {
    /// `8` or `8.1`.
    public let number: String
    public let title: String
    /// What put it there: an answer given in private is one under the heading of the private items too.
    public let feed: StandingItem.Feed
    public let purpose: StandingItem.Purpose
    /// The role that leads it.
    public let lead: String
    /// Minutes allowed; 0 for a matter that shares its standing item's time.
    public let minutes: Int
    public let matter: Matter?

    /// What is said under it is private: a private matter, or the heading under which such matters are taken.
    public var isPrivate: Bool { matter.map { $0.ground != nil } ?? (feed == .inPrivate) }
}

/// Something brought to a meeting under a standing item.
public struct Matter: Hashable, Sendable {
    public let title: String
    /// The issue it is about, `N-7`.
    public let issue: String?
    /// What it is on record as, `M-3`, where somebody brought it that is no issue.
    public let record: String?
    /// What it is on record as, issue or not.
    public var subject: String? { issue ?? record }
    /// Nil for that of the standing item.
    public let purpose: StandingItem.Purpose?
    /// Minutes allowed; nil when it shares its standing item's time.
    public let minutes: Int?
    /// The chair's reason for taking it after the cut-off (rule R7).
    public let lateReason: String?
    /// Why it is taken in private; nil for what is taken in public (rule R10).
    public let ground: PrivateGround?
    /// It tells what another body answered on the issue, wherever it stands.
    public let isAnswer: Bool
    /// The theme's name; nil for what has none.
    public var theme: String?
    /// The day it was received.
    public var received: Day?
    /// How often it was carried forward.
    public var carries = 0

    public init(
        title: String, issue: String? = nil, record: String? = nil, purpose: StandingItem.Purpose? = nil,
        minutes: Int? = nil, lateReason: String? = nil, ground: PrivateGround? = nil,
        isAnswer: Bool = false
    ) {
        self.isAnswer = isAnswer
        self.title = title
        self.issue = issue
        self.record = record
        self.purpose = purpose
        self.minutes = minutes
        self.lateReason = lateReason
        self.ground = ground
    }
}
