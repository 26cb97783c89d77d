import Workflow

/// A clock that its own event begins again, until what it leaves on record, or the day, refuses it for good.
struct SpentMiss {
    let missed: MissedEvent

    private var study: Study { missed.study }
    private var definition: Definition { study.definition }
    private var clock: Definition.Clock { missed.clock }
    private var event: Event { missed.event }

    /// Whatever time passes, no longer than this many times.
    private static let tickLimit = 120
    private static let recordLimit = 500

    func finding() -> Finding? {
        guard clock.restartsOn.contains(event.name) || clock.days.contains(where: event.writes) else { return nil }
        let barriers = barriers
        guard !barriers.isEmpty, !isNeverBarred(barriers) else { return nil }
        if let found = found(after: 1) { return found }
        missed.lookForRunning()
        if let found = found(after: 1) { return found }
        if isCutShort || isNeverBarredAnywhere(barriers) { return nil }
        return Finding(
            .notShown, .clock(clock.name),
            "Whether “\(event.title)” goes on happening whenever “\(clock.title)” is missed at “\(place)”, or is refused at "
                + "some time by what it leaves on record, was not found out\(study.grounds(missed.nodes, [clock])).")
    }

    private var place: String { definition.title(ofState: missed.state) }

    // MARK: - Played

    /// An item to which the event is refused, however much time passes: for good if there is one.
    ///
    /// - Parameter least: as often as it happened to it before, at least.
    func found(after least: Int) -> Finding? {
        let positions = study.player.positions(at: missed.state).filter { missed.running($0) != nil }
        let ends = positions.prefix(8) + positions.dropFirst(8).suffix(4)
        // What is refused at once is quickly seen.
        let places =
            least == 0 ? positions.filter(missed.isRefusedNext).prefix(24) : ends
        var waiting: Finding?
        // Of a large definition fewer are looked at for one that waits for ever.
        var left = definition.events.count > 30 ? 2 : 8
        for position in places where !study.budget.isSpent {
            guard let due = missed.running(position)?.due else { continue }
            let facts = missed.attempts(position, after: due).map(\.setting.facts)
            for facts in facts.prefix(least == 0 ? 1 : 2) {
                guard let found = found(position, facts, after: least) else { continue }
                if found.severity == .error { return found }
                waiting = waiting ?? found
                left -= 1
                if left == 0 { return waiting }
            }
        }
        return waiting
    }

    /// Lets time pass, with every clock that runs, until nothing more follows of itself.
    private func found(_ position: Int, _ facts: [String: Value], after least: Int) -> Finding? {
        var item = study.player.situations[position].item
        var steps: [Story.Step] = []
        var count = 0
        var passed = Day.kept.lowerBound
        while let due = nextDue(item, from: passed), due < Day.kept.upperBound, steps.count < Self.tickLimit {
            passed = due + 1
            let setting = Setting(
                on: passed, actor: .system, facts: facts, calendars: study.player.material.calendars)
            let (ticked, strides) = study.tick(item, in: setting)
            item = ticked.item
            guard let state = item.state else { return nil }
            steps.append(
                Story.Step(
                    event: nil, on: passed, actor: .system, facts: facts, to: state, causes: strides.map(\.event)))
            count += ticked.steps.count { $0.missed.clock == clock.name && $0.course.changes != nil }
            let own = ticked.steps.last { $0.missed.clock == clock.name }
            guard count >= least, case .refused(let reasons, _)? = own?.course, nextDue(item, from: passed) == nil,
                state == missed.state, own?.missed.item.state == state, item.clocks[clock.name] != nil,
                missed.isRefused(item)
            else { continue }
            let refusal = Story.Step(event: nil, on: passed, actor: .system, facts: facts, to: nil)
            let why = reasons.map(\.sentence).joined(separator: " ")
            return refused(
                item, count, why,
                Story(study.player.story(of: position).steps + steps.dropLast() + [refusal]))
        }
        return nil
    }

    /// - Parameter count: how often it happened before.
    private func refused(_ item: Item, _ count: Int, _ why: String, _ story: Story) -> Finding {
        if count == 0 {
            let isForGood = missed.isRefusedForGood(item)
            let until = isForGood ? "whenever time passes" : "until somebody changes that"
            return Finding(
                isForGood ? .clockEventRefused : .clockEventWaits, .clock(clock.name),
                "When “\(clock.title)” is missed at “\(place)”\(missed.words(item)), “\(event.title)” is refused (\(why)) "
                    + "\(until).", story: story)
        }
        let times = count == 1 ? "once" : "\(count) times"
        return Finding(
            .clockEventRefused, .clock(clock.name),
            "Once “\(clock.title)” has caused “\(event.title)” \(times) at “\(place)”, it is missed again and "
                + "“\(event.title)” is refused (\(why)) whenever time passes.", story: story)
    }

