import Ledger
import Words

extension Schema {
    /// A register's. "LAPR" is how `file` and we can tell one from any other SQLite database.
    static let register = Schema(
        applicationID: 0x4C41_5052, migrations: [[ledger1, register1].joined(separator: "\n--\n")],
        relations: Relation.all, items: .item,
        // Families are looked up by their names.
        words: { value, field in PersonalFields.names.contains(field) ? NameKeys.of(value) : [] })
}
