import Register

/// Every event of an item for somebody: allowed with what it asks, or refused with every reason.
public struct NextSteps: Question {
    public let reference: String
    public let workflow: String

    public init(_ reference: String, workflow: String) {
        self.reference = reference
        self.workflow = workflow
    }

    public func answer(from view: View, as standing: Standing) throws -> StepsAnswer {
        let item = try view.item(reference, workflow: workflow, visibleTo: standing)
        return StepsAnswer(
            ref: item.reference, stateTitle: item.stateTitle,
            steps: try view.options(for: item, as: standing, on: view.today).map { Step($0, of: item) })
    }
}

public struct StepsAnswer: Codable, Sendable {
    public let ref: String
    public let stateTitle: String
    public let steps: [Step]
}
