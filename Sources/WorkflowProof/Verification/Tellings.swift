import Workflow

/// What tells of some fields without copying them: where events lead, whether they happen, what they ask, what clocks show
/// and who may read what.
struct Tellings {
    /// One way in which something is told.
    struct Telling {
        enum Source {
            case event(Event)
            case clock(Definition.Clock)
            case section(Section)
        }

        let source: Source
        /// A part of a sentence.
        let words: String
    }

    let seals: Seals
    /// Where the fields lie: nobody else ever reads there.
    let sections: Set<String>
    /// Those who may know.
    let roles: Set<String>
    /// The fields, and those that hold something of them and that nobody else may read.
    let known: Set<String>
    /// Events of which it is said that their rules, where they lead and what they ask may tell something.
    let spared: Set<String>
    /// Known fields that hold something or nothing by what others hold, not only by whether those do.
    private let murky: Set<String>

    private var definition: Definition { seals.definition }
    private var study: Study { seals.study }

    init(
        _ seals: Seals, of fields: Set<String>, in sections: Set<String>, to roles: Set<String>,
        besides spared: Set<String>
    ) {
        self.seals = seals
        self.sections = sections
        self.roles = roles
        self.spared = spared
        var known = fields
        for copy in seals.copies(of: fields) {
            guard let field = copy.field else { continue }
            let isClosed = copy.section.map(sections.contains) ?? false
            if isClosed || seals.readers(field: field)?.isSubset(of: roles) == true { known.insert(field) }
        }
        self.known = known
        murky = Self.murky(among: known, seals.definition)
    }

    private static func murky(among known: Set<String>, _ definition: Definition) -> Set<String> {
        let written = definition.events.flatMap { event in
            event.sets.map { ($0.field, $0.expression.root) }
                + event.asks.compactMap { ask in ask.fallback.map { (ask.field, $0.root) } }
        }
        var murky: Set<String> = []
        var count = -1
        while count < murky.count {
            count = murky.count
            for (field, node) in written where known.contains(field) {
                let isJoined = node.joins && !node.told.isDisjoint(with: known)
                if isJoined || !node.told.isDisjoint(with: murky) { murky.insert(field) }
            }
        }
        return murky
    }

    /// Others may read the field.
    func isOpen(_ field: String) -> Bool { isOpen(section: seals.definition.field(field)?.section) }

    /// Others may read the section.
    func isOpen(section: String?) -> Bool {
        if let section, sections.contains(section) { return false }
        return seals.readers(section: section)?.isSubset(of: roles) != true
    }

    /// Others may see the state, what happened and how clocks stand.
    var showsCodes: Bool { isOpen(section: seals.codes) }
    /// Others may read what is handed to the host.
    var showsEffects: Bool { isOpen(section: seals.text) }

    var all: [Telling] {
        var byEvents: [Telling] = []
        for event in definition.events where !spared.contains(event.name) {
            var words = ruled(event) + led(event)
            words += asked(event) + filled(event)
            words += needed(event) + corrected(event)
            byEvents += words.map { Telling(source: .event(event), words: $0) }
        }
        let byClocks = definition.clocks.flatMap(shown)
        let told = showsCodes ? byEvents + byClocks : hidden(byEvents + byClocks)
        return told + definition.sections.flatMap(opened)
    }

    /// Where others do not see what happens, they still see what it leaves behind.
    private func hidden(_ tellings: [Telling]) -> [Telling] {
        guard let first = tellings.first else { return [] }
        return definition.events.compactMap { event in
            let erased = definition.fields.map(\.name).filter { study.erases(event, $0) }
            let entered = event.targets.compactMap(\.state).flatMap { definition[$0]?.effects ?? [] }
            let written = event.written.union(erased).filter(isOpen).sorted()
            let effects = showsEffects ? (event.effects + entered).map(\.name) : []
            guard let name = (written + effects).first else { return nil }
            return Telling(
                source: .event(event),
                words: "\(first.words), and others see by “\(name)” whether “\(event.title)” happened")
        }
    }

    /// Rules that read them: that the event happened tells that they held.
    private func ruled(_ event: Event) -> [String] {
        study.rules(of: event).flatMap(\.conjuncts).flatMap { condition -> [String] in
            let read = condition.root.told.intersection(known).sorted()
            // That something is there is told by every event that asks for it, too.
            if case .isSet(let name) = condition.root, name.told.isDisjoint(with: murky) { return [] }
            guard let from = read.first, !study.record(of: event).isImpossible(failing: [condition]) else { return [] }
            if let field = condition.root.told.filter(isOpen).sorted().first {
                return [
                    "a rule of “\(event.title)” compares “\(from)” with “\(field)”, which others may read and which may "
                        + "tell it"
                ]
            }
            return ["that “\(event.title)” happened tells something of “\(from)”, which a rule of it reads"]
        }
    }

    /// Targets that are chosen by them.
    private func led(_ event: Event) -> [String] {
        let read = Set(event.targets.compactMap(\.condition).flatMap(\.root.told)).intersection(known).sorted()
        guard let from = read.first else { return [] }
        return ["where “\(event.title)” leads tells something of “\(from)”"]
    }

    /// What is asked when they hold something.
    private func asked(_ event: Event) -> [String] {
        event.asks.compactMap { ask in
            guard case .requiredWhen(let condition, _) = ask.requirement else { return nil }
            let read = condition.root.told.intersection(known)
            guard let from = read.sorted().first else { return nil }
            let isBare = condition.root.toldOfValues.isDisjoint(with: known) && read.isDisjoint(with: murky)
            if !isOpen(ask.field), isBare { return nil }
            return "whether “\(event.title)” asks for “\(ask.field)” tells something of “\(from)”"
        }
    }

