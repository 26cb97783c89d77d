/// The check of a ledger against itself. Rows are read one after the other, so what it needs of memory does not grow with
/// the ledger, but for a bit for each value of the vault.
public final class Audit {
    /// What is looked at, item by item, by those who know what items are.
    public struct Item {
        public let key: Int
        /// The row as the journal has it last; nil when it is gone.
        public let row: JSON?
        /// Its events, in the order of their numbers.
        public let events: [Row]
        /// The operations that changed its row.
        public let changed: [Int]
    }

    let connection: any Connection
    let schema: Schema
    /// What people call a row of a relation.
    let name: (_ relation: Relation, _ key: String, _ image: JSON?) -> String

    public private(set) var findings = Findings()
    /// How many of the findings are of what is made anew from the journal: rows, counts, the search index, the schema.
    public private(set) var mendable = 0
    /// The journal itself verifies: what it tells of can be made anew from it.
    public private(set) var isJournalSound = true
    /// What is to be said when the journal does not hold the head that it was held against. It is no finding: the head may
    /// have been mistyped.
    public private(set) var strangeHead: String?
    /// What is to be said beside what is wrong, each a sentence.
    public private(set) var notes: [String] = []
    /// How many operations there are.
    public internal(set) var operations = 0
    /// How many items there are.
    public internal(set) var items = 0

    /// The number of the last value that any operation put into the vault.
    var sealed = 0
    /// Vault keys that something on record names.
    var named = KeySet()
    /// Vault keys that were erased on record.
    var erased = KeySet()
    /// Vault keys that searches have to find.
    var findable = KeySet()

    public init(
        of connection: any Connection, schema: Schema,
        name: @escaping (_ relation: Relation, _ key: String, _ image: JSON?) -> String
    ) {
        self.connection = connection
        self.schema = schema
        self.name = name
    }

    public func tell(_ sentence: String) { findings.tell(sentence) }

    /// Says what is worth knowing, and is nothing wrong with the ledger.
    public func note(_ sentence: String) { notes.append(sentence) }

    /// Tells of something that is made anew from the journal.
    public func tell(mendable sentence: String) {
        mendable += 1
        findings.tell(sentence)
    }

    /// Says that a value has to be within reach of searches.
    public func expectFindable(_ seal: Sealed) { findable.insert(seal.key) }

    /// Looks at the items alone: what searches have to find is known by that.
    public func survey(items look: (Item) throws -> Void) throws { try checkRows(items: look) }

    /// Looks at everything: the database, the chain, every row, every item, every sealed value, all contents, look-ups and
    /// the search index.
    ///
    /// - Parameters:
    ///   - head: one that the journal has to hold.
    ///   - look: asked of each item, gone ones too.
    public func run(against head: Head?, items look: (Item) throws -> Void) throws {
        for fault in try connection.faults() { tell(fault) }
        let before = findings.count
        try checkChain()
        isJournalSound = findings.count == before
        if let head { try check(head) }
        try checkRows(items: look)
        try checkVault()
        try checkContents()
        if try !connection.areWordsSound() {
            tell(mendable: "The words by which values are looked up are not those of the values.")
        }
        for fault in try connection.searchFaults() { tell(mendable: fault) }
    }

    private func check(_ head: Head) throws {
        guard let found = try connection.head(at: head.number) else {
            strangeHead =
                "The journal ends at operation \(operations); the head that was given names \(head.number)."
            return
        }
        if found != head { strangeHead = "Operation \(head.number) is not the one that the head that was given names." }
    }
}
