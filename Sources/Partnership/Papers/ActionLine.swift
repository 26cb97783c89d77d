import Workflow

/// One line of the action log, an action or a commitment: one lead, and its history of dates (rule R24).
public struct ActionLine: ConsentBound, Hashable, Sendable {
    public enum Status: String, Hashable, Sendable, CaseIterable {
        case open, done, cancelled, superseded

        /// Whether there is nothing left to do.
        public var isClosed: Bool { self != .open }
    }

    /// Somebody outside the body.
    public enum Outside: Hashable, Sendable {
        /// Who asked for it.
        case promised(String)
        /// Whose decision it needs.
        case decides(String)
        /// Which group or organisation is to report on it.
        case reports(String)
    }

    /// A due date that was moved.
    public struct DueChange: Hashable, Sendable {
        /// The date it had before.
        public var from: Day
        public var changedOn: Day
        public var reason: String?

        public init(from: Day, changedOn: Day, reason: String? = nil) {
            self.from = from
            self.changedOn = changedOn
            self.reason = reason
        }
    }

    /// `A-12`, or `U-4` of a commitment.
    public var ref: String
    /// Verb first: "Publish the waiting times".
    public var text: String
    public var lead: PapersPerson
    public var supporters: [PapersPerson]
    public var agency: String?
    /// Who outside was promised it, has to decide it or to report on it; nil for an action.
    public var outside: Outside?
    /// Whose decision is still needed for what it comes from, which was agreed in principle.
    public var needs: String?
    public var due: Day?
    /// Oldest first.
    public var dueHistory: [DueChange]
    public var status: Status
    /// The title of its state: `In progress`.
    public var state: String
    /// The day it was closed.
    public var closedOn: Day?
    public var evidence: String?
    /// What whoever had to decide it said.
    public var answer: String?
    /// The issue it belongs to, `N-7`.
    public var issue: String?
    /// The meeting that set it, `north-2020-01-14`, and its item there.
    public var meeting: String?
    public var item: String?
    public var part: PaperPart
    /// The issue's consent; true when it belongs to none. An action of an issue without it is counted but not printed
    /// in the public edition.
    public var mayDiscussAnonymised: Bool
    public var sharedWith: Set<String>

    public init(
        ref: String, text: String, lead: PapersPerson, supporters: [PapersPerson] = [], agency: String? = nil,
        due: Day? = nil, dueHistory: [DueChange] = [], status: Status = .open, state: String = "Open",
        closedOn: Day? = nil,
        evidence: String? = nil, issue: String? = nil, meeting: String? = nil, item: String? = nil,
        part: PaperPart = .one, mayDiscussAnonymised: Bool = true,
        sharedWith: Set<String> = []
    ) {
        self.ref = ref
        self.text = text
        self.lead = lead
        self.supporters = supporters
        self.agency = agency
        self.due = due
        self.dueHistory = dueHistory
        self.status = status
        self.state = state
        self.closedOn = closedOn
        self.evidence = evidence
        self.issue = issue
        self.meeting = meeting
        self.item = item
        self.part = part
        self.mayDiscussAnonymised = mayDiscussAnonymised
        self.sharedWith = sharedWith
    }

    /// Not closed, and its day has passed. Never stored.
    public func isOverdue(on day: Day) -> Bool {
        guard let due, !status.isClosed else { return false }
        return due < day
    }
}
