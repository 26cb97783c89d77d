/// Whoever causes an event.
///
/// The host itself, with the role `system`, acts as nobody but `Actor.system`: a decision takes whoever has that role for it,
/// and gives nobody else of its name any role.
public struct Actor: Codable, Hashable, Sendable {
    /// The person's name in the host's register.
    public var person: String
    /// The roles the person holds for this item on that day.
    public var roles: [String]

    public init(person: String, roles: [String]) {
        self.person = person
        self.roles = roles
    }

    /// The host itself, which causes the events of missed clocks.
    public static let system = Actor(person: "system", roles: ["system"])

    /// As a decision sees whoever acts.
    var acting: Actor {
        if roles.contains(Self.system.person) { return .system }
        return person == Self.system.person ? Actor(person: person, roles: []) : self
    }
}
