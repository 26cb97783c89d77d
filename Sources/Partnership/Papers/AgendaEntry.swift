/// One line of an agenda: a standing item (`8`) or a matter under one (`8.1`).
public struct AgendaEntry: Hashable, Sendable {
    /// `8` or `8.1`; the dots say how deep it lies.
    public var number: String
    public var title: String
    public var purpose: StandingItem.Purpose
    /// Who leads it, as a role's title: `Chair`.
    public var lead: String?
    /// Minutes allowed; nil when it shares its standing item's time.
    public var minutes: Int?
    public var part: PaperPart
    /// What to print under the item.
    public var note: String?
    /// The chair's reason for taking it after the cut-off (rule R7), for editions that print the item.
    public var lateReason: String?
    /// The number of the supplement that brought it, when it came after the agenda was issued.
    public var supplement: Int?
    public var issue: IssueSheet?
    /// What somebody brought that is no issue.
    public var matter: MatterSheet?
    /// For the chair's edition only.
    public var chairNotes: String?
    /// Of a standing item, what the register puts under it; nil for a matter under one.
    public var feed: StandingItem.Feed?

    public init(
        number: String, title: String, purpose: StandingItem.Purpose, lead: String? = nil, minutes: Int? = nil,
        part: PaperPart = .one, note: String? = nil, lateReason: String? = nil, supplement: Int? = nil,
        issue: IssueSheet? = nil, chairNotes: String? = nil
    ) {
        self.number = number
        self.title = title
        self.purpose = purpose
        self.lead = lead
        self.minutes = minutes
        self.part = part
        self.note = note
        self.lateReason = lateReason
        self.supplement = supplement
        self.issue = issue
        self.chairNotes = chairNotes
    }
}
