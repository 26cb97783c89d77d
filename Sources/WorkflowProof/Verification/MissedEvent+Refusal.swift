import Workflow

// What may refuse the event of a missed clock.
extension MissedEvent {
    /// That a number would hold more, or less, than it can.
    ///
    /// - Parameter isWanted: of what the event works out for one.
    func ranges(_ isWanted: (ExpressionNode) -> Bool) -> [EventRecord.Barrier] {
        func barrier(_ node: ExpressionNode, in field: String) -> EventRecord.Barrier? {
            guard case .number(let range)? = study.definition.field(field)?.kind, range.upperBound < Self.endless else {
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

    /// Nobody but the host causes the event, for this clock, which never runs again once it has.
    var comesOnce: Bool {
        guard !event.isForPeople, clock.restartsOn.isEmpty, clock.days.isEmpty,
            !definition.clocks.contains(where: { $0.name != clock.name && $0.whenMissed.event == event.name }),
            !definition.events.contains(where: study.mayBeRefusedByEffects)
        else { return false }
        let places = Set(clock.runsIn + clock.pausesIn)
        var left: Set<String> = []
        var queue = event.targets.map { $0.state ?? state }
        while let place = queue.popLast() {
            guard left.insert(place).inserted else { continue }
            queue += study.graph.edges.filter { $0.from == place }.map(\.to)
        }
        return !study.graph.edges.contains { arrow in
            guard let from = arrow.from, left.contains(from) else { return false }
            return !places.contains(from) && places.contains(arrow.to)
        }
    }

    /// What clocks cause, of all that led an item to where it is, they did cause.
    func isByClocks(_ position: Int) -> Bool {
        var position = position
        while position > 0 {
            let situation = player.situations[position]
            if let step = situation.steps.first, let name = step.event, step.actor == .system {
                let causing = definition.clocks.filter { $0.whenMissed.event == name }
                let before = player.situations[situation.cameFrom].item
                let isMissed = causing.contains { clock in
                    before.clocks[clock.name].map { $0.pausedOn == nil && $0.due < step.on } ?? false
                }
                if !causing.isEmpty, !isMissed { return false }
            }
            position = situation.cameFrom
        }
        return true
    }

    /// Lets other clocks be missed by items that were seen.
    func letOthersBeMissed() {
        guard player.furtherLooks.insert("missed clocks").inserted else { return }
        for clock in definition.clocks {
            guard let event = clock.whenMissed.event.flatMap(definition.event) else { continue }
            for position in clock.runsIn.flatMap({ player.positions(at: $0).prefix(6) }) where !study.budget.isSpent {
                let running = player.situations[position].item.clocks[clock.name]
                guard let running, running.pausedOn == nil, running.due < Day.kept.upperBound else { continue }
                let setting = Setting(
                    on: running.due + 1, actor: .system, facts: [:], calendars: player.material.calendars)
                _ = player.step(Attempt(event: event, given: [:], setting: setting), from: position)
            }
        }
    }

    /// The event is refused to an item that was seen, on the day after the clock was due there, whatever the facts and the day.
    func isRefusedNext(_ position: Int) -> Bool {
        guard let due = running(position)?.due, due < Day.kept.upperBound,
            case .refused = decision(position, plain(after: due))
        else { return false }
        return isRefused(study.player.situations[position].item)
    }

    /// The event is refused to an item whatever else happens to it.
    func isRefusedForGood(_ item: Item) -> Bool {
        guard let step = study.steps(tracking: tracked).byState[state]?.first(where: { $0.event.name == event.name })
        else { return false }
        let exploration = Exploration(
            study, tracking: tracked, recordLimit: 400, invariants: Invariants(byState: [:], met: []),
            study.budget.part(4))
        exploration.passed = item.clocks[clock.name]?.due
        let record = AbstractRecord(state: item.state, values: tracked.map { AbstractValue(item.fields[$0]) })
        let answer = exploration.walk(from: record) { _, _, to, _ in
            to.state == state && !exploration.successors(ofMissing: clock, to, by: step).isEmpty
        }
        if case .none = answer { return true }
        return false
    }

    /// What the event hangs on.
    private var tracked: [String] {
        var seen: Set<String> = []
        let worked = event.sets.flatMap { [$0.field] + $0.expression.root.fieldNames }
        let fields = event.asks.map(\.field) + nodes.flatMap(\.fieldNames) + worked
        return Array(fields.filter { seen.insert($0).inserted }.prefix(Exploration.fieldLimit))
    }

    /// `, as when urgent is empty`, of what the event hangs on.
    func words(_ item: Item) -> String {
        let read = study.rules(of: event).flatMap(\.root.fieldNames) + event.asks.map(\.field)
        let needed = event.targets.compactMap { definition[$0.state ?? state]?.needs }.flatMap(\.self)
        var seen: Set<String> = []
        let fields = (read + needed + event.adds.keys.sorted()).filter { seen.insert($0).inserted }.prefix(3)
        let words = fields.map { "\($0) is \(item.fields[$0]?.word ?? "empty")" }
        return words.isEmpty ? "" : ", as when \(Sentences.list(words, "and"))"
    }
}
