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
    /// The events that happened, those that followed or that clocks caused among them, each with the state it led to.
    public let history: [(event: RecordedEvent, to: String)]
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
    /// Plays an example through the kernel, with what the host lets follow.
    public func run(_ example: Example, by host: HostActs = .none) -> ExampleRun {
        var item = Item()
        var reached = Reached()
        var history: [(event: RecordedEvent, to: String)] = []
        var failure: ExampleRun.Failure?
        for (index, step) in example.steps.enumerated() {
            let sentence: String?
            func caused(_ change: Change) -> (RecordedEvent, String) {
                var setting = step.setting
                setting.actor = .system
                return (RecordedEvent(event: change.event, given: [:], setting: setting), change.to)
            }
            switch step.happening {
            case .event(let event, let given):
                let course = course(of: event, on: item, given: given, in: step.setting, by: host)
                sentence = complaint(about: course, of: event, step.outcome)
                switch course {
                case .refused(let reasons, let of): note(reasons, of: of, &reached)
                case .happened(let changes):
                    guard sentence == nil, let last = changes.last else { break }
                    item = last.item
                    history.append((RecordedEvent(event: event, given: given, setting: step.setting), changes[0].to))
                    history += changes.dropFirst().map(caused)
                }
            case .tick:
                let ticked = tick(item, in: step.setting, by: host)
                item = ticked.item
                history += ticked.steps.compactMap(\.course.changes).flatMap(\.self).map(caused)
                sentence = complaint(about: ticked, step.outcome)
            }
            if let sentence {
                failure = ExampleRun.Failure(step: index + 1, sentence: sentence)
                break
            }
            if let state = item.state { reached.states.insert(state) }
            reached.clocks.formUnion(item.clocks.keys)
        }
        reached.events.formUnion(history.map(\.event.event))
        return ExampleRun(example: example.name, failure: failure, item: item, history: history, reached: reached)
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

    private func complaint(about course: Course, of event: String, _ outcome: Example.Step.Outcome) -> String? {
        switch (course, outcome) {
        case (.happened(let changes), .accepted(let state)):
            guard let state, let to = changes.last?.to, state != to else { return nil }
            return "“\(event)” led to \(to), not to \(state)."
        case (.happened, .refused): return "“\(event)” happened, although it should be refused."
        case (.refused(let reasons, _), .accepted):
            return "“\(event)” was refused: \(reasons.map(\.sentence).joined(separator: " "))"
        case (.refused(let reasons, let of), .refused(let because)):
            guard let because, because != of,
                !reasons.contains(where: { self.names(of: $0, in: of).contains(because) })
            else { return nil }
            return "“\(event)” was refused, but not by \(because): \(reasons.map(\.sentence).joined(separator: " "))"
        }
    }

    private func complaint(about ticked: Ticked, _ outcome: Example.Step.Outcome) -> String? {
        switch outcome {
        case .accepted(let wanted):
            let state = ticked.item.state ?? "nowhere"
            return wanted.flatMap { $0 == state ? nil : "It is at \(state), not at \($0)." }
        case .refused(let because):
            let refused = ticked.steps.compactMap { step -> (event: String, of: String, reasons: [Reason])? in
                if case .refused(let reasons, let of) = step.course { (step.missed.event, of, reasons) } else { nil }
            }
            guard !refused.isEmpty else { return "No clock that was missed was refused its event." }
            guard let because else { return nil }
            let isSo = refused.contains { event, of, reasons in
                [event, of].contains(because) || reasons.contains { names(of: $0, in: of).contains(because) }
            }
            let all = refused.map { "“\($0.event)” was refused: \($0.reasons.map(\.sentence).joined(separator: " "))" }
            return isSo ? nil : "Nothing was refused by \(because). \(all.joined(separator: " "))"
        }
    }

    /// What an example may call a reason: its code, its field, `role`, `state` or, by its position, `rule 2`.
    private func names(of reason: Reason, in name: String) -> [String] {
        let kind: String? =
            switch reason.kind {
            case .role: "role"
            case .state: "state"
            default: nil
            }
        return [reason.code, reason.field, kind].compactMap(\.self)
            + broken(by: reason, event(name)?.rules ?? []).map { "rule \($0)" }
    }

    private func note(_ reasons: [Reason], of name: String, _ reached: inout Reached) {
        for reason in reasons {
            for position in broken(by: reason, event(name)?.rules ?? []) {
                reached.rules.insert("\(Subject.rule(position, of: name))")
            }
            for position in broken(by: reason, rules) { reached.rules.insert("\(Subject.rule(position, of: nil))") }
        }
    }

    /// The positions, from 1, of the rules whose sentence a reason tells.
    private func broken(by reason: Reason, _ rules: [Rule]) -> [Int] {
        guard reason.kind == .rule else { return [] }
        return rules.indices.filter { reason.sentence.hasPrefix(rules[$0].otherwise) }.map { $0 + 1 }
    }
}
