import Workflow

/// What recalls read of a breach.
public struct BreachReader: ItemReader {
    public enum Field: String, CaseIterable, Sendable {
        case summary, because, body, area, issues
        case knownOn = "known-on"
        case knownAt = "known-at"
    }

    public static let contract = Contract.breach
    /// A field that a workflow need not have.
    public static let words = "words"
    public let item: Item
    public let definition: Definition

    public init(_ item: Item, _ definition: Definition) {
        self.item = item
        self.definition = definition
    }

    public var knownOn: Day? { day(.knownOn) }
    /// The time of day, as somebody wrote it.
    public var knownAt: String? { text(.knownAt) }
    /// What got out, as it stood in the paper; nil where that was not told, or the workflow has no such field.
    public var words: String? {
        guard case .text(let text)? = item.fields[Self.words] else { return nil }
        return text
    }
    /// The issues it is about.
    public var issues: [String] { list(.issues) }
}
