import Workflow

/// Minutes of an earlier meeting that a meeting agreed, and what it put right in them.
public struct AgreedMinutes: Hashable, Sendable {
    /// The meeting that they are of.
    public var ref: String
    /// Its day.
    public var of: Day
    public var corrections: String?
    /// The same of what was taken in private.
    public var privateCorrections: String?

    public init(ref: String, of day: Day, corrections: String? = nil, privateCorrections: String? = nil) {
        self.ref = ref
        of = day
        self.corrections = corrections
        self.privateCorrections = privateCorrections
    }
}
