extension Schema {
    /// The ledger's own tables, which come before those whose rows it journals.
    public static let ledger1 = """
        CREATE TABLE operation (
          id INTEGER PRIMARY KEY,
          recorded TEXT NOT NULL,
          effective TEXT NOT NULL,
          actor TEXT NOT NULL,
          command TEXT NOT NULL,
          reverses INTEGER REFERENCES operation (id),
          key TEXT UNIQUE,
          words TEXT,
          events INTEGER NOT NULL,
          sealed INTEGER NOT NULL,
          hash TEXT NOT NULL,
          CHECK ((key IS NULL) = (words IS NULL))
        )
        --
        CREATE UNIQUE INDEX operation_reverses ON operation (reverses) WHERE reverses IS NOT NULL
        --
        CREATE TABLE change (
          operation INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED,
          position INTEGER NOT NULL,
          relation TEXT NOT NULL,
          key TEXT NOT NULL,
          before TEXT,
          after TEXT,
          PRIMARY KEY (operation, position)
        )
        --
        CREATE INDEX change_row ON change (relation, key)
        --
        CREATE TABLE event (
          id INTEGER PRIMARY KEY,
          operation INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED,
          item INTEGER NOT NULL,
          name TEXT NOT NULL,
          origin TEXT,
          target TEXT NOT NULL,
          happened TEXT NOT NULL,
          actor TEXT NOT NULL,
          capacity TEXT NOT NULL,
          given TEXT NOT NULL
        )
        --
        CREATE INDEX event_item ON event (item, id)
        --
        CREATE INDEX event_operation ON event (operation)
        --
        CREATE TABLE seal (
          id INTEGER PRIMARY KEY,
          commitment TEXT NOT NULL CHECK (length(commitment) = 64)
        )
        --
        CREATE TABLE counter (
          name TEXT PRIMARY KEY,
          last INTEGER NOT NULL CHECK (last > 0)
        )
        --
        CREATE TABLE erased (
          vault INTEGER PRIMARY KEY,
          operation INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED,
          became INTEGER,
          cuts TEXT
        )
        --
        CREATE TABLE content (
          digest TEXT PRIMARY KEY CHECK (length(digest) = 64),
          data TEXT NOT NULL
        )
        --
        CREATE TABLE erased_content (
          digest TEXT PRIMARY KEY,
          operation INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED,
          became TEXT,
          cuts TEXT
        )
        --
        CREATE TABLE vault (
          id INTEGER PRIMARY KEY,
          item INTEGER,
          person TEXT,
          section TEXT NOT NULL,
          field TEXT NOT NULL,
          findable INTEGER NOT NULL CHECK (findable IN (0, 1)),
          salt TEXT NOT NULL CHECK (length(salt) = 32),
          value TEXT NOT NULL,
          CHECK ((item IS NULL) <> (person IS NULL))
        )
        --
        CREATE INDEX vault_item ON vault (item) WHERE item IS NOT NULL
        --
        CREATE INDEX vault_person ON vault (person) WHERE person IS NOT NULL
        --
        CREATE TABLE vault_word (
          word INTEGER NOT NULL,
          vault INTEGER NOT NULL,
          PRIMARY KEY (word, vault)
        )
        """
}
