import Workflow

/// Which roles can read which fields, and where events copy them to.
struct Seals {
    /// A role that may read something.
    struct Access {
        let role: String
        /// It may while one of these holds of the record; nil for always.
        let conditions: [Expression]?
    }

    /// An event that puts what a field holds into another, or hands it to the host.
    struct Copy {
        let event: Event
        let from: String
        /// nil for the host.
        let field: String?
        /// As people call it: the field's name or the effect's.
        let target: String
        /// Where it lies afterwards: what is handed to the host lies with the text.
        let section: String?
        /// What others hold is not put there, but a rule makes it the same, so that it tells it.
        var isByRule = false
    }

    let study: Study
    private let bySection: [String: [Access]]

    var definition: Definition { study.definition }

    init(_ study: Study) {
        self.study = study
        let definition = study.definition
        bySection = Dictionary(
            definition.sections.map { ($0.name, Self.accesses(of: $0, definition, study.budget)) },
            uniquingKeysWith: { first, _ in first })
    }

    /// A reader whose condition nothing fulfils is none.
    private static func accesses(of section: Section, _ definition: Definition, _ budget: Budget) -> [Access] {
        let readers = section.readers.filter { reader in
            guard let condition = reader.condition else { return true }
            let never = [Expression(text: "", type: .flag, root: .literal(.flag(false)))]
            return definition.implies([condition], never, budget) != true
        }
        var roles: [String] = []
        for reader in readers where !roles.contains(reader.role) { roles.append(reader.role) }
        return roles.map { role in
            let conditions = readers.filter { $0.role == role }.map(\.condition)
            let isAlways = conditions.contains { $0 == nil }
            return Access(role: role, conditions: isAlways ? nil : conditions.compactMap(\.self))
        }
    }

    // MARK: - Readers

    /// Who may read a section, always or at times: anybody what lies in none.
    func accesses(section: String?) -> [Access] {
        guard let section, let known = bySection[section] else {
            return [Access(role: Reader.anyone, conditions: nil)]
        }
        return known
    }

    /// The roles that may read a section, be it under a condition; nil when any role may.
    func readers(section: String?) -> Set<String>? {
        let roles = Set(accesses(section: section).map(\.role))
        return roles.contains(Reader.anyone) ? nil : roles
    }

    func readers(field: String) -> Set<String>? {
        readers(section: definition.field(field)?.section)
    }

    func isSealed(field: String) -> Bool {
        definition.field(field)?.section.map(definition.isSealed) ?? false
    }

    /// The readers of what is sealed; nil when any role may read it, or when it is not.
    func readers(sealed field: String) -> Set<String>? {
        isSealed(field: field) ? readers(field: field) : nil
    }

    /// Where it lies what state an item is in, what happened to it and how its clocks stand.
    var codes: String? { definition.sections.first(where: \.takesCodes)?.name }
    /// Where text lies, and what is handed to the host.
    var text: String? { definition.sections.first(where: \.takesText)?.name }

    /// The roles that may read one section and not another, which an event copies from there, at times or always. Whoever
    /// may read both surely then, or reads the one only while they may read the other, learns nothing by it.
    func widened(from source: String?, to target: String?, by event: Event?) -> [String] {
        if source == target, source != nil { return [] }
        let own = accesses(section: source)
        return accesses(section: target).filter { access in
            let covering = own.filter { $0.role == access.role || $0.role == Reader.anyone }
            if covering.contains(where: { $0.conditions == nil }) { return false }
            let conditions = covering.compactMap(\.conditions).flatMap(\.self)
            guard let first = conditions.first else { return true }
            let either = conditions.dropFirst().reduce(first.root) { .or($0, $1.root) }
            let whole = Expression(text: "", type: .flag, root: either)
            if let wanted = access.conditions,
                wanted.allSatisfy({ definition.implies([$0], [whole], study.budget) == true })
            {
                return false
            }
            return !(event.map { surelyLeaves(whole, $0) } ?? false)
        }.map(\.role)
    }

