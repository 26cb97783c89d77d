extension Definition {
    /// Every event, in the order of the file, with whether it can happen to an item now and why not. What an event asks
    /// counts as still to be given: it refuses only for reasons that nothing given could remove.
    public func options(for item: Item, in setting: Setting) -> [Option] {
        var frame = Frame(program, item.fields, state: program.layout.state(item.state))
        return program.events.map { event in
            frame.begin(at: frame.state, in: setting)
            let option = option(event, item.state, &frame)
            frame.rollBack()
            return option
        }
    }

    /// One event, whether it can happen to an item now and why not; nil for one that there is not.
    public func option(_ name: String, for item: Item, in setting: Setting) -> Option? {
        guard let event = program.events.first(where: { $0.event.name == name }) else { return nil }
        var frame = Frame(program, item.fields, state: program.layout.state(item.state))
        frame.begin(at: frame.state, in: setting)
        return option(event, item.state, &frame)
    }

    private func option(_ event: CompiledEvent, _ state: String?, _ frame: inout Frame) -> Option {
        var reasons: [Reason] = []
        let isHere = event.happensIn[frame.state]
        if !isHere { reasons.append(wrongState(event.event, state)) }
        if frame.setting.firstRole(among: event.by) == nil { reasons.append(wrongRole(event.event)) }
        guard isHere else { return Option(event: event.event, verdict: .refused(reasons), provided: []) }

        let provided = frame.provided(by: event) { rule, empty in
            reasons.append(program.refusal(by: rule, empty: empty))
        }
        guard reasons.isEmpty else { return Option(event: event.event, verdict: .refused(reasons), provided: []) }
        frame.rollBack()
        return Option(event: event.event, verdict: .open(asks: frame.settledAsks(of: event)), provided: provided)
    }
}

extension Frame {
    /// The rules of an event that depend on what is still to be given; those that nothing given could satisfy are
    /// refused, with the first field or fact that is empty.
    fileprivate mutating func provided(by event: CompiledEvent, refuse: (Rule, String?) -> Void) -> [Rule] {
        var open = Set(event.asks.map(\.field))
        sight = .open(open)
        for assignment in event.sets {
            write(assignment.term, of: event.code, to: assignment.field)
            if isEmpty(assignment.field) { open.insert(assignment.field) } else { open.remove(assignment.field) }
            sight = .open(open)
        }
        for field in event.clears { write(.empty, to: field) }
        for (field, step) in event.adds {
            var count = 0
            if case .number(let current) = cell(field) { count = current }
            write(.number(count &+ step), to: field)
        }
        var provided: [Rule] = []
        for (rule, condition) in zip(event.rules, event.conditions) {
            switch truth(of: condition, in: event.code) {
            case .holds: break
            case .unknown where isOpen(rule.condition): provided.append(rule)
            case .unknown, .fails: refuse(rule, empty(in: rule.condition).first)
            }
        }
        sight = .whole
        return provided
    }

    /// What an event asks; requirements that the record already settles are settled.
    fileprivate mutating func settledAsks(of event: CompiledEvent) -> [Ask] {
        for field in event.fresh { write(.empty, to: field) }
        let fields = Set(event.asks.map(\.field))
        let asks = event.asks.map { ask in
            if !isEmpty(ask.field) { return ask.ask.settled(as: .optional) }
            guard let condition = ask.condition else { return ask.ask }
            sight = .open(fields.subtracting([ask.field]))
            switch truth(of: condition, in: event.code) {
            case .holds: return ask.ask.settled(as: .required)
            case .fails: return ask.ask.settled(as: .optional)
            case .unknown: return ask.ask
            }
        }
        sight = .whole
        return asks
    }

    /// An expression reads, or asks whether it is set, something still to be given.
    private func isOpen(_ expression: Expression) -> Bool {
        expression.root.mentions.contains { name in
            layout.field(name).map(isOpen(field:)) ?? layout.fact(name).map(isOpen(fact:)) ?? false
        }
    }
}

extension Ask {
    fileprivate func settled(as requirement: Requirement) -> Ask {
        Ask(field: field, requirement: requirement, fallback: fallback, isFresh: isFresh, offered: offered)
    }
}
