import Foundation
import GRDB
import Testing

@testable import Register

/// Every table, every column: whatever is altered, taken away or added behind the register's back, a check tells.
@Suite struct EveryColumnTests {
    private struct Column {
        let name: String
        let type: String
        let isKey: Bool

        /// Another value of the same type.
        var altered: String {
            if ["fields", "given", "acts", "clocks"].contains(name) { return "json_set(\"\(name)\", '$.x', 1)" }
            return switch type {
            case "INTEGER", "INT": "coalesce(\"\(name)\", 0) + 100000"
            case "TEXT": "coalesce(\"\(name)\", '') || 'x'"
            default: "CAST(coalesce(\"\(name)\", x'') || x'01' AS BLOB)"
            }
        }
    }

    private func tables(_ forger: Forger) throws -> [(name: String, columns: [Column])] {
        try forger.queue.read { database in
            try String.fetchAll(
                database,
                sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%' ORDER BY 1"
            ).map { table in
                (
                    table,
                    try GRDB.Row.fetchAll(database, sql: "SELECT name, type, pk FROM pragma_table_info('\(table)')").map
                    {
                        Column(name: $0["name"], type: $0["type"], isKey: $0["pk"] as Int > 0)
                    }
                )
            }
        }
    }

    @Test func whateverIsAlteredIsTold() throws {
        let test = try TestRegister()
        try test.everything()
        let forger = try Forger(test)
        #expect(try forger.problems { _ in } == [])
        var tried = 0
        for (table, columns) in try tables(forger) {
            let keys = columns.filter(\.isKey).map { "\"\($0.name)\"" }.joined(separator: ", ")
            let rows = try forger.queue.read {
                try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") ?? 0
            }
            #expect(rows > 0, "\(table) has no row to try")
            // One row of each table in a daily run, three in a trial.
            let isTrial = ProcessInfo.processInfo.environment["LAP_TRIALS"] != nil
            for place in isTrial ? Set([0, rows / 2, rows - 1]) : [rows - 1] where rows > 0 {
                let row = "(\(keys)) = (SELECT \(keys) FROM \(table) ORDER BY \(keys) LIMIT 1 OFFSET \(place))"
                for column in columns {
                    let sql = "UPDATE \(table) SET \"\(column.name)\" = \(column.altered) WHERE \(row)"
                    #expect(try !forger.problems(after: sql).isEmpty, "\(sql)")
                    tried += 1
                }
                let sql = "DELETE FROM \(table) WHERE \(row)"
                #expect(try !forger.problems(after: sql).isEmpty, "\(sql)")
                tried += 1
            }
            let names = columns.map { "\"\($0.name)\"" }.joined(separator: ", ")
            let values = columns.map { column in
                // What has to be unique is altered with the key.
                let isUnique = ["mistaken.vault", "attached.number"].contains("\(table).\(column.name)")
                return column.isKey || column.type == "TEXT" || isUnique ? column.altered : "\"\(column.name)\""
            }
            let sql = """
                INSERT INTO \(table) (\(names)) SELECT \(values.joined(separator: ", ")) FROM \(table)
                ORDER BY \(keys) DESC LIMIT 1
                """
            #expect(try !forger.problems(after: sql).isEmpty, "\(sql)")
            tried += 1
        }
        print("\(tried) ways tried")
    }
}
