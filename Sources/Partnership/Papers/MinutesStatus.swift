import Workflow

/// How far the minutes have come (rule R23).
public enum MinutesStatus: Hashable, Sendable {
    case draft
    case circulated(Day)
    /// Agreed at a later meeting, on its day.
    case agreed(Day)
    case signed(agreed: Day, signed: Day)

    /// Drafts carry a banner.
    public var isAgreed: Bool {
        switch self {
        case .draft, .circulated: false
        case .agreed, .signed: true
        }
    }
}
