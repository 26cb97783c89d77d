/// Where something goes that must not take this route.
public struct Destination: Hashable, Sendable {
    /// `tribunal`.
    public let id: String
    /// `Mediation and the SEND Tribunal`.
    public let title: String
    /// What is sent there.
    public let takes: String
    /// How one gets in touch, in kind (`telephone`, `the school's complaints form`), never a person's address.
    public let contact: String
    /// Whether it is to be done at once, because a child may be at risk.
    public let isUrgent: Bool
    /// A family that disagrees finds help there, rather than another service that decides.
    public let givesAdvice: Bool

    public init(
        id: String, title: String, takes: String, contact: String, isUrgent: Bool = false,
        givesAdvice: Bool = false
    ) {
        self.id = id
        self.title = title
        self.takes = takes
        self.contact = contact
        self.isUrgent = isUrgent
        self.givesAdvice = givesAdvice
    }
}
