import Workflow

/// Compares two definitions part by part.
struct Comparison {
    let old: Definition
    let new: Definition
    let budget: Budget
    let late = Late()

    /// What was not compared in time.
    final class Late {
        private var conditions: [String] = []

        func add(_ condition: Expression) {
            if !conditions.contains(condition.text) { conditions.append(condition.text) }
        }

        var differences: [Difference] {
            if conditions.isEmpty { return [] }
            let named = conditions.prefix(3).map { "“\($0.count > 60 ? $0.prefix(60) + "…" : $0[...])”" }
            let others = conditions.count - named.count
            let all = Sentences.list(others > 0 ? named + ["\(others) more"] : named, "and")
            return [
                Difference(.workflow, .other, "Not compared in time, so that it may mean the same as before: \(all).")
            ]
        }
    }

    /// Whether every record of which some conditions hold is one of which others do; nil when that is not decided.
    func implies(_ ones: [Expression], _ others: [Expression]) -> Bool? {
        let answer = new.implies(ones, others, budget)
        if answer == nil, budget.isSpent { for condition in others.prefix(1) { late.add(condition) } }
        return answer
    }

    /// Whether both hold of the same records; not, when that is not decided.
    func isSame(_ one: Expression?, _ other: Expression?) -> Bool {
        guard let one, let other else { return one == nil && other == nil }
        if one.root == other.root { return true }
        guard one.type == .flag, other.type == .flag else { return false }
        return implies([one], [other]) == true && implies([other], [one]) == true
    }

    func differences() -> [Difference] {
        upgrading() + sections() + fields() + states() + new.events.flatMap(eventAsItCanHappen) + removedEvents()
            + rules(old.rules, new.rules, of: nil) + clocks()
    }

    private func upgrading() -> [Difference] {
        guard Set(old.upgradedBy) != Set(new.upgradedBy) else { return [] }
        let roles = new.upgradedBy.map(new.title(ofRole:))
        return [
            Difference(
                .workflow, .other,
                roles.isEmpty
                    ? "Anybody can move items to this version."
                    : "\(Sentences.list(roles, "and")) can move items to this version.")
        ]
    }

    private func sections() -> [Difference] {
        var found: [Difference] = []
        for section in new.sections {
            guard let earlier = old.section(section.name) else {
                found.append(Difference(.section(section.name), .other, "A new section, “\(section.title)”."))
                continue
            }
            if earlier.isSealed != section.isSealed {
                let words = section.isSealed ? "is sealed" : "is no longer sealed"
                found.append(Difference(.section(section.name), .other, "“\(section.title)” \(words)."))
            }
            for (isNow, was, what) in [
                (section.isSearched, earlier.isSearched, "searched"), (section.isFound, earlier.isFound, "found by"),
            ] where isNow != was {
                let words = isNow ? "is \(what)" : "is no longer \(what)"
                found.append(Difference(.section(section.name), .other, "“\(section.title)” \(words)."))
            }
            found += readers(section, earlier)
        }
        for section in old.sections where new.section(section.name) == nil {
            found.append(Difference(.section(section.name), .other, "The section “\(section.title)” is gone."))
        }
        return found
    }

    private func readers(_ section: Section, _ earlier: Section) -> [Difference] {
        let before = Dictionary(grouping: earlier.readers, by: \.role)
        let after = Dictionary(grouping: section.readers, by: \.role)
        return (new.roles + old.roles.filter { !new.roles.contains($0) }).compactMap { role in
            let title = new.title(ofRole: role)
            switch (before[role], after[role]) {
            case (nil, _?):
                return Difference(.section(section.name), .looser, "\(title) can now read “\(section.title)”.")
            case (_?, nil):
                return Difference(.section(section.name), .tighter, "\(title) can no longer read “\(section.title)”.")
            case (let old?, let new?) where !isSame(old.map(\.condition), new.map(\.condition)):
                let when = new.compactMap(\.condition?.text)
                let words = when.count < new.count ? "always" : "when \(when.joined(separator: " or "))"
                return Difference(
                    .section(section.name), effect(old.map(\.condition), new.map(\.condition)),
                    "\(title) reads “\(section.title)” \(words).")
            default: return nil
            }
        }
    }

    /// Of conditions of which one is enough; nil always holds.
    private func effect(_ old: [Expression?], _ new: [Expression?]) -> Difference.Effect {
        func either(_ conditions: [Expression?]) -> Expression {
            let nodes = conditions.map { $0?.root ?? .literal(.flag(true)) }
            let root = nodes.dropFirst().reduce(nodes[0]) { ExpressionNode.or($0, $1) }
            return Expression(
                text: conditions.compactMap { $0?.text }.joined(separator: " or "), type: .flag, root: root)
        }
        let (before, after) = (either(old), either(new))
        if implies([before], [after]) == true { return .looser }
        return implies([after], [before]) == true ? .tighter : .other
    }

