import Register
import Workflow

/// An event as it stands for somebody.
public struct Step: Codable, Sendable {
    public let event: String
    public let title: String
    public let summary: String?
    /// The roles that may.
    public let by: [String]
    public let allowed: Bool
    /// The fields it takes, when it is allowed.
    public let required: [String]
    public let optional: [String]
    /// Those of the required that are not on record.
    public let missing: [String]
    /// Sentences of rules that depend on what will be given.
    public let unless: [String]
    /// Why it is refused, every reason.
    public let reasons: [Reason]

    /// It can happen in other states only.
    public var isElsewhere: Bool { reasons.contains { $0.kind == .state } }

    init(_ option: Workflow.Option, of item: StoredItem) {
        event = option.event.name
        title = option.event.title
        summary = option.event.summary
        by = option.event.by
        unless = option.provided.map(\.otherwise)
        switch option.verdict {
        case .open(let asks):
            let needed = asks.filter { $0.requirement == .required && $0.fallback == nil }
            allowed = true
            required = needed.map(\.field)
            optional = asks.map(\.field).filter { !needed.map(\.field).contains($0) }
            missing = needed.filter { $0.isFresh || item.item.fields[$0.field] == nil }.map(\.field)
            reasons = []
        case .refused(let refused):
            allowed = false
            required = []
            optional = []
            missing = []
            reasons = refused
        }
    }
}
