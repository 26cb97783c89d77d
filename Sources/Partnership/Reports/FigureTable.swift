/// Figures of a report: a row for each thing counted, a column for each place or measure.
public struct FigureTable: Hashable, Sendable {
    public struct Column: Hashable, Sendable {
        public let id: String
        public let title: String

        public init(_ id: String, _ title: String) {
            self.id = id
            self.title = title
        }
    }

    public struct Row: Hashable, Sendable {
        public let id: String
        public let title: String
        /// One for each column; nil where there is nothing to count in.
        public let counts: [Int?]
        /// Whole per cent, rounded down, and no number of anything.
        public let isShare: Bool

        public init(_ id: String, _ title: String, _ counts: [Int?], isShare: Bool = false) {
            self.id = id
            self.title = title
            self.counts = counts
            self.isShare = isShare
        }
    }

    /// What it counts, and so what the public may have of it.
    public enum Subject: Hashable, Sendable {
        /// Families' issues: the public has rounded numbers, no shares, and no rows with fewer than five (rule R21).
        case families
        /// What a body did in the open: exact for everybody.
        case bodies
    }

    public let id: String
    public let title: String
    public let subject: Subject
    public let columns: [Column]
    public let rows: [Row]
    public let note: String?

    public init(
        _ id: String, _ title: String, of subject: Subject = .families, columns: [Column], rows: [Row],
        note: String? = nil
    ) {
        self.id = id
        self.title = title
        self.subject = subject
        self.columns = columns
        self.rows = rows
        self.note = note
    }
}
