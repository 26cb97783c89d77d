import Workflow

extension Study {
    /// No item comes to rest there: whatever leads there makes an event follow that leads on.
    func isOnlyPassed(_ state: String) -> Bool {
        let arrows = host.follows.isEmpty ? [] : graph.edges.filter { $0.to == state && $0.from != state }
        return !arrows.isEmpty
            && arrows.allSatisfy { arrow in
                let followers = causes.followers(of: arrow.event, from: arrow.from, to: state)
                guard followers.count == 1, followers[0].effect.condition == nil, let next = followers[0].event else {
                    return false
                }
                return next.from.contains(state)
                    && next.targets.allSatisfy { $0.state != state && $0.state != nil }
            }
    }
}
