import Foundation
import Ledger
import Partnership
import Workflow

extension Register {
    /// Makes a new register, in a missing file, of what the journal of a damaged one still proves. What was lost of the vault
    /// is put on record as erased, by the register itself.
    ///
    /// - Parameter damaged: a copy of the damaged file: opening it may change it.
    public static func salvaging(
        _ damaged: String, to path: String, rulebook: Rulebook, now: @escaping @Sendable () -> Date = { Date() }
    ) throws -> (register: Register, salvage: Salvage) {
        let source = try SQLiteEngine(path: damaged, schema: .register)
        var salvage: Salvage?
        let engine = try source.read { broken in
            try SQLiteEngine(path: path, making: .register) { connection in
                let found = try Salvage(from: broken, into: connection)
                salvage = found
                guard found.operations > 0 else { throw LedgerError.damaged("nothing of its journal can be proved") }
                let moment = now()
                let present = Day(inEnglandAt: moment)
                let view = View(connection: connection, rulebook: rulebook, today: present, present: present)
                let operation = try Operation(
                    view: view, actor: .system, on: present, recorded: moment.formatted(.iso8601), command: "salvage")
                _ = try operation.rebuild()
                for key in found.lost { try operation.insert(.erased, key: .integer(key), [.integer(operation.id)]) }
                operation.isKept = true
                try operation.finish()
            }
        }
        guard let salvage else { throw LedgerError.damaged("nothing of its journal can be proved") }
        return (Register(engine: engine, rulebook: rulebook, now: now), salvage)
    }
}
