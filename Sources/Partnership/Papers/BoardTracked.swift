import Workflow

/// What became of an issue that reached the Board (DOMAIN section 9: the tracker).
public struct BoardTracked: Hashable, Sendable {
    public var issue: IssueSheet
    public var part: PaperPart = .one
    /// The title of the LAP that sent it up; nil for what was raised at the Board itself.
    public var sentBy: String?
    /// The day of the Board's meeting at which it was raised.
    public var raisedOn: Day?
    /// The day it went to the Board.
    public var reached: Day?
    /// The Board's last decision on it, `D-board-2020-3`.
    public var decision: DecisionLine?
    /// It is not at an end.
    public var isOpen: Bool
    /// Who follows it up, by name; the public edition leaves it out. And their role.
    public var holder: String?
    public var holderRole: String?
    public var due: Day?
    /// The last that was written about it, or about what is done for it; not for the public.
    public var latest: Update?
    public var outcome: String?
    public var evidence: String?
    public var release: Release?
    /// The day on which the family was told what came of it.
    public var told: Day?
    /// What it changed, as it was looked at some months later, the earlier first.
    public var changed: [LaterChange] = []

    public struct Update: Hashable, Sendable {
        public var on: Day
        /// Of what it is told: the issue, or an action or a commitment about it.
        public var ref: String
        /// What was done with it: `Report progress`.
        public var deed: String
        public var text: String

        public init(on: Day, ref: String, deed: String, text: String) {
            self.on = on
            self.ref = ref
            self.deed = deed
            self.text = text
        }
    }

    /// That somebody said it need no longer be watched.
    public struct Release: Hashable, Sendable {
        public var on: Day
        /// By name; the public edition leaves it out.
        public var by: String?
        public var role: String

        public init(on: Day, by: String?, role: String) {
            self.on = on
            self.by = by
            self.role = role
        }
    }

    public init(issue: IssueSheet, part: PaperPart = .one, isOpen: Bool) {
        self.issue = issue
        self.part = part
        self.isOpen = isOpen
    }
}
