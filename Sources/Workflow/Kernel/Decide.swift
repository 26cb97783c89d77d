extension Definition {
    /// Decides whether an event can happen to an item and what it would do. Pure: the same arguments give the same
    /// decision, on any machine, at any time.
    ///
    /// Given fields are applied, then what the event sets, counts and clears; rules are read on that proposed record.
    public func decide(
        _ name: String, on item: Item, given: [String: Value] = [:], in setting: Setting
    ) -> Decision {
        var instance = Instance(of: self, as: item)
        switch instance.decide(name, given, setting) {
        case .refused(let reasons): return .refused(reasons)
        case .accepted(let event, let role):
            return .accepted(instance.change(by: event, role: role, to: item))
        }
    }

    /// The record with what is given, and with the defaults of what is not, before any rule is read: what a host looks at
    /// to find out which facts to tell. Facts that defaults need must be in the setting already.
    public func proposed(
        _ name: String, on item: Item, given: [String: Value], in setting: Setting
    ) -> [String: Value] {
        guard let event = program.event(name) else { return item.fields }
        var proposal = Proposal(self, item.fields)
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
        var proposal = Proposal(self, item.fields)
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
