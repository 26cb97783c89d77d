import Workflow

/// A numbered change to an agenda that was already issued.
public struct Supplement: Hashable, Sendable {
    public var number: Int
    public var issued: Day
    public var reason: String

    public init(number: Int, issued: Day, reason: String) {
        self.number = number
        self.issued = issued
        self.reason = reason
    }
}
