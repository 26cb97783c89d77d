import Workflow

/// One version of a body's terms of reference: what its quorum and its deputies rest on.
public struct TermsOfReference: Hashable, Sendable {
    /// From 1 on.
    public let version: Int
    public let agreed: Day
    /// The reference of the meeting that agreed it; nil for what was agreed before the register was begun.
    public let meeting: String?
    /// The day by which it is to be reviewed.
    public let review: Day

    public init(version: Int, agreed: Day, meeting: String? = nil, review: Day) {
        self.version = version
        self.agreed = agreed
        self.meeting = meeting
        self.review = review
    }

    /// `the terms of reference, version 2, agreed on 10 September 2019`.
    public var words: String { "the terms of reference, version \(version), agreed on \(agreed.words)" }
}
