import Partnership
import Register
import Workflow

/// What time has run out for: issues, the longest past first, then actions, breaches and requests.
public struct ListDisposals: Question {
    public init() {}

    public func answer(from view: View, as standing: Standing) throws -> [DueDisposal] {
        try standing.must(.check)
        return try view.disposals(as: standing).map(DueDisposal.init)
    }
}

/// What time has run out for.
public struct DueDisposal: Sendable, Codable {
    public let ref: String
    public let workflow: String
    /// What it is kept as.
    public let kind: Retention.Class
    /// Since when it may go.
    public let since: Day
    /// `whole`, or `contact` for how to reach whoever raised it.
    public let what: Disposal
    /// It has to be kept all the same.
    public let held: Bool

    init(_ line: DisposalLine) {
        ref = line.item.reference
        workflow = line.item.workflow
        kind = line.term.kind
        since = line.disposal == .whole ? line.term.until : line.term.contactUntil ?? line.term.until
        what = line.disposal
        held = line.isHeld
    }
}
