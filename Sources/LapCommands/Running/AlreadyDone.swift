import Ledger
import Register

/// A command that was repeated under its key.
struct AlreadyDone {
    let operation: Int
    /// The items it was about.
    let references: [String]

    var sentence: String {
        let about = references.isEmpty ? "" : "\(references.prefix(5).joined(separator: ", ")): "
        return "\(about)\(about.isEmpty ? "Already" : "already") done as operation \(operation)."
    }

    /// The same for one that was taken back since, and is not done any more.
    func sentence(undoneBy undo: Int) -> String {
        let about = references.isEmpty ? "" : "\(references.prefix(5).joined(separator: ", ")): "
        let what = "peration \(operation) did it under that key, and was undone since by operation \(undo)."
        return about.isEmpty ? "O" + what : about + "o" + what
    }

    /// The reference stands where the first answer had it.
    var json: JSON {
        .object([
            "alreadyDone": .bool(true), "operation": .number(operation), "ref": .string(references.first),
            "refs": .array(references.map(JSON.string)),
        ])
    }
}
