import Workflow

/// What `can-reach` promises: a way from some states, where a condition holds, to one of others.
struct Reach {
    let sources: Set<String>
    let targets: Set<String>
    let condition: Expression?

    init(from sources: [String], to targets: [String], when condition: Expression?) {
        self.sources = Set(sources)
        self.targets = Set(targets)
        self.condition = condition
    }

    /// Whether the promise is about a record.
    func isAbout(_ record: AbstractRecord, _ exploration: Exploration) -> Outcomes {
        guard record.state.map(sources.contains) ?? false else { return .fails }
        guard let condition else { return .holds }
        let code = AbstractCode(condition.root, exploration.study.definition, tracked: exploration.positions)
        return code.outcomes(on: .init(values: record.values, before: record.values, state: record.state))
    }

    func ends(at record: AbstractRecord) -> Bool {
        record.state.map(targets.contains) ?? false
    }
}
