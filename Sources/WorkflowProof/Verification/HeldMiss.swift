import Workflow

/// A clock whose event happens to some items when it is missed, and is refused to others whenever time passes, as long as
/// nobody changes what is on record.
struct HeldMiss {
    let missed: MissedEvent

    private var study: Study { missed.study }
    private var definition: Definition { study.definition }
    private var clock: Definition.Clock { missed.clock }
    private var event: Event { missed.event }

    private static let recordLimit = 500

    func finding() -> Finding? {
        let barriers = barriers.filter { !isNeverMet($0, nil) }
        guard !barriers.isEmpty else { return nil }
        let spent = SpentMiss(missed: missed)
        missed.letOthersBeMissed()
        if let found = spent.found(after: 0) { return found }
        missed.lookForRunning()
        let fields = barriers.flatMap(\.fields)
        study.player.lookFurther(at: [missed.state], about: Array(Set(fields).sorted().prefix(4)))
        if let found = spent.found(after: 0) { return found }
        for barrier in barriers where barrier.isAboutTheRecord && !study.budget.isSpent {
            let claim = StepClaim(
                expression: Expression(text: "", type: .flag, root: barrier.passed(at: missed.state)), form: .holds)
            if study.player.spread(breaking: claim, study.budget.part(8)), let found = spent.found(after: 0) {
                return found
            }
        }
        if spent.isCutShort { return nil }
        guard let open = openBarrier(barriers) else { return nil }
        return Finding(
            .notShown, .clock(clock.name),
            "Whether “\(event.title)” is refused to some items whenever “\(clock.title)” is missed at "
                + "“\(definition.title(ofState: missed.state))” was not found out: \(why(open)).")
    }

    private func why(_ barrier: Barrier) -> String {
        if study.budget.isSpent { return "time was up" }
        let hard = Grounds(definition, barrier.holding + barrier.failing, [clock]).words.map { ", and on \($0)" } ?? ""
        return "it hangs on \(barrier.words)\(hard)"
    }

    // MARK: - What may refuse it

    /// What refuses the event whatever the day and the facts: that some conditions hold of the record, and others do not.
    private struct Barrier {
        var holding: [ExpressionNode] = []
        var failing: [ExpressionNode] = []
        /// What it hangs on, for a sentence.
        let words: String
        /// Whether it is met is told by the record at rest.
        var isAboutTheRecord = false
        /// It is not known how to ask for it.
        var isUnclear = false

        var fields: [String] { (holding + failing).flatMap(\.fieldNames) }

        /// That it refuses nothing, of a record at rest.
        func passed(at state: String) -> ExpressionNode {
            let elsewhere = ExpressionNode.compare(.unequal, .state, .literal(.text(state)))
            return (failing + holding.map { .not($0) }).reduce(elsewhere) { .or($0, $1) }.replacing { name in
                if case .before(let field) = name { .field(field) } else { nil }
            }
        }
    }

    private var barriers: [Barrier] {
        asked + ruled + led + needed
            + missed.ranges { _ in true }.map { barrier in
                Barrier(
                    holding: barrier.holding, failing: barrier.failing,
                    words: Sentences.list(barrier.holding.flatMap(\.fieldNames).map(title), "and"))
            }
    }

    private func title(_ field: String) -> String { "“\(definition.field(field)?.title ?? field)”" }

    private var ruled: [Barrier] {
        study.rules(of: event).flatMap(\.conjuncts).map { condition in
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
            let needs = definition[target.state ?? missed.state]?.needs ?? []
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
            let nodes = barrier.holding + barrier.failing
            barrier.isAboutTheRecord = nodes.allSatisfy {
                !$0.names.contains { name in if case .fact = name { true } else { name == .today || name == .person } }
            }
            return barrier
        }
    }

    // MARK: - Proved

    /// The event itself, where it surely did not happen before the clock is missed.
    private var own: Promise.Waypoint? { missed.comesOnce ? .event(event.name) : nil }

    /// Of no record that the event can propose when the clock is missed.
    private func isNeverMet(_ barrier: Barrier, _ more: ((inout EventRecord) -> Void)?) -> Bool {
        guard !barrier.isUnclear else { return false }
        var record = missed.record(target: 0)
        // In good time: the day after it was due.
        record.isPunctual = (barrier.holding + barrier.failing).contains { $0.names.contains(.today) }
        more?(&record)
        if case .impossible = record.answer(holding: barrier.holding, failing: barrier.failing) { return true }
        return false
    }

    /// The first that some item may meet, as far as is known.
    private func openBarrier(_ barriers: [Barrier]) -> Barrier? {
        var open = barriers.filter { !isNeverMetAnywhere($0) }
        guard !open.isEmpty, !study.budget.isSpent else { return open.first }
        let nodes = open.flatMap { $0.holding + $0.failing } + clock.conditionsOnRecord.map(\.root)
        guard let sure = Induction(study, about: nodes, claims: [], avoiding: own, study.budget.part(4)).invariants()
        else {
            return open.first
        }
        open.removeAll { isNeverMet($0) { $0.invariants = sure } }
        return open.first
    }

    /// Of every record that some fields can make while the clock runs.
    private func isNeverMetAnywhere(_ barrier: Barrier) -> Bool {
        guard !barrier.isUnclear else { return false }
        var seen: Set<String> = []
        let nodes = barrier.holding + barrier.failing + clock.conditionsOnRecord.map(\.root)
        let fields = nodes.flatMap(\.fieldNames).filter { seen.insert($0).inserted }
        let exploration = Exploration(
            study, tracking: Array(fields.prefix(Exploration.fieldLimit)), recordLimit: Self.recordLimit,
            avoiding: own, study.budget.part(4))
        let answer = exploration.walk { _, _, to, isNew in
            guard isNew, to.state == missed.state else { return false }
            return !isNeverMet(barrier) { record in
                for (position, name) in exploration.tracked.enumerated() { record.before[name] = to.values[position] }
            }
        }
        if case .none = answer { return true }
        return false
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

extension Definition.Clock {
    /// Its day hangs on a calendar.
    var countsWorkingDays: Bool {
        lasts?.calendarName != nil || orLater?.lasts.calendarName != nil || !rolls.isEmpty
    }
}