    /// What has to be there, and is there or not by what they hold.
    private func needed(_ event: Event) -> [String] {
        let needs = event.targets.compactMap(\.state).flatMap { definition[$0]?.needs ?? [] }
        let kept = event.asks.filter { ask in
            ask.requirement != .optional && (!ask.isFresh || ask.fallback.map { $0.root.joins } ?? false)
        }
        return Set(needs + kept.map(\.field)).intersection(murky).sorted().map {
            "that “\(event.title)” happened tells that “\($0)” could be worked out"
        }
    }

    /// What is compared with what was on record, and refuses the event where it is the same.
    private func corrected(_ event: Event) -> [String] {
        let entered = event.targets.compactMap(\.state).flatMap { definition[$0]?.effects ?? [] }
        guard let effect = (event.effects + entered).first(where: { study.host.corrections.contains($0.name) }) else {
            return []
        }
        return event.asks.filter { !$0.isFresh && known.contains($0.field) }.map {
            "that “\(event.title)” happened tells something of “\($0.field)”, which “\(effect.name)” compares with what was "
                + "on record"
        }
    }

    /// What is worked out of them and may be more than its field can hold, which refuses the event.
    private func filled(_ event: Event) -> [String] {
        let worked = event.sets.filter { !$0.expression.root.told.isDisjoint(with: known) && !isOpen($0.field) }
        let defaults = event.asks.filter { ask in
            guard let fallback = ask.fallback?.root, !isOpen(ask.field) else { return false }
            return !fallback.told.isDisjoint(with: known) && !fits(fallback, in: ask.field, event)
        }
        let values =
            worked.filter { !fits($0.expression.root, in: $0.field, event) }.map(\.field) + defaults.map(\.field)
        let counts = event.adds.keys.filter { known.contains($0) }.sorted().filter { name in
            let sum = ExpressionNode.add(.before(name), .literal(.number(event.adds[name] ?? 0)))
            return !fits(sum, in: name, event)
        }
        return (values + counts).map {
            "that “\(event.title)” happened tells that “\($0)” has room for what it comes to"
        }
    }

    private func fits(_ value: ExpressionNode, in name: String, _ event: Event) -> Bool {
        guard let field = definition.field(name) else { return true }
        if let other = value.fieldName.flatMap(definition.field) {
            switch (other.kind, field.kind) {
            case (.number(let one), .number(let range)): if range.contains(one) { return true }
            default: if other.kind == field.kind, other.textLimit <= field.textLimit { return true }
            }
        }
        switch field.kind {
        case .number(let range):
            let over = ExpressionNode.compare(.more, value, .literal(.number(range.upperBound)))
            let under = ExpressionNode.compare(.less, value, .literal(.number(range.lowerBound)))
            let outside = Expression(text: "", type: .flag, root: .or(over, under))
            // What the event writes itself is known only to be in its range.
            guard value.told.allSatisfy({ $0 == name ? event.writesOnce(name) : !event.written.contains($0) }) else {
                return false
            }
            let earlier = Expression(
                text: "", type: .flag,
                root: outside.root.replacing { if case .field(let name) = $0 { .before(name) } else { nil } })
            return study.record(of: event).isImpossible(holding: [earlier])
        case .flag: return true
        // A day that is so long before or after another may be none that is kept.
        case .day: return !value.shifts
        default: return false
        }
    }

    private func shown(_ clock: Definition.Clock) -> [Telling] {
        let days = clock.days.filter(known.contains).map { "“\(clock.title)” shows by its due day what “\($0)” holds" }
        let running = (clock.condition?.root.told ?? []).union([clock.pausesWhen].compactMap(\.self))
        let runs = running.intersection(known).sorted().map {
            "“\(clock.title)” shows by whether it runs something of “\($0)”"
        }
        return (days + runs).map { Telling(source: .clock(clock), words: $0) }
    }

    /// Others may read a section or not by what they hold.
    private func opened(_ section: Section) -> [Telling] {
        if sections.contains(section.name) { return [] }
        return seals.accesses(section: section.name).filter { !roles.contains($0.role) }.compactMap { access in
            let read = Set((access.conditions ?? []).flatMap(\.root.told)).intersection(known).sorted()
            let isByState = (access.conditions ?? []).contains { $0.root.names.contains(.state) }
            guard let from = read.first ?? (isByState && !showsCodes ? known.sorted().first : nil) else { return nil }
            let title = access.role == Reader.anyone ? "others" : definition.title(ofRole: access.role)
            return Telling(
                source: .section(section),
                words: "whether \(title) may read “\(section.title)” tells something of “\(from)”")
        }
    }
}

extension ExpressionNode {
    /// It counts from one day to another.
    fileprivate var shifts: Bool {
        if case .shift = self { true } else { children.contains(where: \.shifts) }
    }

    /// It joins conditions, so that one that is unknown need not make it unknown.
    fileprivate var joins: Bool {
        switch self {
        case .and, .or: true
        default: children.contains(where: \.joins)
        }
    }
}

extension Event {
    /// It writes the field by one thing that it works out, and nothing else.
    fileprivate func writesOnce(_ field: String) -> Bool {
        let times = sets.count { $0.field == field } + (adds[field] == nil ? 0 : 1)
        return times == 1 && ask(field) == nil && !clears.contains(field)
    }
}
