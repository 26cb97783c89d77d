extension Definition {
    /// This definition without what an earlier one demanded in the same words. Whatever was recorded under the earlier one
    /// met that already; so this is what is left to judge its history by, when what a host knew in those days is gone.
    public func demands(beyond earlier: Definition) -> Definition {
        Definition(
            name: name, title: title, roles: roles, roleTitles: roleTitles, fields: fields, sections: sections,
            states: states.map { state in
                let needs = state.needs.filter { earlier[state.name]?.needs.contains($0) != true }
                return State(
                    name: state.name, title: state.title, isEnd: state.isEnd, needs: needs, usual: state.usual,
                    meanings: state.meanings, effects: state.effects)
            },
            events: events.map { demands(of: $0, beyond: earlier) }, rules: [], clocks: clocks, facts: facts,
            calendar: calendar)
    }

    /// An event with the workflow's rules among its own, less what was demanded before.
    private func demands(of event: Event, beyond earlier: Definition) -> Event {
        let old = earlier.event(event.name)
        let known = Set(
            ((old?.rules ?? []) + earlier.rules.filter { !$0.except.contains(event.name) }).map(\.condition.text))
        let rules = event.rules + rules.filter { !$0.except.contains(event.name) }
        let asks = event.asks.map { ask in
            guard let asked = old?.ask(ask.field), asked.requirement == ask.requirement else { return ask }
            return Ask(
                field: ask.field, requirement: .optional, fallback: ask.fallback, isFresh: ask.isFresh,
                offered: ask.offered)
        }
        return Event(
            name: event.name, title: event.title, summary: event.summary, from: event.from, targets: event.targets,
            by: event.by, asks: asks, rules: rules.filter { !known.contains($0.condition.text) }, sets: event.sets,
            clears: event.clears, adds: event.adds, effects: event.effects, erases: event.erases)
    }
}
