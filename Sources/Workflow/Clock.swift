extension Definition {
    /// A span of time that runs while an item is in certain states and falls due on a day.
    public struct Clock: Hashable, Sendable {
        public enum Missed: Hashable, Sendable {
            /// The item shows as overdue.
            case flag
            /// The role `system` causes this event.
            case event(String)
            /// Nothing: the clock reminds of a day that is nobody's duty, so the item is not overdue.
            case pass

            /// The event it causes; nil when it causes none.
            public var event: String? {
                guard case .event(let event) = self else { return nil }
                return event
            }
        }

        /// A length of time after a day on record.
        public struct Span: Hashable, Sendable {
            /// The day field it counts from.
            public let starts: String
            public let lasts: Period

            public init(starts: String, lasts: Period) {
                self.starts = starts
                self.lasts = lasts
            }
        }

        public let name: String
        public let title: String
        /// The states it runs in; it ends when the item leaves them.
        public let runsIn: [String]
        /// It runs only while this holds on the record; nil always holds.
        public let condition: Expression?
        /// The day field it counts from; nil to count from the day of entering the first of `runsIn`.
        public let starts: String?
        public let lasts: Period?
        /// Where this ends later than `lasts`, its end is the due day. It does not count while its day is not on record.
        public let orLater: Span?
        /// The day field that is itself the deadline, while it has a value; `lasts` counts otherwise.
        public let until: String?
        /// Where due days move that may not lie where they fall, in order, each once.
        public let rolls: [Roll]
        /// States in which it stands still.
        public let pausesIn: [String]
        /// The flag field that makes it stand still.
        public let pausesWhen: String?
        /// Events that begin it again from the day they happen.
        public let restartsOn: [String]
        public let whenMissed: Missed
        /// How many days before the due day to warn: working days where `lasts` counts those.
        public let warns: Int?
        /// What it means to the program that runs it, whatever it is called: `feedback`.
        public let meanings: [String]

        public init(
            name: String, title: String, runsIn: [String], condition: Expression? = nil, starts: String? = nil,
            lasts: Period? = nil, orLater: Span? = nil, until: String? = nil, rolls: [Roll] = [],
            pausesIn: [String] = [],
            pausesWhen: String? = nil, restartsOn: [String] = [],
            whenMissed: Missed = .flag, warns: Int? = nil, meanings: [String] = []
        ) {
            self.name = name
            self.title = title
            self.runsIn = runsIn
            self.condition = condition
            self.starts = starts
            self.lasts = lasts
            self.orLater = orLater
            self.until = until
            self.rolls = rolls
            self.pausesIn = pausesIn
            self.pausesWhen = pausesWhen
            self.restartsOn = restartsOn
            self.whenMissed = whenMissed
            self.warns = warns
            self.meanings = meanings
        }
    }
}
