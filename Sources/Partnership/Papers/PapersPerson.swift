/// Somebody who takes part in a meeting or answers for an action, as papers may name them. Never a raiser or a child.
///
/// The public edition prints the role and the organisation and no name.
public struct PapersPerson: Hashable, Sendable {
    public var name: String
    /// The role's title, `Designated Clinical Officer`.
    public var role: String?
    public var organisation: String?

    public init(name: String, role: String? = nil, organisation: String? = nil) {
        self.name = name
        self.role = role
        self.organisation = organisation
    }
}
