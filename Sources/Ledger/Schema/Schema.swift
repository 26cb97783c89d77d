/// The tables of a ledger, and how one that an older program wrote gets them.
public struct Schema: Sendable {
    /// Tells a ledger of this kind from any other database.
    public let applicationID: Int
    /// Each entry is shipped once and never edited again; a change is a new entry at the end. The statements of an entry are
    /// separated by a line that holds only `--`.
    private let migrations: [String]
    /// The journalled tables, in an order in which a row comes after the rows it refers to.
    public let relations: [Relation]

    /// The one among them whose rows events are of.
    let items: Relation

    public init(applicationID: Int, migrations: [String], relations: [Relation], items: Relation) {
        self.items = items
        self.applicationID = applicationID
        self.migrations = migrations
        self.relations = relations
    }

    public var version: Int { migrations.count }

    /// The statements that bring the tables of a version up to the newest; of version 0, that make them anew.
    func statements(after version: Int = 0) -> [String] {
        migrations.dropFirst(version).flatMap { $0.split(separator: "\n--\n").map(String.init) }
    }
}
