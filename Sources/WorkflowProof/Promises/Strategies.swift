import Workflow

/// Ways to choose what is given, the day or who acts, by what is on record: each can be followed whatever that is.
struct Strategies {
    struct Strategy {
        let chosen: ExpressionNode
        /// What is then so.
        let rule: ExpressionNode
    }

    let exploration: Exploration
    let step: Hurdles.Step

    private var definition: Definition { exploration.study.definition }

    /// - Parameter others: fields of which nothing is known, by whose values something may be chosen.
    func all(for conditions: [Expression], by others: [String]) -> [Strategy] {
        let names = conditions.reduce(into: Set<ExpressionNode>()) { $0.formUnion($1.root.names) }
        let surely = others.filter { name in
            exploration.value(of: name, before: step).map { $0 != .unset }
                ?? exploration.study.onRecord.fields(in: step.before.state).contains(name)
        }
        let days = surely.filter { definition.field($0)?.kind == .day }.map(ExpressionNode.before)
        return byDay(names, days) + forToday(names, days, conditions) + names.flatMap { byNumber($0, surely) }
            + byPerson(names, surely)
    }

    /// The same day as is on record, the next one or the one before.
    private func byDay(_ names: Set<ExpressionNode>, _ days: [ExpressionNode]) -> [Strategy] {
        names.flatMap { node -> [Strategy] in
            guard case .field(let name) = node, definition.field(name)?.kind == .day,
                exploration.isGiven(name, step.event)
            else { return [] }
            return days.flatMap { other in
                (-1...1).map { Strategy(chosen: node, rule: .compare(.equal, node, .shift(other, .days($0)))) }
            }
        }
    }

    /// It happens on a day on record, or before or after all of them, also by the lengths of time that conditions name.
    private func forToday(
        _ names: Set<ExpressionNode>, _ days: [ExpressionNode], _ conditions: [Expression]
    ) -> [Strategy] {
        guard names.contains(.today), !days.isEmpty else { return [] }
        func all(_ comparison: ExpressionNode.Comparison, _ other: (ExpressionNode) -> ExpressionNode) -> Strategy {
            let each = days.map { ExpressionNode.compare(comparison, .today, other($0)) }
            return Strategy(chosen: .today, rule: each.dropFirst().reduce(each[0]) { .and($0, $1) })
        }
        let periods = conditions.reduce(into: Set<Period>()) { $0.formUnion($1.root.periods) }.sorted {
            "\($0)" < "\($1)"
        }
        let numbers = conditions.reduce(into: Set<Int>()) { $0.formUnion($1.root.numbers) }.filter {
            (0...Period.longest).contains($0)
        }
        let far = Period.days(numbers.reduce(0, +))
        var strategies = days.flatMap { day in
            (-1...1).map {
                Strategy(chosen: .today, rule: .compare(.equal, .today, .shift(day, .days($0))))
            }
        }
        strategies += [all(.atLeast) { $0 }, all(.more) { $0 }, all(.atMost) { $0 }, all(.less) { $0 }]
        strategies += periods.map { period in all(.more) { .shift($0, period) } }
        if !numbers.isEmpty { strategies.append(all(.more) { .shift($0, far) }) }
        return strategies
    }

    /// The least and the most that the field can hold, and what another one holds.
    private func byNumber(_ node: ExpressionNode, _ others: [String]) -> [Strategy] {
        guard case .field(let name) = node, case .number(let range)? = definition.field(name)?.kind,
            exploration.isGiven(name, step.event),
            // What is given in a tracked field is chosen already, value by value.
            exploration.positions[name] == nil
        else { return [] }
        let fitting = others.filter { other in
            if case .number(let theirs)? = definition.field(other)?.kind { range.contains(theirs) } else { false }
        }
        let ends = [range.lowerBound, range.upperBound].map { ExpressionNode.literal(.number($0)) }
        return (fitting.map(ExpressionNode.before) + ends).map {
            Strategy(chosen: node, rule: .compare(.equal, node, $0))
        }
    }

    /// Somebody else than is named there.
    private func byPerson(_ names: Set<ExpressionNode>, _ others: [String]) -> [Strategy] {
        let people = others.filter { name in
            switch definition.field(name)?.kind {
            case .reference, .line, .text: true
            default: false
            }
        }
        guard names.contains(.person), !people.isEmpty, step.event.isForPeople else { return [] }
        let each = people.map { ExpressionNode.compare(.unequal, .person, .before($0)) }
        return [Strategy(chosen: .person, rule: each.dropFirst().reduce(each[0]) { .and($0, $1) })]
    }
}

extension ExpressionNode {
    /// The lengths of time that stand in it.
    fileprivate var periods: Set<Period> {
        var periods = children.reduce(into: Set<Period>()) { $0.formUnion($1.periods) }
        if case .shift(_, let period) = self { periods.insert(period) }
        return periods
    }
}
