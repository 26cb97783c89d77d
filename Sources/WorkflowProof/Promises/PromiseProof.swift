import Workflow

/// Tries to prove a promise, and to break it with the kernel itself where that does not succeed.
struct PromiseProof {
    let study: Study
    let promise: Promise
    let budget: Budget

    private var definition: Definition { study.definition }

    /// What came of a claim.
    enum Verdict {
        case kept
        /// By an item that the kernel led there, at this position of the player's; the fields that show it.
        case broken(Int, fields: [String])
        /// What it hangs on.
        case unproved(String)
    }

    /// nil when the promise is kept.
    func finding() -> Finding? {
        if budget.isSpent { return unproved("time was up before it was looked at") }
        switch promise.claim {
        case .always, .never, .entering, .onlyGrows:
            let proof = StepProof(study: study, budget: budget)
            return finding(
                promise.stepClaims.lazy.map { claim in
                    let verdict = proof.verdict(claim)
                    // Where something follows it may be otherwise until that has happened.
                    if case .kept = verdict, claim.entering == nil, let invariant = claim.invariant,
                        !study.causes.followSomewhere
                    {
                        study.proved.append(invariant)
                    }
                    return verdict
                })
        case .before(let states, let waypoints):
            let proof = DetourProof(study: study, budget: budget)
            return finding([proof.verdict(to: Set(states), around: Set(waypoints))])
        case .canReach(let targets, let sources, let when):
            let reach = Reach(from: sources, to: targets, when: when)
            return finding([ReachProof(study: study, fields: promise.fields, budget: budget).verdict(reach)])
        case .read(let sections, let roles, let spared):
            let proof = ReadProof(
                study: study, sections: sections, roles: Set(roles), spared: Set(spared), budget: budget)
            return finding(proof.verdict())
        }
    }

    /// Of several claims that together are the promise.
    private func finding(_ verdicts: some Sequence<Verdict>) -> Finding? {
        var open: String?
        for verdict in verdicts {
            switch verdict {
            case .kept: continue
            case .broken(let position, let fields): return broken(position, fields)
            case .unproved(let why): open = open ?? why
            }
        }
        return open.map(unproved)
    }

    private func broken(_ position: Int, _ fields: [String]) -> Finding {
        let story = study.player.story(of: position)
        let item = study.player.situations[position].item
        // What an event left, what follows from it may have written over.
        let fields = study.player.situations[position].step?.causes.isEmpty ?? true ? fields : []
        let words = fields.map { "\($0) is \(item.fields[$0]?.word ?? "empty")" }.sorted()
        let shown = words.isEmpty ? "" : ", when \(Sentences.list(words, "and"))"
        return Finding(
            .promiseBroken, .promise(promise.name),
            "“\(promise.title)” is not kept: \(story.events.joined(separator: ", "))\(shown).", path: story.events,
            story: story)
    }

    private func unproved(_ why: String) -> Finding {
        Finding(
            .promiseUnproved, .promise(promise.name),
            "“\(promise.title)” was not proved, though nothing was found that breaks it: \(why).")
    }

    private func finding(_ verdict: ReadProof.Verdict) -> Finding? {
        switch verdict {
        case .kept: nil
        case .broken(let words, let story):
            Finding(
                .promiseBroken, .promise(promise.name), "“\(promise.title)” is not kept: \(words).", story: story)
        case .unproved(let why): unproved(why)
        }
    }
}

extension Promise {
    /// Of its conditions, by name.
    fileprivate var fields: [String] {
        Set(expression?.root.names.compactMap(\.fieldName) ?? []).sorted()
    }
}
