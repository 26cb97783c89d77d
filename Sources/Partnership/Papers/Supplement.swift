import Workflow

/// A numbered change to an agenda that was already issued.
public struct Supplement: Hashable, Sendable {
    public var number: Int
    public var issued: Day

    public init(number: Int, issued: Day) {
        self.number = number
        self.issued = issued
    }
}
