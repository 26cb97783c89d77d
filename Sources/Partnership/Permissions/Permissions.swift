/// The partnership's table of who may: for each permission the roles that have it.
public struct Permissions: Hashable, Sendable {
    private let roles: [Permission: [String]]

    /// - Parameter own: the lines of the partnership's own table; a permission without one keeps the default.
    public init(_ own: [Permission: [String]] = [:]) {
        roles = Permissions.standard.merging(own) { $1 }
    }

    /// The acting roles that have a permission, in the order of the table.
    public subscript(_ permission: Permission) -> [String] { roles[permission] ?? [] }

    /// The table that a profile changes where it says otherwise: this project's defaults, in the words of DOMAIN section 4.
    private static let standard: [Permission: [String]] = {
        let clerks = ["dco", "dco-admin", "chair", "board-chair", "board-secretary", "group-lead"]
        let members =
            clerks + ["member", "parent-rep", "board-member", "group-member", "information-officer"]
        return [
            .seat: ["registrar"],
            .seatOwnBody: ["chair", "board-chair", "board-secretary", "group-lead"],
            .keepPeople: ["registrar"],
            .readAddresses: ["registrar", "dco", "dco-admin", "board-secretary"],
            .attend: clerks, .declare: clerks, .minute: clerks, .buildAgenda: clerks,
            .readMeeting: members + ["viewer"],
            .readPrivate: members,
            .readPrivateAnswers: ["dco", "dco-admin", "information-officer"],
            .importIssues: ["dco", "dco-admin"],
            .tick: ["dco", "dco-admin", "chair", "board-secretary", "information-officer"],
            .check: ["registrar", "information-officer", "dco", "dco-admin", "board-secretary"],
            .packPublic: members + ["viewer"],
            .packMembers: members,
            .packRestricted: clerks + ["information-officer"],
            .packChair: clerks,
            .packLetter: ["dco", "dco-admin"],
        ]
    }()
}
