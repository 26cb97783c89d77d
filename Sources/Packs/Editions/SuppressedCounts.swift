import Partnership

/// Counts by theme and area in which no number from 1 to 4 can be read or worked out (rule R21).
///
/// A number from 1 to 4 is *small* and prints as `<5`, totals among them. Where a total or the other numbers of a row or
/// column would still give a small number away, further numbers are *held back*. The proof that it is enough is a second
/// table that fits everything printed: for each small number there are three more unprinted entries that form a rectangle
/// with it (totals count as a row and a column) and can all move by one, so that every sum still holds, every `<5` is
/// still 1 to 4 and everything held back is still 5 or more. Where no such rectangle exists, no totals are printed.
public struct SuppressedCounts: Hashable, Sendable {
    public enum Entry: Hashable, Sendable {
        case shown(Int)
        /// 1 to 4.
        case small
        /// 5 or more, held back to protect a small number.
        case heldBack
    }

    public let areas: [String]
    public let themes: [String]
    /// By theme, then area.
    public let cells: [[Entry]]
    /// The totals of the themes, of the areas, and of all; nil when printing any would give something away.
    public let totals: Totals?

    public struct Totals: Hashable, Sendable {
        public let themes: [Entry]
        public let areas: [Entry]
        public let all: Entry
    }

    public static let threshold = 5

    /// Themes without any issue are left out.
    public init(_ counts: ThemeCounts) {
        let rows = counts.rows.filter { $0.counts.contains { $0 > 0 } }
        areas = counts.areas
        themes = rows.map(\.theme)
        let table = Suppression(rows.map(\.counts), columns: counts.areas.count)
        let entries = table.entries
        cells = entries.dropLast().map { Array($0.dropLast()) }
        if table.canPrintTotals, let last = entries.last, let all = last.last {
            totals = Totals(themes: entries.dropLast().compactMap(\.last), areas: Array(last.dropLast()), all: all)
        } else {
            totals = nil
        }
    }

    public var hasSmall: Bool { cells.joined().contains(.small) }
    public var hasHeldBack: Bool {
        cells.joined().contains(.heldBack)
            || (totals.map { $0.themes + $0.areas + [$0.all] } ?? []).contains(.heldBack)
    }
}
