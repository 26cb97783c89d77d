import Ledger

extension Schema {
    /// A register's. "LAPR" is how `file` and we can tell one from any other SQLite database.
    static let register = Schema(
        applicationID: 0x4C41_5052, migrations: [[ledger1, register1].joined(separator: "\n--\n")],
        relations: Relation.all, items: .item)
}
