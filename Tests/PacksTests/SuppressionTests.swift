import Partnership
import Testing

@testable import Packs

/// Small numbers cannot be read or worked out (rule R21).
@Suite struct SuppressionTests {
    private func suppressed(_ rows: [[Int]]) -> SuppressedCounts {
        SuppressedCounts(
            ThemeCounts(
                areas: rows[0].indices.map { "Area \($0)" },
                rows: rows.enumerated().map { .init(theme: "Theme \($0.offset)", counts: $0.element) }))
    }

    @Test func numbersFromOneToFourPrintAsLessThanFive_R21() {
        let counts = suppressed([[4, 20, 30], [5, 25, 40]])
        #expect(counts.cells[0][0].text == "<5")
        #expect(counts.cells.joined().allSatisfy { $0 != .shown(4) })
    }

    @Test func aSecondNumberIsHeldBackSoThatTotalsGiveNothingAway_R21() {
        let counts = suppressed([[4, 20, 30], [15, 25, 40]])
        #expect(counts.cells.joined().contains(.heldBack))
        #expect(counts.totals != nil)
    }

    @Test func aTableWithoutSmallNumbersIsPrintedWhole() {
        let counts = suppressed([[10, 20], [30, 0]])
        #expect(counts.cells == [[.shown(10), .shown(20)], [.shown(30), .shown(0)]])
        #expect(counts.totals?.all == .shown(60))
    }

    @Test func aSingleSmallNumberLeavesNoTotals_R21() {
        let counts = suppressed([[3]])
        #expect(counts.cells == [[.small]])
        #expect(counts.totals?.all != .shown(3))
    }

    @Test func themesWithoutIssuesAreLeftOut() {
        #expect(suppressed([[0, 0], [6, 7]]).themes == ["Theme 1"])
    }

    /// Reads each printed table as an outsider would: all tables that fit what is printed, by trying every one. Each small
    /// number must have at least two values among them.
    @Test func noSmallNumberCanBeWorkedOutFromAnyTableOfTwoByTwo_R21() {
        var generator = SplitMix(seed: 20)
        let values = [0, 0, 1, 2, 3, 4, 4, 5, 5, 6, 7, 8]
        for _ in 0..<150 {
            let rows = (0..<2).map { _ in (0..<2).map { _ in values[Int(generator.next() % UInt64(values.count))] } }
            let counts = suppressed(rows)
            guard !counts.themes.isEmpty else { continue }
            let fits = tablesThatFit(counts)
            for row in counts.cells.indices {
                for column in counts.cells[row].indices where counts.cells[row][column] == .small {
                    let seen = Set(fits.map { $0[row][column] })
                    #expect(seen.count > 1, "\(rows) gives away \(row), \(column)")
                }
            }
        }
    }

    /// The same for larger tables, by the rectangle that proves it: nothing printed may change when it moves.
    @Test func totalsThatArePrintedAlwaysAddUpForSeveralTables_R21() {
        var generator = SplitMix(seed: 7)
        for _ in 0..<300 {
            let rows = (0..<5).map { _ in (0..<3).map { _ in Int(generator.next() % 12) } }
            let counts = suppressed(rows)
            guard let totals = counts.totals else { continue }
            for (row, line) in counts.cells.enumerated() where line.contains(.small) {
                let hidden = line.count { $0 == .small || $0 == .heldBack }
                if case .shown = totals.themes[row] { #expect(hidden > 1, "\(rows)") }
            }
            for column in counts.areas.indices {
                let line = counts.cells.map { $0[column] }
                guard line.contains(.small), case .shown = totals.areas[column] else { continue }
                #expect(line.count { $0 == .small || $0 == .heldBack } > 1, "\(rows)")
            }
        }
    }

    private func tablesThatFit(_ counts: SuppressedCounts) -> [[[Int]]] {
        let columns = counts.areas.count
        let entries = counts.cells.flatMap(\.self)
        var tables: [[Int]] = [[]]
        for entry in entries {
            tables = tables.flatMap { table in range(entry).map { table + [$0] } }
        }
        return tables.map { flat in
            stride(from: 0, to: flat.count, by: columns).map { Array(flat[$0..<($0 + columns)]) }
        }.filter { table in
            guard let totals = counts.totals else { return true }
            let rowsFit = zip(table, totals.themes).allSatisfy { fits($0.reduce(0, +), $1) }
            let columnsFit = totals.areas.enumerated().allSatisfy { column, total in
                fits(table.reduce(0) { $0 + $1[column] }, total)
            }
            return rowsFit && columnsFit && fits(table.joined().reduce(0, +), totals.all)
        }
    }

    private func range(_ entry: SuppressedCounts.Entry) -> [Int] {
        switch entry {
        case .shown(let number): [number]
        case .small: [1, 2, 3, 4]
        case .heldBack: Array(5...11)
        }
    }

    private func fits(_ number: Int, _ entry: SuppressedCounts.Entry) -> Bool {
        switch entry {
        case .shown(let shown): number == shown
        case .small: (1...4).contains(number)
        case .heldBack: number >= 5
        }
    }
}

/// The same numbers every time.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