    /// The next day that a clock which causes an event is due on, of those not missed yet.
    private func nextDue(_ item: Item, from passed: Day) -> Day? {
        definition.clocks.compactMap { clock -> Day? in
            guard clock.whenMissed.event != nil, let running = item.clocks[clock.name], running.pausedOn == nil,
                running.fired == nil, running.due >= passed
            else { return nil }
            return running.due
        }.min()
    }

    // MARK: - Proved

    /// Another clock surely ends it at some time: one that runs whatever is on record, and whose event leads away from there.
    var isCutShort: Bool {
        definition.clocks.contains { other in
            guard other.name != clock.name, let cause = other.whenMissed.event.flatMap(definition.event),
                other.runsIn.contains(missed.state), cause.from.contains(missed.state), other.starts == nil,
                other.lasts != nil, other.until == nil, other.condition == nil, other.pausesIn.isEmpty,
                other.pausesWhen == nil, !other.restartsOn.contains(event.name), cause.asks.isEmpty,
                cause.sets.isEmpty, cause.adds.isEmpty, study.rules(of: cause).isEmpty
            else { return false }
            return cause.targets.allSatisfy { target in
                guard target.condition == nil, let state = target.state else { return false }
                return !clock.runsIn.contains(state) && definition[state]?.needs.isEmpty ?? false
            }
        }
    }

    /// What would refuse the event by something that it leaves on record itself, or by the day.
    private var barriers: [EventRecord.Barrier] {
        let written = Set(event.sets.map(\.field) + event.adds.keys + event.clears)
            .union(event.asks.filter { $0.fallback != nil }.map(\.field))
        func isOwn(_ node: ExpressionNode) -> Bool {
            node.failsInTime || node.names.contains { $0.fieldName.map(written.contains) ?? false }
        }
        var barriers = study.rules(of: event).flatMap(\.conjuncts).map(\.root).filter(isOwn).map {
            EventRecord.Barrier(holding: [], failing: [$0])
        }
        let conditions = event.targets.map { $0.condition?.root }
        if conditions.allSatisfy({ $0 != nil }), conditions.contains(where: { $0.map(isOwn) ?? false }) {
            barriers.append(EventRecord.Barrier(holding: [], failing: conditions.compactMap(\.self)))
        }
        return barriers + missed.barriers.ranges(isOwn)
    }

    /// Whatever is on record while the clock runs.
    private func isNeverBarred(_ barriers: [EventRecord.Barrier]) -> Bool {
        let record = missed.record(target: 0)
        return barriers.allSatisfy { record.isNeverMet($0) }
    }

    /// Of every record that some fields can make while the clock runs.
    private func isNeverBarredAnywhere(_ barriers: [EventRecord.Barrier]) -> Bool {
        let nodes = barriers.flatMap { $0.holding + $0.failing } + clock.conditionsOnRecord.map(\.root)
        var seen: Set<String> = []
        let fields = nodes.flatMap { $0.names.compactMap(\.fieldName).sorted() }.filter { seen.insert($0).inserted }
        let exploration = Exploration(
            study, tracking: Array(fields.prefix(Exploration.fieldLimit)), recordLimit: Self.recordLimit,
            study.budget.part(4))
        let answer = exploration.walk { _, _, to, isNew in
            guard isNew, to.state == missed.state else { return false }
            var record = missed.record(target: 0)
            for (position, name) in exploration.tracked.enumerated() { record.before[name] = to.values[position] }
            return !barriers.allSatisfy { record.isNeverMet($0) }
        }
        if case .none = answer { return true }
        return false
    }
}

extension ExpressionNode {
    /// As days pass it does not come to hold, and may come to fail.
    fileprivate var failsInTime: Bool {
        switch self {
        case .compare(.less, let one, let other), .compare(.atMost, let one, let other):
            one.growsInTime && !other.names.contains(.today)
        case .compare(.more, let one, let other), .compare(.atLeast, let one, let other):
            other.growsInTime && !one.names.contains(.today)
        case .or(let left, let right): left.failsInTime && right.failsInTime
        default: false
        }
    }

    /// As days pass it is more.
    var growsInTime: Bool {
        switch self {
        case .today: true
        case .shift(let day, _): day.growsInTime
        case .daysBetween(let start, let end): !start.names.contains(.today) && end == .today
        default: false
        }
    }
}

extension EventRecord {
    /// What an event is refused by: that some conditions hold of the record that it proposes, and others do not.
    struct Barrier {
        let holding: [ExpressionNode]
        let failing: [ExpressionNode]
    }

    fileprivate func isNeverMet(_ barrier: Barrier) -> Bool {
        if case .impossible = answer(holding: barrier.holding, failing: barrier.failing) { return true }
        return false
    }
}
