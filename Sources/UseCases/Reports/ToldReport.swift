import Packs
import Partnership
import Workflow

/// A report: tables of figures of a quarter, as its reader may have them.
public struct ToldReport: Sendable, Codable {
    public let title: String
    /// `2019-Q2`.
    public let quarter: String
    public let from: Day
    /// The day as of whose end it is told.
    public let to: Day
    /// The ids of the areas it is about.
    public let areas: [String]
    /// Its figures of families are rounded (rule R21).
    public let isPublic: Bool
    public let tables: [Table]

    public struct Table: Sendable, Codable {
        public let id: String
        public let title: String
        public let columns: [Column]
        public let rows: [Row]
        public let note: String?
    }

    public struct Column: Sendable, Codable {
        public let id: String
        public let title: String
    }

    public struct Row: Sendable, Codable {
        public let id: String
        public let title: String
        /// By the columns' ids; none where there is nothing to count in.
        public let values: [String: Value]
    }

    /// A number, or in public what is told of it: `<5`.
    public enum Value: Sendable, Codable, Hashable {
        case exact(Int)
        case rounded(String)

        public var text: String {
            switch self {
            case .exact(let number): String(number)
            case .rounded(let text): text
            }
        }

        public init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Int.self) {
                self = .exact(number)
            } else {
                self = .rounded(try container.decode(String.self))
            }
        }

        public func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .exact(let number): try container.encode(number)
            case .rounded(let text): try container.encode(text)
            }
        }
    }

    /// - Parameter rounded: the ids of tables that this reader has in rounded numbers too.
    init(
        _ title: String, _ quarter: Quarter, _ days: ClosedRange<Day>, _ areas: [Area], _ tables: [FigureTable],
        isPublic: Bool, rounded: Set<String> = []
    ) {
        self.title = title
        self.quarter = quarter.name
        from = days.lowerBound
        to = days.upperBound
        self.areas = areas.map(\.id)
        self.isPublic = isPublic
        self.tables = tables.map { Table($0, isRounded: isPublic || rounded.contains($0.id)) }
    }
}

extension ToldReport.Table {
    fileprivate init(_ table: FigureTable, isRounded: Bool) {
        let isRounded = isRounded && table.subject != .bodies
        id = table.id
        title = table.title
        columns = table.columns.map { ToldReport.Column(id: $0.id, title: $0.title) }
        rows = table.rows.filter { row in
            guard isRounded else { return true }
            let isFew = (row.counts.compactMap(\.self).max() ?? 0) < PublicCount.step
            // That a row stands there would tell that there is one, or one since the last report.
            return !row.isShare && (row.id == "all" || !isFew)
        }.map { row in
            let values = zip(table.columns, row.counts).compactMap { column, count in
                count.map { (column.id, isRounded ? ToldReport.Value.rounded(PublicCount($0).text) : .exact($0)) }
            }
            return ToldReport.Row(id: row.id, title: row.title, values: Dictionary(values) { $1 })
        }
        let notes = [table.note, isRounded ? Self.howRounded : nil].compactMap(\.self)
        note = notes.isEmpty ? nil : notes.joined(separator: " ")
    }

    private static let howRounded =
        "Each number, totals too, is rounded down to a multiple of five, and <5 stands for none to four; a row in which none "
        + "reaches five is left out, so that no family can be picked out."
}
