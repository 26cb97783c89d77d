/// The tables of a ledger, and how one that an older program wrote gets them.
///
/// A migration may make tables and indexes, and add columns to journalled tables, so that what earlier operations say of
/// their rows still holds:
/// - such a column can be empty, is empty in every row that is there, and is named among the `later` of its relation, at the
///   end of its `columns`: the journal then writes of an older row what it wrote before;
/// - what it is to hold for rows that are there is not written by the migration, but by an operation, like anything else;
/// - no journalled column is renamed, taken away or given another meaning: that is a new one, and the old one is left empty
///   from some operation on.
///
/// The tables `operation`, `change`, `event` and `seal` never change, since every hash rests on their columns. All statements of
/// all missing migrations are one transaction, after a copy was put beside the ledger: whatever interrupts them, it is as
/// before or as after.
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

    /// The words, as numbers, by which a value of a field is looked up in the vault; none for one that nobody looks up.
    let words: @Sendable (_ value: String, _ field: String) -> Set<Int>

    public init(
        applicationID: Int, migrations: [String], relations: [Relation], items: Relation,
        words: @escaping @Sendable (_ value: String, _ field: String) -> Set<Int> = { _, _ in [] }
    ) {
        self.items = items
        self.words = words
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
