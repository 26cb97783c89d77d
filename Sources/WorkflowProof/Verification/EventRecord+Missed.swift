import Workflow

// What is sure when a clock is missed.
extension EventRecord {
    /// That the clock runs, as its condition held of the record when the last event left it, and that its day lies behind.
    func onRecord(whenMissed clock: Definition.Clock, _ reader: inout ConditionReader) -> [Formula] {
        var formulas: [Formula] = []
        for part in clock.conditionsOnRecord { formulas.append(reader.holds(part.root.before)) }
        if let flag = clock.pausesWhen { formulas.append(.not(reader.holds(.before(flag)))) }
        if let starts = clock.starts { formulas.append(reader.isSet(.before(starts))) }
        guard clock.isNeverDueEarlier else { return formulas }
        formulas.append(isLate(clock, &reader))
        if isPunctual, definition.isDueByTheRecord(clock) {
            formulas.append(.not(isLate(clock, by: 1, &reader)))
        }
        return formulas
    }

    /// Today lies behind the due day, where that hangs on days on record, by more than some days.
    private func isLate(_ clock: Definition.Clock, by days: Int = 0, _ reader: inout ConditionReader) -> Formula {
        let today = days == 0 ? ExpressionNode.today : .shift(.today, .days(-days))
        func isBehind(_ day: ExpressionNode) -> Formula { reader.holds(.compare(.more, today, day)) }
        var lasting: [Formula] = []
        if let lasts = clock.lasts {
            let starts = clock.starts.map { [$0] } ?? definition.daysOfBeginning(clock)
            lasting = starts.map { isBehind(.shift(.before($0), lasts)) }
            if let other = clock.orLater {
                let isEmpty = Formula.not(reader.isSet(.before(other.starts)))
                lasting.append(.any([isEmpty, isBehind(.shift(.before(other.starts), other.lasts))]))
            }
        }
        guard let until = clock.until else { return .all(lasting) }
        let isSet = reader.isSet(.before(until))
        let isBehindIt = isBehind(.before(until))
        return .any([.all([isSet, isBehindIt])] + (clock.lasts == nil ? [] : [.all([.not(isSet)] + lasting)]))
    }
}

extension Definition.Clock {
    /// What surely holds of a record at rest while the clock runs.
    var conditionsOnRecord: [Expression] { condition?.conjuncts.filter(\.root.isAboutTheRecord) ?? [] }

    /// Nothing moves its day to one before that which it falls due on: neither rolls, nor working days that are counted
    /// anew after it stood still.
    var isNeverDueEarlier: Bool {
        let standsStill = !pausesIn.isEmpty || pausesWhen != nil
        let isCounted = standsStill && lasts?.calendarName != nil
        return !isCounted && rolls.allSatisfy { $0.onto == .nextWorkingDay }
    }
}

extension Definition {
    /// Its due day is no other than days on record say.
    fileprivate func isDueByTheRecord(_ clock: Clock) -> Bool {
        guard clock.rolls.isEmpty, clock.pausesIn.isEmpty, clock.pausesWhen == nil else { return false }
        return clock.lasts == nil || clock.starts != nil || !daysOfBeginning(clock).isEmpty
    }

    /// The day fields that surely hold the day on which a clock began that counts from no day on record: whatever begins it
    /// puts that day there, and nothing else writes them while it runs.
    fileprivate func daysOfBeginning(_ clock: Clock) -> [String] {
        guard clock.condition == nil, clock.pausesIn.isEmpty else { return [] }
        let active = Set(clock.runsIn)
        return fields.filter { $0.kind == .day }.map(\.name).filter { name in
            Induction.steps(self).allSatisfy { step in
                let isActive = step.from.map(active.contains) ?? false
                guard active.contains(step.to) else { return true }
                let begins = !isActive || clock.restartsOn.contains(step.event.name)
                let isErased = field(name)?.section.map(step.event.erases.contains) ?? false
                if begins { return !isErased && step.event.dates(name) }
                return !isErased && !step.event.writes(name)
            }
        }
    }
}

extension Event {
    /// It puts the day on which it happens into a field.
    fileprivate func dates(_ field: String) -> Bool {
        guard !clears.contains(field), adds[field] == nil else { return false }
        return sets.last { $0.field == field }?.expression.root == .today
    }
}

extension ExpressionNode {
    /// The same of the record before an event.
    fileprivate var before: ExpressionNode {
        replacing { name in
            if case .field(let field) = name { .before(field) } else { nil }
        }
    }
}
