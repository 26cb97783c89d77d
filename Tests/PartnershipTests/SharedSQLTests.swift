import Foundation
import Testing

/// SQL outside an engine's own files is what SQLite and PostgreSQL share, and there is none above the register.
struct SharedSQLTests {
    @Test(arguments: ["Ledger", "Register"])
    func speaksNoDialect(module: String) throws {
        let words = [
            "json_", "->>", "rowid", "RAISE", "PRAGMA", "pragma_", "sqlite_", "AUTOINCREMENT", "STRICT", "fts5",
            "MATCH ",
            "GLOB", "IFNULL", "ifnull(", "OR REPLACE", "OR IGNORE", "IS ?", "IS NOT ?", "CREATE TRIGGER",
            "CREATE VIRTUAL",
            "GENERATED", "strftime", "julianday", "group_concat", "CURRENT_TIMESTAMP", "search(",
        ]
        let numbered = try Regex(#"\?[0-9]"#)
        for literal in try SourceLiterals.of(module) where !literal.place.contains("/SQLite") {
            for word in words { #expect(!literal.text.contains(word), "\(word): \(literal.place)") }
            #expect(!literal.text.contains(numbered), "\(literal.place)")
        }
    }

    @Test(arguments: ["Partnership", "Packs", "UseCases", "LapCommands", "lap"])
    func thereIsNoneAboveTheRegister(module: String) throws {
        let statement = try Regex(#"\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE) [a-z*"]"#)
        for literal in try SourceLiterals.of(module) { #expect(!literal.text.contains(statement), "\(literal.place)") }
    }
}
