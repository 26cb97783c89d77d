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

    /// The reference stands where the first answer had it.
    var json: JSON {
        .object([
            "alreadyDone": .bool(true), "operation": .number(operation), "ref": .string(references.first),
            "refs": .array(references.map(JSON.string)),
        ])
    }
}
