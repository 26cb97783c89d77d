import Workflow

extension Study {
    /// No item comes to rest there: whatever leads there makes something follow that leads on.
    func isOnlyPassed(_ state: String) -> Bool {
        guard causes.followSomewhere, graph.paths[state] != nil, player.positions(at: state).isEmpty else {
            return false
        }
        if let known = onlyPassed[state] { return known }
        let effects = definition.events.flatMap(\.effects) + definition.states.flatMap(\.effects)
        let read = Set(effects.filter { host.follows[$0.name] != nil }.flatMap { $0.condition?.root.fieldNames ?? [] })
        let exploration = Exploration(
            self, tracking: Array(read.sorted().prefix(4)), recordLimit: 2_000, budget.part(8))
        var isPassed = false
        if case .none = exploration.walk({ _, _, to, _ in to.state == state }) { isPassed = true }
        onlyPassed[state] = isPassed
        return isPassed
    }
}
