import Partnership
import Workflow

/// Whose a clock is: who sees to it that what it waits for happens.
extension Definition {
    /// The events that answer a clock in a state: those that begin it again, or else the event that is called like it, or that
    /// most often comes next there; where none stands out, whatever leads on to what is no end.
    func events(answering clock: Clock, in state: String) -> [Event] {
        if !clock.restartsOn.isEmpty { return clock.restartsOn.compactMap(event) }
        if let answer = event(clock.name), answer.from.contains(state) { return [answer] }
        return events(leadingOnFrom: state)
    }

    /// What most often comes next in a state, or else whatever leads on to what is no end.
    func events(leadingOnFrom state: String) -> [Event] {
        if let usual = self[state]?.usual.flatMap(event), usual.from.contains(state) { return [usual] }
        return events.filter { event in
            event.from.contains(state)
                && event.targets.contains { target in
                    target.state.map { $0 != state && self[$0]?.isEnd != true } ?? false
                }
        }
    }

    /// The roles of those who may answer a clock in a state.
    func roles(answering clock: Clock, in state: String) -> Set<String> {
        Set(events(answering: clock, in: state).flatMap(\.by))
    }

    /// What is due of an item, the earliest first: every clock that runs, whoever answers it; while it has to be diverted,
    /// that alone.
    func dues(of item: Item) -> [(clock: String, on: Day)] {
        guard let first = due(of: item) else { return [] }
        guard !diverting.contains(first.clock) else { return [first] }
        // Few of the clocks run.
        return item.clocks.filter { name, running in
            running.pausedOn == nil && clocks.contains { $0.name == name && $0.whenMissed != .pass }
        }.map { (clock: $0.key, on: $0.value.due) }.sorted { ($0.on, $0.clock) < ($1.on, $1.clock) }
    }

    /// The names of the clocks by which something has to be diverted.
    var diverting: Set<String> { Set(clocks(meaning: "divert").map(\.name)) }
}
