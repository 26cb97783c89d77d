/// Finds rules that can never hold or never refuse, and targets that are never taken or leave a gap.
struct GuardCheck {
    let definition: Definition

    func findings() -> [Finding] {
        var findings: [Finding] = []
        for event in definition.events {
            for (index, rule) in event.rules.enumerated() {
                findings += check(rule, .rule(index + 1, of: event.name), events: [event])
            }
            findings += targets(event)
        }
        for (index, rule) in definition.rules.enumerated() {
            let events = definition.events.filter { !rule.except.contains($0.name) }
            findings += check(rule, .rule(index + 1, of: nil), events: events)
        }
        return findings
    }

    private func check(_ rule: Rule, _ subject: Subject, events: [Event]) -> [Finding] {
        var canHold = false
        var canRefuse = false
        for event in events {
            let domain = domain([rule.condition], event)
            guard domain.isSmall else { return [] }
            for state in states(event) {
                domain.forEach(state: state) { scope in
                    if rule.condition.truth(in: scope) == .holds { canHold = true } else { canRefuse = true }
                    return !(canHold && canRefuse)
                }
                if canHold && canRefuse { return [] }
            }
        }
        if !canHold {
            return [
                Finding(
                    .ruleNeverHolds, subject, "“\(rule.condition.text)” can never hold, so the event never happens.")
            ]
        }
        return [Finding(.ruleAlwaysHolds, subject, "“\(rule.condition.text)” always holds, so it refuses nothing.")]
    }

    private func targets(_ event: Event) -> [Finding] {
        let conditions = event.targets.compactMap(\.condition)
        guard !conditions.isEmpty else { return [] }
        let domain = domain(conditions, event)
        guard domain.isSmall else { return [] }
        var taken: Set<Int> = []
        var hasGap = false
        for state in states(event) {
            domain.forEach(state: state) { scope in
                let index = event.targets.firstIndex { $0.condition.map { $0.truth(in: scope) == .holds } ?? true }
                if let index { taken.insert(index) } else { hasGap = true }
                return true
            }
        }
        var findings: [Finding] = []
        for (index, target) in event.targets.enumerated() where !taken.contains(index) {
            findings.append(
                Finding(
                    .targetNeverTaken, .event(event.name),
                    "“\(event.title)” never leads to “\(target.state ?? "stay")”."))
        }
        if hasGap {
            findings.append(
                Finding(
                    .targetGap, .event(event.name), "For some records “\(event.title)” leads nowhere.",
                    path: []))
        }
        return findings
    }

    private func states(_ event: Event) -> [String?] {
        event.begins ? [nil] : event.from
    }

    /// What fields can hold when the rules of an event are read.
    private func domain(_ expressions: [Expression], _ event: Event) -> GuardDomain {
        let needed = event.from.map { Set(definition[$0]?.needs ?? []) }
        let onRecord = needed.dropFirst().reduce(needed.first ?? []) { $0.intersection($1) }
        return GuardDomain(expressions, of: definition, roles: event.by) { name, values in
            if event.clears.contains(name) { return [nil] }
            if let assignment = event.sets.last(where: { $0.field == name }) {
                if case .literal(let value) = assignment.expression.root { return [value] }
                return values
            }
            if let step = event.adds[name] {
                return values.filter { if case .number(let number)? = $0 { number >= step } else { false } }
            }
            let isSet = values.filter { $0 != nil }
            guard let ask = event.ask(name) else {
                if event.begins { return [nil] }
                return onRecord.contains(name) ? isSet : values
            }
            if ask.requirement == .required { return isSet }
            return !ask.isFresh && onRecord.contains(name) ? isSet : values
        }
    }
}
