/// What somebody did with one item, step by step, and what came of each: a path that the kernel has played.
public struct Story: Hashable, Sendable {
    public struct Step: Hashable, Sendable {
        /// nil when time passed until the day, and clocks that were missed did what they do.
        public let event: String?
        public let given: [String: Value]
        public let on: Day
        public let actor: Actor
        public let facts: [String: Value]
        /// The state it led to, with all that followed; nil when it was refused.
        public let to: String?
        /// The events that followed, or that clocks caused.
        public let causes: [String]

        public init(
            event: String?, given: [String: Value] = [:], on: Day, actor: Actor, facts: [String: Value] = [:],
            to: String?, causes: [String] = []
        ) {
            self.event = event
            self.given = given
            self.on = on
            self.actor = actor
            self.facts = facts
            self.to = to
            self.causes = causes
        }
    }

    public let steps: [Step]

    public init(_ steps: [Step]) {
        self.steps = steps
    }

    /// The events of its steps, with those that followed and that clocks caused.
    public var events: [String] { steps.flatMap { [$0.event].compactMap(\.self) + $0.causes } }

    /// The same as an example, which can be played again.
    public func example(named name: String, title: String, calendars: Calendars) -> Example {
        let steps = steps.map { step in
            Example.Step(
                happening: step.event.map { .event($0, given: step.given) } ?? .tick,
                setting: Setting(on: step.on, actor: step.actor, facts: step.facts, calendars: calendars),
                outcome: step.to.map { .accepted(to: $0) } ?? .refused(because: nil))
        }
        return Example(name: name, title: title, steps: steps)
    }
}
