import Register
import Workflow

/// What a command may be about, as far as the asker may see it: what is offered while a reference is typed.
public struct ListReferences: Question {
    public let workflow: String
    /// Only what this event can happen to; nil for everything that is not at an end.
    public let event: String?
    /// How many at most.
    public let limit: Int

    public init(of workflow: String, for event: String? = nil, limit: Int = 200) {
        self.workflow = workflow
        self.event = event
        self.limit = limit
    }

    public func answer(from view: View, as standing: Standing) throws -> [FieldChoice] {
        let definition = try view.definition(workflow)
        let from = event.flatMap { definition.event($0)?.from }
        func offered(_ lines: [(ref: String, state: String, title: String?)]) -> [FieldChoice] {
            lines.filter { from?.contains($0.state) ?? true }.prefix(limit).map {
                FieldChoice(name: $0.ref, title: $0.title ?? definition[$0.state]?.title ?? $0.state)
            }
        }
        var work = WorkFilter()
        work.limit = limit
        if let from { work.all = from.contains { definition[$0]?.isEnd ?? false } }
        switch workflow {
        case "issue":
            var question = ListIssues()
            question.states = from ?? []
            question.open = from == nil
            question.limit = limit
            return offered(try question.answer(from: view, as: standing).issues.map { ($0.ref, $0.state, $0.title) })
        case "action":
            var question = ListActions()
            question.filter = work
            return offered(try question.answer(from: view, as: standing).actions.map { ($0.ref, $0.state, $0.title) })
        case "commitment":
            var question = ListCommitments()
            question.filter = work
            return offered(try question.answer(from: view, as: standing).map { ($0.ref, $0.state, $0.title) })
        case "request":
            return offered(
                try ListRequests(all: work.all, limit: limit).answer(from: view, as: standing).map {
                    ($0.ref, $0.state, $0.kind)
                })
        case "plan-action":
            return offered(try ListPlanActions().answer(from: view, as: standing).map { ($0.ref, $0.state, $0.title) })
        case "meeting":
            let meetings = try ListMeetings(limit: limit).answer(from: view, as: standing)
            return offered(meetings.map { ($0.ref, $0.state, nil) })
        default:
            let items = try view.items(of: workflow, all: work.all, limit: limit, as: standing)
            return offered(items.map { ($0.reference, $0.state, $0.title) })
        }
    }
}
