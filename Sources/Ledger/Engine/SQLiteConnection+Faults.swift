import GRDB

extension SQLiteConnection {
    func faults() throws -> [String] {
        var faults = try rows("SELECT integrity_check AS said FROM pragma_integrity_check(20)", [])
            .map { $0.word("said") }.filter { $0 != "ok" }.map { "The database file: \($0)." }
        for row in try rows(
            "SELECT \"table\" AS name, rowid AS id, parent FROM pragma_foreign_key_check ORDER BY 1, 2", [])
        {
            let place = row.integer("id").map { " \($0)" } ?? ""
            faults.append("\(row.word("name"))\(place) names a row of \(row.word("parent")) that is not there.")
        }
        let settings: [(String, SQLValue)] = [
            ("application_id", .integer(schema.applicationID)), ("user_version", .integer(schema.version)),
            ("encoding", "UTF-8"), ("auto_vacuum", 0),
        ]
        for (name, value) in settings where try rows("PRAGMA \(name)", []).first?.values.first != value {
            faults.append("The database's \(name) is not what it is made with.")
        }
        return try faults + schemaFaults() + nulFaults()
    }

    /// Texts that go on behind a NUL, where whoever reads them to it sees nothing of the rest.
    private func nulFaults() throws -> [String] {
        var faults: [String] = []
        let columns = try rows(
            """
            SELECT object.name AS name, place.name AS place FROM sqlite_master AS object
            JOIN pragma_table_info(object.name) AS place
            WHERE object.type = 'table' AND object.sql NOT LIKE 'CREATE VIRTUAL %' AND place.type = 'TEXT' ORDER BY 1, 2
            """, [])
        for (name, places) in Dictionary(grouping: columns, by: { $0.word("name") }).sorted(by: { $0.key < $1.key }) {
            let sums = places.map { "total(instr(\"\($0.word("place"))\", char(0)) > 0)" }
            let found = try row("SELECT CAST(\(sums.joined(separator: " + ")) AS INTEGER) AS found FROM \"\(name)\"")
            if let count = found?.integer("found"), count > 0 {
                faults.append(
                    "\(name): \(count == 1 ? "a text has" : "\(count) texts have") a NUL in it, which hides what follows."
                )
            }
        }
        return faults
    }

    /// Tables, indexes and triggers that are not those which this program would make.
    private func schemaFaults() throws -> [String] {
        let made = try DatabaseQueue().write { database in
            let fresh = SQLiteConnection(database: database, schema: schema)
            try fresh.makeSchema()
            return try fresh.objects()
        }
        let found = try objects()
        return Set(made.keys).union(found.keys).sorted().compactMap { name in
            if made[name] == found[name] { return nil }
            if made[name] == nil {
                return "The database has \(name.hasPrefix("index ") ? "an" : "a") \(name) that does not belong there."
            }
            return "The database's \(name) is \(found[name] == nil ? "missing" : "not as it is made")."
        }
    }

    func mendSchema() throws -> [String] {
        let made = try DatabaseQueue().write { database in
            let fresh = SQLiteConnection(database: database, schema: schema)
            try fresh.makeSchema()
            return (objects: try fresh.objects(), sql: try fresh.statements())
        }
        let found = try objects()
        var said: [String] = []
        let names = Set(made.objects.keys).union(found.keys).sorted()
        for object in names where made.objects[object] != found[object] {
            let parts = object.split(separator: " ", maxSplits: 1).map(String.init)
            guard parts.count == 2, ["index", "trigger", "view"].contains(parts[0]),
                !parts[1].hasPrefix("sqlite_autoindex_")
            else { continue }
            if found[object] != nil {
                try execute(
                    "DROP \(parts[0].uppercased()) \"\(parts[1].replacing("\"", with: "\"\""))\"", [])
            }
            if let sql = made.sql[object] { try execute(sql, []) }
            said.append("The database's \(object) was \(made.sql[object] == nil ? "taken away" : "made anew").")
        }
        return said
    }

    private func statements() throws -> [String: String] {
        var statements: [String: String] = [:]
        for row in try rows("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL", []) {
            statements["\(row.word("type")) \(row.word("name"))"] = row.word("sql")
        }
        return statements
    }

    private func objects() throws -> [String: [UInt8]] {
        var objects: [String: [UInt8]] = [:]
        for row in try rows("SELECT type, name, tbl_name, sql FROM sqlite_master", []) {
            objects["\(row.word("type")) \(row.word("name"))"] = Array(
                "\(row.word("tbl_name")) \(row.word("sql"))".utf8)
        }
        return objects
    }
}
