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
                    if case .kept = verdict, claim.entering == nil, let invariant = claim.invariant {
                        study.proved.append(invariant)
                    }
                    return verdict
                })
        case .before(let states, let waypoint):
            let proof = DetourProof(study: study, budget: budget)
            return finding([proof.verdict(to: Set(states), around: waypoint)])
        case .canReach(let targets, let sources, let when):
            let reach = Reach(from: sources, to: targets, when: when)
            return finding([ReachProof(study: study, fields: promise.fields, budget: budget).verdict(reach)])
        case .read(let sections, let roles): return opening(sections, to: Set(roles))
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

    // MARK: - Who reads

    /// A section that others may read, or the first event that copies out of it to where they may.
    private func opening(_ sections: [String], to roles: Set<String>) -> Finding? {
        let seals = Seals(definition: definition)
        for name in sections {
            let others = seals.readers(section: name).map { $0.subtracting(roles).sorted() }
            guard others != [] else { continue }
            let section = definition.sections.first { $0.name == name }?.title ?? name
            let who = others.map { Sentences.list($0.map(definition.title(ofRole:)), "and") } ?? "everybody"
            return Finding(
                .promiseBroken, .promise(promise.name), "“\(promise.title)” is not kept: \(who) may read “\(section)”.")
        }
        let sealed = definition.fields.filter { $0.section.map(sections.contains) ?? false }.map(\.name)
        for copy in seals.copies(of: Set(sealed)) {
            guard seals.readers(section: copy.section)?.isSubset(of: roles) != true else { continue }
            let words = "“\(copy.event.title)” puts “\(copy.from)” into “\(copy.target)”, which others may read"
            switch Happening.of(copy.event, study, budget) {
            case .never: continue
            case .seen(let position):
                let story = study.player.story(of: position)
                return Finding(
                    .promiseBroken, .promise(promise.name), "“\(promise.title)” is not kept: \(words).",
                    path: story.events, story: story)
            case .open: return unproved("\(words); whether it ever happens was not found out")
            }
        }
        for relation in seals.relations(of: Set(sealed), besides: roles) {
            if case .never = Happening.of(relation.event, study, budget) { continue }
            return unproved(
                "a rule of “\(relation.event.title)” compares “\(relation.from)” with “\(relation.field)”, which others "
                    + "may read and which may tell it")
        }
        return nil
    }
}

extension Promise {
    /// Of its conditions, by name.
    fileprivate var fields: [String] {
        Set(expression?.root.names.compactMap(\.fieldName) ?? []).sorted()
    }
}
