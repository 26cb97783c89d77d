import Partnership
import Register
import class Register.Operation
import Workflow

/// Keeps what somebody typed for an event when they stop, for them alone. Of what may be a safeguarding matter nothing is kept.
public struct KeepDraft: Deed {
    public let event: CauseEvent
    public let name = "draft keep"

    /// Nil where there is nothing that may be kept.
    public init?(of event: CauseEvent) {
        let screen = IssueReader.Field.safeguarding.rawValue
        guard event.item == nil, event.given[screen] == .text("no"), event.given.count > 1 else { return nil }
        self.event = event
    }

    /// What was typed may be a safeguarding matter, so that nothing of it may be kept, nor what was kept of it before.
    public static func mustGo(_ event: CauseEvent) -> Bool {
        event.given[IssueReader.Field.safeguarding.rawValue].map { $0 != .text("no") } ?? false
    }

    public func perform(in operation: Operation, as standing: Standing) throws -> KeptDraft {
        let typed: [String: Value] = [DraftText.field: .text(try DraftText(event).text)]
        let outcome =
            if let draft = event.draft {
                try operation.cause(
                    "replace", on: operation.view.draft(draft, of: standing), given: typed, as: standing)
            } else {
                try operation.begin("draft", by: "keep", given: typed, as: standing)
            }
        return KeptDraft(outcome.item, in: operation.view)
    }
}

/// Ends a draft, and erases what was typed.
public struct EndDraft: Deed {
    public enum Ending: String, Sendable {
        /// It became what it was to be.
        case goOn = "go-on"
        /// It is not wanted any more.
        case drop
    }

    public let draft: String
    public let ending: Ending

    public init(_ draft: String, by ending: Ending) {
        self.draft = draft
        self.ending = ending
    }

    public var name: String { "draft \(ending.rawValue)" }

    public func perform(in operation: Operation, as standing: Standing) throws -> String {
        let draft = try operation.view.draft(draft, of: standing)
        return try operation.cause(ending.rawValue, on: draft, as: standing).item.reference
    }
}

/// Drafts of whoever asks, the latest first.
public struct ListDrafts: Question {
    public init() {}

    public func answer(from view: View, as standing: Standing) throws -> [KeptDraft] {
        try view.drafts(of: standing).map { KeptDraft($0, in: view) }
    }
}

/// A draft, to its writer.
public struct KeptDraft: Sendable, Codable {
    public let ref: String
    /// What it is to become; nil where what was typed cannot be read any more.
    public let workflow: String?
    public let event: String?
    /// As people write them, by field.
    public let given: [String: String]
    /// The last day on which it is there.
    public let until: Day?

    init(_ draft: StoredItem, in view: View) {
        let text = DraftText(draft)
        ref = draft.reference
        workflow = text?.workflow
        event = text?.event
        given = text?.given ?? [:]
        until = draft.definition.due(of: draft.item)?.on
    }
}
