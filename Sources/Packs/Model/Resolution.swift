/// A decision as minutes print it: "Resolved:", or "Proposed:" of what was not agreed, and the words in which it was said,
/// then i., ii., iii.
public struct Resolution: Codable, Hashable, Sendable {
    /// `D-2020-3`.
    public var ref: String
    /// `Agreed with amendment`.
    public var kind: String
    /// `Resolved:`
    public var label: String
    /// What follows it.
    public var text: String
    public var limbs: [String]
    /// How it was voted on, and who did not agree, a sentence each.
    public var notes: [String]
    /// Why it does not stand yet, in a sentence; nil when it does.
    public var provisional: String?

    public init(
        ref: String, kind: String, label: String = "Resolved:", text: String, limbs: [String], notes: [String] = [],
        provisional: String?
    ) {
        self.ref = ref
        self.kind = kind
        self.label = label
        self.text = text
        self.limbs = limbs
        self.notes = notes
        self.provisional = provisional
    }
}
