import Register
import Workflow

/// Names that people write for things of which there are few.
enum KnownNames {
    /// The names, each as it is stored. Throws `RegisterError.badInput` for one that there is not, with the nearest.
    ///
    /// - Parameters:
    ///   - kind: what they name, `area`.
    ///   - meaning: the stored name of another word for it.
    static func resolve(
        _ names: [String], of kind: String, among known: [String], meaning: (String) -> String? = { _ in nil }
    ) throws -> [String] {
        try names.map { name in
            if known.contains(name) { return name }
            if let meant = meaning(name) { return meant }
            throw RegisterError.badInput(
                "There is no \(kind) called “\(name.prefix(40))”.",
                remedies: .said(NearMiss.hint(for: name, among: known) ?? "Known: \(known.joined(separator: ", "))."))
        }
    }
}
