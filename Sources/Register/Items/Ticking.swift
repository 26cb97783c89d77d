import Workflow

/// A missed clock that causes an event, and what came of it.
public struct TickedClock: Sendable {
    public enum Result: Sendable {
        /// The event happened, in the capacity `system`.
        case happened(Outcome)
        /// The event was refused, and nothing was changed; it is tried again at the next tick.
        case refused([Reason])
        /// The item changed on a day after this one.
        case later(Day)
    }

    public let reference: String
    /// The clock's title.
    public let clock: String
    public let due: Day
    public let event: String
    public let result: Result
}

extension Operation {
    /// Lets every clock that was missed by the operation's day cause its event, once. Items are found by their due day;
    /// those of versions without such a clock are never opened.
    public func tick() throws -> [TickedClock] {
        var ticks: [TickedClock] = []
        for definition in try connection.rows("SELECT id, workflow FROM definition ORDER BY id") {
            let workflow = definition.word("workflow")
            let causing = try view.pinned(definition.count("id"), workflow: workflow).clocks.filter {
                $0.whenMissed != .flag
            }.map(\.name)
            guard !causing.isEmpty else { continue }
            let overdue = try connection.rows(
                """
                SELECT id, clocks FROM item WHERE workflow = ? AND due IS NOT NULL AND due < ? AND definition = ?
                ORDER BY due, id
                """, [.text(workflow), .text(on.description), .integer(definition.count("id"))])
            for row in overdue {
                let clocks = ItemCoding.clocks(try ItemCoding.parse(row.word("clocks")))
                guard causing.contains(where: { clocks[$0].map(isMissed) ?? false }) else { continue }
                ticks += try tick(view.item(id: row.count("id")), causing)
            }
        }
        return ticks
    }

    private func isMissed(_ clock: RunningClock) -> Bool {
        clock.pausedOn == nil && clock.fired == nil && clock.due < on
    }

    /// One item's clocks, the earliest first, until none is left to be dealt with on this day.
    private func tick(_ item: StoredItem, _ causing: [String]) throws -> [TickedClock] {
        var ticks: [TickedClock] = []
        var item = item
        var isTried: Set<String> = []
        while let (name, running) = item.item.clocks.filter({
            causing.contains($0.key) && isMissed($0.value) && !isTried.contains($0.key)
        }).min(by: { ($0.value.due, $0.key) < ($1.value.due, $1.key) }) {
            guard let clock = item.definition.clock(name), case .event(let event) = clock.whenMissed else { break }
            isTried.insert(name)
            let result = try cause(event, of: name, on: item)
            if case .happened(let outcome) = result { item = outcome.item }
            ticks.append(
                TickedClock(
                    reference: item.reference, clock: clock.title, due: running.due, event: event, result: result))
        }
        return ticks
    }

    private func cause(_ event: String, of clock: String, on item: StoredItem) throws -> TickedClock.Result {
        if let last = try lastChange(of: item), last > on { return .later(last) }
        let fired = item.firing(clock, on: on)
        // Asked first, since a refusal by a rule leaves the operation whole, and one by what an event brings does not.
        let setting = try view.setting(
            for: fired, in: item.definition, event: event, given: [:], standing: .system, on: on)
        if case .refused(let reasons) = item.definition.decide(event, on: fired.item, in: setting) {
            return .refused(reasons.map { $0.naming(item.reference) })
        }
        return .happened(try cause(event, on: fired, as: .system))
    }

    private func lastChange(of item: StoredItem) throws -> Day? {
        try connection.row(
            "SELECT happened FROM event WHERE item = ? ORDER BY id DESC LIMIT 1", [.integer(item.id)])?.day("happened")
    }
}

extension StoredItem {
    /// The same item with a clock that does not cause its event again before it restarts.
    fileprivate func firing(_ clock: String, on day: Day) -> StoredItem {
        var fired = item
        fired.clocks[clock]?.fired = day
        return StoredItem(
            id: id, workflow: workflow, reference: reference, version: version, isOpen: isOpen, definition: definition,
            item: fired, definitionKey: definitionKey, sealed: sealed)
    }
}
