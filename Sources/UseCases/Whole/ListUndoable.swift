import Register

/// The last operations that the asker could take back as it stands, newest first.
public struct ListUndoable: Question {
    public let limit: Int

    /// So many operations are looked at.
    private static let looks = 100

    public init(limit: Int = 9) { self.limit = limit }

    public func answer(from view: View, as standing: Standing) throws -> [OperationAnswer] {
        var found: [OperationAnswer] = []
        for line in try view.operations(limit: Self.looks) where found.count < limit {
            let undoing = UndoOperation(OperationAnswer(line), leavesVacant: true)
            guard (try? undoing.judge(from: view, as: standing)) != nil else { continue }
            found.append(try OperationAnswer(line, from: view, as: standing))
        }
        return found
    }
}
