import Register

/// One operation: the one of a number, or the last.
public struct FindOperation: Question {
    public let operation: Int?

    public init(_ operation: Int?) { self.operation = operation }

    public func answer(from view: View, as standing: Standing) throws -> OperationAnswer {
        if let operation { return OperationAnswer(try view.operation(operation)) }
        guard let last = try view.operations(limit: 1).first else {
            throw RegisterError.notFound("There is nothing to undo.")
        }
        return OperationAnswer(last)
    }
}
