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
        return try faults + schemaFaults()
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
            if made[name] == nil { return "The database has a \(name) that does not belong there." }
            return "The database's \(name) is \(found[name] == nil ? "missing" : "not as it is made")."
        }
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
