import Workflow

/// Tries to prove what is claimed of steps, and to break it.
struct StepProof {
    let study: Study
    let budget: Budget

    private var definition: Definition { study.definition }
    private var refinement: Refinement { Refinement(study: study, budget: budget) }

    func verdict(_ claim: StepClaim) -> PromiseProof.Verdict {
        let fields = claim.fields
        if !claim.isAboutTheRecord {
            let nothing = Invariants(byState: [:], met: Set(study.graph.paths.keys))
            if Induction.proves(claim, study, nothing, budget) { return .kept }
        }
        let search = { (exploration: Exploration) in
            exploration.walk(
                isOfEachEvent: claim.isOfEachEvent, withStill: claim.isOfStill, wanted(claim, exploration))
        }
        if case .none = refinement.outcome(
            tracking: fields, recordLimit: Self.quickLimit, isPlayed: false, then: search)
        {
            return .kept
        }
        let itself = [claim.invariant].compactMap(\.self)
        let sure = Induction(study, about: [claim.node], claims: itself, budget.part(2)).invariants()
        if let sure, Induction.proves(claim, study, sure, budget) { return .kept }

        switch refinement.outcome(tracking: fields, claim: claim, then: search) {
        case .none: return .kept
        case .found(let position): return .broken(position, fields: fields)
        case .lost(let tracked, let path, let isTooLarge):
            if let sure, !isTooLarge {
                let close = Exploration(
                    study, tracking: tracked, recordLimit: Self.closeLimit, invariants: sure, budget.part(2))
                switch close.walk(
                    isOfEachEvent: claim.isOfEachEvent, withStill: claim.isOfStill, wanted(claim, close, knowing: sure))
                {
                case .none: return .kept
                case .path(let path):
                    if let found = study.player.follow(path, breaking: claim) { return .broken(found, fields: fields) }
                case .tooLarge: break
                }
            }
            if !isTooLarge, tracked.contains(where: study.partition.isCoarse) {
                let wide = refinement.outcome(
                    tracking: tracked, claim: claim, by: study.widePartition, then: search)
                switch wide {
                case .none: return .kept
                case .found(let position): return .broken(position, fields: fields)
                case .lost: break
                }
            }
            if let found = study.player.search(breaking: claim, budget.part(2)) {
                return .broken(found, fields: fields)
            }
            // First wherever an item rests, then on to where it counts.
            if let earlier = claim.anywhere, study.player.spread(breaking: earlier, budget.part(4)),
                let found = study.player.search(breaking: claim, budget.part(2))
            {
                return .broken(found, fields: fields)
            }
            return .unproved(refinement.why(tracked, path, isTooLarge, of: claim.node))
        }
    }

    /// Tells the steps that may break a claim; of those that lead to records seen before, only where that matters.
    ///
    /// - Parameter sure: what is sure of every record; where it is given, each step is looked at closely.
    private func wanted(
        _ claim: StepClaim, _ exploration: Exploration, knowing sure: Invariants? = nil
    ) -> Exploration.Wish {
        let code = AbstractCode(claim.node, definition, tracked: exploration.positions)
        // Looked at closely, one step to a record may break the claim where another does not.
        let isOfEveryStep = claim.entering != nil || !claim.isAboutTheRecord || sure != nil
        return { from, event, to, isNew in
            guard isNew || isOfEveryStep else { return false }
            guard let state = to.state, claim.isAbout(from: from.state, to: state) else { return false }
            let scene = AbstractCode.Scene(values: to.values, before: from.values, state: state)
            guard claim.canBeBroken(code.outcomes(on: scene)) else { return false }
            return sure.map { canBreak(claim, from, event, to, exploration.tracked, $0) } ?? true
        }
    }

    /// Some record like the one leads to one like the other that breaks the claim, as far as the event's rules tell.
    private func canBreak(
        _ claim: StepClaim, _ from: AbstractRecord, _ event: Event, _ to: AbstractRecord, _ tracked: [String],
        _ sure: Invariants
    ) -> Bool {
        guard let state = to.state else { return true }
        var record = study.record(of: event, budget)
        if let from = from.state { record.states = [from] }
        record.invariants = sure
        record.before = Dictionary(zip(tracked, from.values), uniquingKeysWith: { first, _ in first })
        var leaving = claim.broken(at: state)
        leaving.values = Dictionary(zip(tracked, to.values), uniquingKeysWith: { first, _ in first })
        let answer = record.answer(holding: study.rules(of: event).map(\.root), leaving: leaving)
        if case .impossible = answer { return false }
        return true
    }

    private static let quickLimit = 4_000
    private static let closeLimit = 1_500
}