    private func fields() -> [Difference] {
        var found: [Difference] = []
        for field in new.fields {
            guard let earlier = old.field(field.name) else {
                found.append(Difference(.field(field.name), .other, "A new field, “\(field.title)”."))
                continue
            }
            if earlier.kind.shape != field.kind.shape {
                found.append(
                    Difference(
                        .field(field.name), .other,
                        "“\(field.title)” was \(earlier.kind.sentence) and is \(field.kind.sentence)."))
            }
            if earlier.textLimit != field.textLimit, earlier.kind.shape == field.kind.shape {
                found.append(
                    Difference(
                        .field(field.name), field.textLimit > earlier.textLimit ? .looser : .tighter,
                        "“\(field.title)” holds \(field.textLimit) characters at most, not \(earlier.textLimit)."))
            }
            if earlier.section != field.section {
                found.append(
                    Difference(
                        .field(field.name), .other,
                        "“\(field.title)” moves from \(earlier.section ?? "the open record") to "
                            + "\(field.section ?? "the open record")."))
            }
        }
        for field in old.fields where new.field(field.name) == nil {
            found.append(Difference(.field(field.name), .other, "“\(field.title)” is no longer kept."))
        }
        return found
    }

    private func states() -> [Difference] {
        var found: [Difference] = []
        for state in new.states {
            guard let earlier = old[state.name] else {
                found.append(Difference(.state(state.name), .looser, "A new state, “\(state.title)”."))
                continue
            }
            if earlier.isEnd != state.isEnd {
                found.append(
                    Difference(
                        .state(state.name), .other,
                        state.isEnd ? "“\(state.title)” becomes an end." : "“\(state.title)” is no longer an end."))
            }
            if earlier.effects != state.effects {
                found.append(
                    Difference(.state(state.name), .other, "Entering “\(state.title)” makes the program do otherwise."))
            }
            found += meanings(.state(state.name), state.title, earlier.meanings, state.meanings)
            for name in state.needs where !earlier.needs.contains(name) {
                found.append(Difference(.state(state.name), .tighter, "“\(state.title)” needs \(name)."))
            }
            for name in earlier.needs where !state.needs.contains(name) {
                found.append(Difference(.state(state.name), .looser, "“\(state.title)” no longer needs \(name)."))
            }
        }
        for state in old.states where new[state.name] == nil {
            found.append(Difference(.state(state.name), .tighter, "“\(state.title)” is gone."))
        }
        return found
    }

    private func meanings(_ subject: Subject, _ title: String, _ old: [String], _ new: [String]) -> [Difference] {
        guard Set(old) != Set(new) else { return [] }
        let words = new.isEmpty ? "means nothing to the program any more" : "means \(Sentences.list(new, "and"))"
        return [Difference(subject, .other, "“\(title)” \(words).")]
    }

    private func removedEvents() -> [Difference] {
        old.events.filter { new.event($0.name) == nil }.map {
            Difference(.event($0.name), .tighter, "“\($0.title)” is gone.")
        }
    }

    /// Less is asked in vain of what can happen no more.
    private func eventAsItCanHappen(_ event: Event) -> [Difference] {
        let found = self.event(event)
        guard found.contains(where: { $0.effect != .tighter }), let earlier = old.event(event.name) else {
            return found
        }
        guard isImpossible(event, in: new), !isImpossible(earlier, in: old) else { return found }
        let lost = Difference(.event(event.name), .tighter, "“\(event.title)” can never happen any more.")
        return [lost] + found.filter { $0.effect != .looser }
    }

    /// No record that it can propose meets its rules and what the states need that it leads to.
    private func isImpossible(_ event: Event, in definition: Definition) -> Bool {
        if budget.isSpent { return false }
        let study = Study(definition, budget)
        let sure = Invariants(byState: [:], met: [])
        let fields = event.targets.compactMap(\.state).flatMap { definition[$0]?.needs ?? [] }
        let isPlain = Induction.steps(definition).filter { $0.event.name == event.name }.allSatisfy {
            study.isImpossible($0, leaving: .init(state: $0.to), sure, budget)
        }
        if isPlain { return true }
        // What is never on record where it is needed takes more to see.
        guard !fields.isEmpty else { return false }
        if case .never = Happening.of(event, study, budget.part(4)) { return true }
        return false
    }

