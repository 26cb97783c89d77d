import Ledger
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
        /// The event happened and was undone on a day, so it does not happen by itself again before the clock restarts.
        case undone(Day)
    }

    public let workflow: String
    public let reference: String
    /// The clock's title.
    public let clock: String
    public let due: Day
    public let event: String
    public let result: Result
}

extension Operation {
    /// Lets every clock that was missed by the operation's day cause its event, once.
    public func tick() throws -> [TickedClock] {
        try view.ticks(on: on) { try cause($0, on: $1, as: .system) }
    }
}

extension View {
    /// What would happen if the clocks that were missed by the day looked from caused their events.
    public func foreseenTicks() throws -> [TickedClock] {
        try ticks(on: today) { try judge($0, of: $1.workflow, on: $1, given: [:], as: .system, day: today) }
    }

    /// Items are found by their due day; those of versions without a clock that causes something are never opened.
    fileprivate func ticks(
        on day: Day, causing cause: (_ event: String, _ item: StoredItem) throws -> Outcome
    ) throws -> [TickedClock] {
        var ticks: [TickedClock] = []
        for row in try connection.rows("SELECT id, workflow FROM definition ORDER BY id") {
            let workflow = row.word("workflow")
            let definition = try pinned(row.count("id"), workflow: workflow)
            guard definition.clocks.contains(where: { $0.whenMissed.event != nil }) else { continue }
            let overdue = try connection.rows(
                """
                SELECT id, clocks FROM item WHERE workflow = ? AND due IS NOT NULL AND due < ? AND definition = ?
                ORDER BY due, id
                """, [.text(workflow), .text(day.description), .integer(row.count("id"))])
            for row in overdue {
                let clocks = Item(clocks: ItemCoding.clocks(try ItemCoding.parse(row.word("clocks"))))
                if definition.missed(of: clocks, on: day).isEmpty { continue }
                ticks += try self.ticks(of: item(id: row.count("id")), on: day, causing: cause)
            }
        }
        return ticks
    }

    /// One item's clocks, the earliest first, until each that is missed was tried on this day.
    private func ticks(
        of item: StoredItem, on day: Day, causing cause: (_ event: String, _ item: StoredItem) throws -> Outcome
    ) throws -> [TickedClock] {
        var ticks: [TickedClock] = []
        var item = item
        var tried: Set<String> = []
        while let missed = item.definition.missed(of: item.item, on: day).first(where: { !tried.contains($0.clock) }) {
            tried.insert(missed.clock)
            let result = try result(of: missed, on: item, day: day, causing: cause)
            if case .happened(let outcome) = result { item = outcome.item }
            ticks.append(
                TickedClock(
                    workflow: item.workflow, reference: item.reference,
                    clock: item.definition.clock(missed.clock)?.title ?? missed.clock, due: missed.due,
                    event: missed.event, result: result))
        }
        return ticks
    }

    private func result(
        of missed: MissedClock, on item: StoredItem, day: Day,
        causing cause: (_ event: String, _ item: StoredItem) throws -> Outcome
    ) throws -> TickedClock.Result {
        if let last = try lastChange(of: item), last > day { return .later(last) }
        if let undone = try undoing(of: missed, on: item) { return .undone(undone) }
        let fired = item.with(missed.item)
        // Asked first, since a refusal by a rule leaves the operation whole, and one by what an event brings does not.
        let setting = try setting(
            for: fired, in: item.definition, event: missed.event, given: [:], standing: .system, on: day)
        if case .refused(let reasons) = item.definition.decide(missed.event, on: fired.item, in: setting) {
            return .refused(reasons)
        }
        return .happened(try cause(missed.event, fired))
    }

    /// The day on which what a missed clock caused was undone; nil when it was not.
    private func undoing(of missed: MissedClock, on item: StoredItem) throws -> Day? {
        try connection.row(
            """
            SELECT undo.effective FROM event JOIN operation AS undo ON undo.reverses = event.operation
            WHERE event.item = ? AND event.name = ? AND event.capacity = 'system' AND event.happened > ?
            ORDER BY event.id DESC LIMIT 1
            """, [.integer(item.id), .text(missed.event), .text(missed.due.description)])?.day("effective")
    }

    private func lastChange(of item: StoredItem) throws -> Day? {
        try connection.row(
            "SELECT happened FROM event WHERE item = ? ORDER BY id DESC LIMIT 1", [.integer(item.id)])?.day("happened")
    }
}

extension StoredItem {
    fileprivate func with(_ item: Item) -> StoredItem {
        StoredItem(
            id: id, workflow: workflow, reference: reference, version: version, isOpen: isOpen, definition: definition,
            item: item, definitionKey: definitionKey, sealed: sealed)
    }
}
