/// Whether enough of the right people are at a meeting for it, or for one of its items, to decide (DOMAIN section 7).
public struct Quorum: Hashable, Sendable {
    /// Somebody at the meeting, and every role they hold in the body that day. A deputy brings the roles of the person
    /// they stand in for.
    public struct Attendee: Hashable, Sendable {
        public let person: String
        public let roles: [String]

        public init(person: String, roles: [String]) {
            self.person = person
            self.roles = roles
        }
    }

    public struct Finding: Hashable, Sendable {
        /// How many people counted for each group of roles, in the order of the groups.
        public let heads: [Int]
        /// The groups of roles that nobody counted fills, as the rule writes them.
        public let missing: [[String]]
        /// Whether a parent carer representative counted. The one attendance rule that is published (rule R8): a
        /// locality meeting without one may go ahead and is non-compliant.
        public let hasParentRepresentative: Bool
        public let needsParentRepresentative: Bool

        public var isQuorate: Bool { missing.isEmpty }
        public var isCompliant: Bool { hasParentRepresentative || !needsParentRepresentative }
        /// Decisions are provisional until confirmed.
        public var isProvisional: Bool { !isQuorate || !isCompliant }
    }

    /// Each group needs at least one of its roles.
    public let groups: [[String]]
    public let needsParentRepresentative: Bool
    /// The roles that speak for parents and carers, one of whom rule R8 asks for.
    private let parents: Set<String>

    public init(groups: [[String]], needsParentRepresentative: Bool, parents: Set<String> = []) {
        self.groups = groups
        self.needsParentRepresentative = needsParentRepresentative
        self.parents = parents
    }

    public init(of body: Body, parents: Set<String>) {
        self.init(groups: body.quorum, needsParentRepresentative: body.kind == .lap, parents: parents)
    }

    /// The finding for the meeting, or for one item when those who withdrew from it over an interest are named: they do
    /// not count.
    public func finding(present: [Attendee], withdrawn: Set<String> = []) -> Finding {
        let counted = present.filter { !withdrawn.contains($0.person) }
        let roles = Set(counted.flatMap(\.roles))
        return Finding(
            heads: groups.map { group in
                Set(counted.filter { !$0.roles.allSatisfy { !group.contains($0) } }.map(\.person)).count
            },
            missing: groups.filter { $0.allSatisfy { !roles.contains($0) } },
            hasParentRepresentative: !roles.isDisjoint(with: parents),
            needsParentRepresentative: needsParentRepresentative)
    }
}
