import Workflow

/// What agendas, briefs and lists read of a gap in services.
public struct GapReader: ItemReader {
    public enum Field: String, CaseIterable, Sendable {
        case area, theme, summary, issues, answer, outcome
        case foundAt = "found-at"
        case toldTo = "told-to"
        case toldOn = "told-on"
        case reviewOn = "review-on"
        case closedWith = "closed-with"
        case closedOn = "closed-on"
    }

    public static let contract = Contract.gap
    public let item: Item
    public let definition: Definition

    public init(_ item: Item, _ definition: Definition) {
        self.item = item
        self.definition = definition
    }

    public var area: String? { text(.area) }
    public var theme: String? { text(.theme) }
    public var summary: String? { text(.summary) }
    /// The references of the issues that it was found in.
    public var issues: [String] { list(.issues) }
    /// The reference of the meeting that it was found at.
    public var foundAt: String? { text(.foundAt) }
    /// The commissioner or body that it was told to last.
    public var toldTo: String? { text(.toldTo) }
    public var toldOn: Day? { day(.toldOn) }
    /// What they said to it.
    public var answer: String? { text(.answer) }
    /// When it is looked at again.
    public var reviewOn: Day? { day(.reviewOn) }
    /// `It is filled`; nil until it is closed.
    public var outcome: String? { title(.outcome) }
    /// What filled it, or why nothing does.
    public var closedWith: String? { text(.closedWith) }
    public var closedOn: Day? { day(.closedOn) }
}
