import Foundation
import Ledger
import Partnership
import Workflow

extension Register {
    /// Copies the register to a new file, as it is at one moment, while others go on.
    public func copy(to path: String) throws { try engine.copy(to: path) }

    /// Checks the whole register without asking who, as whoever makes or reads a copy does before it is one.
    ///
    /// - Parameter head: one that its journal has to hold, as it was printed.
    public func verified(against head: String? = nil) throws -> CheckReport {
        let moment = now()
        return try read(on: Day(inEnglandAt: moment)) { try $0.check(against: head, at: moment) }
    }

    /// Writes everything that is stored as JSON Lines, each with its line break.
    ///
    /// - Parameter allow: throws when the one who asks may not.
    public func export(
        by name: String?, allowing allow: (Standing) throws -> Void, _ put: (String) throws -> Void
    ) throws {
        try read(by: name) { view, standing in
            try allow(standing)
            try LedgerExport(of: .register).write(from: view.connection, put)
        }
    }

    /// Makes a new register, in a missing file, of the lines of an export. Throws `LedgerExport.Unreadable`.
    ///
    /// - Parameter lines: the next line without its line break, or nil at the end.
    public static func importing(
        path: String, rulebook: Rulebook, now: @escaping @Sendable () -> Date = { Date() }, lines: () throws -> Data?
    ) throws -> Register {
        let engine = try SQLiteEngine(path: path, making: .register) { connection in
            try LedgerExport(of: .register).read(into: connection, lines: lines)
            try connection.execute(
                """
                INSERT INTO tally (workflow, area, state, count)
                SELECT workflow, coalesce(area, ''), state, count(*) FROM item GROUP BY workflow, area, state
                """)
        }
        return Register(engine: engine, rulebook: rulebook, now: now)
    }
}
