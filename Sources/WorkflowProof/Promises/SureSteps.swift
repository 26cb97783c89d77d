import Workflow

/// What can be done with an item for sure: whatever is on record beside the tracked fields, something can be given, by
/// somebody, on some day and with some facts, that lets the event happen.
struct SureSteps {
    private let exploration: Exploration
    /// By name of a state: how many arrows lead from it to a target at least.
    private let distances: [String: Int]
    /// The fewest fields that kept an event which leads nearer from being sure.
    private(set) var obstacles: [String]?
    /// Why else an event that leads nearer is not sure, if that is known.
    private(set) var doubt: Doubt?

    enum Doubt {
        /// Nobody may cause the event but the host, and no clock surely makes it.
        case unclocked(Event)
        /// What its effects cause, or want, may refuse it or lead elsewhere.
        case followed(Event)
    }

    init(_ exploration: Exploration, to targets: Set<String>) {
        self.exploration = exploration
        distances = exploration.study.graph.distances(to: targets)
    }

    private var study: Study { exploration.study }

    /// The ways on from a record, or only those by events that can lead nearer to a target; each leads to one of several
    /// records, and which is not for anyone to choose. No further one is looked for once one `isEnough`, which is then the
    /// last.
    mutating func ways(
        from record: AbstractRecord, onlyNearer: Bool = false,
        until isEnough: ([AbstractRecord]) -> Bool = { _ in false }
    ) -> [[AbstractRecord]] {
        obstacles = nil
        doubt = nil
        var ways: [[AbstractRecord]] = []
        for step in exploration.steps(from: record.state) {
            let isNearer = step.targets.contains { distance($0.state ?? record.state) < distance(record.state) }
            if onlyNearer, !isNearer { continue }
            let clocks = SureClocks(exploration: exploration)
            if !step.event.isForPeople, let hurdles = clocks.hurdles(step.event, record) {
                if isNearer {
                    doubt = .unclocked(step.event)
                    if !hurdles.isEmpty, hurdles.count < obstacles?.count ?? .max { obstacles = hurdles }
                }
                continue
            }
            let aside = step.event.isForPeople ? [] : clocks.aside(from: record, by: step.event)
            for given in exploration.given(step, record, onlySurely: true) {
                guard !exploration.budget.isSpent else { return ways }
                let outcomes = exploration.workedOut(step, given, record)
                var hurdles = SureWrites(exploration: exploration).unsure(step, given, record)
                if !hurdles.isEmpty {
                    hurdles.sort()
                    if isNearer, hurdles.count < obstacles?.count ?? .max { obstacles = hurdles }
                    continue
                }
                let arrived = outcomes.compactMap { arrival(of: $0, from: record, by: step) }
                guard arrived.count == outcomes.count, !arrived.isEmpty else { continue }
                let followed = arrived.map { self.followed($0, by: step, from: record) }
                let arrivals = followed.compactMap(\.self).flatMap(\.self)
                guard followed.allSatisfy({ $0 != nil }) else {
                    if isNearer { doubt = .followed(step.event) }
                    continue
                }
                ways.append(arrivals + aside)
                if isEnough(arrivals + aside) { return ways }
            }
        }
        return ways
    }

