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

    /// The role whose presence rule R8 asks for.
    public static let parentRepresentative = "parent-rep"

    /// Each group needs at least one of its roles.
    public let groups: [[String]]
    public let needsParentRepresentative: Bool

    public init(groups: [[String]], needsParentRepresentative: Bool) {
        self.groups = groups
        self.needsParentRepresentative = needsParentRepresentative
    }

    public init(of body: Body) {
        self.init(groups: body.quorum, needsParentRepresentative: body.kind == .lap)
    }

    /// The finding for the meeting, or for one item when those who withdrew from it over an interest are named: they do
    /// not count.
    public func finding(present: [Attendee], withdrawn: Set<String> = []) -> Finding {
        let roles = Set(present.filter { !withdrawn.contains($0.person) }.flatMap(\.roles))
        return Finding(
            missing: groups.filter { $0.allSatisfy { !roles.contains($0) } },
            hasParentRepresentative: roles.contains(Quorum.parentRepresentative),
            needsParentRepresentative: needsParentRepresentative)
    }
}
