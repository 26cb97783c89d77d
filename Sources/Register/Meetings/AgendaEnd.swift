import Ledger
import Partnership
import Workflow

/// What a meeting that ends makes of what is still before it.
extension View {
    /// What time ran out for, with the event that carries it: to the body's next meeting, or to wait until there is one.
    /// That is what was marked as not reached, and a matter that came after the agenda was laid out.
    func carrying(
        _ meeting: StoredItem, by effect: EffectCall
    ) throws -> [(item: StoredItem, event: String, given: [String: Value], next: Day?)] {
        let next = try meeting.meeting.body.flatMap { try nextMeeting(of: $0, after: date(of: meeting)) }
        guard let carry = effect.arguments["event"].map(ItemCoding.text),
            let wait = effect.arguments["unscheduled"].map(ItemCoding.text)
        else { return [] }
        let lines = try agenda(of: meeting)
        return try before(meeting).compactMap { item in
            let line = lines.last { $0.isAbout(item) }
            guard line.map({ !$0.reached }) ?? (item.workflow == "matter") else { return nil }
            guard let next,
                let asked = item.definition.event(carry)?.asks.first(where: { $0.requirement == .required }),
                let date = next.meeting.date
            else { return has(item, wait) ? (item, wait, [:], nil) : nil }
            return has(item, carry) ? (item, carry, [asked.field: .text(next.reference)], date) : nil
        }
    }

    /// What the meeting reached and that needs no decision.
    func taking(_ meeting: StoredItem, by effect: EffectCall) throws -> [StoredItem] {
        guard let take = effect.arguments["event"].map(ItemCoding.text) else { return [] }
        let lines = try agenda(of: meeting)
        return try before(meeting).filter { item in
            has(item, take) && (lines.last { $0.isAbout(item) }?.reached ?? false)
        }
    }

    /// What is open and before a meeting, and what it has not decided.
    private func before(_ meeting: StoredItem) throws -> [StoredItem] {
        let issues = try undecided(at: meeting).map { try item($0) }
        return try issues + records(broughtTo: meeting)
    }

    private func has(_ item: StoredItem, _ event: String) -> Bool {
        item.definition.event(event)?.from.contains(item.state) ?? false
    }
}

extension AgendaItem {
    fileprivate func isAbout(_ item: StoredItem) -> Bool {
        !isAnswer && (issue?.id == item.id || matter?.id == item.id)
    }
}
