import Workflow

/// Whether a clock surely makes the host cause an event that nobody else may, if only everybody waits.
struct SureClocks {
    let exploration: Exploration

    private var definition: Definition { exploration.study.definition }

    /// The fields that it hangs on whether a clock runs, none when it hangs on more; nil when one surely does and causes the
    /// event, as far as its rules let it: with nothing given, and once, on a day that is nobody's to choose.
    func hurdles(_ event: Event, _ record: AbstractRecord) -> [String]? {
        guard let state = record.state, event.asks.isEmpty, !hangsOnTheDay(event) else { return [] }
        let running = definition.clocks.filter { $0.runsIn.contains(state) && $0.whenMissed.event != nil }
        // Of several events that clocks cause there, another may come first and lead elsewhere.
        guard !running.isEmpty, running.allSatisfy({ $0.whenMissed.event == event.name }) else { return [] }
        var found: [String]?
        for clock in running where happensAnew(event, clock) {
            guard let hurdles = hurdles(clock, record, state) else { continue }
            if hurdles.isEmpty { return nil }
            found = found ?? hurdles
        }
        return found ?? []
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
