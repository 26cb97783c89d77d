import Partnership
import Register

/// Makes the register's tables anew from its journal, where that verifies.
public struct RebuildRegister: Deed {
    public init() {}

    public var name: String { "rebuild" }
    public var isMending: Bool { true }

    public func perform(in operation: Operation, as standing: Standing) throws -> RebuiltRegister {
        try standing.must(.check)
        let report = try operation.rebuild()
        return RebuiltRegister(count: report.count, changes: report.changes)
    }
}

public struct RebuiltRegister: Sendable, Codable {
    /// How many things were not as the journal has them, and are now.
    public let count: Int
    /// The first fifty, each a sentence.
    public let changes: [String]
}
