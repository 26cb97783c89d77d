import Workflow

// An event as the host lets it happen: with what its effects cause of the item itself, or not at all.
extension Study {
    /// What an event comes to, its own change first, then those of all that follows; nil when it is refused, or anything of
    /// that is.
    func changes(_ event: String, on item: Item, given: [String: Value] = [:], in setting: Setting) -> [Change]? {
        var left = Self.followingLimit
        return changes(event, on: item, given: given, in: setting, &left)
    }

    /// As many events as follow from one another.
    private static let followingLimit = 50

    private func changes(
        _ event: String, on item: Item, given: [String: Value], in setting: Setting, _ left: inout Int
    ) -> [Change]? {
        guard case .accepted(let change) = definition.decide(event, on: item, given: given, in: setting) else {
            return nil
        }
        if change.effects.isEmpty { return [change] }
        guard isPutRight(change, on: item) else { return nil }
        var changes = [change]
        var bySystem = setting
        bySystem.actor = .system
        for effect in change.effects {
            let now = changes[changes.count - 1].item
            guard let next = followed(effect), let state = now.state,
                definition.event(next)?.from.contains(state) ?? false
            else { continue }
            left -= 1
            guard left > 0, let more = self.changes(next, on: now, given: [:], in: bySystem, &left) else { return nil }
            changes += more
        }
        return changes
    }

    /// An effect that wants what is asked to change finds that it has.
    private func isPutRight(_ change: Change, on item: Item) -> Bool {
        guard change.effects.contains(where: { corrections.contains($0.name) }) else { return true }
        return definition.event(change.event)?.asks.contains { ask in
            !ask.isFresh && item.fields[ask.field] != change.item.fields[ask.field]
        } ?? false
    }

    private func followed(_ effect: EffectCall) -> String? {
        guard let argument = follows[effect.name], case .text(let event)? = effect.arguments[argument] else {
            return nil
        }
        return event
    }

    /// Some event of the item itself follows, where the state has it.
    func isFollowed(_ change: Change) -> Bool {
        change.effects.contains { effect in
            followed(effect).flatMap(definition.event)?.from.contains(change.to) ?? false
        }
    }

    /// The effects that cause an event of the item itself where its state may have it.
    func followers(of event: Event, from: String?, to: String) -> [(effect: Effect, event: Event?)] {
        if follows.isEmpty { return [] }
        let entered = from == to ? [] : definition[to]?.effects ?? []
        return (event.effects + entered).compactMap { effect in
            guard let argument = follows[effect.name] else { return nil }
            guard case .literal(.text(let name))? = effect.arguments[argument]?.root else { return (effect, nil) }
            return definition.event(name).map { (effect, $0) }
        }
    }

    /// No item comes to rest there: whatever leads there makes an event follow that leads on.
    func isOnlyPassed(_ state: String) -> Bool {
        let arrows = follows.isEmpty ? [] : graph.edges.filter { $0.to == state && $0.from != state }
        return !arrows.isEmpty
            && arrows.allSatisfy { arrow in
                let followers = followers(of: arrow.event, from: arrow.from, to: state)
                guard followers.count == 1, followers[0].effect.condition == nil, let next = followers[0].event else {
                    return false
                }
                return next.from.contains(state)
                    && next.targets.allSatisfy { $0.state != state && $0.state != nil }
            }
    }

    /// Its effects may cause another event of the item, or want something of it, so that they may refuse it.
    func mayBeRefusedByEffects(_ event: Event) -> Bool {
        let entered = event.targets.compactMap(\.state).flatMap { definition[$0]?.effects ?? [] }
        return (event.effects + entered).contains { follows[$0.name] != nil || corrections.contains($0.name) }
    }
}
