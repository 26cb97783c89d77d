import Ledger
import Workflow

/// SQL about what states and clocks mean, whatever the version of the workflow calls them that an item is under.
extension View {
    /// Holds for items of a workflow in a state that means something.
    func inState(meaning: String, of workflow: String) throws -> String {
        try holding("state", of: workflow) { $0.states(meaning: meaning).map(\.name) }
    }

    private func holding(
        _ column: String, of workflow: String, among names: (Definition) -> [String]
    ) throws -> String {
        let cases = try versions(of: workflow).compactMap { key, definition -> String? in
            let names = names(definition)
            guard !names.isEmpty else { return nil }
            return "definition = \(key) AND \(column) IN (\(names.map { "'\($0)'" }.joined(separator: ", ")))"
        }
        return cases.isEmpty ? "0 = 1" : "(\(cases.joined(separator: " OR ")))"
    }

    /// The versions of a workflow that items are under.
    private func versions(of workflow: String) throws -> [(key: Int, definition: Definition)] {
        try connection.rows("SELECT id FROM definition WHERE workflow = ? ORDER BY id", [.text(workflow)]).map { row in
            (row.count("id"), try pinned(row.count("id"), workflow: workflow))
        }
    }
}
