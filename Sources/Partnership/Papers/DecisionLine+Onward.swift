import Workflow

/// What follows a decision that settles nothing by itself.
extension DecisionLine {
    /// That what was delegated or referred is to be reported on.
    public struct Report: Hashable, Sendable {
        public enum Outcome: Hashable, Sendable {
            case awaited
            /// It was asked for, and is no longer.
            case dropped
            case given(on: Day, words: String?)
        }

        /// The commitment by which that is followed up, `U-4`.
        public var commitment: String
        /// The group or organisation that is to report, as a sentence names it; nil where a person is.
        public var from: String?
        public var person: PapersPerson
        /// By when.
        public var by: Day?
        public var outcome: Outcome

        public init(commitment: String, from: String?, person: PapersPerson, by: Day?, outcome: Outcome) {
            self.commitment = commitment
            self.from = from
            self.person = person
            self.by = by
            self.outcome = outcome
        }

        /// Whoever was to report has.
        public var isGiven: Bool {
            if case .given = outcome { true } else { false }
        }

        /// How it stands, in a few words.
        public var standing: String {
            switch outcome {
            case .awaited: "Report awaited"
            case .dropped: "No longer asked for"
            case .given: "Reported"
            }
        }

        /// How it stands, in a sentence.
        ///
        /// - Parameter name: a person as they may be named.
        public func sentence(naming name: String) -> String {
            let named = from ?? name
            let who = named.prefix(1).uppercased() + named.dropFirst()
            return switch outcome {
            case .awaited: "\(who) is to report on it" + (by.map { " by \($0.words)." } ?? ".")
            case .dropped: "\(who) was to report on it, which is asked for no longer."
            case .given(let day, let words):
                "\(who) reported on it on \(day.words)"
                    + (words.map { ": \($0.hasSuffix(".") ? $0 : "\($0).")" } ?? ".")
            }
        }

        /// The same with its texts changed.
        public func mapping(_ change: (String) -> String) -> Report {
            var report = self
            report.from = from.map(change)
            if case .given(let day, let words) = outcome {
                report.outcome = .given(on: day, words: words.map(change))
            }
            return report
        }
    }

    /// That what was put off comes before the body again.
    public struct Return: Hashable, Sendable {
        /// What it is on record as, `M-3`.
        public var matter: String
        /// The meeting's reference, of one that takes place; nil for the next that there will be.
        public var meeting: String?
        public var on: Day?
        /// It was to come back, and somebody took it off.
        public var isWithdrawn: Bool

        public init(matter: String, meeting: String?, on: Day?, isWithdrawn: Bool = false) {
            self.matter = matter
            self.meeting = meeting
            self.on = on
            self.isWithdrawn = isWithdrawn
        }

        public var sentence: String {
            guard !isWithdrawn else { return "It was to come back, and was withdrawn." }
            return on.map { "It comes back at the meeting on \($0.words)." } ?? "It comes back at the next meeting."
        }
    }
}
