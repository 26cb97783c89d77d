import Workflow

/// Which roles can read which fields, and where events copy them to.
struct Seals {
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

    let definition: Definition

    /// nil when any role may read what lies in the section, as it may what lies in none. A reader under a condition is one.
    func readers(section: String?) -> Set<String>? {
        guard let section = section.flatMap(definition.section) else { return nil }
        let roles = Set(section.readers.map(\.role))
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

    /// Of every field that holds a value of its own, in the order of the file.
    var copies: [Copy] { definition.events.flatMap(copies) }

    func copies(by event: Event) -> [Copy] {
        let taking = definition.sections.first(where: \.takesText)?.name
        let worked = event.sets.map { ($0.field, $0.expression) }
        let defaults = event.asks.compactMap { ask in ask.fallback.map { (ask.field, $0) } }
        let kept = (worked + defaults).flatMap { field, expression in
            expression.root.told.sorted().map {
                Copy(event: event, from: $0, field: field, target: field, section: definition.field(field)?.section)
            }
        }
        let entered = event.targets.compactMap(\.state).flatMap { definition[$0]?.effects ?? [] }
        let handed = (event.effects + entered).flatMap { effect in
            effect.arguments.values.flatMap(\.root.told).sorted().map {
                Copy(event: event, from: $0, field: nil, target: effect.name, section: taking)
            }
        }
        return kept + handed + matched(event)
    }

    /// Fields that an event writes and that its rules want to be the same as others hold.
    private func matched(_ event: Event) -> [Copy] {
        let rules = event.rules + definition.rules.filter { !$0.except.contains(event.name) }
        return rules.flatMap(\.condition.conjuncts).flatMap { condition -> [Copy] in
            guard let (left, right) = condition.root.sides else { return [] }
            let written = left.told.union(right.told).contains(where: event.writes)
            guard written else { return [] }
            return [(left, right), (right, left)].flatMap { target, source -> [Copy] in
                guard case .field(let field) = target else { return [] }
                return source.told.subtracting([field]).sorted().map { name in
                    Copy(
                        event: event, from: name, field: field, target: field,
                        section: definition.field(field)?.section, isByRule: true)
                }
            }
        }
    }

    /// Every copy of some fields, and of those copies in turn.
    func copies(of fields: Set<String>) -> [Copy] {
        let copies = copies
        var known = fields
        var count = -1
        while count < known.count {
            count = known.count
            for copy in copies where known.contains(copy.from) { known.formUnion([copy.field].compactMap(\.self)) }
        }
        return copies.filter { known.contains($0.from) }
    }
}

extension ExpressionNode {
    /// The fields of which it tells something, if only whether they hold anything, also those of before the event.
    fileprivate var told: Set<String> { Set(names.compactMap(\.fieldName)) }

    /// What is the same on both sides when it holds; nil when it is no equality.
    fileprivate var sides: (ExpressionNode, ExpressionNode)? {
        switch self {
        case .compare(.equal, let left, let right), .not(.compare(.unequal, let left, let right)): (left, right)
        case .oneOf(let left, let list) where list.count == 1: (left, list[0])
        default: nil
        }
    }
}
