import Workflow

/// Days on which other bodies deal with what the partnership brings them, or expect something of it: scrutiny, a submission.
public struct OutsideDates: Hashable, Sendable, Codable {
    public struct Entry: Hashable, Sendable, Codable {
        public let day: Day
        /// `Scrutiny: Accelerated Progress Plan`.
        public let title: String

        public init(day: Day, title: String) {
            self.day = day
            self.title = title
        }
    }

    /// In order; a day may have several.
    public let entries: [Entry]

    public init(_ entries: [Entry]) { self.entries = entries }
}
