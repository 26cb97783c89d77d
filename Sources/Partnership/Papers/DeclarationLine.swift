/// An interest that a member declared.
public struct DeclarationLine: Hashable, Sendable {
    public var person: PapersPerson
    public var interest: String
    /// The agenda item's number, `8.1`; nil when it is general.
    public var item: String?
    /// Whether they left for the item, and so counted neither for its quorum nor its decision.
    public var withdrew: Bool

    public init(person: PapersPerson, interest: String, item: String? = nil, withdrew: Bool = false) {
        self.person = person
        self.interest = interest
        self.item = item
        self.withdrew = withdrew
    }
}
