/// The partnership's table of who may: for each permission the roles that have it.
public struct Permissions: Hashable, Sendable {
    private let roles: [Permission: [String]]

    /// - Parameter roles: a permission without a line is nobody's.
    public init(_ roles: [Permission: [String]]) { self.roles = roles }

    /// The acting roles that have a permission, in the order of the table.
    public subscript(_ permission: Permission) -> [String] { roles[permission] ?? [] }
}
