import Workflow

/// Walks through every state with every combination of values of a few tracked fields, once each, shortest ways first.
/// What is not tracked may hold anything, so whatever a real item can do, some walk does.
final class Exploration {
    enum Answer {
        case none
        case path(AbstractPath)
        case tooLarge
    }

    /// Whether a step is what is looked for.
    typealias Wish = (_ from: AbstractRecord, _ event: Event, _ to: AbstractRecord, _ isNew: Bool) -> Bool

    /// The most tracked fields.
    static let fieldLimit = 8

    let study: Study
    let tracked: [String]
    /// By name.
    let positions: [String: Int]
    /// The most records that are looked at.
    let recordLimit: Int
    let budget: Budget
    /// The values that are looked at.
    let partition: Partition
    /// When set, each step is also asked of the rules as a whole, with what is sure before it.
    let invariants: Invariants?
    /// Nothing is followed through this event or state.
    let avoided: Promise.Waypoint?
    private let steps: Steps

    init(
        _ study: Study, tracking tracked: [String], recordLimit: Int = 50_000, invariants: Invariants? = nil,
        avoiding avoided: Promise.Waypoint? = nil, by partition: Partition? = nil, _ budget: Budget
    ) {
        self.partition = partition ?? study.partition
        self.study = study
        self.tracked = tracked
        self.recordLimit = recordLimit
        self.budget = budget
        self.invariants = invariants
        self.avoided = avoided
        steps = study.steps(tracking: tracked)
        positions = steps.positions
    }

    func steps(from state: String?) -> [Step] {
        let steps = steps.byState[state] ?? []
        guard case .event(let name) = avoided else { return steps }
        return steps.filter { $0.event.name != name }
    }

    var start: AbstractRecord { AbstractRecord(state: nil, values: tracked.map { _ in .unset }) }

    /// Takes every step from every record, shortest ways first, until one is what is looked for.
    func walk(
        from start: AbstractRecord? = nil,
        _ isWanted: Wish
    ) -> Answer {
        var found: AbstractPath?
        let isAll = visit(from: start) { from, event, to, isNew, path in
            guard isWanted(from, event, to, isNew) else { return true }
            found = path()
            return false
        }
        return found.map(Answer.path) ?? (isAll ? .none : .tooLarge)
    }

    /// The shortest ways to different records, as many as are wanted.
    func paths(_ count: Int, to isWanted: (AbstractRecord) -> Bool) -> [AbstractPath] {
        var paths: [AbstractPath] = []
        _ = visit(from: nil) { (_, _, to, isNew, path) -> Bool in
            if isNew, isWanted(to) { paths.append(path()) }
            return paths.count < count
        }
        return paths
    }

    /// false when it was stopped, or there was more than may be looked at.
    private func visit(
        from start: AbstractRecord?,
        _ goesOn: (AbstractRecord, Event, AbstractRecord, _ isNew: Bool, _ path: () -> AbstractPath) -> Bool
    ) -> Bool {
        let start = start ?? self.start
        var seen: Set<AbstractRecord> = [start]
        var queue: [(record: AbstractRecord, cameFrom: Int, event: String)] = [(start, -1, "")]
        var position = 0
        while position < queue.count {
            let record = queue[position].record
            if position % 16 == 0, budget.isSpent { return false }
            for step in steps(from: record.state) {
                for next in successors(of: record, by: step) {
                    let isNew = seen.insert(next).inserted
                    let isWelcome = goesOn(record, step.event, next, isNew) {
                        var path = self.path(to: position, in: queue)
                        path.steps.append((step.event.name, next))
                        return path
                    }
                    guard isWelcome else { return false }
                    guard isNew else { continue }
                    queue.append((next, position, step.event.name))
                    if queue.count > recordLimit { return false }
                }
            }
            position += 1
        }
        return true
    }

    private func path(
        to position: Int, in queue: [(record: AbstractRecord, cameFrom: Int, event: String)]
    ) -> AbstractPath {
        var steps: [(String, AbstractRecord)] = []
        var position = position
        while position > 0 {
            steps.append((queue[position].event, queue[position].record))
            position = queue[position].cameFrom
        }
        return AbstractPath(tracked: tracked, steps: steps.reversed())
    }

    /// Every record that an event can leave behind.
    func successors(of record: AbstractRecord, by step: Step) -> [AbstractRecord] {
        proposals(record, by: step).flatMap { proposed in arrivals(of: proposed, from: record, by: step) }
    }

    /// Every record that an event can propose when nothing is given with it.
    func successors(ofMissing record: AbstractRecord, by step: Step) -> [AbstractRecord] {
        var records = [record]
        for ask in step.asks {
            records = records.flatMap { proposed in
                kept(ask, proposed, record).map { proposed.with($0, at: ask.position) }
            }
        }
        return records.flatMap { workedOut(step, $0, record) }.flatMap {
            arrivals(of: $0, from: record, by: step, isMissed: true)
        }
    }

