import Workflow

// What may refuse the event of a missed clock.
extension MissedEvent {
    var barriers: Barriers {
        Barriers(definition: definition, causes: study.causes, event: event, state: state, isGivenNothing: true)
    }

    /// Nobody but the host causes the event, for this clock, which never runs again once it has.
    var comesOnce: Bool {
        guard !event.isForPeople, clock.restartsOn.isEmpty, clock.days.isEmpty,
            !definition.clocks.contains(where: { $0.name != clock.name && $0.whenMissed.event == event.name }),
            !definition.events.contains(where: study.causes.mayBeRefusedByEffects)
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

    /// The event is refused to an item that was seen, on the day after the clock was due there, whatever the facts and the day.
    func isRefusedNext(_ position: Int) -> Bool {
        guard let due = running(position)?.due, due < Day.kept.upperBound,
            case .refused = course(position, plain(after: due))
        else { return false }
        return isRefused(study.player.situations[position].item)
    }

    /// The event is refused to an item whatever else happens to it.
    func isRefusedForGood(_ item: Item) -> Bool {
        var tracked = self.tracked
        while !study.budget.isSpent {
            let exploration = Exploration(
                study, tracking: tracked, recordLimit: 400, invariants: Invariants(byState: [:], met: []),
                study.budget.part(4))
            guard let step = exploration.step(of: event.name) else { return false }
            exploration.passed = item.clocks[clock.name]?.due
            let record = AbstractRecord(state: item.state, values: tracked.map { AbstractValue(item.fields[$0]) })
            let answer = exploration.walk(from: record) { _, _, to, _ in
                to.state == state && !exploration.rests(ofMissing: clock, to, by: step).isEmpty
            }
            switch answer {
            case .none: return true
            case .tooLarge: return false
            case .path(let path):
                // What lets it happen may be refused itself, by what else is on record.
                let further = Refinement(study: study, budget: study.budget).dependencies(of: path.events, tracked)
                    .filter { !tracked.contains($0) }
                guard !further.isEmpty, tracked.count < Exploration.fieldLimit else { return false }
                tracked += further.prefix(Exploration.fieldLimit - tracked.count)
            }
        }
        return false
    }

    /// What the event hangs on.
    private var tracked: [String] {
        var seen: Set<String> = []
        let worked = event.sets.flatMap { [$0.field] + $0.expression.root.fieldNames }
        let fields =
            event.asks.map(\.field) + nodes.flatMap(\.fieldNames) + worked + barriers.following.flatMap(\.fields)
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
