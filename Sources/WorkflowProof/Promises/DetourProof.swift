import Workflow

/// Tries to prove that nothing reaches a state but through one of some waypoints, and to break it.
struct DetourProof {
    let study: Study
    let budget: Budget

    /// A way to one of the states that keeps clear of the waypoints.
    func verdict(to states: Set<String>, around waypoints: Set<Promise.Waypoint>) -> PromiseProof.Verdict {
        let refinement = Refinement(study: study, budget: budget)
        let refined = refinement.outcome(tracking: [], avoiding: waypoints) { exploration in
            exploration.walk(isOfEachEvent: true) { _, _, to, _ in to.state.map(states.contains) ?? false }
        }
        switch refined {
        case .none: return .kept
        case .found(let position): return .broken(position, fields: [])
        case .lost(let tracked, let path, let isTooLarge):
            let events = path?.events.compactMap(study.definition.event) ?? []
            let nodes = events.flatMap(study.rules).map(\.root)
            let induction = Induction(study, about: nodes, claims: [], avoiding: waypoints, budget.part(2))
            if let sure = induction.invariants(), sure.met.isDisjoint(with: states) { return .kept }
            return .unproved(refinement.why(tracked, path, isTooLarge))
        }
    }
}
