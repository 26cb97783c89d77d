import Workflow

/// A numbered change to an agenda that was already issued.
public struct Supplement: Hashable, Sendable {
    public var number: Int
    /// nil while it is laid out and nobody has issued it.
    public var issued: Day?

    public init(number: Int, issued: Day?) {
        self.number = number
        self.issued = issued
    }
}
