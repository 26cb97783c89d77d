import Foundation
import Partnership
import Register
import class Register.Operation
import Workflow

/// In a register restored from a backup: puts on record that it is known again what was erased since, or until when.
public struct SettleErasures: Deed {
    private let list: ErasureList?
    /// The list's file, for what is said of it.
    private let file: String

    public let name = "erasures"

    /// - Parameter file: a list of what was erased, which is erased again. Without one it is whoever does it who answers
    ///   for everything having been erased again, issue by issue. Throws `BackupProblem`.
    public init(of file: URL?) throws {
        list = try file.map(ErasureList.init(at:))
        self.file = file?.lastPathComponent ?? ""
    }

    /// Throws `BackupProblem.erasuresAreKnown`, and `.noErasures` when the list does not go on from that backup.
    public func perform(in operation: Operation, as standing: Standing) throws -> SettledErasures {
        // Without a list it is a judgement of what had to go, as every erasure is.
        try standing.must(list == nil ? .erase : .restore)
        guard let point = try operation.view.pointOfUnknownErasures(),
            let since = try operation.view.erasuresUnknownSince
        else { throw BackupProblem.erasuresAreKnown }
        var erased = ErasedAgain.none
        if let list {
            guard list.continues(point), list.operations > point.operations || list.made > since else {
                throw BackupProblem.noErasures(file)
            }
            erased = try operation.eraseAgain(list, after: point, by: .papers)
            try operation.markErasures(knownUntil: max(list.made, since))
        } else {
            try operation.markErasuresKnown()
        }
        return SettledErasures(
            erased: erased.count, mended: erased.mended, dropped: erased.dropped, since: since, until: list?.made)
    }
}

public struct SettledErasures: Sendable, Codable {
    /// How many values were erased again.
    public let erased: Int
    /// Of these, texts that are there without the words that had been taken out of them.
    public let mended: [ErasedAgain.Place]
    /// Of these, texts that are gone as a whole, since what was left of them is not here.
    public let dropped: [ErasedAgain.Place]
    /// Since when it was not known: ISO 8601, UTC.
    public let since: String
    /// The list's moment, ISO 8601, UTC; nil without one.
    public let until: String?
}