    private func proposals(_ record: AbstractRecord, by step: Step) -> [AbstractRecord] {
        if step.writesNothing { return [record] }
        return given(step, record).flatMap { workedOut(step, $0, record) }
    }

    private func arrivals(
        of proposed: AbstractRecord, from record: AbstractRecord, by step: Step, isMissed: Bool = false
    ) -> [AbstractRecord] {
        let scene = AbstractCode.Scene(values: proposed.values, before: record.values, state: record.state)
        guard step.rules.allSatisfy({ $0.outcomes(on: scene).contains(.holds) }) else { return [] }
        var results: [AbstractRecord] = []
        for (index, target) in step.targets.enumerated() {
            let outcomes = target.condition?.outcomes(on: scene) ?? .holds
            guard outcomes.contains(.holds) else { continue }
            if let state = target.state ?? record.state, avoided != .state(state) {
                let arrived = arrived(proposed, at: state, by: step)
                let hasNeeds = steps.needs[state]?.allSatisfy { arrived.values[$0] != .unset } ?? true
                if hasNeeds, canHappen(step, index, record, proposed, state, isMissed) {
                    results.append(arrived)
                }
            }
            if outcomes.isSure { break }
        }
        return results
    }

    /// A proposed record in its new state, without what the event erases.
    func arrived(_ proposed: AbstractRecord, at state: String, by step: Step) -> AbstractRecord {
        var arrived = proposed
        for position in step.erases { arrived.values[position] = .unset }
        arrived.state = state
        return arrived
    }

    private func canHappen(
        _ step: Step, _ target: Int, _ record: AbstractRecord, _ proposed: AbstractRecord, _ state: String,
        _ isMissed: Bool
    ) -> Bool {
        guard let invariants else { return true }
        var known = study.record(of: step.event, budget)
        if let from = record.state { known.states = [from] }
        known.invariants = invariants
        known.isMissed = isMissed
        for (position, name) in tracked.enumerated() {
            known.before[name] = record.values[position]
            known.proposed[name] = proposed.values[position]
        }
        let taken = step.event.targets[target].condition.map { [$0.root] } ?? []
        let passed = step.event.targets[..<target].map { $0.condition?.root ?? .literal(.flag(true)) }
        let answer = known.answer(
            holding: study.rules(of: step.event).map(\.root) + taken, failing: passed, leaving: .init(state: state))
        if case .impossible = answer { return false }
        return true
    }

    // MARK: - What an event writes

    /// The record with each combination of what the event asks of tracked fields; if `onlySurely`, those that can be
    /// brought about whatever else is on record.
    func given(_ step: Step, _ record: AbstractRecord, onlySurely: Bool = false) -> [AbstractRecord] {
        var records = [record]
        for ask in step.asks {
            records = records.flatMap { proposed -> [AbstractRecord] in
                var choices = partition.choices(of: ask.ask.field)
                if records.count * choices.count > Self.givenLimit, let whole = partition.whole(ask.ask.field) {
                    choices = [whole]
                }
                let kept = onlySurely ? surelyKept(ask, record) : kept(ask, proposed, record)
                for kept in kept where !choices.contains(kept) { choices.append(kept) }
                return choices.map { proposed.with($0, at: ask.position) }
            }
        }
        return records
    }

    /// More records than this are not given one by one.
    private static let givenLimit = 4_000

    /// What the field can hold when nothing is given; nothing when something must be.
    private func kept(_ ask: Step.Asked, _ proposed: AbstractRecord, _ record: AbstractRecord) -> [AbstractValue] {
        let earlier = ask.ask.isFresh ? .unset : record.values[ask.position]
        guard earlier == .unset else { return [earlier] }
        let empty = proposed.with(.unset, at: ask.position)
        let scene = AbstractCode.Scene(values: empty.values, before: record.values, state: record.state)
        var kept: [AbstractValue] = [.unset]
        if let fallback = ask.fallback {
            kept = fallback.values(on: scene).flatMap { partition.held($0, in: ask.ask.field) }
        } else if ask.ask.fallback != nil {
            // What the default is read on may still change, so that it may come out as anything.
            kept += partition.parts(of: ask.ask.field)
        }
        let isRequired = ask.ask.requirement == .required || ask.condition?.outcomes(on: scene) == .holds
        return isRequired ? kept.filter { $0 != .unset } : kept
    }

    /// What the field surely holds when nothing is given.
    private func surelyKept(_ ask: Step.Asked, _ record: AbstractRecord) -> [AbstractValue] {
        guard ask.ask.requirement == .optional, ask.ask.fallback == nil else { return [] }
        return [ask.ask.isFresh ? .unset : record.values[ask.position]]
    }

