extension Definition {
    /// Every event, in the order of the file, with whether it can happen to an item now and why not. What an event asks
    /// counts as still to be given: it refuses only for reasons that nothing given could remove.
    public func options(for item: Item, in setting: Setting) -> [Option] {
        events.map { option($0, item, setting) }
    }

    private func option(_ event: Event, _ item: Item, _ setting: Setting) -> Option {
        var reasons: [Reason] = []
        let isHere = happens(event, in: item.state)
        if !isHere { reasons.append(wrongState(event, item.state)) }
        if !event.by.contains(where: { setting.actor.roles.contains($0) }) { reasons.append(wrongRole(event)) }
        guard isHere else { return Option(event: event, verdict: .refused(reasons), provided: []) }

        var scope = Scope(fields: item.fields, before: item.fields, state: item.state, setting: setting)
        scope.open = Set(event.asks.map(\.field))
        for assignment in event.sets {
            let value = assignment.expression.value(in: scope)
            scope.fields[assignment.field] = value
            if value == nil { scope.open.insert(assignment.field) }
        }
        for field in event.clears { scope.fields[field] = nil }
        for (field, step) in event.adds {
            var count = 0
            if case .number(let current)? = scope.fields[field] { count = current }
            scope.fields[field] = .number(count &+ step)
        }
        var provided: [Rule] = []
        for rule in event.rules + rules.filter({ !$0.except.contains(event.name) }) {
            switch rule.condition.truth(in: scope) {
            case .holds: break
            case .unknown where rule.condition.depends(on: scope): provided.append(rule)
            case .unknown, .fails: reasons.append(refusal(rule, scope))
            }
        }
        guard reasons.isEmpty else { return Option(event: event, verdict: .refused(reasons), provided: []) }
        return Option(event: event, verdict: .open(asks: asks(event, item, setting)), provided: provided)
    }

    private func refusal(_ rule: Rule, _ scope: Scope) -> Reason {
        let empty = rule.condition.empty(in: scope).first
        let known = empty.map { field($0)?.title ?? title(ofFact: $0) }
        return Reason(
            kind: .rule, field: empty,
            sentence: known.map { "\(rule.otherwise) (\($0) is not known.)" } ?? rule.otherwise,
            remedy: rule.remedy, code: rule.code)
    }

    /// Requirements that the record already settles are settled.
    private func asks(_ event: Event, _ item: Item, _ setting: Setting) -> [Ask] {
        var record = item.fields
        for ask in event.asks where ask.isFresh { record[ask.field] = nil }
        var scope = Scope(fields: record, before: item.fields, state: item.state, setting: setting)
        return event.asks.map { ask in
            if record[ask.field] != nil { return ask.settled(as: .optional) }
            guard case .requiredWhen(let condition, _) = ask.requirement else { return ask }
            scope.open = Set(event.asks.map(\.field)).subtracting([ask.field])
            switch condition.truth(in: scope) {
            case .holds: return ask.settled(as: .required)
            case .fails: return ask.settled(as: .optional)
            case .unknown: return ask
            }
        }
    }
}

extension Ask {
    fileprivate func settled(as requirement: Requirement) -> Ask {
        Ask(field: field, requirement: requirement, fallback: fallback, isFresh: isFresh)
    }
}

extension Expression {
    /// It reads, or asks whether it is set, something still to be given.
    fileprivate func depends(on scope: Scope) -> Bool {
        root.mentions.contains { scope.open.contains($0) || scope.isOpen(fact: $0) }
    }
}

extension ExpressionNode {
    /// Every field and fact it names.
    var mentions: Set<String> {
        switch self {
        case .field(let name), .fact(let name): [name]
        default: children.reduce(into: []) { $0.formUnion($1.mentions) }
        }
    }
}
