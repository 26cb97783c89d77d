import Packs
import Partnership
import Register
import class Register.Operation
import Workflow

/// Causes an event of a workflow: one that begins an item, or one that moves an item. Who may, and what must be given,
/// is the workflow's to say.
public struct CauseEvent: Deed {
    public let workflow: String
    public let event: String
    /// The item's reference; nil for an event that begins one.
    public let item: String?
    /// Fields by name; references may be written as people write them.
    public let given: [String: Value]
    /// The version of the item that was seen; refused when it is no longer at that.
    public let expected: Int?
    /// Files that belong to it.
    public let attached: [AttachedFile]
    /// Whoever gives its texts says that they are for the public, though they may tell of something private.
    public let isForPublic: Bool
    /// The draft that it was typed in, which ends with it.
    public let draft: String?
    private(set) var share: Share?

    public init(
        _ event: String, of workflow: String, on item: String? = nil, given: [String: Value], expecting: Int? = nil,
        attaching attached: [AttachedFile] = [], isForPublic: Bool = false, from draft: String? = nil
    ) {
        self.draft = draft
        self.attached = attached
        self.isForPublic = isForPublic
        self.event = event
        self.workflow = workflow
        self.item = item
        self.given = given
        expected = expecting
    }

    public var name: String { "\(workflow) \(event)" }

    /// What begins with the day it was received happened to the register on that day.
    public var happened: Day? {
        // What is sent on at once happens when it is sent on.
        guard item == nil, given["destination"] == nil, case .day(let received) = given["received"] else { return nil }
        return received
    }

    public var then: (any Deed)? { draft.map { EndDraft($0, by: .goOn) } }

    public func perform(in operation: Operation, as standing: Standing) throws -> Caused {
        guard let item else {
            try mustKeepNoDetails(of: nil, from: operation.view, as: standing)
            let outcome = try operation.begin(workflow, by: event, given: given, as: standing)
            try operation.attach(attached, to: outcome.item)
            try mustTellNothingPrivate(of: outcome.item, from: operation.view, as: standing)
            return Caused(outcome, on: operation.on)
        }
        let before = try operation.view.item(item, workflow: workflow)
        try mustKeepNoDetails(of: before, from: operation.view, as: standing)
        let taking = try takingOut(of: before, from: operation.view)
        // What its new text is like is nobody's question any more.
        let shown = try taking?.shown(to: standing, from: operation.view) ?? []
        try taking?.perform(in: operation)
        let outcome = try operation.cause(event, on: before, given: given, as: standing, expect: expected)
        try mustChangeSomething(before, outcome.item)
        try operation.attach(attached, to: outcome.item)
        if let taking {
            // Whether it can happen at all was said first.
            try taking.mustNotBeHeld(from: operation.view, for: standing)
            try operation.eraseLetters(goingWith: [(before, event)])
            try operation.setApart(taking.apart)
        }
        try mustTellNothingPrivate(of: outcome.item, from: operation.view, as: standing)
        try mustBeFreeOfDetails(outcome.item, from: operation.view, as: standing)
        try mustBePrintable(outcome.item, since: before, from: operation.view, as: standing)
        var caused = try Caused(outcome, before: before, on: operation.on, from: operation.view)
        caused.taken = try taking.map {
            try Caused.Taken($0, from: shown, in: operation, view: operation.view, for: standing)
        }
        return caused
    }

    /// What the event erases, looked for in everything else that is kept; nil for one that erases nothing. Afterwards nothing
    /// could look for it any more, and what papers print would be searched for nothing.
    func takingOut(of issue: StoredItem, from view: View) throws -> TakingOut? {
        guard workflow == "issue", let erases = issue.definition.event(event)?.erases, !erases.isEmpty else {
            return nil
        }
        guard let share else { throw RegisterError.damaged("an erasure without words to search by") }
        let area = issue.text("area")
        return try TakingOut(
            view.personalValues(of: issue.reference, in: Set(erases)), own: [issue.reference],
            // In what papers of its area print, a family name alone meant this family as long as the issue was open.
            isNear: { $0.isPrinted && ($0.area == nil || area == nil || $0.area == area) },
            erasing: [(issue, event)], share.ordinaryWords(), from: view)
    }

    public func equipped(from share: Share) -> CauseEvent {
        var equipped = self
        equipped.share = share
        return equipped
    }

    /// The same event with more given, or with other values.
    public func giving(_ more: [String: Value], isForPublic: Bool? = nil) -> CauseEvent {
        CauseEvent(
            event, of: workflow, on: item, given: given.merging(more) { $1 }, expecting: expected,
            attaching: attached, isForPublic: isForPublic ?? self.isForPublic, from: draft)
    }
}

extension Day {
    /// It neither lies ahead of a day nor further back than anything that concerns a young person.
    func canHaveBeen(by day: Day) -> Bool { self <= day && self >= day.adding(months: -300) }
}
