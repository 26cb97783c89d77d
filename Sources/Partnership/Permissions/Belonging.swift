/// Where something belongs, and so whose seats count towards it (DOMAIN section 4): an area's seats for it, the Board's
/// from the day an issue is escalated, a group's for what is delegated to it.
public struct Belonging: Hashable, Sendable {
    /// The id of its area; nil when it has none.
    public let area: String?
    /// The ids of the bodies it belongs to by itself: the body of a meeting, the group an issue was delegated to.
    public let bodies: Set<String>
    /// The Board deals with it.
    public let hasReachedBoard: Bool

    public init(area: String? = nil, bodies: Set<String> = [], hasReachedBoard: Bool = false) {
        self.area = area
        self.bodies = bodies
        self.hasReachedBoard = hasReachedBoard
    }

    /// Something that a body does by itself: its meetings, its papers.
    public static func of(_ body: Body) -> Belonging { Belonging(bodies: [body.id]) }

    /// What belongs to either.
    public func joined(_ other: Belonging) -> Belonging {
        Belonging(
            area: area ?? other.area, bodies: bodies.union(other.bodies),
            hasReachedBoard: hasReachedBoard || other.hasReachedBoard)
    }

    /// Whether the seats of a body count towards it.
    public func counts(_ body: Body) -> Bool {
        if bodies.contains(body.id) { return true }
        return switch body.kind {
        case .lap, .caseload: area != nil && body.area == area
        case .board: hasReachedBoard
        case .group: false
        }
    }
}
