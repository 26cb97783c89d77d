/// How to reach an office or a service that serves the public: a helpline, a town hall. Papers may print it, whoever gave it.
public struct PublicContact: Hashable, Sendable {
    public let id: String
    public let title: String
    /// E-mail addresses, telephone numbers, postcodes and addresses, in any order.
    public let reach: String

    public init(id: String, title: String, reach: String) {
        self.id = id
        self.title = title
        self.reach = reach
    }
}
