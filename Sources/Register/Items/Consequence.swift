import Ledger
import Partnership
import Workflow

/// What an effect of an event makes happen to something else, by one of its own events, or only tells of it.
struct Consequence {
    let item: StoredItem
    /// What it is told by where who reads of it may not know what it is about: `Item 16.2`.
    var name: String?
    /// Nil for what is only told.
    var event: String?
    var given: [String: Value] = [:]
    /// As what it is told; nil for what goes without saying.
    var following: Outcome.Told.Following?
    /// The day of the meeting that it comes before next.
    var next: Day?
    /// As what it is told where its own rules refuse the event; nil where they must not.
    var refused: Outcome.Told.Following?
}

extension View {
    /// What an effect makes follow from something that has happened to an item; nil for an effect that is none of these. What
    /// has no such event in its state, or in the version of the workflow that it began under, stays where it is.
    func consequences(of effect: EffectCall, for item: StoredItem) throws -> [Consequence]? {
        func text(_ name: String) -> String { effect.arguments[name].map(ItemCoding.text) ?? "" }
        let event = text("event")
        let found: [Consequence]? =
            switch effect.name {
            case "follow": [Consequence(item: item, event: event)]
            case "tell-issues":
                try brought(toOrDeferredTo: item).map {
                    Consequence(item: $0, event: event, following: item.isOpen ? .along : .off)
                }
            case "carry-unreached": try carrying(item, by: event, unscheduled: text("unscheduled"))
            case "take-reached": try taking(item, by: event)
            case "pass-untabled":
                try untabled(at: item, in: states(from: event)).map {
                    Consequence(item: $0, event: event, following: .passed)
                }
            case "tell": try [Consequence(item: carrying(text("of")), event: event, following: .told)]
            case "tell-merged": try parts(of: item).map { Consequence(item: $0, event: event) }
            case "move-due":
                try due(with: item, on: effect.arguments["was"]).map {
                    Consequence(
                        item: $0, event: event, given: effect.arguments.filter { ["due", "reason"].contains($0.key) },
                        following: .told)
                }
            case "tell-issue":
                try issue(doneWith: item).map { Consequence(item: $0, event: event, following: .done) }
            default: nil
            }
        return found?.filter { step in
            step.event.map { step.item.definition.event($0)?.from.contains(step.item.state) ?? false } ?? true
        }
    }

    /// What was due on one day with an item: the open actions about an issue, or the issue that an action is about.
    private func due(with item: StoredItem, on day: Value?) throws -> [StoredItem] {
        let others =
            item.workflow == "issue"
            ? try actions(about: item) : try item.action.issue.map { [try self.item($0, workflow: "issue")] } ?? []
        return others.filter { $0.isOpen && $0.item.fields["due"] == day }
    }

    /// The item of a reference, or where that became part of another issue, the one that carries both on.
    private func carrying(_ reference: String) throws -> StoredItem {
        var item = try item(reference)
        while !item.isOpen, item.workflow == "issue", let lead = item.issue.lead { item = try self.item(lead) }
        return item
    }

    /// The issues that became part of one, those of its parts with them.
    private func parts(of issue: StoredItem) throws -> [StoredItem] {
        try connection.rows(
            """
            WITH RECURSIVE part(id, reference) AS (
              SELECT id, reference FROM item WHERE lead = ?
              UNION SELECT item.id, item.reference FROM item JOIN part ON item.lead = part.reference)
            SELECT \(View.itemColumns) FROM item WHERE id IN (SELECT id FROM part) ORDER BY id
            """, [.text(issue.reference)]
        ).map(stored)
    }

    /// The states of an issue, by any of its workflow's versions in use, from which an event happens.
    private func states(from event: String) throws -> [String] { try issueStates { $0.event(event)?.from ?? [] } }
}

extension Outcome {
    /// Lets what an effect makes follow happen, or only says what would.
    ///
    /// - Parameter make: causes an event of an item, or decides on it; answers with the item as it is then.
    mutating func follow(
        _ steps: [Consequence],
        by make: (_ event: String, _ item: StoredItem, _ given: [String: Value]) throws -> StoredItem
    ) throws {
        for step in steps {
            var after = step.item
            var following = step.following
            if let event = step.event {
                do {
                    after = try make(event, step.item, step.given)
                } catch RegisterError.refused where step.refused != nil {
                    following = step.refused
                }
            }
            if after.id == item.id { item = after }
            if let following {
                let title = step.event.flatMap { step.item.definition.event($0)?.title }
                told.append(
                    Told(
                        after, named: step.name, following, by: title,
                        before: following == step.refused ? nil : step.next))
            }
        }
    }
}
