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

    /// What is due of an item for somebody, the earliest first: the clocks that are theirs by their roles towards it; the
    /// earliest of all where none is, or while it has to be diverted.
    ///
    /// - Parameter owning: those of the roles that they hold because they own it. What does not begin again and again is theirs too
    ///   where these may cause anything.
    func dues(of item: Item, for roles: [String], owning: [String]) -> [(clock: String, on: Day)] {
        guard let first = due(of: item) else { return [] }
        guard let state = item.state, !diverting.contains(first.clock) else { return [first] }
        let isTheirs = events.contains { $0.from.contains(state) && $0.by.contains(where: owning.contains) }
        // Few of the clocks run.
        let running = item.clocks.filter { $0.value.pausedOn == nil }.sorted {
            ($0.value.due, $0.key) < ($1.value.due, $1.key)
        }
        let theirs = running.filter { name, _ in
            guard let clock = clocks.first(where: { $0.name == name }), clock.whenMissed != .pass else { return false }
            return isTheirs && clock.restartsOn.isEmpty
                || !self.roles(answering: clock, in: state).isDisjoint(with: roles)
        }
        return theirs.isEmpty ? [first] : theirs.map { (clock: $0.key, on: $0.value.due) }
    }

    /// The states in which some clocks are for some roles to answer and others are not, so that what is due first need not be
    /// theirs.
    func statesShared(by roles: Set<String>) -> [String] {
        states.filter { !$0.isEnd }.map(\.name).filter { state in
            let running = clocks.filter {
                $0.runsIn.contains(state) && $0.whenMissed != .pass && !diverting.contains($0.name)
            }
            let own = running.count { !self.roles(answering: $0, in: state).isDisjoint(with: roles) }
            return own > 0 && own < running.count
        }
    }

    /// The names of the clocks by which something has to be diverted.
    var diverting: Set<String> { Set(clocks(meaning: "divert").map(\.name)) }
}
