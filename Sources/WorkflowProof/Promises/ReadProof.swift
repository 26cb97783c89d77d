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
        if let words = plain { return .broken(words, nil) }
        let sealed = Set(definition.fields.filter { $0.section.map(sections.contains) ?? false }.map(\.name))
        let tellings = Tellings(seals, of: sealed, to: roles, besides: spared)
        let probe = SecretProbe(
            study: study, hidden: sealed, known: tellings.known, isOpen: tellings.isOpen,
            showsCodes: tellings.showsCodes,
            showsEffects: seals.readers(section: seals.text)?.isSubset(of: roles) != true)
        var open: String?
        for (source, words, copy) in told(sealed, tellings) {
            guard !budget.isSpent else { return .unproved(open ?? "time was up") }
            var positions: [Int] = []
            if case .event(let event) = source {
                switch Happening.of(event, study, budget) {
                case .never: continue
                case .seen(let position): positions = [position]
                case .open: break
                }
            }
            if let copy, copy.isByRule, let position = places(source).first(where: { shows(copy, at: $0) }) {
                return .broken(words, study.player.story(of: position))
            }
            for position in positions + places(source) {
                if let found = probe.difference(in: study.player.story(of: position)) {
                    return .broken("\(words): \(self.words(found))", found.story)
                }
            }
            open = open ?? words
        }
        return open.map(Verdict.unproved) ?? .kept
    }

    /// That others may simply read one of the sections.
    private var plain: String? {
        for name in sections {
            let others = seals.readers(section: name).map { $0.subtracting(roles).sorted() }
            guard others != [] else { continue }
            let section = definition.section(name)?.title ?? name
            let who = others.map { Sentences.list($0.map(definition.title(ofRole:)), "and") } ?? "everybody"
            return "\(who) may read “\(section)”"
        }
        return nil
    }

    private func told(
        _ sealed: Set<String>, _ tellings: Tellings
    ) -> [(source: Tellings.Telling.Source, words: String, copy: Seals.Copy?)] {
        let copies = seals.copies(of: tellings.known).compactMap {
            copy -> (source: Tellings.Telling.Source, words: String, copy: Seals.Copy?)? in
            guard tellings.known.contains(copy.from) else { return nil }
            let place = "“\(copy.event.title)” puts “\(copy.from)” into “\(copy.target)”"
            if seals.readers(section: copy.section)?.isSubset(of: roles) != true {
                return (.event(copy.event), "\(place), which others may read", copy)
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
                .event(copy.event), "\(place), which \(title) may read when they may not read “\(copy.from)”", nil
            )
        }
        return copies + tellings.all.map { ($0.source, $0.words, nil) }
    }

    /// An item that the event has just led there shows the same in both places.
    private func shows(_ copy: Seals.Copy, at position: Int) -> Bool {
        let situation = study.player.situations[position]
        guard situation.step?.event == copy.event.name, let field = copy.field,
            let value = situation.item.fields[field]
        else { return false }
        return situation.item.fields[copy.from] == value
    }

    /// Items that were led to where it might be told.
    private func places(_ source: Tellings.Telling.Source) -> [Int] {
        let situations = study.player.situations
        switch source {
        case .event(let event):
            let happened = (study.player.happened[event.name] ?? [:]).values.sorted()
            let others = situations.indices.filter { situations[$0].step?.event == event.name }
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