    /// The record with what the event works out, in each way it can turn out.
    func workedOut(_ step: Step, _ record: AbstractRecord, _ before: AbstractRecord) -> [AbstractRecord] {
        var records = [record]
        for assignment in step.sets {
            records = records.flatMap { record -> [AbstractRecord] in
                let scene = AbstractCode.Scene(values: record.values, before: before.values, state: before.state)
                return assignment.code.values(on: scene).flatMap {
                    partition.held($0, in: tracked[assignment.position])
                }.map { record.with($0, at: assignment.position) }
            }
        }
        for position in step.clears { records = records.map { $0.with(.unset, at: position) } }
        for (position, count) in step.adds {
            records = records.flatMap { record in
                increased(record.values[position], by: count).flatMap {
                    partition.held($0, in: tracked[position])
                }
                .map { record.with($0, at: position) }
            }
        }
        return records.count < 2 ? records : Array(Set(records))
    }

    private func increased(_ value: AbstractValue, by step: Int) -> [AbstractValue] {
        guard let numbers = value.numbers else { return [value == .unset ? .exact(.number(step)) : .vague] }
        let (low, under) = numbers.lowerBound.addingReportingOverflow(step)
        guard !under else { return [] }
        let (high, over) = numbers.upperBound.addingReportingOverflow(step)
        return [low == high ? .exact(.number(low)) : .between(low...(over ? .max : high))]
    }
}

/// A sequence of events, each with the record that it leaves behind.
struct AbstractPath {
    let tracked: [String]
    var steps: [(event: String, record: AbstractRecord)]

    var events: [String] { steps.map(\.event) }

    /// What tracked fields hold at the end, by name.
    func values(after step: Int) -> [String: AbstractValue] {
        Dictionary(zip(tracked, steps[step].record.values), uniquingKeysWith: { first, _ in first })
    }
}

extension Exploration {
    /// Every step as far as it matters to tracked fields, whatever the exploration.
    final class Steps {
        let positions: [String: Int]
        /// By the state they lead from, in the order of the definition.
        let byState: [String?: [Step]]
        /// By state, the tracked fields it needs.
        let needs: [String: [Int]]

        init(_ study: Study, tracking tracked: [String]) {
            let definition = study.definition
            let positions = Dictionary(tracked.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
            self.positions = positions
            var byState: [String?: [Step]] = [:]
            for event in definition.events where !event.by.isEmpty {
                let step = Step(event, study, positions)
                for state in event.begins ? [nil] : event.from.map(Optional.some) {
                    byState[state, default: []].append(step)
                }
            }
            self.byState = byState
            needs = Dictionary(
                definition.states.map { ($0.name, $0.needs.compactMap { positions[$0] }) },
                uniquingKeysWith: { first, _ in first })
        }
    }

    /// An event as far as it matters to tracked fields.
    final class Step {
        struct Asked {
            let ask: Ask
            let position: Int
            /// The default, where it hangs on nothing that is asked later.
            let fallback: AbstractCode?
            /// What makes it required, where that hangs on nothing that is asked later.
            let condition: AbstractCode?
        }

        struct Assigned {
            let position: Int
            let code: AbstractCode
        }

        let event: Event
        /// The rules, whether anything is known of what they hang on or not.
        let conditions: [(rule: Expression, code: AbstractCode)]
        /// Those of which something is.
        let rules: [AbstractCode]
        let targets: [(state: String?, condition: AbstractCode?)]
        /// Of tracked fields.
        let asks: [Asked]
        let sets: [Assigned]
        let clears: [Int]
        let adds: [(position: Int, count: Int)]
        let erases: [Int]
        /// No tracked field holds anything else when its rules are read.
        let writesNothing: Bool

        init(_ event: Event, _ study: Study, _ positions: [String: Int]) {
            func code(_ expression: Expression) -> AbstractCode {
                AbstractCode(expression.root, study.definition, tracked: positions)
            }
            self.event = event
            conditions = study.rules(of: event).map { ($0, code($0)) }
            rules = conditions.map(\.code).filter { !$0.root.isUnknown }
            targets = event.targets.map { ($0.state, $0.condition.map(code)) }
            asks = event.asks.enumerated().compactMap { index, ask in
                guard let position = positions[ask.field] else { return nil }
                func codeKnownByThen(_ expression: Expression) -> AbstractCode? {
                    let mentions = expression.root.mentions
                    let isKnown = !event.asks[(index + 1)...].contains { mentions.contains($0.field) }
                    return isKnown ? code(expression) : nil
                }
                var condition: Expression?
                if case .requiredWhen(let when, _) = ask.requirement { condition = when }
                return Asked(
                    ask: ask, position: position, fallback: ask.fallback.flatMap(codeKnownByThen),
                    condition: condition.flatMap(codeKnownByThen))
            }
            sets = event.sets.compactMap { assignment in
                positions[assignment.field].map { Assigned(position: $0, code: code(assignment.expression)) }
            }
            clears = event.clears.compactMap { positions[$0] }
            adds = event.adds.sorted { $0.key < $1.key }.compactMap { name, count in positions[name].map { ($0, count) }
            }
            erases = positions.filter { study.erases(event, $0.key) }.map(\.value).sorted()
            writesNothing = asks.isEmpty && sets.isEmpty && clears.isEmpty && adds.isEmpty
        }
    }
}
