import Partnership
import Register

extension Workplace {
    /// Makes the register's tables anew from its journal, where that verifies; also one that was found damaged. Who may is asked
    /// when they can be read again.
    public func rebuild(for request: Request) throws -> RebuiltRegister {
        let deed = "rebuild"
        let (report, operation) = try noticing {
            try register.rebuild(by: request.who, deed: deed, key: request.key.map { WriteKey($0, doing: deed) })
        }
        return RebuiltRegister(count: report.count, changes: report.changes, operation: operation)
    }
}

public struct RebuiltRegister: Sendable, Codable {
    /// How many things were not as the journal has them, and are now.
    public let count: Int
    /// The first fifty, each a sentence.
    public let changes: [String]
    /// Its number; nil when there was nothing to be done.
    public let operation: Int?
}
