/// A story that a workflow is meant to allow, step by step, with what must come of each step.
public struct Example: Sendable {
    public struct Step: Sendable {
        public enum Happening: Hashable, Sendable {
            case event(String, given: [String: Value])
            /// Time passes until the day of the step, and clocks that were missed do what they do.
            case tick
        }

        public enum Outcome: Hashable, Sendable {
            /// It happens; where it leads when that is said.
            case accepted(to: String?)
            /// It is refused; when that is said, by the rule of that code or place (`R7`, `rule 2`), for the field of that
            /// name, or because of the actor's `role` or the item's `state`. When time passes, the event of a missed clock is,
            /// which may also be told by that event's name.
            case refused(because: String?)
        }

        public let happening: Happening
        public let setting: Setting
        public let outcome: Outcome

        public init(happening: Happening, setting: Setting, outcome: Outcome) {
            self.happening = happening
            self.setting = setting
            self.outcome = outcome
        }
    }

    public let name: String
    public let title: String
    public let steps: [Step]

    public init(name: String, title: String, steps: [Step]) {
        self.name = name
        self.title = title
        self.steps = steps
    }
}
