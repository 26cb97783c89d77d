/// What came of an example.
public struct ExampleRun: Sendable {
    /// The first step that came out otherwise than it should.
    public struct Failure: Hashable, Sendable {
        /// From 1.
        public let step: Int
        public let sentence: String
    }

    public let example: String
    /// nil when all came out as it should.
    public let failure: Failure?
    /// The item after the last step that came out as it should.
    public let item: Item
    public let reached: Reached
}

/// The parts of a definition that something reached.
public struct Reached: Hashable, Sendable {
    public internal(set) var states: Set<String> = []
    /// Events that were accepted.
    public internal(set) var events: Set<String> = []
    /// Rules that refused, as `Subject` describes them.
    public internal(set) var rules: Set<String> = []
    /// Clocks that ran.
    public internal(set) var clocks: Set<String> = []

    public init() {}

    public mutating func formUnion(_ other: Reached) {
        states.formUnion(other.states)
        events.formUnion(other.events)
        rules.formUnion(other.rules)
        clocks.formUnion(other.clocks)
    }
}

extension Definition {
    /// Plays an example through the kernel.
    public func run(_ example: Example) -> ExampleRun {
        var item = Item()
        var reached = Reached()
        for (index, step) in example.steps.enumerated() {
            let sentence: String?
            switch step.happening {
            case .event(let event, let given):
                let decision = decide(event, on: item, given: given, in: step.setting)
                sentence = complaint(about: decision, of: event, step.outcome)
                if case .accepted(let change) = decision, sentence == nil {
                    item = change.item
                    reached.events.insert(event)
                } else if case .refused(let reasons) = decision {
                    note(reasons, of: event, &reached)
                }
            case .tick:
                while let missed = nextMissed(of: item, in: step.setting) {
                    item = missed.item
                    if case .decided(let event, .accepted) = missed.outcome { reached.events.insert(event) }
                }
                let state = item.state ?? "nowhere"
                sentence = step.outcome.state.flatMap { $0 == state ? nil : "It is at \(state), not at \($0)." }
            }
            if let sentence {
                let failure = ExampleRun.Failure(step: index + 1, sentence: sentence)
                return ExampleRun(example: example.name, failure: failure, item: item, reached: reached)
            }
            if let state = item.state { reached.states.insert(state) }
            reached.clocks.formUnion(item.clocks.keys)
        }
        return ExampleRun(example: example.name, failure: nil, item: item, reached: reached)
    }

    /// What no example of a run reached.
    public func unreached(_ reached: Reached) -> Reached {
        var left = Reached()
        left.states = Set(states.map(\.name)).subtracting(reached.states)
        left.events = Set(events.map(\.name)).subtracting(reached.events)
        left.clocks = Set(clocks.map(\.name)).subtracting(reached.clocks)
        for event in events {
            for position in event.rules.indices { left.rules.insert("\(Subject.rule(position + 1, of: event.name))") }
        }
        for position in rules.indices { left.rules.insert("\(Subject.rule(position + 1, of: nil))") }
        left.rules.subtract(reached.rules)
        return left
    }

    private func complaint(about decision: Decision, of event: String, _ outcome: Example.Step.Outcome) -> String? {
        switch (decision, outcome) {
        case (.accepted(let change), .accepted(let state)):
            guard let state, state != change.to else { return nil }
            return "“\(event)” led to \(change.to), not to \(state)."
        case (.accepted, .refused): return "“\(event)” happened, although it should be refused."
        case (.refused(let reasons), .accepted):
            return "“\(event)” was refused: \(reasons.map(\.sentence).joined(separator: " "))"
        case (.refused(let reasons), .refused(let because)):
            guard let because, !reasons.contains(where: { $0.code == because || $0.field == because }) else {
                return nil
            }
            return "“\(event)” was refused, but not by \(because): \(reasons.map(\.sentence).joined(separator: " "))"
        }
    }

    private func note(_ reasons: [Reason], of name: String, _ reached: inout Reached) {
        for reason in reasons where reason.kind == .rule {
            for (position, rule) in (event(name)?.rules ?? []).enumerated()
            where reason.sentence.hasPrefix(rule.otherwise) {
                reached.rules.insert("\(Subject.rule(position + 1, of: name))")
            }
            for (position, rule) in rules.enumerated() where reason.sentence.hasPrefix(rule.otherwise) {
                reached.rules.insert("\(Subject.rule(position + 1, of: nil))")
            }
        }
    }
}

extension Example.Step.Outcome {
    fileprivate var state: String? {
        guard case .accepted(let state) = self else { return nil }
        return state
    }
}
