import Workflow

/// Ways to choose what is given, the day or who acts, by what is on record: each can be followed whatever that is.
struct Strategies {
    struct Strategy {
        let chosen: ExpressionNode
        /// What is then so.
        let rule: ExpressionNode
    }

    let hurdles: Hurdles
    let step: Hurdles.Step
    /// What is sure of the record.
    let sure: EventRecord

    private var exploration: Exploration { hurdles.exploration }
    private var definition: Definition { exploration.study.definition }

    /// - Parameter others: fields of which nothing is known, by whose values something may be chosen.
    func all(for conditions: [Expression], by others: [String]) -> [Strategy] {
        let names = conditions.reduce(into: Set<ExpressionNode>()) {
            $0.formUnion(hurdles.sources(of: $1.root, step.event))
        }
        let surely = others.filter { name in
            exploration.value(of: name, before: step).map { $0 != .unset }
                ?? exploration.study.onRecord.fields(in: step.before.state).contains(name)
        }
        let days = surely.filter { definition.field($0)?.kind == .day }.map(ExpressionNode.before)
        let lengths = Lengths(conditions)
        let (given, today) = (byDay(names, days, lengths), forToday(names, days, lengths))
        let numbers = names.sorted { $0.word < $1.word }.flatMap { byNumber($0, surely) }
        return given + today + numbers + byPerson(names, surely)
    }

    /// A day that is given, and the day on which that happens, chosen together where conditions compare them: both by days on
    /// record, so that neither hangs on the other.
    func pairs(of strategies: [Strategy], for conditions: [Expression]) -> [(Strategy, Strategy)] {
        let today = strategies.filter { $0.chosen == .today }.prefix(Self.pairLimit)
        return strategies.filter { strategy in
            guard case .field = strategy.chosen, strategy.rule.names.contains(where: { $0 != strategy.chosen }) else {
                return false
            }
            return conditions.contains { $0.root.names.isSuperset(of: [strategy.chosen, .today]) }
        }.prefix(Self.pairLimit).flatMap { given in today.map { (given, $0) } }
    }

    private static let pairLimit = 6

    /// The lengths of time that conditions name.
    private struct Lengths {
        let periods: [Period]
        /// Numbers of days, as they may be.
        let numbers: Set<Int>

        init(_ conditions: [Expression]) {
            let found = conditions.reduce(into: Set<Period>()) { $0.formUnion($1.root.periods) }
            periods = found.sorted { "\($0)" < "\($1)" }
            numbers = conditions.reduce(into: Set<Int>()) { $0.formUnion($1.root.numbers) }
                .filter { (0...Period.longest).contains($0) }
        }

        /// As many days as all of them together.
        var sum: Int { periods.map(\.mostDays).reduce(0, +) + numbers.reduce(0, +) }
    }

    /// The same day as is on record, the next one or the one before; these a length of time further on or back; and days
    /// beyond all of them.
    private func byDay(_ names: Set<ExpressionNode>, _ days: [ExpressionNode], _ lengths: Lengths) -> [Strategy] {
        names.sorted { $0.word < $1.word }.flatMap { node -> [Strategy] in
            guard case .field(let name) = node, definition.field(name)?.kind == .day,
                exploration.isGiven(name, step.event),
                // What is given in a tracked field may be chosen already.
                exploration.positions[name].map({ step.proposed.values[$0] == .vague }) ?? true
            else { return [] }
            func next(to other: ExpressionNode) -> [Strategy] {
                (-1...1).map { Strategy(chosen: node, rule: .compare(.equal, node, .shift(other, .days($0)))) }
            }
            let periods = lengths.periods + lengths.numbers.sorted().prefix(3).map(Period.days)
            let shifted = days.flatMap { day in
                periods.flatMap { next(to: .shift(day, $0)) + next(to: .shift(day, $0.reversed)) }
            }
            var strategies = days.flatMap(next) + shifted
            guard !days.isEmpty, (1...Self.farthest).contains(lengths.sum) else { return strategies }
            for (comparison, period) in [(.more, lengths.sum), (.less, -lengths.sum)]
                as [(ExpressionNode.Comparison, Int)]
            {
                let each = days.map { ExpressionNode.compare(comparison, node, .shift($0, .days(period))) }
                strategies.append(Strategy(chosen: node, rule: each.dropFirst().reduce(each[0]) { .and($0, $1) }))
            }
            return strategies
        }
    }

    /// Ways are sure of items whose days are as far from the first and the last.
    private static let farthest = 36_000

    /// It happens on a day on record, or before or after all of them, also by the lengths of time that conditions name.
    private func forToday(_ names: Set<ExpressionNode>, _ days: [ExpressionNode], _ lengths: Lengths) -> [Strategy] {
        guard names.contains(.today), !days.isEmpty else { return [] }
        func all(_ comparison: ExpressionNode.Comparison, _ other: (ExpressionNode) -> ExpressionNode) -> Strategy {
            let each = days.map { ExpressionNode.compare(comparison, .today, other($0)) }
            return Strategy(chosen: .today, rule: each.dropFirst().reduce(each[0]) { .and($0, $1) })
        }
        let (periods, numbers) = (lengths.periods, lengths.numbers)
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

    /// Somebody else than is named there, or who is.
    private func byPerson(_ names: Set<ExpressionNode>, _ others: [String]) -> [Strategy] {
        guard names.contains(.person), step.event.isForPeople else { return [] }
        var strangers: [ExpressionNode] = []
        var strategies: [Strategy] = []
        for name in others {
            switch definition.field(name)?.kind {
            case .reference, .line, .text:
                strangers.append(.compare(.unequal, .person, .before(name)))
                let host = ExpressionNode.literal(.text(Actor.system.person))
                let isPerson = ExpressionNode.compare(.unequal, .before(name), host)
                guard sure.isSure(Expression(text: name, type: .flag, root: isPerson)) else { continue }
                strategies.append(Strategy(chosen: .person, rule: .compare(.equal, .person, .before(name))))
            case .references: strangers.append(.not(.element(.person, of: .before(name))))
            default: break
            }
        }
        guard let first = strangers.first else { return [] }
        let rule = strangers.dropFirst().reduce(first) { .and($0, $1) }
        return [Strategy(chosen: .person, rule: rule)] + strategies
    }
}

extension Period {
    /// As many days as it can take.
    fileprivate var mostDays: Int {
        switch self {
        case .days(let count): abs(count)
        case .months(let count): abs(count) * 31
        case .workingDays(let count, _): abs(count) * 14 + 14
        }
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
