import Workflow

/// Something about a meeting to come that is missing, late, or to be known before it.
public struct AgendaFinding: Sendable, Codable {
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// There is no agenda yet.
        case noAgenda = "no-agenda"
        /// What is brought has changed since the agenda was laid out.
        case stale
        /// A supplement to it has not been issued.
        case notIssued = "not-issued"
        /// The last day to give notice has passed.
        case notPublished = "not-published"
        /// The last day to call for items has passed, and nobody was called.
        case noCall = "no-call"
        /// Somebody who was called has not answered by the day they were told.
        case unanswered
        /// No seat of the role that leads an item is filled, and nobody leads it by name.
        case noLead = "no-lead"
        /// Something to be decided, approved or assured of has no paper; or a paper of which nothing is on record.
        case noPaper = "no-paper"
        /// A paper is to follow; missing once its day has passed.
        case toFollow = "to-follow"
        /// Something to be decided or approved does not say what is asked.
        case noRecommendation = "no-recommendation"
        /// Something is taken in private without a reason.
        case noPrivateReason = "no-private-reason"
        /// More minutes are allowed than the meeting lasts.
        case overrun
        /// No parent representative is expected (rule R8).
        case noParentRepresentative = "no-parent-representative"
        /// The chair sends apologies, and nobody comes in their place.
        case chairAway = "chair-away"
        /// No seat of a chair is filled.
        case noChair = "no-chair"
        /// Minutes of an earlier meeting that an earlier meeting should have agreed.
        case minutesToAgree = "minutes-to-agree"
        /// It came after notice was given, for a reason.
        case late
        /// It could come before the meeting, and does not.
        case waiting
    }

    /// Why something waits.
    public enum Cause: String, Sendable, Codable {
        /// It comes with the agenda when that is built.
        case toBeBuilt = "to-be-built"
        case putOff = "put-off"
        case consent, rules
        case notBrought = "not-brought"
    }

    public let kind: Kind
    /// The item's number on the agenda, `11.1`.
    public var item: String?
    /// What it is about, `M-3`.
    public var ref: String?
    public var title: String?
    /// By when, or since when.
    public var day: Day?
    /// The names or roles of those it waits for.
    public var who: [String] = []
    public var minutes: Int?
    /// How many minutes there are.
    public var allowed: Int?
    public var cause: Cause?
    /// In words, each a sentence; or the meeting that something was put off to.
    public var because: [String] = []
    /// Something is still to be done; otherwise it is only to be known.
    public var isMissing = true

    init(_ kind: Kind) { self.kind = kind }

    func with(_ change: (inout AgendaFinding) -> Void) -> AgendaFinding {
        var copy = self
        change(&copy)
        return copy
    }
}
