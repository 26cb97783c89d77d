import Register
import Workflow

/// Where an item is and has been, under the version of the workflow that it is under.
public struct TraceItem: Question {
    public let reference: String
    public let workflow: String

    public init(_ reference: String, workflow: String) {
        self.reference = reference
        self.workflow = workflow
    }

    public func answer(from view: View, as standing: Standing) throws -> TracedItem {
        let item = try view.item(reference, workflow: workflow)
        let history = try view.history(of: item, as: standing)
        return TracedItem(
            workflow: workflow, source: try view.source(of: item), state: item.state,
            visited: Set(history.filter { !$0.isUndone && !$0.isUndo }.map(\.to)).sorted())
    }
}

public struct TracedItem: Codable, Sendable {
    public let workflow: String
    /// The text of the version of the workflow that it is under.
    public let source: String
    public let state: String
    /// The states it has been in, its own among them.
    public let visited: [String]

    /// What the text means.
    public func definition() throws -> Definition { try Share.definitionAnew(source, workflow) }
}