    /// Where a proposed record surely arrives; nil when that is not sure.
    private mutating func arrival(
        of proposed: AbstractRecord, from record: AbstractRecord, by step: Exploration.Step
    ) -> AbstractRecord? {
        let scene = AbstractCode.Scene(values: proposed.values, before: record.values, state: record.state)
        var holding: [Expression] = []
        for (condition, code) in step.conditions {
            let outcomes = code.outcomes(on: scene)
            if outcomes.isSure { continue }
            guard outcomes.contains(.holds) else { return nil }
            holding.append(condition)
        }
        var failing: [Expression] = []
        for (target, compiled) in zip(step.event.targets, step.targets) {
            let outcomes = compiled.condition?.outcomes(on: scene) ?? .holds
            guard outcomes.contains(.holds) else { continue }
            let wanted = outcomes.isSure ? [] : [target.condition].compactMap(\.self)
            let known = Hurdles.Step(event: step.event, before: record, proposed: proposed)
            guard let state = compiled.state ?? record.state else { return nil }
            let arrived = exploration.arrived(proposed, at: state, by: step)
            let ahead = Hurdles(exploration: exploration)
            let asked = holding.isEmpty && wanted.isEmpty && failing.isEmpty ? [] : given(step.event, for: state)
            if let unknown = ahead.fields(known, holding: holding + wanted + asked, failing: failing) {
                let hurdles = unknown + missing(arrived, known)
                if hurdles.isEmpty { return arrived }
                let isNearer = distance(arrived.state) < distance(record.state)
                if isNearer, hurdles.count < obstacles?.count ?? .max { obstacles = hurdles }
            }
            guard !outcomes.isSure else { return nil }
            failing += wanted
        }
        return nil
    }

    /// Where what an event's effects cause surely leads on to from where it arrived; nil when that is not sure.
    private mutating func followed(
        _ arrived: AbstractRecord, by step: Exploration.Step, from record: AbstractRecord
    ) -> [AbstractRecord]? {
        guard let state = arrived.state, study.causes.mayBeRefusedByEffects(step.event) else { return [arrived] }
        if step.event.effects.contains(where: { study.host.corrections.contains($0.name) }) { return nil }
        let scene = AbstractCode.Scene(values: arrived.values, before: record.values, state: record.state)
        var records = [arrived]
        for (effect, event) in study.causes.followers(of: step.event, from: record.state, to: state) {
            let outcomes = effect.condition.map {
                AbstractCode($0.root, study.definition, tracked: exploration.positions).outcomes(on: scene)
            }
            let mayBeLeftOut = !(outcomes?.isSure ?? true)
            guard outcomes?.contains(.holds) ?? true else { continue }
            guard let event else { return nil }
            var next: [AbstractRecord] = []
            for record in records {
                guard let state = record.state, event.from.contains(state) else {
                    next.append(record)
                    continue
                }
                guard let further = plain(event, from: record) else { return nil }
                next += mayBeLeftOut ? further + [record] : further
            }
            records = next
        }
        return records
    }

    /// Where an event leads that nothing can refuse or lead elsewhere.
    private mutating func plain(_ event: Event, from record: AbstractRecord) -> [AbstractRecord]? {
        guard event.asks.isEmpty, study.rules(of: event).isEmpty, event.targets.count == 1,
            event.targets[0].condition == nil, !study.causes.mayBeRefusedByEffects(event),
            let step = exploration.step(of: event.name),
            SureWrites(exploration: exploration).unsure(step, record, record).isEmpty
        else { return nil }
        let outcomes = exploration.workedOut(step, record, record)
        let arrivals = outcomes.compactMap { arrival(of: $0, from: record, by: step) }
        return arrivals.count == outcomes.count ? arrivals : nil
    }

    func distance(_ state: String?) -> Int { state.flatMap { distances[$0] } ?? .max }

    /// That what the state needs is given with the event, where it asks for that.
    private func given(_ event: Event, for state: String) -> [Expression] {
        let needs = study.definition[state]?.needs ?? []
        return needs.filter { exploration.isGiven($0, event) }.map {
            Expression(text: "\($0) is set", type: .flag, root: .isSet(.field($0)))
        }
    }

    /// What the state needs and may not be there.
    private func missing(_ arrived: AbstractRecord, _ step: Hurdles.Step) -> [String] {
        let needs = arrived.state.flatMap { study.definition[$0]?.needs } ?? []
        if needs.isEmpty { return [] }
        let known = study.surelyKnown(after: step.event, from: step.before.state)
        return needs.filter { name in
            exploration.positions[name].map { arrived.values[$0] == .unset } ?? !known.contains(name)
        }
    }
}
