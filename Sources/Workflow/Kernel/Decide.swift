extension Definition {
    /// Decides whether an event can happen to an item and what it would do. Pure: the same arguments give the same
    /// decision, on any machine, at any time.
    ///
    /// Given fields are applied, then what the event sets, counts and clears; rules are read on that proposed record.
    public func decide(
        _ name: String, on item: Item, given: [String: Value] = [:], in setting: Setting
    ) -> Decision {
        let program = program
        guard let event = program.event(name) else { return .refused([noEvent(name)]) }
        let role = setting.firstRole(among: event.by)
        let state = program.layout.state(item.state)
        guard event.happensIn[state] else {
            return .refused(wrongPlace(event.event, item.state, isRoleHeld: role != nil))
        }
        var proposal = Proposal(program, item.fields, at: state, in: setting)
        var clocks = program.activeClocks(of: item)
        let target = proposal.decide(event, .named(given), &clocks, role: role, isSettled: false)
        guard let target, let role else {
            return .refused(reasons(event.event, proposal.reasons, isRoleHeld: role != nil))
        }
        var after = Item(
            state: program.layout.stateName(target) ?? "", fields: item.fields, clocks: program.runningClocks(clocks))
        var changed = [String: Value?]()
        if !proposal.frame.isUntouched {
            changed = proposal.changed
            for (name, value) in changed { after.fields[name] = value }
        }
        return .accepted(
            Change(
                program, event, from: state, to: target, role: role, item: after, changed: changed,
                effects: event.mayHaveEffects ? proposal.effects(of: event, at: target) : []))
    }

    /// Why an event cannot happen where an item is.
    func wrongPlace(_ event: Event, _ state: String?, isRoleHeld: Bool) -> [Reason] {
        [wrongState(event, state)] + (isRoleHeld ? [] : [wrongRole(event)])
    }

    func reasons(_ event: Event, _ reasons: [Reason], isRoleHeld: Bool) -> [Reason] {
        (isRoleHeld ? [] : [wrongRole(event)]) + reasons
    }

    /// The record with what is given, and with the defaults of what is not, before any rule is read: what a host looks at
    /// to find out which facts to tell. Facts that defaults need must be in the setting already.
    public func proposed(
        _ name: String, on item: Item, given: [String: Value], in setting: Setting
    ) -> [String: Value] {
        guard let event = program.event(name) else { return item.fields }
        var proposal = Proposal(program, item.fields)
        proposal.begin(at: program.layout.state(item.state), in: setting)
        proposal.apply(.named(given), of: event)
        var fields = item.fields
        for (name, value) in proposal.changed { fields[name] = value }
        return fields
    }

    /// The record on which the rules of an event are read: with what is given, and what the event works out.
    package func judged(
        _ name: String, on item: Item, given: [String: Value], in setting: Setting
    ) -> [String: Value] {
        guard let event = program.event(name) else { return item.fields }
        var proposal = Proposal(program, item.fields)
        proposal.begin(at: program.layout.state(item.state), in: setting)
        proposal.apply(.named(given), of: event)
        return proposal.frame.values
    }

    func noEvent(_ name: String) -> Reason {
        Reason(
            kind: .unknownEvent, sentence: "\(title) has no event “\(name.prefix(40))”.",
            remedies: .said(NearMiss.hint(for: name, among: events.map(\.name))))
    }

    func wrongState(_ event: Event, _ state: String?) -> Reason {
        guard let state else {
            return Reason(kind: .state, sentence: "“\(event.title)” needs one that has begun.")
        }
        let here = title(ofState: state)
        guard !event.begins else {
            return Reason(kind: .state, sentence: "It has begun already: it is at “\(here)”.")
        }
        let places = event.from.map { "“\(title(ofState: $0))”" }
        let listed = places.count > 6 ? "\(places.count) other states" : Sentences.list(places, "or")
        return Reason(kind: .state, sentence: "“\(event.title)” happens from \(listed); this is at “\(here)”.")
    }

    func wrongRole(_ event: Event) -> Reason {
        let roles = event.by.map { "\(title(ofRole: $0)) (\($0))" }
        return Reason(
            kind: .role, sentence: "“\(event.title)” is for \(Sentences.list(roles, "or")).",
            remedies: [.act(as: event.by)])
    }

    package func title(ofState name: String) -> String {
        self[name]?.title ?? name
    }
}
