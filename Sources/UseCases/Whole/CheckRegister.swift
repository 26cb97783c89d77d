import Partnership
import Register

/// Checks the register against itself: its journal's chain, every row against it, every history against its workflow.
public struct CheckRegister: Question {
    public init() {}

    public func answer(from view: View, as standing: Standing) throws -> CheckedRegister {
        try standing.must(.check)
        let report = try view.check()
        return CheckedRegister(
            operations: report.operations, items: report.items, problems: report.problems,
            erasuresUnknownSince: try view.erasuresUnknownSince)
    }
}

public struct CheckedRegister: Sendable, Codable {
    public let operations: Int
    public let items: Int
    /// Each a sentence; none when everything holds.
    public let problems: [String]
    /// In a register restored from a backup: since when it is not known what was erased. ISO 8601, UTC.
    public let erasuresUnknownSince: String?
}
