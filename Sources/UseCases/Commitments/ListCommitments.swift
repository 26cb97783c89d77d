import Partnership
import Register
import Workflow

/// Commitments that the asker may see, the next due first.
public struct ListCommitments: Question {
    public var filter = WorkFilter()
    /// Only those that a person sees to, named as it is written.
    public var owner: String?
    /// Only the asker's own.
    public var mine = false

    public init() {}

    public func answer(from view: View, as standing: Standing) throws -> [CommitmentLine] {
        try view.commitments(filter.resolved(owner: owner, mine: mine, view, standing), as: standing).map(
            CommitmentLine.init)
    }
}

/// A line of the list of commitments.
public struct CommitmentLine: Sendable, Codable {
    /// `U-4`.
    public let ref: String
    public let state: String
    public let due: Day?
    /// Who sees to it.
    public let owner: String?
    /// Who was promised it, has to decide it or to report on it; nil when it may not be read, as is what it is.
    public let outside: String?
    public let title: String?
    /// The decision that it follows up.
    public let decision: String?
    public let body: String?
    public let version: Int

    init(_ line: CommitmentSummary) {
        ref = line.reference
        state = line.state
        due = line.due
        owner = line.owner
        outside = line.outside
        title = line.text
        decision = line.decision
        body = line.body
        version = line.version
    }
}

extension WorkFilter {
    /// The same with the body and the owner by their stored names.
    func resolved(owner: String?, mine: Bool, _ view: View, _ standing: Standing) throws -> WorkFilter {
        var filter = self
        filter.owner = try owner.map { try view.known($0).id } ?? (mine ? standing.person.id : nil)
        filter.body = try body.flatMap {
            try KnownNames.resolve([$0.lowercased()], of: "body", among: view.reference.bodies.map(\.id)).first
        }
        return filter
    }
}
