import Partnership
import Register
import Workflow

/// The issues for which time has run out, the longest past first.
public struct ListDisposals: Question {
    public init() {}

    public func answer(from view: View, as standing: Standing) throws -> [DueDisposal] {
        try standing.must(.check)
        return try view.disposals(as: standing).map(DueDisposal.init)
    }
}

/// An issue for which time has run out.
public struct DueDisposal: Sendable, Codable {
    public let ref: String
    /// What it is kept as.
    public let kind: Retention.Class
    /// Since when it may go.
    public let since: Day
    /// `whole`, or `contact` for how to reach whoever raised it.
    public let what: Disposal
    /// It has to be kept all the same.
    public let held: Bool

    init(_ line: DisposalLine) {
        ref = line.issue.reference
        kind = line.term.kind
        since = line.disposal == .whole ? line.term.until : line.term.contactUntil ?? line.term.until
        what = line.disposal
        held = line.isHeld
    }
}
