import Foundation
import Ledger
import Partnership
import Workflow

extension Register {
    /// Makes a new register, in a missing file, of what the journal of a damaged one still proves. What was lost of the vault
    /// is put on record as erased, by the register itself, and so is that it is not known what was erased since. Where nothing can be proved from the first operation on, there is
    /// no register, and no file.
    ///
    /// - Parameters:
    ///   - damaged: a copy of the damaged file: opening it may change it.
    ///   - scratch: a missing file, for what is found in it.
    public static func salvaging(
        _ damaged: String, to path: String, scratch: String, rulebook: Rulebook,
        now: @escaping @Sendable () -> Date = { Date() }
    ) throws -> (register: Register?, salvage: Salvage) {
        let source = try DamagedLedger(damaged, schema: .register, at: scratch)
        var salvage: Salvage?
        do {
            let engine = try SQLiteEngine(path: path, making: .register) { connection in
                let found = try Salvage(from: source, into: connection, schema: .register, name: View.called)
                salvage = found
                guard found.operations > 0 else { throw NothingProved() }
                let moment = now()
                let present = Day(inEnglandAt: moment)
                let view = View(connection: connection, rulebook: rulebook, today: present, present: present)
                let operation = try Operation(
                    view: view, actor: .system, on: present, recorded: moment.recorded, command: "salvage")
                _ = try operation.rebuild()
                let point = try view.point()
                try operation.markErasures(unknownSince: point.recorded, after: point.operations)
                for lost in found.lost where lost.key <= point.sealed {
                    try operation.insert(.erased, key: .integer(lost.key), [.integer(operation.id), .null, .null])
                }
                for lost in found.lostContents {
                    try operation.recordErasure(ofContents: lost.digest)
                }
                operation.isKept = true
                try operation.finish()
            }
            guard let salvage else { throw LedgerError.damaged("a transaction ended without an answer") }
            return (Register(engine: engine, rulebook: rulebook, now: now), salvage)
        } catch is NothingProved {
            try? FileManager.default.removeItem(atPath: path)
            guard let salvage else { throw LedgerError.damaged("a transaction ended without an answer") }
            return (nil, salvage)
        }
    }

    private struct NothingProved: Error {}
}
