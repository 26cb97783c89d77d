import Workflow

/// A sum of variables, each times a number, and a constant.
struct LinearTerm: Hashable {
    /// By the variable's position; none is 0.
    private(set) var factors: [Int: Int]
    private(set) var constant: Int
    /// What must hold for it to have a value.
    var demands: [Formula]

    init(factors: [Int: Int] = [:], constant: Int = 0, demands: [Formula] = []) {
        self.factors = factors
        self.constant = constant
        self.demands = demands
    }

    func plus(_ other: LinearTerm, times sign: Int = 1) -> LinearTerm {
        var factors = factors.merging(other.factors.mapValues { $0 * sign }) { $0 + $1 }
        factors = factors.filter { $0.value != 0 }
        return LinearTerm(
            factors: factors, constant: constant + sign * other.constant, demands: demands + other.demands)
    }

    var negative: LinearTerm { LinearTerm().plus(self, times: -1) }

    /// Neither it nor what is worked out of a few like it leaves the integers.
    func isModerate(_ variables: [Vocabulary.Variable]) -> Bool {
        var most = Double(abs(constant))
        for (position, factor) in factors {
            guard let range = variables[position].kind.range else { continue }
            most += Double(abs(factor)) * max(abs(Double(range.lowerBound)), abs(Double(range.upperBound)))
        }
        return most < Double(Int.max / 64)
    }

    /// What it can be when its variables can be anything in their ranges.
    func range(_ variables: [Vocabulary.Variable]) -> ClosedRange<Int> {
        var low = constant
        var high = constant
        for (position, factor) in factors {
            guard let range = variables[position].kind.range else { continue }
            let ends = [range.lowerBound * factor, range.upperBound * factor]
            low += min(ends[0], ends[1])
            high += max(ends[0], ends[1])
        }
        return low...high
    }

    /// That it is at most 0, whatever it demands; nil when differences of two variables cannot say so.
    var isAtMostZero: Formula? {
        let terms = factors.sorted { $0.value > $1.value }
        switch terms.count {
        case 0: return constant <= 0 ? .always : .never
        case 1 where terms[0].value > 0:
            return .fact(.difference(terms[0].key, 0, atMost: Self.floor(-constant, terms[0].value)))
        case 1:
            return .fact(.difference(0, terms[0].key, atMost: Self.floor(-constant, -terms[0].value)))
        case 2 where terms[0].value == -terms[1].value:
            return .fact(.difference(terms[0].key, terms[1].key, atMost: Self.floor(-constant, terms[0].value)))
        default: return nil
        }
    }

    private static func floor(_ number: Int, _ divisor: Int) -> Int {
        let (quotient, rest) = number.quotientAndRemainder(dividingBy: divisor)
        return rest < 0 ? quotient - 1 : quotient
    }
}
