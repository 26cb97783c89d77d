import Workflow

/// Whether a clock surely makes the host cause an event that nobody else may, if only everybody waits.
struct SureClocks {
    let exploration: Exploration

    private var definition: Definition { exploration.study.definition }

    /// The fields that it hangs on whether a clock runs, none when it hangs on more; nil when one surely does and causes the
    /// event, as far as its rules let it: with nothing given, and once, on a day that is nobody's to choose.
    func hurdles(_ event: Event, _ record: AbstractRecord) -> [String]? {
        guard let state = record.state, !hangsOnTheDay(event), let wanted = wanted(event, record, state) else {
            return []
        }
        if !wanted.isEmpty { return wanted }
        let others = others(than: event, at: state)
        var found: [String]?
        for clock in definition.clocks where clock.runsIn.contains(state) && clock.whenMissed.event == event.name {
            guard happensAnew(event, clock), !others.contains(where: { puts(off: clock, $0) }),
                let hurdles = hurdles(clock, record, state)
            else { continue }
            if hurdles.isEmpty { return nil }
            found = found ?? hurdles
        }
        return found ?? []
    }

    /// Where other clocks may lead before: what they cause may come first. One that leaves all as it was only comes first.
    func aside(from record: AbstractRecord, by event: Event) -> [AbstractRecord] {
        guard let state = record.state else { return [] }
        return others(than: event, at: state).flatMap { clock -> [AbstractRecord] in
            guard let step = clock.whenMissed.event.flatMap(exploration.step) else { return [] }
            return exploration.rests(ofMissing: clock, record, by: step).filter { $0 != record }
        }
    }

    /// The clocks that run there and cause another event.
    private func others(than event: Event, at state: String) -> [Definition.Clock] {
        definition.clocks.filter { clock in
            guard let other = clock.whenMissed.event, other != event.name else { return false }
            return clock.runsIn.contains(state) && definition.event(other)?.from.contains(state) ?? false
        }
    }

    /// What another clock causes may make this one begin again, so that it may never be missed.
    private func puts(off clock: Definition.Clock, _ other: Definition.Clock) -> Bool {
        guard let event = other.whenMissed.event.flatMap(definition.event) else { return false }
        return exploration.study.causes.mayBeRefusedByEffects(event) || clock.restartsOn.contains(event.name)
            || clock.days.contains { event.writes($0) }
            || clock.days.contains { exploration.study.erases(event, $0) }
    }

    /// The fields that have to be on record, as nothing is given, and of which that is not known; nil when more is wanted.
    private func wanted(_ event: Event, _ record: AbstractRecord, _ state: String) -> [String]? {
        var open: [String] = []
        for ask in event.asks where ask.requirement != .optional || ask.fallback != nil {
            guard !ask.isFresh else { return nil }
            if let position = exploration.positions[ask.field] {
                if record.values[position] == .unset { return nil }
            } else if !exploration.study.onRecord.fields(in: state).contains(ask.field) {
                open.append(ask.field)
            }
        }
        return open.sorted()
    }

    private func hangsOnTheDay(_ event: Event) -> Bool {
        let conditions = exploration.study.rules(of: event) + event.targets.compactMap(\.condition)
        let read = conditions.reduce(into: Set<ExpressionNode>()) { $0.formUnion($1.root.names) }
        let isDated = event.sets.contains { $0.expression.root.names.contains(.today) }
        return read.contains(.today) || isDated && event.sets.contains { read.contains(.field($0.field)) }
    }

    /// The clock did not cause the event before while it ran: the event ends it, or begins it again.
    private func happensAnew(_ event: Event, _ clock: Definition.Clock) -> Bool {
        if clock.restartsOn.contains(event.name) { return true }
        return event.targets.allSatisfy { target in
            target.state.map { !clock.runsIn.contains($0) && !clock.pausesIn.contains($0) } ?? false
        }
    }

    /// The fields on which it hangs whether the clock runs; nil when more is needed than to know some.
    private func hurdles(_ clock: Definition.Clock, _ record: AbstractRecord, _ state: String) -> [String]? {
        let scene = AbstractCode.Scene(values: record.values, before: record.values, state: state)
        var unknown: [String] = []
        func settle(_ node: ExpressionNode, isWanted: Outcomes) -> Bool {
            let code = AbstractCode(node, definition, tracked: exploration.positions)
            if isWanted.isSuperset(of: code.outcomes(on: scene)) { return true }
            let open = node.names.compactMap(\.fieldName).filter { exploration.positions[$0] == nil }
            unknown += open
            return !open.isEmpty
        }
        let known = exploration.study.onRecord.fields(in: state)
        func isThere(_ day: String?) -> Bool {
            guard let day, !known.contains(day) else { return true }
            return settle(.isSet(.field(day)), isWanted: .holds)
        }
        guard isThere(clock.starts), clock.lasts != nil || isThere(clock.until) else { return nil }
        if let flag = clock.pausesWhen, !settle(.field(flag), isWanted: [.fails, .unknown]) { return nil }
        if let condition = clock.condition {
            guard condition.isAboutTheRecord, settle(condition.root, isWanted: .holds) else { return nil }
        }
        return Set(unknown).sorted()
    }
}
