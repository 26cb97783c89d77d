import Workflow

/// Tries to prove that nobody but some roles learns what lies in some sections, and to show by the kernel that others do.
///
/// Kept means: whatever happens, no other role may read the sections or a copy; and of two items that differ in them alone,
/// with the same done to both, others see the same, and the same is accepted or refused, apart from what events of which the
/// promise says so tell. That something is on record, which an event asks for or a state needs, is no part of it.
struct ReadProof {
    let study: Study
    let sections: [String]
    let roles: Set<String>
    let spared: Set<String>
    let budget: Budget

    private var definition: Definition { study.definition }
    private var seals: Seals { study.seals }

    enum Verdict {
        case kept
        case broken(String, Story?)
        case unproved(String)
    }

    func verdict() -> Verdict {
        let others = others
        if case .kept = others {} else { return others }
        let sealed = Set(definition.fields.filter { $0.section.map(sections.contains) ?? false }.map(\.name))
        let tellings = Tellings(seals, of: sealed, in: Set(sections), to: roles, besides: spared)
        let probe = SecretProbe(
            study: study, hidden: sealed, known: tellings.known, isOpen: tellings.isOpen,
            showsCodes: tellings.showsCodes,
            showsEffects: tellings.showsEffects)
        var open: String?
        for (source, words, isSame) in told(sealed, tellings) {
            guard !budget.isSpent else { return .unproved(open ?? "time was up") }
            var positions: [Int] = []
            if case .event(let event) = source {
                switch Happening.of(event, study, budget) {
                case .never: continue
                case .seen(let position): positions = [position]
                case .open: break
                }
            }
            for position in positions + places(source) {
                let story = study.player.story(of: position)
                if let found = probe.difference(in: story, isByRefusal: isSame) {
                    return .broken("\(words): \(self.words(found))", found.story)
                }
            }
            open = open ?? words
        }
        return open.map(Verdict.unproved) ?? .kept
    }

    /// Whether others may simply read one of the sections, always or at a time that an item comes to.
    private var others: Verdict {
        var open: String?
        for name in sections {
            let others = seals.accesses(section: name).filter { !roles.contains($0.role) }
            let title = definition.section(name)?.title ?? name
            func who(_ accesses: [Seals.Access]) -> String {
                if accesses.contains(where: { $0.role == Reader.anyone }) { return "everybody" }
                return Sentences.list(accesses.map(\.role).sorted().map(definition.title(ofRole:)), "and")
            }
            let always = others.filter { $0.conditions == nil }
            guard always.isEmpty else { return .broken("\(who(always)) may read “\(title)”", nil) }
            for access in others {
                for condition in access.conditions ?? [] {
                    let claim = StepClaim(expression: condition, form: .doesNotHold)
                    switch StepProof(study: study, budget: budget).verdict(claim) {
                    case .kept: continue
                    case .broken(let position, _):
                        return .broken(
                            "\(who([access])) may read “\(title)”, as “\(condition.text)” holds",
                            study.player.story(of: position))
                    case .unproved(let why):
                        open = open ?? "\(who([access])) may read “\(title)” when “\(condition.text)” holds; \(why)"
                    }
                }
            }
        }
        return open.map(Verdict.unproved) ?? .kept
    }

    /// What might tell it, and whether it does so by a rule that wants what others may read to be the same.
    private func told(
        _ sealed: Set<String>, _ tellings: Tellings
    ) -> [(source: Tellings.Telling.Source, words: String, isSame: Bool)] {
        let copies = seals.copies(of: tellings.known).compactMap {
            copy -> (source: Tellings.Telling.Source, words: String, isSame: Bool)? in
            guard tellings.known.contains(copy.from) else { return nil }
            let place = "“\(copy.event.title)” puts “\(copy.from)” into “\(copy.target)”"
            if tellings.isOpen(section: copy.section) {
                return (.event(copy.event), "\(place), which others may read", copy.isByRule)
            }
            // Who may read the one at times only.
            let source = definition.field(copy.from)?.section
            let own = seals.readers(section: source)
            let more = seals.widened(from: source, to: copy.section, by: copy.event).filter {
                own?.contains($0) ?? true
            }
            guard let role = more.sorted().first else { return nil }
            let title = definition.title(ofRole: role)
            return (
                .event(copy.event), "\(place), which \(title) may read when they may not read “\(copy.from)”", false
            )
        }
        return copies + tellings.all.map { ($0.source, $0.words, false) }
    }

    /// Items that were led to where it might be told.
    private func places(_ source: Tellings.Telling.Source) -> [Int] {
        let situations = study.player.situations
        switch source {
        case .event(let event):
            let happened = (study.player.happened[event.name] ?? [:]).values.sorted()
            let others = situations.indices.filter { position in
                situations[position].events.contains(event.name)
            }
            return happened + others.prefix(Self.placeLimit)
        case .clock(let clock):
            return clock.runsIn.flatMap { study.player.positions(at: $0).prefix(Self.placeLimit) }
        case .section: return []
        }
    }

    private static let placeLimit = 6

    private func words(_ found: SecretProbe.Difference) -> String {
        let values = [found.values.0, found.values.1].map { $0?.word ?? "empty" }
        return "\(found.shown), as “\(found.field)” is \(values[0]) or \(values[1])"
    }
}
