import Workflow

/// What makes the host cause events by itself, as far as a workflow tells: its clocks, and what follows from other events.
final class Causes {
    private let definition: Definition
    let host: HostActs
    /// The events that the host causes then and at no other time.
    private let bound: Set<String>
    /// By event, the states in which it may follow from another.
    private let following: [String: Set<String>]
    /// Stands for an event that the file does not name.
    private static let any = ""
    private var laterBarriers: [Place: [EventRecord.Barrier]] = [:]

    private struct Place: Hashable {
        let event: String
        let from: String?
        let to: String
        let isGivenNothing: Bool
    }

    init(_ definition: Definition, _ host: HostActs) {
        self.definition = definition
        self.host = host
        func followed(_ effect: Effect) -> String? {
            guard let argument = host.follows[effect.name] else { return nil }
            guard case .literal(.text(let name))? = effect.arguments[argument]?.root else { return Self.any }
            return name
        }
        var following: [String: Set<String>] = [:]
        for event in host.follows.isEmpty ? [] : definition.events {
            for target in event.targets {
                let entered = target.state.flatMap { definition[$0]?.effects } ?? []
                for (index, name) in (event.effects + entered).compactMap(followed).enumerated() {
                    // What follows first may lead anywhere before the next does.
                    let places = target.state.map { [$0] } ?? event.from
                    following[name, default: []].formUnion(index == 0 ? places : definition.states.map(\.name))
                }
            }
        }
        if let places = following[Self.any] {
            for event in definition.events { following[event.name, default: []].formUnion(places) }
        }
        let effects = definition.events.flatMap(\.effects) + definition.states.flatMap(\.effects)
        bound = Set(definition.clocks.compactMap(\.whenMissed.event) + effects.compactMap(followed))
            .subtracting(host.others)
        self.following = following
    }

    /// The host causes it only when a clock is missed or when it follows.
    func binds(_ event: Event) -> Bool { bound.contains(event.name) }

    /// Nobody else causes it, either.
    func isLeftToHost(_ event: Event) -> Bool { binds(event) && !event.isForPeople }

    /// The clocks that cause it where an item rests, if nothing else does; nil where others may.
    func clocks(causing event: Event, restingAt state: String?) -> [Definition.Clock]? {
        guard let state, isLeftToHost(event) else { return nil }
        return definition.clocks.filter { $0.whenMissed.event == event.name && $0.runsIn.contains(state) }
    }

    /// The same where it may also follow from what led there.
    func clocks(causing event: Event, at state: String?) -> [Definition.Clock]? {
        if let state, following[event.name]?.contains(state) ?? false { return nil }
        return clocks(causing: event, restingAt: state)
    }

    /// Somebody or a clock may cause it where an item rests.
    func mayCause(_ event: Event, restingAt state: String?) -> Bool {
        !event.by.isEmpty && clocks(causing: event, restingAt: state)?.isEmpty != true
    }

    /// Somebody, a clock or another event may cause it in a state.
    func mayCause(_ event: Event, at state: String?) -> Bool {
        !event.by.isEmpty && clocks(causing: event, at: state)?.isEmpty != true
    }

    /// Nothing is given with it: a clock causes it, or it follows, and nobody else may.
    func isGivenNothing(_ event: Event) -> Bool {
        guard !event.isForPeople, !event.asks.isEmpty else { return false }
        return isLeftToHost(event) || definition.clocks.contains { $0.whenMissed.event == event.name }
    }
}

// What effects cause of the item itself, or want of the event that has them.
extension Causes {
    /// Those that it has itself, and those of the state that it enters.
    func effects(of event: Event, from: String?, to: String) -> [Effect] {
        event.effects + (from == to ? [] : definition[to]?.effects ?? [])
    }

    /// The event of the item itself that an effect causes; nil also where the file does not name it.
    func followed(_ effect: Effect) -> Event? {
        guard let argument = host.follows[effect.name],
            case .literal(.text(let name))? = effect.arguments[argument]?.root
        else { return nil }
        return definition.event(name)
    }

    /// The effects that cause an event of the item itself where its state may have it.
    func followers(of event: Event, from: String?, to: String) -> [(effect: Effect, event: Event?)] {
        if host.follows.isEmpty { return [] }
        return effects(of: event, from: from, to: to).filter { host.follows[$0.name] != nil }.map {
            ($0, followed($0))
        }
    }

    /// Some event may make another follow.
    var followSomewhere: Bool { !following.isEmpty }

    /// Its effects, or those of where it leads, may cause events of the item itself.
    func mayBeFollowed(_ event: Event) -> Bool {
        if host.follows.isEmpty { return false }
        let entered = event.targets.compactMap(\.state).flatMap { definition[$0]?.effects ?? [] }
        return (event.effects + entered).contains { host.follows[$0.name] != nil }
    }

    /// Its effects may cause another event of the item, or want something of it, so that they may refuse it.
    func mayBeRefusedByEffects(_ event: Event) -> Bool {
        if host.follows.isEmpty, host.corrections.isEmpty { return false }
        let entered = event.targets.compactMap(\.state).flatMap { definition[$0]?.effects ?? [] }
        return (event.effects + entered).contains {
            host.follows[$0.name] != nil || host.corrections.contains($0.name)
        }
    }

    /// What of the record that an event leaves behind surely refuses what follows, and so the event.
    func laterBarriers(
        of event: Event, from: String?, to: String, isGivenNothing: Bool
    ) -> [EventRecord.Barrier] {
        guard mayBeRefusedByEffects(event) else { return [] }
        let place = Place(event: event.name, from: from, to: to, isGivenNothing: isGivenNothing)
        if let barriers = laterBarriers[place] { return barriers }
        let all = Barriers(
            definition: definition, causes: self, event: event, state: from, isGivenNothing: isGivenNothing)
        let barriers = all.following.filter { !$0.isUnclear && $0.later?.state == to }.compactMap(\.later).map {
            EventRecord.Barrier(holding: $0.holding, failing: $0.failing)
        }
        laterBarriers[place] = barriers
        return barriers
    }
}
