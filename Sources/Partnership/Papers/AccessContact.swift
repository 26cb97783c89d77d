/// Whom to tell about access needs, or ask about a paper: a mailbox or a line that is meant to be published.
public struct AccessContact: Hashable, Sendable {
    /// A role or an office, never a person's name: `North DCO office`.
    public var title: String
    public var email: String?
    public var phone: String?

    public init(title: String, email: String? = nil, phone: String? = nil) {
        self.title = title
        self.email = email
        self.phone = phone
    }
}
