import Workflow

/// What agendas and papers read of a matter: something brought to a meeting that is no issue.
public struct MatterReader: ItemReader {
    public enum Field: String, CaseIterable, Sendable {
        case meeting, body, under, title, purpose, form, lead, minutes, author, summary, recommendation, consultations
        case implications, background, carries, decision
        case followsOn = "follows-on"
        case areasAffected = "areas-affected"
        case consideredBefore = "considered-before"
        case ifNotDecided = "if-not-decided"
        case isPrivate = "private"
        case privateBecause = "private-because"
        case schedule12A = "schedule-12a"
        case lateReason = "late-reason"
        case chairNote = "chair-note"
    }

    public static let contract = Contract.matter
    /// What its sheet prints.
    public static let printed: Set<Field> = [
        .title, .author, .summary, .recommendation, .areasAffected, .consideredBefore, .consultations, .implications,
        .ifNotDecided, .background,
    ]
    public let item: Item
    public let definition: Definition

    public init(_ item: Item, _ definition: Definition) {
        self.item = item
        self.definition = definition
    }

    public var meeting: String? { text(.meeting) }
    /// The standing item it comes under, by its number or its name.
    public var under: String? { text(.under) }
    public var title: String? { text(.title) }
    /// Nil for that of the standing item.
    public var purpose: StandingItem.Purpose? { text(.purpose).flatMap(StandingItem.Purpose.init) }
    /// `Paper to follow`.
    public var form: String? { title(.form) }
    /// There is to be a paper, now or later.
    public var hasPaper: Bool { ["paper", "to-follow"].contains(text(.form)) }
    /// It is to be told to others, and needs no paper.
    public var isMessage: Bool { text(.form) == "message" }
    /// The day by which its paper is to follow.
    public var followsOn: Day? { text(.form) == "to-follow" ? day(.followsOn) : nil }
    /// A person's id.
    public var lead: String? { text(.lead) }
    /// Minutes allowed.
    public var minutes: Int? { number(.minutes) }
    public var author: String? { text(.author) }
    public var summary: String? { text(.summary) }
    public var recommendation: String? { text(.recommendation) }
    public var areasAffected: String? { text(.areasAffected) }
    public var consideredBefore: String? { text(.consideredBefore) }
    public var consultations: String? { text(.consultations) }
    public var implications: String? { text(.implications) }
    public var ifNotDecided: String? { text(.ifNotDecided) }
    /// Background papers; none where it says so.
    public var background: [String] {
        (text(.background) ?? "").split(whereSeparator: \.isNewline).map(String.init).filter {
            !["none", "none."].contains($0.lowercased())
        }
    }
    public var lateReason: String? { text(.lateReason) }
    public var chairNote: String? { text(.chairNote) }
    public var isWithdrawn: Bool { means("withdrawn") }
    /// How often time ran out for it.
    public var carries: Int { number(.carries) ?? 0 }
    /// Why it is taken in private; nil for what is taken in public (rule R10).
    public var privateGround: PrivateGround? {
        guard flag(.isPrivate) else { return nil }
        return PrivateGround(
            paragraph: number(.schedule12A).flatMap(Schedule12A.init), reason: text(.privateBecause))
    }
}
