import Workflow

extension ConditionReader {
    /// A number or a day as a sum; nil for what is neither.
    mutating func term(_ node: ExpressionNode) -> LinearTerm? {
        switch node {
        case .literal(.number(let number)):
            return (-Vocabulary.largest...Vocabulary.largest).contains(number) ? LinearTerm(constant: number) : nil
        case .literal(.day(let day)): return LinearTerm(constant: day.number)
        case .add(let left, let right): return sum(left, right, times: 1)
        case .subtract(let left, let right): return sum(left, right, times: -1)
        case .daysBetween(let start, let end): return sum(end, start, times: -1)
        case .workingDaysBetween(let start, let end, _): return workingDays(node, start, end)
        case .shift(let day, let period):
            guard let start = term(day) else { return nil }
            guard case .days(let count) = period else { return end(node, start, period) }
            return kept(start.plus(LinearTerm(constant: count)))
        default:
            guard let position = position(node), vocabulary.variables[position].kind.range != nil else { return nil }
            return LinearTerm(factors: [position: 1], demands: [.fact(.isSet(position, true))])
        }
    }

    private mutating func sum(_ left: ExpressionNode, _ right: ExpressionNode, times sign: Int) -> LinearTerm? {
        guard let first = term(left), let second = term(right) else { return nil }
        let sum = first.plus(second, times: sign)
        return sum.isModerate(vocabulary.variables) ? sum : nil
    }

    /// The day itself, if it is one that can be worked out.
    private mutating func kept(_ day: LinearTerm) -> LinearTerm {
        var day = day
        let bare = LinearTerm(factors: day.factors, constant: day.constant)
        let range = bare.range(vocabulary.variables)
        let last = LinearTerm(constant: Day.counted.upperBound.number)
        let first = LinearTerm(constant: Day.counted.lowerBound.number)
        if range.upperBound > last.constant { day.demands += [isAtMostZero(bare.plus(last, times: -1))] }
        if range.lowerBound < first.constant { day.demands += [isAtMostZero(first.plus(bare, times: -1))] }
        return day
    }

    /// The day some months or working days on: within a number of days from the start, and in the same order as others
    /// that the same length of time leads to.
    private mutating func end(_ node: ExpressionNode, _ start: LinearTerm, _ period: Period) -> LinearTerm {
        let span = period.span
        let range = start.range(vocabulary.variables)
        let days = (range.lowerBound + span.lowerBound)...(range.upperBound + span.upperBound)
        let (position, isNew) = vocabulary.position(ofTerm: node, .day(days))
        let end = LinearTerm(factors: [position: 1], demands: start.demands)
        if isNew {
            let length = end.plus(start, times: -1)
            vocabulary.axioms.append(isAtMost(length, span.upperBound))
            vocabulary.axioms.append(isAtMost(length.negative, -span.lowerBound))
            for other in ends where other.period == period {
                let apart = (start: start.plus(other.start, times: -1), end: end.plus(other.end, times: -1))
                let back = (start: apart.start.negative, end: apart.end.negative)
                vocabulary.axioms.append(
                    .any([
                        .all([isAtMost(apart.start, -1), isAtMost(apart.end, 0)]),
                        .all([isAtMost(back.start, -1), isAtMost(back.end, 0)]),
                        .all([apart.start, back.start, apart.end, back.end].map { isAtMost($0, 0) }),
                    ]))
            }
            for other in ends {
                if period.isLonger(than: other.period) {
                    order((other.start, other.end), other.period, (start, end), period)
                } else if other.period.isLonger(than: period) {
                    order((start, end), period, (other.start, other.end), other.period)
                }
            }
            ends.append((period, start, end))
        }
        return kept(end)
    }

    /// A longer time of one kind that does not begin earlier does not end earlier either.
    private mutating func order(
        _ first: (start: LinearTerm, end: LinearTerm), _ period: Period, _ second: (start: LinearTerm, end: LinearTerm),
        _ longer: Period
    ) {
        let isLater = isAtMost(second.start.plus(first.start, times: -1), -1)
        let apart = first.end.plus(second.end, times: -1)
        vocabulary.axioms.append(.any([isLater, isAtMost(apart, period.isNone ? 0 : -1)]))
    }

    /// The working days between two days: none in the wrong direction, and no more than there are days.
    private mutating func workingDays(
        _ node: ExpressionNode, _ first: ExpressionNode, _ last: ExpressionNode
    ) -> LinearTerm? {
        guard let start = term(first), let end = term(last) else { return nil }
        let length = end.plus(start, times: -1)
        let range = length.range(vocabulary.variables)
        let count = min(range.lowerBound, 0)...max(range.upperBound, 0)
        let (position, isNew) = vocabulary.position(ofTerm: node, .number(count))
        if isNew {
            let days = LinearTerm(factors: [position: 1])
            vocabulary.axioms.append(
                .any([
                    .all([isAtMost(length, 0), isAtMost(days, 0)]),
                    .all([isAtMost(length.negative, 0), isAtMost(days.negative, 0)]),
                ]))
        }
        return LinearTerm(factors: [position: 1], demands: length.demands)
    }

    private mutating func isAtMost(_ term: LinearTerm, _ limit: Int) -> Formula {
        isAtMostZero(term.plus(LinearTerm(constant: -limit)))
    }
}

extension Period {
    /// It counts more of the same.
    fileprivate func isLonger(than other: Period) -> Bool {
        switch (self, other) {
        case (.months(let many), .months(let few)): many > few
        case (.workingDays(let many, let one), .workingDays(let few, let two)): one == two && many > few
        default: false
        }
    }

    /// No working days, which one may end with.
    fileprivate var isNone: Bool {
        if case .workingDays(0, _) = self { true } else { false }
    }

    /// The fewest and the most days that it can take. A month has 28 to 31 days, and calendars are taken to leave a working
    /// day in every two weeks.
    fileprivate var span: ClosedRange<Int> {
        if case .workingDays(0, _) = self { return 0...13 }
        let (count, least, most) =
            switch self {
            case .days(let count): (count, 1, 1)
            case .months(let count): (count, 28, 31)
            case .workingDays(let count, _): (count, 1, 14)
            }
        return min(count * least, count * most)...max(count * least, count * most)
    }
}
