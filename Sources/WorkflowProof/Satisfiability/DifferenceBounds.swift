/// Integers of which some differences are bounded, and all that follows: the shortest paths of the graph in which an edge
/// from one to another is the most that their difference can be. No solution is lost, and there is one as long as no
/// bound contradicts another.
struct DifferenceBounds {
    /// By variable, its row and column; -1 for what is no integer.
    private let places: [Int]
    private let count: Int
    /// By rows: the most that the row's integer less the column's can be.
    private var most: [Int]

    /// The first is the number 0; nil stands for a variable that is no integer.
    init(_ ranges: [ClosedRange<Int>?]) {
        let integers = ranges.compactMap(\.self)
        count = integers.count
        var place = -1
        places = ranges.map { range in
            if range != nil { place += 1 }
            return range == nil ? -1 : place
        }
        most = []
        most.reserveCapacity(count * count)
        for (row, range) in integers.enumerated() {
            for (column, other) in integers.enumerated() {
                most.append(row == column ? 0 : range.upperBound - other.lowerBound)
            }
        }
    }

    func most(_ one: Int, less other: Int) -> Int { most[places[one] * count + places[other]] }

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
        let (one, other) = (places[one], places[other])
        for row in 0..<count {
            let there = most[row * count + one]
            for column in 0..<count {
                let back = most[other * count + column]
                let length = there + limit + back
                if length < most[row * count + column] { most[row * count + column] = length }
            }
        }
        return true
    }
}
