import Partnership
import Register

/// Checks the register against itself: its journal's chain, every row and every sealed text against it, every history
/// against its workflow.
public struct CheckRegister: Question {
    let head: String?

    /// - Parameter head: where its journal had come to once, as it was printed; the register has to hold that still.
    public init(against head: String? = nil) { self.head = head }

    public func answer(from view: View, as standing: Standing) throws -> CheckedRegister {
        try standing.must(.check)
        let report = try view.check(against: head)
        return CheckedRegister(
            operations: report.operations, items: report.items, head: report.head, count: report.count,
            problems: report.problems, isSound: report.isSound, erasuresUnknownSince: try view.erasuresUnknownSince)
    }
}

public struct CheckedRegister: Sendable, Codable {
    public let operations: Int
    public let items: Int
    /// Where its journal has come to: `143-a1b2c3d4e5f6-2026-11-26`.
    public let head: String?
    /// How many problems there are.
    public internal(set) var count: Int
    /// The first fifty, each a sentence; none when everything holds.
    public internal(set) var problems: [String]
    /// The register holds by itself, whatever head it was held against and whoever can get at its files.
    public let isSound: Bool
    /// In a register restored from a backup: since when it is not known what was erased. ISO 8601, UTC.
    public let erasuresUnknownSince: String?
}

extension Workplace {
    /// The same, and who else can get at its files. Nobody writes meanwhile. What it finds of the register itself is marked
    /// beside it.
    public func check(against head: String? = nil, for request: Request) throws -> CheckedRegister {
        // What is kept of workflow files is looked at first: whatever the register does not believe of it is taken away in
        // passing.
        let pinned = try noticing {
            try register.read(by: request.who, on: request.on) { view, standing in
                try standing.must(.check)
                return (try? view.pinnedTexts()) ?? []
            }
        }
        let kept = try share.keptFaults(pinned)
        var checked = try noticing {
            try register.readAlone(by: request.who, on: request.on) { view, standing in
                try CheckRegister(against: head).answer(from: view, as: standing)
            }
        }
        Soundness(of: folder).tell(isSound: checked.isSound, at: now())
        let faults = FileAccess(folder: folder).faults + kept
        checked.count += faults.count
        checked.problems = faults + checked.problems
        return checked
    }
}
