import Workflow

/// Finds sealed fields that are copied to where more people can read them, that a refusal tells something of, and that
/// people write who may not read them.
struct SealCheck {
    let study: Study

    private var definition: Definition { study.definition }

    func findings() -> [Finding] {
        guard definition.sections.contains(where: \.isSealed) else { return [] }
        let events = definition.events.filter { study.hasTime(for: .event($0.name)) }
        return events.flatMap { copied($0) + led($0) } + shown() + events.flatMap { decides($0) + unread($0) }
    }

    private var seals: Seals { study.seals }

    private func copied(_ event: Event) -> [Finding] {
        seals.copies(by: event).filter { seals.isSealed(field: $0.from) }.compactMap { copy in
            let isKept = copy.section.map(definition.isSealed) ?? false
            let own = seals.readers(field: copy.from)
            let source = definition.field(copy.from)?.section
            let more = seals.widened(from: source, to: copy.section, by: copy.event)
            if isKept, more.isEmpty { return nil }
            let what = own == nil ? "sealed" : "for few"
            let isAtTimes = own != nil && Set(more).isSubset(of: own ?? [])
            let titles = Sentences.list(more.sorted().map(definition.title(ofRole:)), "and")
            let others = isAtTimes ? "\(titles) may read also when they may not read that" : "others may read"
            let place = "“\(copy.target)”, which " + (isKept ? others : "is not")
            let words =
                copy.field == nil
                ? "hands “\(copy.from)”, which is \(what), to “\(copy.target)”."
                : copy.isByRule
                    ? "has a rule by which \(place), tells “\(copy.from)”, which is \(what)."
                    : "copies “\(copy.from)”, which is \(what), into \(place)."
            return Finding(.sealedFieldCopied, .event(copy.event.name), "“\(copy.event.title)” \(words)")
        }
    }

    /// States that are chosen by what few may read, where more see the state.
    private func led(_ event: Event) -> [Finding] {
        let choosing = event.targets.compactMap(\.condition).reduce(into: Set<String>()) { $0.formUnion($1.root.told) }
        guard Set(event.targets.map(\.state)).count > 1 else { return [] }
        return choosing.sorted().filter { seals.readers(sealed: $0) != nil }.compactMap { name in
            let source = definition.field(name)?.section
            guard !seals.widened(from: source, to: seals.codes, by: event).isEmpty else { return nil }
            return Finding(
                .sealedFieldCopied, .event(event.name),
                "“\(event.title)” leads to one state or another by “\(name)”, which is for few, and others see the state."
            )
        }
    }

    /// Clocks: anybody sees whether they run, and their due days.
    private func shown() -> [Finding] {
        definition.clocks.flatMap { clock in
            let running =
                (clock.condition?.root.names.compactMap(\.fieldName) ?? []) + [clock.pausesWhen].compactMap(\.self)
            let told =
                clock.days.map { ($0, "by its due day what “\($0)” holds") }
                + Set(running).sorted().map { ($0, "by whether it runs something of “\($0)”") }
            return told.filter { seals.readers(sealed: $0.0) != nil }.map { _, words in
                Finding(
                    .sealedFieldCopied, .clock(clock.name), "“\(clock.title)” shows \(words), which few may read.")
            }
        }
    }

    /// Conditions by which an event tells whoever tries it something of a field that they may not read.
    private func decides(_ event: Event) -> [Finding] {
        var conditions = event.rules.enumerated().map { (Subject.rule($0 + 1, of: event.name), $1.condition) }
        conditions += definition.rules.filter { !$0.except.contains(event.name) }.map {
            (.event(event.name), $0.condition)
        }
        // Where one target always holds, nothing is refused.
        if event.targets.allSatisfy({ $0.condition != nil }) {
            conditions += event.targets.compactMap(\.condition).map { (.event(event.name), $0) }
        }
        for ask in event.asks {
            if case .requiredWhen(let condition, _) = ask.requirement {
                conditions.append((.event(event.name), condition))
            }
        }
        return asking(event)
            + conditions.flatMap { subject, condition -> [Finding] in
                let read = condition.root.names.compactMap { name -> String? in
                    // What is given anew with this very event is no secret of the record.
                    if case .field(let field) = name, event.ask(field)?.isFresh == true { return nil }
                    return name.fieldName
                }
                return Set(read).sorted().compactMap { name in
                    guard let outsiders = outsiders(event, name) else { return nil }
                    // What refuses nothing tells nothing.
                    if case .rule = subject, study.record(of: event).isImpossible(failing: [condition]) { return nil }
                    return Finding(
                        .sealedFieldDecides, subject,
                        "Whether “\(event.title)” is refused tells \(outsiders) something of “\(name)”, which they may not "
                            + "read.")
                }
            }
    }

    /// What is asked when what few may read says so, where more may read the answer.
    private func asking(_ event: Event) -> [Finding] {
        event.asks.flatMap { ask -> [Finding] in
            guard case .requiredWhen(let condition, _) = ask.requirement else { return [] }
            let asked = definition.field(ask.field)?.section
            return condition.root.told.sorted().filter { seals.readers(sealed: $0) != nil }.compactMap { name in
                let more = seals.widened(from: definition.field(name)?.section, to: asked, by: event)
                guard !more.isEmpty else { return nil }
                return Finding(
                    .sealedFieldDecides, .event(event.name),
                    "Whether “\(ask.field)” is there tells something of “\(name)”, by which “\(event.title)” asks for "
                        + "it and which is for few.")
            }
        }
    }

    private func unread(_ event: Event) -> [Finding] {
        event.asks.compactMap { ask in
            guard let outsiders = outsiders(event, ask.field) else { return nil }
            return Finding(
                .sealedFieldUnread, .event(event.name),
                "“\(event.title)” takes “\(ask.field)” from \(outsiders), who may not read it afterwards.")
        }
    }

    /// The roles that can cause an event but not read a field, in words; nil when there are none.
    private func outsiders(_ event: Event, _ field: String) -> String? {
        guard let readers = seals.readers(sealed: field) else { return nil }
        let others = event.by.filter { $0 != "system" && !readers.contains($0) }
        return others.isEmpty ? nil : Sentences.list(others.map(definition.title(ofRole:)), "and")
    }
}
