/// What `can-reach` promises: a way from some states, where a condition holds, to one of others.
struct Reach {
    private let sources: Set<String>
    let targets: Set<String>
    private let condition: Code?
    private let layout: Layout

    init(from sources: [String], to targets: [String], when condition: Expression?, _ definition: Definition) {
        self.sources = Set(sources)
        self.targets = Set(targets)
        layout = definition.program.layout
        self.condition = condition.map { [layout] in Code($0, layout) }
    }

    func possibility(ofBeginningAt record: AbstractRecord) -> Possibility {
        guard record.state.map(sources.contains) ?? false else { return .never }
        return condition.map { record.frame(layout).possibility(of: $0.whole, in: $0) } ?? .surely
    }

    func ends(at record: AbstractRecord) -> Bool {
        record.state.map(targets.contains) ?? false
    }
}
