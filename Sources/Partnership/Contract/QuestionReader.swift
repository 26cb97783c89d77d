import Workflow

/// What the Board's briefs read of what a member asked about an issue, or noted of it, before a meeting.
public struct QuestionReader: ItemReader {
    public enum Field: String, CaseIterable, Sendable {
        case issue, stance, text, answer
        case beforeMeeting = "before-meeting"
        case askedBy = "asked-by"
        case askedOn = "asked-on"
        case answeredBy = "answered-by"
        case answeredOn = "answered-on"
    }

    public static let contract = Contract.question
    public let item: Item
    public let definition: Definition

    public init(_ item: Item, _ definition: Definition) {
        self.item = item
        self.definition = definition
    }

    public var issue: String? { text(.issue) }
    public var beforeMeeting: String? { text(.beforeMeeting) }
    /// The title of what was noted; nil for a question.
    public var stance: String? { title(.stance) }
    public var text: String? { text(.text) }
    /// A person's id.
    public var askedBy: String? { text(.askedBy) }
    public var askedOn: Day? { day(.askedOn) }
    public var answer: String? { text(.answer) }
    /// A person's id.
    public var answeredBy: String? { text(.answeredBy) }
    public var answeredOn: Day? { day(.answeredOn) }
    public var isWithdrawn: Bool { means("withdrawn") }
}
