import Workflow

/// The register's tables, and how a register from an older `lap` gets them.
enum Schema {
    /// Each entry is shipped once and never edited again; a change is a new entry at the end.
    private static let migrations: [String] = [schema1]

    static var version: Int { migrations.count }

    /// Makes the tables in an empty database.
    static func create(on connection: any Connection) throws {
        guard try connection.rows("SELECT name FROM sqlite_master LIMIT 1").isEmpty else {
            throw RegisterError.badInput(
                "There is something in that database already.",
                remedies: [.say("Choose another folder for the new register.")])
        }
        for migration in migrations {
            for statement in statements(of: migration) { try connection.execute(statement) }
        }
        try connection.execute("PRAGMA application_id = \(SQLiteEngine.applicationID)")
        try connection.execute("PRAGMA user_version = \(version)")
    }

    /// Refuses a database that is no register or that a newer `lap` wrote.
    static func check(on connection: any Connection) throws {
        let application = try connection.row("SELECT application_id AS id FROM pragma_application_id")?.integer("id")
        guard application == SQLiteEngine.applicationID else { throw RegisterError.notARegister }
        let found =
            try connection.row("SELECT user_version AS version FROM pragma_user_version")?.integer("version") ?? 0
        guard found <= version else { throw RegisterError.newer(schema: found, known: version) }
    }

    /// The statements of a migration: separated by a line that holds only `--`, since triggers hold semicolons.
    private static func statements(of migration: String) -> [String] {
        migration.split(separator: "\n--\n").map(String.init)
    }
}
