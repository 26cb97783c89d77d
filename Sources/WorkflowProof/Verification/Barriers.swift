import Workflow

/// What refuses an event whatever the day and the facts: that some conditions hold of the record that it proposes, and others
/// do not; or, as what follows from it is refused, of the record that it leaves behind.
struct Barrier {
    var holding: [ExpressionNode] = []
    var failing: [ExpressionNode] = []
    /// Of the record that it leaves behind.
    var later: EventRecord.Aftermath?
    /// What it hangs on, for a sentence.
    let words: String
    /// Whether it is met is told by the record at rest.
    var isAboutTheRecord = false
    /// It is not known how to ask for it.
    var isUnclear = false

    var nodes: [ExpressionNode] { holding + failing + (later.map { $0.holding + $0.failing } ?? []) }
    var fields: [String] { nodes.flatMap(\.fieldNames) }

    /// That it refuses nothing, of a record at rest.
    func passed(at state: String) -> ExpressionNode {
        let elsewhere = ExpressionNode.compare(.unequal, .state, .literal(.text(state)))
        let broken = holding + (later?.holding ?? [])
        return (failing + (later?.failing ?? []) + broken.map { .not($0) }).reduce(elsewhere) { .or($0, $1) }.replacing
        {
            name in
            if case .before(let field) = name { .field(field) } else { nil }
        }
    }
}

/// The barriers of an event in a state: of what is given nothing, as the host causes it, all; of any other, what follows.
struct Barriers {
    let definition: Definition
    let causes: Causes
    let event: Event
    let state: String?
    /// Nothing is given with it.
    let isGivenNothing: Bool
    /// How far it is from the event that the others follow.
    var depth = 0

    private static let depthLimit = 6

    var all: [Barrier] { own + following }

    private func title(_ field: String) -> String { "“\(definition.field(field)?.title ?? field)”" }

    // MARK: - Its own

    private var own: [Barrier] {
        asked + ruled + led + needed + texts
            + ranges { _ in true }.map { barrier in
                Barrier(
                    holding: barrier.holding, failing: barrier.failing,
                    words: Sentences.list(barrier.holding.flatMap(\.fieldNames).map(title), "and"))
            }
    }

    private var ruled: [Barrier] {
        definition.demands(of: event).flatMap(\.conjuncts).map { condition in
            let lasting = condition.root.relaxed(definition)
            return Barrier(
                failing: [lasting], words: "“\(condition.text)”",
                isAboutTheRecord: lasting.isAboutTheRecord && !lasting.fieldNames.contains(where: event.writes))
        }
    }

    private var led: [Barrier] {
        let conditions = event.targets.map(\.condition)
        guard conditions.allSatisfy({ $0 != nil }) else { return [] }
        return [
            Barrier(
                failing: conditions.compactMap { $0?.root.relaxed(definition) },
                words: "where “\(event.title)” leads")
        ]
    }

    private var needed: [Barrier] {
        event.targets.indices.flatMap { index -> [Barrier] in
            let target = event.targets[index]
            let needs = (target.state ?? state).flatMap { definition[$0]?.needs } ?? []
            return needs.map { name in
                Barrier(
                    holding: [target.condition?.root].compactMap(\.self),
                    failing: [.isSet(.field(name))] + event.targets[..<index].compactMap(\.condition?.root),
                    words: title(name), isAboutTheRecord: event.targets.count == 1 && !event.writes(name))
            }
        }
    }

    private var asked: [Barrier] {
        event.asks.compactMap { ask in
            var barrier = Barrier(words: title(ask.field))
            switch ask.requirement {
            case .optional: return nil
            case .required: break
            case .requiredWhen(let condition, _):
                barrier.holding = [condition.root.strict]
                // It is read before the event works anything out.
                barrier.isUnclear = condition.root.fieldNames.contains {
                    !event.keepsWhatIsGiven($0) || $0 == ask.field
                }
            }
            if !ask.isFresh { barrier.failing = [.isSet(.before(ask.field))] }
            if let fallback = ask.fallback?.root {
                let there = fallback.demanded(definition)
                // A value that is always there.
                guard !there.isEmpty else { return nil }
                barrier.failing.append(there.dropFirst().reduce(there[0]) { .and($0, $1) })
                barrier.isUnclear = barrier.isUnclear || fallback.fieldNames.contains(where: event.writes)
            }
            barrier.isAboutTheRecord = barrier.nodes.allSatisfy {
                !$0.names.contains { name in if case .fact = name { true } else { name == .today || name == .person } }
            }
            return barrier
        }
    }