    private func event(_ event: Event) -> [Difference] {
        let subject = Subject.event(event.name)
        guard let earlier = old.event(event.name) else {
            return [Difference(subject, .looser, "A new event, “\(event.title)”.")]
        }
        var found: [Difference] = []
        for role in event.by where !earlier.by.contains(role) {
            found.append(Difference(subject, .looser, "\(new.title(ofRole: role)) can now “\(event.title)”."))
        }
        for role in earlier.by where !event.by.contains(role) {
            found.append(Difference(subject, .tighter, "\(old.title(ofRole: role)) can no longer “\(event.title)”."))
        }
        for state in event.from where !earlier.from.contains(state) {
            found.append(
                Difference(subject, .looser, "“\(event.title)” also happens from “\(new.title(ofState: state))”."))
        }
        for state in earlier.from where !event.from.contains(state) {
            found.append(
                Difference(subject, .tighter, "“\(event.title)” no longer happens from “\(old.title(ofState: state))”.")
            )
        }
        let kept = earlier.by.filter(event.by.contains)
        let ordered = event.by.filter(earlier.by.contains)
        if kept != ordered {
            let titles = ordered.map(new.title(ofRole:)).joined(separator: ", ")
            found.append(
                Difference(
                    subject, .other,
                    "Who holds several roles acts in the first of these in “\(event.title)”: \(titles)."))
        }
        if !isSame(earlier.targets, event.targets) {
            found.append(Difference(subject, .other, "“\(event.title)” leads elsewhere."))
        }
        found += asks(event, earlier)
        found += rules(earlier.rules, event.rules, of: event)
        let isSame =
            earlier.sets.map(\.shape) == event.sets.map(\.shape) && earlier.clears == event.clears
            && earlier.adds == event.adds
            && earlier.effects == event.effects && earlier.erases == event.erases
        if !isSame { found.append(Difference(subject, .other, "“\(event.title)” leaves another record behind.")) }
        return found
    }

    private func asks(_ event: Event, _ earlier: Event) -> [Difference] {
        let subject = Subject.event(event.name)
        var found: [Difference] = []
        for ask in event.asks {
            let before = earlier.ask(ask.field)
            if let before, isSame(before, ask) { continue }
            switch (before?.isDemanding ?? false, ask.isDemanding) {
            case (false, true):
                found.append(Difference(subject, .tighter, "“\(event.title)” now needs \(ask.field)."))
            case (true, false):
                found.append(Difference(subject, .looser, "“\(event.title)” no longer needs \(ask.field)."))
            default:
                let sentence = before == nil ? "takes" : "asks differently for"
                found.append(Difference(subject, .other, "“\(event.title)” \(sentence) \(ask.field)."))
            }
        }
        for ask in earlier.asks where event.ask(ask.field) == nil {
            let effect: Difference.Effect = ask.isDemanding ? .looser : .other
            found.append(Difference(subject, effect, "“\(event.title)” no longer takes \(ask.field)."))
        }
        return found
    }

    private func clocks() -> [Difference] {
        var found: [Difference] = []
        for clock in new.clocks {
            let subject = Subject.clock(clock.name)
            guard let earlier = old.clock(clock.name) else {
                found.append(Difference(subject, .tighter, "A new clock, “\(clock.title)”."))
                continue
            }
            found += ClockComparison(old: earlier, new: clock, comparison: self).differences()
            found += meanings(subject, clock.title, earlier.meanings, clock.meanings)
        }
        for clock in old.clocks where new.clock(clock.name) == nil {
            found.append(Difference(.clock(clock.name), .looser, "“\(clock.title)” is gone."))
        }
        return found
    }
}

extension Field.Kind {
    /// Itself without titles, which mean nothing to a machine.
    fileprivate var shape: Field.Kind {
        switch self {
        case .choice(let choices): .choice(choices.map { .init(name: $0.name, title: "") })
        case .choices(let choices): .choices(choices.map { .init(name: $0.name, title: "") })
        default: self
        }
    }
}

extension Comparison {
    private func isSame(_ old: [Expression?], _ new: [Expression?]) -> Bool {
        old.count == new.count && zip(old, new).allSatisfy { isSame($0, $1) }
    }

    private func isSame(_ old: [Target], _ new: [Target]) -> Bool {
        old.map(\.state) == new.map(\.state) && isSame(old.map(\.condition), new.map(\.condition))
    }

    private func isSame(_ old: Ask, _ new: Ask) -> Bool {
        guard old.isFresh == new.isFresh, isSame(old.fallback, new.fallback), isSame(old.offered, new.offered) else {
            return false
        }
        switch (old.requirement, new.requirement) {
        case (.required, .required), (.optional, .optional): return true
        case (.requiredWhen(let before, _), .requiredWhen(let after, _)): return isSame(before, after)
        default: return false
        }
    }
}

extension Assignment {
    /// As it is worked out, in whatever words.
    fileprivate var shape: [AnyHashable] { [field, expression.root] }
}

extension Ask {
    fileprivate var isDemanding: Bool { requirement != .optional && fallback == nil }
}
