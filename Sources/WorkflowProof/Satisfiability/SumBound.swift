/// A sum of integers, each times a number, is at most a number.
struct SumBound: Hashable {
    /// By the variable's position; none is 0.
    var factors: [Int: Int]
    var atMost: Int

    /// The same of whatever fails it.
    var opposite: SumBound { SumBound(factors: factors.mapValues { -$0 }, atMost: -atMost - 1) }

    func holds(_ numbers: [Int: Int]) -> Bool {
        var sum = 0
        for (one, factor) in factors { sum += factor * (numbers[one] ?? 0) }
        return sum <= atMost
    }

    /// What one of its integers can be, as far as the others leave that open.
    func room(for one: Int, _ bounds: DifferenceBounds) -> ClosedRange<Int>? {
        guard let factor = factors[one] else { return nil }
        var rest = atMost
        for (other, times) in factors where other != one {
            let range = bounds.range(of: other)
            rest -= min(times * range.lowerBound, times * range.upperBound)
        }
        let range = bounds.range(of: one)
        let (quotient, left) = rest.quotientAndRemainder(dividingBy: factor)
        if factor > 0 {
            let most = left < 0 ? quotient - 1 : quotient
            return range.lowerBound <= most ? range.lowerBound...min(range.upperBound, most) : nil
        }
        let least = left < 0 ? quotient + 1 : quotient
        return least <= range.upperBound ? max(range.lowerBound, least)...range.upperBound : nil
    }

    // MARK: - Several together

    /// Whether some numbers, if not only integers, can meet them all and the bounds of differences: each integer in turn is
    /// taken out by adding those that bound it from above to those that bound it from below. true also when that takes too
    /// long to say.
    static func canAllHold(_ sums: [SumBound], _ bounds: DifferenceBounds) -> Bool {
        let integers = sums.reduce(into: Set<Int>()) { $0.formUnion($1.factors.keys) }.sorted()
        guard integers.count <= integerLimit else { return true }
        var all = sums
        for one in integers {
            let range = bounds.range(of: one)
            all.append(SumBound(factors: [one: 1], atMost: range.upperBound))
            all.append(SumBound(factors: [one: -1], atMost: -range.lowerBound))
            for other in integers where other != one {
                let most = bounds.most(one, less: other)
                let plain = range.upperBound - bounds.range(of: other).lowerBound
                if most < plain { all.append(SumBound(factors: [one: 1, other: -1], atMost: most)) }
            }
        }
        for one in integers {
            let above = all.filter { $0.factors[one] ?? 0 > 0 }
            let below = all.filter { $0.factors[one] ?? 0 < 0 }
            var next: [SumBound] = []
            var places: [[Int: Int]: Int] = [:]
            func add(_ sum: SumBound) -> Bool {
                if sum.factors.isEmpty { return sum.atMost >= 0 }
                if let place = places[sum.factors] {
                    next[place].atMost = min(next[place].atMost, sum.atMost)
                } else {
                    places[sum.factors] = next.count
                    next.append(sum)
                }
                return true
            }
            for sum in all where sum.factors[one] == nil { guard add(sum) else { return false } }
            for first in above {
                for second in below {
                    guard let sum = first.added(to: second, without: one) else { return true }
                    guard add(sum) else { return false }
                }
            }
            guard next.count <= sumLimit else { return true }
            all = next
        }
        return true
    }

    private static let integerLimit = 8
    private static let sumLimit = 400

    /// nil when that leaves the integers.
    private func added(to other: SumBound, without one: Int) -> SumBound? {
        let (mine, theirs) = (-(other.factors[one] ?? 0), factors[one] ?? 0)
        func sum(_ left: Int, _ right: Int) -> Int? {
            let (first, isOver) = left.multipliedReportingOverflow(by: mine)
            let (second, isOverToo) = right.multipliedReportingOverflow(by: theirs)
            let (sum, isOverAtLast) = first.addingReportingOverflow(second)
            return isOver || isOverToo || isOverAtLast ? nil : sum
        }
        var found: [Int: Int] = [:]
        for name in Set(factors.keys).union(other.factors.keys) where name != one {
            guard let factor = sum(factors[name] ?? 0, other.factors[name] ?? 0) else { return nil }
            if factor != 0 { found[name] = factor }
        }
        guard var most = sum(atMost, other.atMost) else { return nil }
        let divisor = found.values.reduce(0) { Self.divisor($0, abs($1)) }
        if divisor > 1 {
            found = found.mapValues { $0 / divisor }
            let (quotient, rest) = most.quotientAndRemainder(dividingBy: divisor)
            most = rest < 0 ? quotient - 1 : quotient
        }
        return SumBound(factors: found, atMost: most)
    }

    /// The greatest that divides both.
    private static func divisor(_ one: Int, _ other: Int) -> Int { other == 0 ? one : divisor(other, one % other) }
}
