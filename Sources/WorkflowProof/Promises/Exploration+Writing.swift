import Workflow

// What an event writes.
extension Exploration {
    /// The record with each combination of what the event asks of tracked fields; if `onlySurely`, those that can be
    /// brought about whatever else is on record.
    func given(_ step: Step, _ record: AbstractRecord, onlySurely: Bool = false) -> [AbstractRecord] {
        var records = [record]
        for ask in step.asks {
            guard hasRoom(for: records.count) else { return [] }
            records = records.flatMap { proposed -> [AbstractRecord] in
                var choices = step.isGivenNothing ? [] : partition.choices(of: ask.ask.field)
                if records.count * choices.count > Self.writeLimit { choices = [partition.whole(ask.ask.field)] }
                let kept = onlySurely ? surelyKept(ask, record) : kept(ask, proposed, record)
                for kept in kept where !choices.contains(kept) { choices.append(kept) }
                return choices.map { proposed.with($0, at: ask.position) }
            }
        }
        return records
    }

    /// More records than this are not made of one by what is given or worked out.
    private static let writeLimit = 4_000
    private static let mostWritten = 20_000

    /// false, and the exploration is over, when one step leads to too many records.
    private func hasRoom(for count: Int) -> Bool {
        if count > Self.mostWritten { isOverfull = true }
        return !isOverfull
    }

    /// What the field can hold when nothing is given; nothing when something must be.
    func kept(_ ask: Step.Asked, _ proposed: AbstractRecord, _ record: AbstractRecord) -> [AbstractValue] {
        let earlier = ask.ask.isFresh ? .unset : record.values[ask.position]
        guard earlier == .unset else { return [earlier] }
        let empty = proposed.with(.unset, at: ask.position)
        let scene = AbstractCode.Scene(values: empty.values, before: record.values, state: record.state)
        var kept: [AbstractValue] = [.unset]
        if let fallback = ask.fallback {
            kept = fallback.values(on: scene).flatMap { partition.held($0, in: ask.ask.field) }
        } else if ask.ask.fallback != nil {
            // What the default is read on may still change, so that it may come out as anything.
            kept += partition.parts(of: ask.ask.field)
        }
        let filled = kept.filter { $0 != .unset }
        guard ask.ask.isConditional else { return ask.ask.requirement == .required ? filled : kept }
        let outcomes = ask.condition?.outcomes(on: scene) ?? .any
        return (outcomes == .holds ? [] : [.unset]) + (outcomes.contains(.holds) ? filled : [])
    }

    /// What the field surely holds when nothing is given.
    private func surelyKept(_ ask: Step.Asked, _ record: AbstractRecord) -> [AbstractValue] {
        let earlier = ask.ask.isFresh ? .unset : record.values[ask.position]
        let isSure = earlier != .unset || ask.ask.requirement == .optional && ask.ask.fallback == nil
        return isSure ? [earlier] : []
    }

    /// The record with what the event works out, in each way it can turn out.
    func workedOut(_ step: Step, _ record: AbstractRecord, _ before: AbstractRecord) -> [AbstractRecord] {
        var records = [record]
        for assignment in step.sets {
            guard hasRoom(for: records.count) else { return [] }
            records = branched(records, at: assignment.position) { record in
                let scene = AbstractCode.Scene(values: record.values, before: before.values, state: before.state)
                return assignment.code.values(on: scene)
            }
        }
        for position in step.clears { records = records.map { $0.with(.unset, at: position) } }
        for (position, count) in step.adds {
            records = branched(records, at: position) { increased($0.values[position], by: count) }
        }
        if records.count < 2 { return records }
        var seen: Set<AbstractRecord> = []
        return records.filter { seen.insert($0).inserted }
    }

    /// The records with each value that a field comes to hold, where those are not too many.
    private func branched(
        _ records: [AbstractRecord], at position: Int, _ values: (AbstractRecord) -> [AbstractValue]
    ) -> [AbstractRecord] {
        let name = tracked[position]
        var branched: [AbstractRecord] = []
        for record in records {
            var held = values(record).flatMap { partition.held($0, in: name) }
            if held.count > 2, branched.count + held.count > Self.writeLimit {
                let isUnset = held.contains(.unset)
                held = [partition.whole(name)] + (isUnset ? [.unset] : [])
            }
            branched += held.map { record.with($0, at: position) }
        }
        return branched
    }

    private func increased(_ value: AbstractValue, by step: Int) -> [AbstractValue] {
        guard let numbers = value.numbers else { return [value == .unset ? .exact(.number(step)) : .vague] }
        let (low, under) = numbers.lowerBound.addingReportingOverflow(step)
        guard !under else { return [] }
        let (high, over) = numbers.upperBound.addingReportingOverflow(step)
        return [low == high ? .exact(.number(low)) : .between(low...(over ? .max : high))]
    }
}
