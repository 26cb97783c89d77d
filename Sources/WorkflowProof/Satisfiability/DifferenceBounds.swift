/// Integers of which some differences are bounded, and all that follows: the shortest paths of the graph in which an edge
/// from one to another is the most that their difference can be. No solution is lost, and there is one as long as no
/// bound contradicts another.
struct DifferenceBounds {
    private static let unbounded = Int.max / 8

    private let count: Int
    /// By rows: the most that the row's integer less the column's can be.
    private var most: [Int]

    /// The first is the number 0; nil stands for a variable that is no integer.
    init(_ ranges: [ClosedRange<Int>?]) {
        count = ranges.count
        most = Array(repeating: Self.unbounded, count: count * count)
        for (row, range) in ranges.enumerated() {
            for (column, other) in ranges.enumerated() {
                guard let range, let other, row != column else { continue }
                most[row * count + column] = range.upperBound - other.lowerBound
            }
            most[row * count + row] = 0
        }
    }

    func most(_ one: Int, less other: Int) -> Int { most[one * count + other] }

    /// What the integer can be.
    func range(of one: Int) -> ClosedRange<Int> { -most(0, less: one)...most(one, less: 0) }

    /// Whether the first less the second is at most a number; nil when it may or may not be.
    func decides(_ one: Int, less other: Int, atMost limit: Int) -> Bool? {
        if most(one, less: other) <= limit { return true }
        return most(other, less: one) < -limit ? false : nil
    }

    /// false, and no change, when that cannot be.
    mutating func bound(_ one: Int, less other: Int, atMost limit: Int) -> Bool {
        switch decides(one, less: other, atMost: limit) {
        case true: return true
        case false: return false
        case nil: break
        }
        for row in 0..<count {
            let there = most[row * count + one]
            guard there < Self.unbounded else { continue }
            for column in 0..<count {
                let back = most[other * count + column]
                guard back < Self.unbounded else { continue }
                let length = there + limit + back
                if length < most[row * count + column] { most[row * count + column] = length }
            }
        }
        return true
    }
}
