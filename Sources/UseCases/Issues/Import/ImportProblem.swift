import Workflow

/// Why a row cannot be imported. Never holds what a cell says: that may be personal.
public struct ImportProblem: Error, Hashable, Codable, Sendable {
    /// As a spreadsheet shows it: the header is row 1.
    public let row: Int
    /// As the header names it; nil when the row as a whole is wrong.
    public let column: String?
    public let sentence: String
    /// What would help, beside what its reason says.
    public let remedies: [Remedy]
    /// What refused the row; nil when it could not be read at all.
    public let reason: Reason?
    /// The issue that says the same already.
    public let same: String?

    public init(
        row: Int, column: String? = nil, sentence: String, remedies: [Remedy] = [], reason: Reason? = nil,
        same: String? = nil
    ) {
        self.same = same
        self.row = row
        self.column = column
        self.sentence = sentence
        self.remedies = remedies
        self.reason = reason
    }

    /// What stands in the way is only who asks.
    public var isAboutRole: Bool { reason?.kind == .role }
}
