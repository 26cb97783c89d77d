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
    /// Nothing is followed through these events and states.
    let avoided: Set<Promise.Waypoint>
    /// A day that lies behind when a clock is missed.
    var passed: Day?
    private let steps: Steps
    /// Some step leads to more records than can be looked at.
    var isOverfull = false

    init(
        _ study: Study, tracking tracked: [String], recordLimit: Int = 50_000, invariants: Invariants? = nil,
        avoiding avoided: Set<Promise.Waypoint> = [], by partition: Partition? = nil, _ budget: Budget
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

    /// - Parameter withStill: also those that leave every record as it is.
    func steps(from state: String?, withStill: Bool = false) -> [Step] {
        let steps = (withStill ? steps.byState : steps.moving)[state] ?? []
        return avoided.isEmpty ? steps : steps.filter { !avoided.contains(.event($0.event.name)) }
    }

    func step(of event: String) -> Step? { steps.byEvent[event] }

    var start: AbstractRecord { AbstractRecord(state: nil, values: tracked.map { _ in .unset }) }

    /// Takes every step from every record, shortest ways first, until one is what is looked for.
    ///
    /// - Parameters:
    ///   - isOfEachEvent: what is looked for may be where an item only passes, as something follows.
    ///   - withStill: it may be a step that leaves a record as it is.
    func walk(
        from start: AbstractRecord? = nil, isOfEachEvent: Bool = false, withStill: Bool = false, _ isWanted: Wish
    ) -> Answer {
        var found: AbstractPath?
        let isAll = visit(from: start, isOfEachEvent: isOfEachEvent, withStill: withStill) {
            from, event, to, isNew, path in
            guard isWanted(from, event, to, isNew) else { return true }
            found = path()
            return false
        }
        return found.map(Answer.path) ?? (isAll ? .none : .tooLarge)
    }

    /// The shortest ways to different records, as many as are wanted.
    func paths(_ count: Int, to isWanted: (AbstractRecord) -> Bool) -> [AbstractPath] {
        var paths: [AbstractPath] = []
        _ = visit(from: nil, isOfEachEvent: false, withStill: false) { (_, _, to, isNew, path) -> Bool in
            if isNew, isWanted(to) { paths.append(path()) }
            return paths.count < count
        }
        return paths
    }

    /// false when it was stopped, or there was more than may be looked at.
    private func visit(
        from start: AbstractRecord?, isOfEachEvent: Bool, withStill: Bool,
        _ goesOn: (AbstractRecord, Event, AbstractRecord, _ isNew: Bool, _ path: () -> AbstractPath) -> Bool
    ) -> Bool {
        let start = start ?? self.start
        var seen: Set<AbstractRecord> = [start]
        var passed: Set<Place> = []
        var queue: [(place: Place, cameFrom: Int, event: String)] = [(Place(record: start), -1, "")]
        var position = 0
        func arrive(_ next: AbstractRecord, by step: Step) -> Bool {
            let place = queue[position].place
            var (rests, isNew) = (true, false)
            if step.mayBeFollowed || !place.pending.isEmpty {
                let pending = following(step, from: place.record, to: next) + place.pending.dropFirst()
                let (rest, further) = places(next, pending)
                for place in further where passed.insert(place).inserted {
                    queue.append((place, position, step.event.name))
                    isNew = true
                }
                rests = rest != nil
            }
            if rests { isNew = seen.insert(next).inserted }
            if rests || isOfEachEvent {
                let isWelcome = goesOn(place.record, step.event, next, isNew) {
                    var path = self.path(to: position, in: queue)
                    path.steps.append((step.event.name, next))
                    return path
                }
                guard isWelcome else { return false }
            }
            if rests, isNew { queue.append((Place(record: next), position, step.event.name)) }
            return queue.count <= recordLimit
        }
        while position < queue.count {
            let place = queue[position].place
            if place.pending.isEmpty {
                for step in steps(from: place.record.state, withStill: withStill) {
                    if budget.isSpent || isOverfull { return false }
                    for next in successors(of: place.record, by: step) where !arrive(next, by: step) { return false }
                }
            } else {
                if budget.isSpent || isOverfull { return false }
                for (step, next) in onward(from: place) where !arrive(next, by: step) { return false }
            }
            position += 1
        }
        return !budget.isSpent && !isOverfull
    }

    private func path(
        to position: Int, in queue: [(place: Place, cameFrom: Int, event: String)]
    ) -> AbstractPath {
        var steps: [(String, AbstractRecord)] = []
        var position = position
        while position > 0 {
            steps.append((queue[position].event, queue[position].place.record))
            position = queue[position].cameFrom
        }
        return AbstractPath(tracked: tracked, steps: steps.reversed())
    }

    /// Every record that an event can leave behind.
    func successors(of record: AbstractRecord, by step: Step) -> [AbstractRecord] {
        guard mayBeDue(step, record) else { return [] }
        return proposals(record, by: step).flatMap { proposed in arrivals(of: proposed, from: record, by: step) }
    }

    /// Where nothing but clocks causes an event, one of them may run.
    private func mayBeDue(_ step: Step, _ record: AbstractRecord) -> Bool {
        guard let state = record.state, let clocks = step.clocks[state] else { return true }
        let scene = AbstractCode.Scene(values: record.values, before: record.values, state: state)
        return clocks.contains { $0.allSatisfy { $0.outcomes(on: scene).contains(.holds) } }
    }

    /// Every record that an event can leave behind when a clock is missed and nothing is given with it.
    func successors(
        ofMissing clock: Definition.Clock, _ record: AbstractRecord, by step: Step
    ) -> [AbstractRecord] {
        successors(ofHost: .missed(clock), record, by: step)
    }

    /// The same of what the host causes for any reason.
    func successors(
        ofHost reason: EventRecord.Reason, _ record: AbstractRecord, by step: Step
    ) -> [AbstractRecord] {
        var records = [record]
        for ask in step.asks {
            records = records.flatMap { proposed in
                kept(ask, proposed, record).map { proposed.with($0, at: ask.position) }
            }
        }
        return records.flatMap { workedOut(step, $0, record) }.flatMap {
            arrivals(of: $0, from: record, by: step, reason)
        }
    }

    private func proposals(_ record: AbstractRecord, by step: Step) -> [AbstractRecord] {
        if step.writesNothing { return [record] }
        return given(step, record).flatMap { budget.isSpent ? [] : workedOut(step, $0, record) }
    }

    private func arrivals(
        of proposed: AbstractRecord, from record: AbstractRecord, by step: Step,
        _ reason: EventRecord.Reason = .any
    ) -> [AbstractRecord] {
        let scene = AbstractCode.Scene(values: proposed.values, before: record.values, state: record.state)
        guard step.rules.allSatisfy({ $0.outcomes(on: scene).contains(.holds) }) else { return [] }
        var results: [AbstractRecord] = []
        for (index, target) in step.targets.enumerated() {
            let outcomes = target.condition?.outcomes(on: scene) ?? .holds
            guard outcomes.contains(.holds) else { continue }
            if let state = target.state ?? record.state, !avoided.contains(.state(state)) {
                let arrived = arrived(proposed, at: state, by: step)
                let hasNeeds = steps.needs[state]?.allSatisfy { arrived.values[$0] != .unset } ?? true
                if hasNeeds, canHappen(step, index, record, proposed, state, reason) {
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
        _ reason: EventRecord.Reason
    ) -> Bool {
        guard let invariants else { return true }
        var known = study.record(of: step.event, budget)
        if let from = record.state { known.states = [from] }
        known.invariants = invariants
        known.reason = reason
        if case .missed = reason { known.passed = passed }
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
}