    /// That a text may be longer than its field holds, or a list have what it does not.
    private var texts: [Barrier] {
        let defaults = event.asks.compactMap { ask in ask.fallback.map { (ask.field, $0.root) } }
        return (event.sets.map { ($0.field, $0.expression.root) } + defaults).compactMap { name, node in
            guard let field = definition.field(name) else { return nil }
            switch field.kind {
            case .number, .day, .flag: return nil
            default: break
            }
            if definition.surelyFits(node, in: field) { return nil }
            return Barrier(
                holding: node.fieldNames.map { .isSet(.before($0)) }, words: title(name), isUnclear: true)
        }
    }

    /// That a number would hold more, or less, than it can.
    ///
    /// - Parameter isWanted: of what the event works out for one.
    func ranges(_ isWanted: (ExpressionNode) -> Bool) -> [EventRecord.Barrier] {
        func barrier(_ node: ExpressionNode, in field: String) -> EventRecord.Barrier? {
            guard case .number(let range)? = definition.field(field)?.kind, range.upperBound < Self.endless else {
                return nil
            }
            let over = ExpressionNode.compare(.more, node, .literal(.number(range.upperBound)))
            let under = ExpressionNode.compare(.less, node, .literal(.number(range.lowerBound)))
            return EventRecord.Barrier(holding: [.or(over, under)], failing: [])
        }
        func earlier(_ node: ExpressionNode) -> ExpressionNode {
            node.replacing { name in
                if case .field(let field) = name, event.ask(field) == nil { .before(field) } else { nil }
            }
        }
        let added = event.adds.sorted { $0.key < $1.key }.compactMap { name, count -> EventRecord.Barrier? in
            guard !event.clears.contains(name) else { return nil }
            let worked = event.sets.last { $0.field == name }.map { earlier($0.expression.root) }
            return barrier(.add(worked ?? .before(name), .literal(.number(count))), in: name)
        }
        let set = event.sets.filter { isWanted($0.expression.root) }
        return added + set.compactMap { barrier(earlier($0.expression.root), in: $0.field) }
    }

    /// No item lives through as many events as it takes to fill such a number.
    private static let endless = 999_999_999

    // MARK: - What follows

    /// What refuses it as what its effects cause of the item itself, or want, is refused.
    var following: [Barrier] {
        guard causes.mayBeRefusedByEffects(event) else { return [] }
        return event.targets.indices.flatMap { index -> [Barrier] in
            let target = event.targets[index]
            guard let to = target.state ?? state else { return [] }
            var taken = Barrier(
                holding: [target.condition?.root].compactMap(\.self),
                failing: event.targets[..<index].map { $0.condition?.root ?? .literal(.flag(true)) },
                words: "what the effects of “\(event.title)” cause or want")
            // What follows before may leave another record, unless it is left out.
            var before: [Expression?] = []
            return causes.effects(of: event, from: state, to: to).flatMap { effect -> [Barrier] in
                taken.isUnclear = ([effect.condition].compactMap(\.self) + before).contains { condition in
                    !(condition?.isClear(after: event) ?? false)
                }
                taken.later = EventRecord.Aftermath(
                    state: to, holding: [effect.condition?.root].compactMap(\.self),
                    failing: before.compactMap(\.?.root), isOfRefused: true)
                if causes.host.corrections.contains(effect.name) { return putRight(taken) }
                guard causes.host.follows[effect.name] != nil else { return [] }
                defer { before.append(effect.condition) }
                guard let next = causes.followed(effect), depth < Self.depthLimit else {
                    taken.isUnclear = true
                    return [taken]
                }
                guard next.from.contains(to) else { return [] }
                let further = Barriers(
                    definition: definition, causes: causes, event: next, state: to, isGivenNothing: true,
                    depth: depth + 1)
                return further.all.map { refused($0, next, taken, at: to) }
            }
        }
    }

    /// Nothing of what is put right can change, where nothing is given.
    private func putRight(_ taken: Barrier) -> [Barrier] {
        var barrier = taken
        let isSame = event.asks.filter { !$0.isFresh }.allSatisfy { ask in
            ask.fallback == nil && event.keepsWhatIsGiven(ask.field)
                && !(definition.field(ask.field)?.section.map(event.erases.contains) ?? false)
        }
        barrier.isUnclear = barrier.isUnclear || !isGivenNothing || !isSame
        barrier.isAboutTheRecord = isAboutTheRecord(barrier)
        return [barrier]
    }

