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
    private var share: Share?

    public init(
        _ event: String, of workflow: String, on item: String? = nil, given: [String: Value], expecting: Int? = nil
    ) {
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

    public func perform(in operation: Operation, as standing: Standing) throws -> Caused {
        guard let item else {
            let outcome = try operation.begin(workflow, by: event, given: given, as: standing)
            return Caused(outcome, on: operation.on, changesPapers: false)
        }
        let before = try operation.view.item(item, workflow: workflow)
        let outcome = try operation.cause(event, on: before, given: given, as: standing, expect: expected)
        try mustBeFreeOfDetails(outcome.item, from: operation.view)
        return Caused(
            outcome, on: operation.on,
            changesPapers: try operation.view.isPrintedOtherwise(before, since: outcome.item))
    }

    public func equipped(from share: Share) -> CauseEvent {
        var equipped = self
        equipped.share = share
        return equipped
    }

    /// Whoever sends a brief on says that it is free of personal details. Throws `RegisterError.refused`, with every find,
    /// while the search for them finds any in what the brief prints (rule R12).
    func mustBeFreeOfDetails(_ issue: StoredItem, from view: View) throws {
        let attested = IssueReader.Field.briefRedacted.rawValue
        guard issue.workflow == "issue", issue.item.fields[attested] == .flag(true),
            issue.definition.event(event)?.ask(attested) != nil, let share
        else { return }
        let found = try view.details(inBriefOf: issue, share.ordinaryWords())
        guard !found.isEmpty else { return }
        throw RegisterError.refused(
            found.enumerated().map { place, finding in
                Reason(
                    kind: .rule, sentence: "A personal detail stands in what the brief prints: \(finding.sentence).",
                    remedies: place + 1 < found.count
                        ? []
                        : [
                            .say(
                                "Put it right there first; a value that was never true of anybody can be marked as "
                                    + "mistaken.")
                        ], code: "R12")
            })
    }

    /// The same event with more given, or with other values.
    public func giving(_ more: [String: Value]) -> CauseEvent {
        CauseEvent(
            event, of: workflow, on: item, given: given.merging(more) { $1 }, expecting: expected)
    }
}

/// What an event did, as it was stored.
public struct Caused: Sendable, Codable {
    public let reference: String
    public let workflow: String
    public let event: String
    /// The state before; nil when the item began with it.
    public let from: String?
    public let state: String
    public let version: Int
    /// The day it happened.
    public let on: Day
    /// References of the actions and decisions recorded with it.
    public let recorded: [String]
    /// References of items that had become part of it and go on by themselves again.
    public let released: [String]
    /// Issues that had to follow, with the titles of their states now.
    public let told: [Outcome.Told]
    /// Papers that went out hold what it said before, or what may not be printed any more.
    public let changesPapers: Bool

    init(_ outcome: Outcome, on day: Day, changesPapers: Bool) {
        self.changesPapers = changesPapers
        on = day
        reference = outcome.item.reference
        workflow = outcome.item.workflow
        event = outcome.event
        from = outcome.from
        state = outcome.item.state
        version = outcome.item.version
        recorded = outcome.recorded
        released = outcome.released
        told = outcome.told
    }
}
