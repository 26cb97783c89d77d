import Register
import Workflow

/// The partnership's plan actions, in the order of their plans.
public struct ListPlanActions: Question {
    public init() {}

    public func answer(from view: View, as standing: Standing) throws -> [PlanActionLine] {
        try view.planActions().map { item in
            let fields = try view.seen(item, as: standing).fields.mapValues(FieldValue.init)
            return PlanActionLine(
                ref: item.reference, state: item.state, due: item.day("due"), concerns: item.list("concerns"),
                title: fields["title"]?.text)
        }
    }
}

public struct PlanActionLine: Sendable, Codable {
    public let ref: String
    public let state: String
    public let due: Day?
    /// The numbers of the concerns that it answers.
    public let concerns: [String]
    public let title: String?
}
