import Workflow

/// What recalls read of a breach.
public struct BreachReader: ItemReader {
    public enum Field: String, CaseIterable, Sendable {
        case summary, because, body, area, issues
        case knownOn = "known-on"
        case knownAt = "known-at"
    }

    public static let contract = Contract.breach
    public let item: Item
    public let definition: Definition

    public init(_ item: Item, _ definition: Definition) {
        self.item = item
        self.definition = definition
    }

    public var knownOn: Day? { day(.knownOn) }
    /// The time of day, as somebody wrote it.
    public var knownAt: String? { text(.knownAt) }
    /// The issues it is about.
    public var issues: [String] { list(.issues) }
}