    /// A barrier of an event that follows, as it stands in the way of this one.
    private func refused(_ barrier: Barrier, _ next: Event, _ taken: Barrier, at to: String) -> Barrier {
        func left(_ node: ExpressionNode) -> ExpressionNode {
            node.replacing { name in
                switch name {
                case .before(let field): .field(field)
                case .state: .literal(.text(to))
                default: nil
                }
            }
        }
        let nodes = barrier.nodes
        let isHard = nodes.contains { node in
            node.names.contains { name in
                switch name {
                case .field(let field): next.writes(field)
                case .person, .roles: true
                default: false
                }
            }
        }
        var refused = Barrier(holding: taken.holding, failing: taken.failing, words: barrier.words)
        refused.later = taken.later
        refused.later?.holding += (barrier.holding + (barrier.later?.holding ?? [])).map(left)
        refused.later?.failing += (barrier.failing + (barrier.later?.failing ?? [])).map(left)
        refused.isUnclear = taken.isUnclear || barrier.isUnclear || isHard
        refused.isAboutTheRecord = barrier.isAboutTheRecord && isAboutTheRecord(refused)
        return refused
    }

    /// The event that it is a barrier of leaves what it reads as it is.
    private func isAboutTheRecord(_ barrier: Barrier) -> Bool {
        event.targets.count == 1
            && barrier.nodes.allSatisfy { $0.isAboutTheRecord && !$0.fieldNames.contains(where: event.writes) }
    }
}

extension Expression {
    /// What an effect hangs on is read where the event happened; elsewhere it reads the same.
    fileprivate func isClear(after event: Event) -> Bool {
        !root.names.contains { [.state, .person, .roles].contains($0) } && event.erases.isEmpty
    }
}

extension ExpressionNode {
    /// The same, as far as it does not hang on facts, which the host may tell otherwise, and on days that only have to pass:
    /// that these can come to hold, if what they are compared with is on record.
    fileprivate func relaxed(_ definition: Definition) -> ExpressionNode {
        switch self {
        case .and(let left, let right): return .and(left.relaxed(definition), right.relaxed(definition))
        case .or(let left, let right): return .or(left.relaxed(definition), right.relaxed(definition))
        case .not(.and(let left, let right)):
            return .or(ExpressionNode.not(left).relaxed(definition), ExpressionNode.not(right).relaxed(definition))
        case .not(.or(let left, let right)):
            return .and(ExpressionNode.not(left).relaxed(definition), ExpressionNode.not(right).relaxed(definition))
        case .not(.not(let inner)): return inner.relaxed(definition)
        default:
            guard readsFacts || holdsInTime else { return self }
            let demanded = demanded(definition)
            return demanded.dropFirst().reduce(demanded.first ?? .literal(.flag(true))) { .and($0, $1) }
        }
    }

    /// The same, as far as it surely holds whatever the facts and the day.
    fileprivate var strict: ExpressionNode {
        switch self {
        case .and(let left, let right): .and(left.strict, right.strict)
        case .or(let left, let right): .or(left.strict, right.strict)
        default: readsFacts || names.contains(.today) ? .literal(.flag(false)) : self
        }
    }

    private var readsFacts: Bool {
        names.contains { if case .fact = $0 { true } else { false } }
    }

    /// That what it compares is on record, and what facts are looked up by.
    fileprivate func demanded(_ definition: Definition) -> [ExpressionNode] {
        if case .isSet = self { return [] }
        if case .not(let inner) = self { return inner.demanded(definition) }
        let fields = names.compactMap { name -> String? in
            guard case .fact(let fact) = name else { return name.fieldName }
            let key = String(fact.prefix { $0 != "." })
            return definition.field(key)?.name
        }
        return Set(fields).sorted().map { .isSet(.field($0)) }
    }

    /// As days pass it comes to hold.
    private var holdsInTime: Bool {
        switch self {
        case .compare(.more, let one, let other), .compare(.atLeast, let one, let other):
            one.growsInTime && !other.names.contains(.today)
        case .compare(.less, let one, let other), .compare(.atMost, let one, let other):
            other.growsInTime && !one.names.contains(.today)
        case .not(.compare(.less, let one, let other)), .not(.compare(.atMost, let one, let other)):
            one.growsInTime && !other.names.contains(.today)
        case .not(.compare(.more, let one, let other)), .not(.compare(.atLeast, let one, let other)):
            other.growsInTime && !one.names.contains(.today)
        default: false
        }
    }
}
