/// A seat that a body has from the start, without a person in it.
public struct VacantSeat: Hashable, Sendable {
    /// The id of the body.
    public let body: String
    /// `parent-rep`.
    public let role: String
    /// Which organisation fills it, in kind: `Parent Carer Forum`.
    public let organisation: String

    public init(body: String, role: String, organisation: String) {
        self.body = body
        self.role = role
        self.organisation = organisation
    }
}