    /// A condition surely holds of every record that an event leaves behind.
    private func surelyLeaves(_ condition: Expression, _ event: Event) -> Bool {
        let nothing = Invariants(byState: [:], met: [])
        return Induction.steps(definition).filter { $0.event.name == event.name }.allSatisfy { step in
            study.isImpossible(step, leaving: .init(state: step.to, failing: [condition.root]), nothing, study.budget)
        }
    }

    func copies(by event: Event) -> [Copy] { definition.copies(by: event) }

    /// Every copy of some fields, and of those copies in turn.
    func copies(of fields: Set<String>) -> [Copy] {
        let copies = definition.copies
        var known = fields
        var count = -1
        while count < known.count {
            count = known.count
            for copy in copies where known.contains(copy.from) { known.formUnion([copy.field].compactMap(\.self)) }
        }
        return copies.filter { known.contains($0.from) }
    }
}

extension Definition {
    /// Of every field that holds a value of its own, in the order of the file.
    var copies: [Seals.Copy] { events.flatMap(copies) }

    func copies(by event: Event) -> [Seals.Copy] {
        let text = sections.first(where: \.takesText)?.name
        let worked = event.sets.map { ($0.field, $0.expression) }
        let defaults = event.asks.compactMap { ask in ask.fallback.map { (ask.field, $0) } }
        let kept = (worked + defaults).flatMap { field, expression in
            expression.root.told.sorted().map {
                Seals.Copy(
                    event: event, from: $0, field: field, target: field, section: self.field(field)?.section)
            }
        }
        let entered = event.targets.compactMap(\.state).flatMap { self[$0]?.effects ?? [] }
        let handed = (event.effects + entered).flatMap { effect in
            let read = effect.arguments.values.map(\.root) + [effect.condition?.root].compactMap(\.self)
            return Set(read.flatMap(\.told)).sorted().map {
                Seals.Copy(event: event, from: $0, field: nil, target: effect.name, section: text)
            }
        }
        return kept + handed + matched(event)
    }

    /// Fields that an event writes and that its rules want to be the same as others hold.
    private func matched(_ event: Event) -> [Seals.Copy] {
        demands(of: event).flatMap(\.conjuncts).flatMap { condition -> [Seals.Copy] in
            guard let (left, right) = condition.root.sides else { return [] }
            let written = left.told.union(right.told).contains(where: event.writes)
            guard written else { return [] }
            return [(left, right), (right, left)].flatMap { target, source -> [Seals.Copy] in
                guard case .field(let field) = target else { return [] }
                return source.told.subtracting([field]).sorted().map { name in
                    Seals.Copy(
                        event: event, from: name, field: field, target: field,
                        section: self.field(field)?.section, isByRule: true)
                }
            }
        }
    }
}

extension ExpressionNode {
    /// The fields of which it tells something, if only whether they hold anything, also those of before the event, and by
    /// what the host knows of what they name.
    var told: Set<String> { Set(names.compactMap(\.source)) }

    /// The fields of which it tells more than whether they hold anything.
    var toldOfValues: Set<String> {
        if case .isSet(let name) = self, name.fieldName != nil { return [] }
        if let source { return [source] }
        return children.reduce(into: []) { $0.formUnion($1.toldOfValues) }
    }

    /// The field that a name hangs on: its own, or that of a fact about what the field names.
    private var source: String? {
        if case .fact(let name) = self { return name.split(separator: ".").first.map(String.init) }
        return fieldName
    }

    /// What is the same on both sides when it holds; nil when it is no equality.
    fileprivate var sides: (ExpressionNode, ExpressionNode)? {
        switch self {
        case .compare(.equal, let left, let right), .not(.compare(.unequal, let left, let right)): (left, right)
        case .oneOf(let left, let list) where list.count == 1: (left, list[0])
        default: nil
        }
    }
}
