import Workflow

extension Player {
    /// The item at the end of a story of events; nil when it does not happen as told, or a clock would have caused an event
    /// before.
    func item(after story: Story) -> Item? {
        let definition = study.definition
        var item = Item()
        for step in story.steps {
            let setting = Setting(on: step.on, actor: step.actor, facts: step.facts, calendars: study.calendars)
            let next: Item?
            if let event = step.event {
                guard definition.missed(of: item, on: step.on).isEmpty else { return nil }
                next = study.strides(event, on: item, given: step.given, in: setting)?.last?.after
            } else {
                next = study.tick(item, in: setting).ticked.item
            }
            guard let next, next.state == step.to else { return nil }
            item = next
        }
        return item
    }
}

extension Story {
    /// The same, some days later, with every day that is given or a fact.
    func later(by days: Int) -> Story {
        Story(
            steps.map { step in
                Step(
                    event: step.event, given: step.given.mapValues { $0.later(by: days) }, on: step.on + days,
                    actor: step.actor, facts: step.facts.mapValues { $0.later(by: days) }, to: step.to,
                    causes: step.causes)
            })
    }

    /// The same, with what happens from a step on some days later.
    func later(by days: Int, from index: Int) -> Story {
        Story(
            steps.enumerated().map { position, step in
                guard position >= index else { return step }
                return Step(
                    event: step.event, given: step.given, on: step.on + days, actor: step.actor, facts: step.facts,
                    to: step.to, causes: step.causes)
            })
    }

    /// The same, with a value given at a step.
    func giving(_ value: Value, _ field: String, at index: Int) -> Story {
        Story(
            steps.enumerated().map { position, step in
                guard position == index else { return step }
                var given = step.given
                given[field] = value
                return Step(
                    event: step.event, given: given, on: step.on, actor: step.actor, facts: step.facts, to: step.to,
                    causes: step.causes)
            })
    }
}

extension Value {
    fileprivate func later(by days: Int) -> Value {
        if case .day(let day) = self { .day(day + days) } else { self }
    }
}
