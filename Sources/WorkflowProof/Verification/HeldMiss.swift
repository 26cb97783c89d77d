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
        let barriers = missed.barriers.all.filter { !isNeverMet($0, nil) }
        guard !barriers.isEmpty else { return nil }
        let spent = SpentMiss(missed: missed)
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
        let hard = Grounds(definition, barrier.nodes, [clock]).words.map { ", and on \($0)" } ?? ""
        return "it hangs on \(barrier.words)\(hard)"
    }

    // MARK: - Proved

    /// The event itself, where it surely did not happen before the clock is missed.
    private var own: Set<Promise.Waypoint> { missed.comesOnce ? [.event(event.name)] : [] }

    /// Of no record that the event can propose when the clock is missed.
    private func isNeverMet(_ barrier: Barrier, _ more: ((inout EventRecord) -> Void)?) -> Bool {
        guard !barrier.isUnclear else { return false }
        var record = missed.record(target: 0)
        // In good time: the day after it was due.
        record.isPunctual = barrier.nodes.contains { $0.names.contains(.today) }
        more?(&record)
        let answer = record.answer(holding: barrier.holding, failing: barrier.failing, leaving: barrier.later)
        if case .impossible = answer { return true }
        return false
    }

    /// The first that some item may meet, as far as is known.
    private func openBarrier(_ barriers: [Barrier]) -> Barrier? {
        var open = barriers.filter { !isNeverMetAnywhere($0) }
        guard !open.isEmpty, !study.budget.isSpent else { return open.first }
        let nodes = open.flatMap(\.nodes) + clock.conditionsOnRecord.map(\.root)
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
        let nodes = barrier.nodes + clock.conditionsOnRecord.map(\.root)
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

extension Definition.Clock {
    /// Its day hangs on a calendar.
    var countsWorkingDays: Bool {
        lasts?.calendarName != nil || orLater?.lasts.calendarName != nil || !rolls.isEmpty
    }
}
