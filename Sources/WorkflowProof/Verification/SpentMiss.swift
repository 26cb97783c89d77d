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
        if let found = found() { return found }
        missed.lookForRunning()
        if let found = found() { return found }
        if isCutShort || isNeverBarredAnywhere(barriers) { return nil }
        return Finding(
            .notShown, .clock(clock.name),
            "Whether “\(event.title)” goes on happening whenever “\(clock.title)” is missed at “\(place)”, or is refused at "
                + "some time by what it leaves on record, was not found out.")
    }

    private var place: String { definition.title(ofState: missed.state) }

    // MARK: - Played

    private func found() -> Finding? {
        let positions = study.player.positions(at: missed.state).filter { missed.running($0) != nil }
        for position in positions.prefix(8) + positions.dropFirst(8).suffix(4) where !study.budget.isSpent {
            guard let due = missed.running(position)?.due else { continue }
            let facts = missed.attempts(position, after: due).map(\.setting.facts)
            for facts in facts.prefix(2) {
                if let found = found(position, facts) { return found }
            }
        }
        return nil
    }

    /// Lets time pass, with every clock that runs, until nothing more follows of itself.
    private func found(_ position: Int, _ facts: [String: Value]) -> Finding? {
        var item = study.player.situations[position].item
        var steps: [Story.Step] = []
        var count = 0
        var passed = Day.kept.lowerBound
        while let due = nextDue(item, from: passed), due < Day.kept.upperBound, steps.count < Self.tickLimit {
            passed = due + 1
            let setting = Setting(
                on: passed, actor: .system, facts: facts, calendars: study.player.material.calendars)
            let ticked = definition.tick(item, in: setting)
            item = ticked.item
            guard let state = item.state else { return nil }
            steps.append(Story.Step(event: nil, on: passed, actor: .system, facts: facts, to: state))
            count += ticked.steps.count { step in
                if case .accepted = step.decision { step.missed.clock == clock.name } else { false }
            }
            let own = ticked.steps.last { $0.missed.clock == clock.name }
            guard count > 0, case .refused(let reasons)? = own?.decision, nextDue(item, from: passed) == nil,
                event.from.contains(state), item.clocks[clock.name] != nil, missed.isRefused(item)
            else { continue }
            let refusal = Story.Step(event: nil, on: passed, actor: .system, facts: facts, to: nil)
            let times = count == 1 ? "once" : "\(count) times"
            let why = reasons.map(\.sentence).joined(separator: " ")
            return Finding(
                .clockEventRefused, .clock(clock.name),
                "Once “\(clock.title)” has caused “\(event.title)” \(times) at “\(place)”, it is missed again and "
                    + "“\(event.title)” is refused (\(why)) whenever time passes.",
                story: Story(study.player.story(of: position).steps + steps.dropLast() + [refusal]))
        }
        return nil
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
    private var isCutShort: Bool {
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
        func range(_ name: String) -> ClosedRange<Int>? {
            guard case .number(let range)? = definition.field(name)?.kind, range.upperBound < Self.endless else {
                return nil
            }
            return range
        }
        func barrier(_ node: ExpressionNode, _ range: ClosedRange<Int>) -> EventRecord.Barrier {
            let over = ExpressionNode.compare(.more, node, .literal(.number(range.upperBound)))
            let under = ExpressionNode.compare(.less, node, .literal(.number(range.lowerBound)))
            return EventRecord.Barrier(holding: [.or(over, under)], failing: [])
        }
        func earlier(_ node: ExpressionNode) -> ExpressionNode {
            node.replacing { name in
                if case .field(let field) = name, event.ask(field) == nil { .before(field) } else { nil }
            }
        }
        for (name, count) in event.adds.sorted(by: { $0.key < $1.key }) where !event.clears.contains(name) {
            let worked = event.sets.last { $0.field == name }.map { earlier($0.expression.root) }
            if let range = range(name) {
                barriers.append(barrier(.add(worked ?? .before(name), .literal(.number(count))), range))
            }
        }
        for assignment in event.sets where isOwn(assignment.expression.root) {
            guard let range = range(assignment.field) else { continue }
            barriers.append(barrier(earlier(assignment.expression.root), range))
        }
        return barriers
    }

    /// No item lives through as many events as it takes to fill such a number.
    private static let endless = 999_999_999

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
    private var growsInTime: Bool {
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
