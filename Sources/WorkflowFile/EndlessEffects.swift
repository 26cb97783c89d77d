import Workflow

/// Events that effects make follow from themselves, again and again.
///
/// An event that follows and is refused refuses all that it follows from. So nothing ends such a chain but a condition of an
/// effect, or a state in which the event cannot happen.
struct EndlessEffects {
    let definition: Definition
    let host: Host

    /// An event that happens in a state.
    private struct Step: Hashable {
        let event: String
        let from: String?
    }

    /// The events of each chain that has no end, one after the other, from the first of the file.
    func chains() -> [[String]] {
        let followed = definition.events.flatMap(\.effects) + definition.states.flatMap(\.effects)
        let events = Set(followed.compactMap(event)).compactMap(definition.event)
        guard !events.isEmpty else { return [] }
        let written = events.reduce(into: Set<String>()) { names, event in
            names.formUnion(event.sets.map(\.field) + event.asks.map(\.field) + event.clears + event.adds.keys)
            names.formUnion(
                definition.fields.filter { $0.section.map(event.erases.contains) ?? false }.map(\.name))
        }
        var next: [Step: [Step]] = [:]
        var order: [Step] = []
        for event in definition.events {
            for state in event.begins ? [nil] : event.from.map(Optional.some) {
                let step = Step(event: event.name, from: state)
                let following = event.targets.map { follows(event, from: state, to: $0.state ?? state, written) }
                guard following.allSatisfy({ $0 != nil }) else { continue }
                next[step] = following.compactMap(\.self)
                order.append(step)
            }
        }
        // What leads to something that ends has an end.
        var count: Int
        repeat {
            count = next.count
            for step in order where next[step]?.contains(where: { next[$0] == nil }) ?? false { next[step] = nil }
        } while next.count < count
        var told: Set<Set<String>> = []
        return order.compactMap { start in
            var way: [Step] = []
            var step = start
            while let following = next[step]?.first {
                if let place = way.firstIndex(of: step) {
                    let chain = way.map(\.event)
                    return place == 0 && told.insert(Set(chain)).inserted ? chain : nil
                }
                way.append(step)
                step = following
            }
            return nil
        }
    }

    /// What follows first from an event that led to a state; nil when nothing does, or it may be left out.
    private func follows(_ event: Event, from: String?, to: String?, _ written: Set<String>) -> Step? {
        guard let to else { return nil }
        let entered = from == to ? [] : definition[to]?.effects ?? []
        for effect in event.effects + entered {
            guard let name = self.event(effect), definition.event(name)?.from.contains(to) ?? false else { continue }
            guard effect.condition?.lasts(beside: written) ?? true else { return nil }
            return Step(event: name, from: to)
        }
        return nil
    }

    /// The event of the item itself that an effect causes, where the file names it.
    private func event(_ effect: Effect) -> String? {
        guard let caused = host.causes[effect.name]?.first(where: { $0.workflows == nil }),
            case .literal(.text(let name))? = effect.arguments[caused.argument]?.root
        else { return nil }
        return name
    }
}

extension Expression {
    /// It stands as it is while only some fields are written.
    fileprivate func lasts(beside written: Set<String>) -> Bool {
        isAboutTheRecord && !mentions(.state) && fields.allSatisfy { !written.contains($0) }
    }

    private func mentions(_ node: ExpressionNode) -> Bool {
        func isIn(_ other: ExpressionNode) -> Bool { other == node || other.children.contains(where: isIn) }
        return isIn(root)
    }
}
