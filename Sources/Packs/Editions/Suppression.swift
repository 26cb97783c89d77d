/// Decides which numbers of a table with totals are held back. See `SuppressedCounts` for what it promises.
struct Suppression {
    /// The table with a column of totals at the right and a row of totals at the foot.
    private let values: [[Int]]
    private var isHeldBack: [[Bool]]
    /// False when no choice of numbers to hold back would protect every small one.
    private(set) var canPrintTotals = true

    init(_ counts: [[Int]], columns: Int) {
        var table = counts.map { $0 + [$0.reduce(0, +)] }
        table.append((0...columns).map { column in table.reduce(0) { $0 + $1[column] } })
        values = table
        isHeldBack = table.map { $0.map { _ in false } }
        protectAll()
    }

    var entries: [[SuppressedCounts.Entry]] {
        values.indices.map { row in
            values[row].indices.map { column in
                if isSmall(row, column) { return .small }
                return canPrintTotals && isHeldBack[row][column] ? .heldBack : .shown(values[row][column])
            }
        }
    }

    private func isSmall(_ row: Int, _ column: Int) -> Bool {
        (1..<SuppressedCounts.threshold).contains(values[row][column])
    }

    private func isTotal(_ row: Int, _ column: Int) -> Bool {
        (row == values.count - 1) != (column == values[0].count - 1)
    }

    private mutating func protectAll() {
        for row in values.indices {
            for column in values[row].indices where isSmall(row, column) {
                guard let corners = cheapestRectangle(at: row, column) else {
                    canPrintTotals = false
                    return
                }
                for (row, column) in corners { isHeldBack[row][column] = !isSmall(row, column) }
            }
        }
    }

    /// The three further corners of the rectangle that protects a small number at the least loss.
    private func cheapestRectangle(at row: Int, _ column: Int) -> [(Int, Int)]? {
        var best: (cost: Int, corners: [(Int, Int)])?
        for otherRow in values.indices where otherRow != row {
            for otherColumn in values[0].indices where otherColumn != column {
                let corners = [(row, otherColumn), (otherRow, otherColumn), (otherRow, column)]
                guard canMove([(row, column)] + corners) else { continue }
                let cost = corners.reduce(0) { $0 + loss($1.0, $1.1) }
                if best.map({ cost < $0.cost }) ?? true { best = (cost, corners) }
            }
        }
        return best?.corners
    }

    /// What readers lose when a number is held back; nothing where it is not printed anyway. A total tells more than a cell.
    private func loss(_ row: Int, _ column: Int) -> Int {
        if isSmall(row, column) || isHeldBack[row][column] { return 0 }
        let isMargin = row == values.count - 1 || column == values[0].count - 1
        return values[row][column] + (isMargin ? 10_000 : 1)
    }

    /// Whether the corners of a rectangle, in order round it, can go up and down by one in turn without any of them
    /// leaving the range that a reader knows. A total stands on the other side of its sum, so it moves the other way.
    private func canMove(_ corners: [(Int, Int)]) -> Bool {
        [1, -1].contains { step in
            corners.enumerated().allSatisfy { index, corner in
                let (row, column) = corner
                let turn = (index % 2 == 0) != isTotal(row, column) ? step : -step
                let moved = values[row][column] + turn
                if isSmall(row, column) { return (1..<SuppressedCounts.threshold).contains(moved) }
                return values[row][column] >= SuppressedCounts.threshold && moved >= SuppressedCounts.threshold
            }
        }
    }
}
