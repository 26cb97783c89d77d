import Partnership
import Register

/// What was done in the whole register, newest first.
public struct LogOperations: Question {
    public let limit: Int

    public init(limit: Int) { self.limit = limit }

    public func answer(from view: View, as standing: Standing) throws -> [OperationAnswer] {
        try standing.must(.check)
        return try view.operations(limit: limit).map { try OperationAnswer($0, from: view, as: standing) }
    }
}
