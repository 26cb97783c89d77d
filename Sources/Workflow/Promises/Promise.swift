/// What a workflow file says of itself, proved when it is verified.
public struct Promise: Hashable, Sendable {
    public enum Claim: Hashable, Sendable {
        /// Holds of every item, whatever happens.
        case always(Expression)
        /// Holds of no item, whatever happens.
        case never(Expression)
        /// Holds of the record whenever an event enters one of the states from another.
        case entering([String], Expression)
        /// Nothing arrives at one of the states but through one of some events and states.
        case before([String], mustPass: [Waypoint])
        /// From each of the states, where a condition holds, one of the others can be reached.
        case canReach([String], from: [String], when: Expression?)
        /// Counts that no event lowers, sets back or empties.
        case onlyGrows([String])
        /// What lies in the sections, and every copy of it, can be read by no other roles, and nothing tells them of it
        /// apart from the rules, the ways and the questions of some events.
        case read([String], onlyBy: [String], apartFrom: [String])
    }

    public enum Waypoint: Hashable, Sendable {
        case event(String)
        case state(String)
    }

    public let name: String
    /// The promise as a sentence.
    public let title: String
    public let claim: Claim

    public init(name: String, title: String, claim: Claim) {
        self.name = name
        self.title = title
        self.claim = claim
    }

    /// The condition that it is about.
    package var expression: Expression? {
        switch claim {
        case .always(let expression), .never(let expression), .entering(_, let expression): expression
        case .canReach(_, _, let when): when
        default: nil
        }
    }
}
