import Ledger
import Partnership
import Register
import Workflow

extension Workplace {
    /// Goes on knowingly with a register that holds by itself, but not what it once held: an older copy was put in its place, or
    /// what came later was taken away. What is lost is put on record, and the mark that it was found damaged goes.
    ///
    /// - Parameter head: where its journal had come to once, as it was printed; what lies beside the register tells others.
    public func adopt(against head: String?, for request: Request) throws -> AdoptedRegister {
        let checked = try check(against: head, for: request)
        guard checked.isSound else { throw BackupProblem.unsound(checked.problems) }
        guard !checked.missing.isEmpty || checked.isMarked else {
            throw RegisterError.refused([
                Reason(
                    kind: .rule, sentence: "Nothing is known that this register lacks: it is the one it was.",
                    remedies: [.say("Name the head that was printed and that it does not hold.")])
            ])
        }
        let deed = "adopt"
        let adopted = try noticing {
            try register.write(
                by: request.who, on: request.on, deed: deed, key: request.key.map { WriteKey($0, doing: deed) }
            ) { operation, standing in
                try standing.must(.restore)
                try operation.goOn(without: checked.missing.compactMap { Head($0) })
                return AdoptedRegister(
                    operation: operation.id, lost: checked.missing,
                    erasuresUnknownSince: try operation.view.erasuresUnknownSince ?? "")
            }
        }
        Soundness(of: folder).clear()
        return adopted
    }
}

public struct AdoptedRegister: Sendable, Codable {
    /// The number of the operation that put it on record.
    public let operation: Int
    /// Where the journal had come to once: `143-a1b2c3d4e5f6-2026-11-26`.
    public let lost: [String]
    /// Since when it is not known what was erased: ISO 8601, UTC.
    public let erasuresUnknownSince: String
}
