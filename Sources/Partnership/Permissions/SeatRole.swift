/// A role that a seat can have: where there are such seats, and what a seat counts as there (DOMAIN section 4). A DCO's seat
/// on the Board is a Board member's; a headteacher's seat at a LAP fills the quorum's `education` and acts as a `member`.
public struct SeatRole: Hashable, Sendable {
    /// Where a seat can be: in a body of some kind, or in none.
    public enum Place: String, Hashable, Sendable, CaseIterable {
        case lap, board, group, caseload
        /// No body: the seat serves the register as a whole, takes part in no meeting and counts for no quorum.
        case register
    }

    /// `dco`, `education`.
    public let name: String
    /// `Designated Clinical Officer`.
    public let title: String
    /// The role of the workflow files and of the table of permissions in which a seat acts, by where it is. A place that is
    /// not named has no such seats.
    public let acts: [Place: String]
    /// A seat of it counts towards every item, wherever it belongs.
    public let isEverywhere: Bool
    /// A filled seat of it counts among those that should be represented at a meeting.
    public let isCounted: Bool
    public let duties: Set<Duty>

    /// What rules and papers look for in a role, whatever a partnership calls it.
    public enum Duty: String, Hashable, Sendable, CaseIterable {
        /// Chairs the body.
        case chairs
        /// Speaks for parents and carers (rule R8).
        case parents
        /// Answers families, and signs the letters to them.
        case answers
    }

    public init(
        name: String, title: String, acts: [Place: String], isEverywhere: Bool = false, isCounted: Bool = true,
        duties: Set<Duty> = []
    ) {
        self.name = name
        self.title = title
        self.acts = acts
        self.isEverywhere = isEverywhere
        self.isCounted = isCounted
        self.duties = duties
    }
}

extension SeatRole.Place {
    public init(_ kind: Body.Kind) {
        self =
            switch kind {
            case .lap: .lap
            case .board: .board
            case .group: .group
            case .caseload: .caseload
            }
    }
}
