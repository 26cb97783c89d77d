/// Whoever causes an event.
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
}
