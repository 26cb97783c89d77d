/// What was made of rows and is kept with the connection that read them, until another changes the database. Used by one at a
/// time, like the connection.
final class SQLiteKept: @unchecked Sendable {
    private var values: [String: any Sendable] = [:]
    private var version: Int?

    func forget() { values = [:] }

    /// - Parameter version: another one for each change that another connection made.
    func value<Value: Sendable>(_ name: String, at version: Int?, _ make: () throws -> Value) rethrows -> Value {
        if version != self.version { forget() }
        self.version = version
        if let value = values[name] as? Value { return value }
        let made = try make()
        values[name] = made
        return made
    }
}

extension SQLiteConnection {
    func kept<Value: Sendable>(_ name: String, _ make: () throws -> Value) throws -> Value {
        // While a ledger is made its rows are not all there.
        guard try row("SELECT 1 FROM operation LIMIT 1") != nil else { return try make() }
        let version = try row("PRAGMA data_version")?.values.first?.integer
        return try kept.value(name, at: version, make)
    }

    func forgetKept() { kept.forget() }
}
