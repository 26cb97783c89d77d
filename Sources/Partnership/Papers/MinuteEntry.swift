import Workflow

/// What the minutes say about one item.
public struct MinuteEntry: ConsentBound, Hashable, Sendable {
    /// It was to be taken in private, and released.
    public struct Release: Hashable, Sendable {
        public let on: Day
        /// It had been taken by then.
        public let wasTaken: Bool

        public init(on day: Day, wasTaken: Bool) {
            on = day
            self.wasTaken = wasTaken
        }

        public var sentence: String {
            wasTaken
                ? "Taken in private, and released on \(on.words)."
                : "It was to be taken in private. It was released on \(on.words), and taken in public."
        }
    }

    /// The agenda item's number, `8.1`.
    public var number: String
    public var title: String
    public var part: PaperPart
    /// The issue it was about, `N-7`.
    public var issue: String?
    /// A standing item, and no matter under one.
    public var isHeading: Bool { !number.contains(".") }
    /// The issue's consent, which decides which editions may print the entry; true when it is not about an issue.
    public var mayDiscussAnonymised: Bool
    public var sharedWith: Set<String>
    /// Paragraphs parted by an empty line; nil when the item was only taken.
    public var discussed: String?
    public var decisions: [DecisionLine]
    /// Whether time ran out before it.
    public var isReached = true
    /// Nil for what was taken in public from the first, or is private still.
    public var release: Release?
    /// The meeting took it, or time ran out for it, and it may not be printed any more.
    public var isNoLongerPrinted = false
    /// The minutes of earlier meetings that were agreed under it.
    public var agreed: [AgreedMinutes] = []
    /// It was minuted, decided on or gave rise to an action, or minutes were agreed under it, whether or not that is told any more.
    public var isRecorded: Bool {
        isNoLongerPrinted || discussed != nil || !decisions.isEmpty || !actions.isEmpty || !agreed.isEmpty
    }
    /// References of the actions it gave rise to, `A-3`; the actions themselves are in the papers' `actions`.
    public var actions: [String]

    public init(
        number: String, title: String, part: PaperPart = .one, issue: String? = nil, mayDiscussAnonymised: Bool = true,
        sharedWith: Set<String> = [],
        discussed: String? = nil, decisions: [DecisionLine] = [], actions: [String] = []
    ) {
        self.number = number
        self.title = title
        self.part = part
        self.issue = issue
        self.mayDiscussAnonymised = mayDiscussAnonymised
        self.sharedWith = sharedWith
        self.discussed = discussed
        self.decisions = decisions
        self.actions = actions
    }
}

/// A typed, numbered decision of a meeting.
public struct DecisionLine: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case noted, agreed, delegated, deferred, referred
        case notAgreed = "not-agreed"
        case agreedWithAmendment = "agreed-with-amendment"

        /// How it is worded that nothing more is done, where nobody gave words.
        public static let noFurtherAction = "That no further action be taken."

        /// What is recorded as resolved where nobody gave words: it tells nothing of what it is about.
        ///
        /// - Parameter group: the title of the body that it is given to; nil where none is known.
        public func usualWording(group: String?) -> String {
            switch self {
            case .noted: "That this be noted."
            case .agreed: "That this be agreed."
            case .agreedWithAmendment: "That this be agreed as amended."
            case .notAgreed: Self.noFurtherAction
            case .deferred: "That this be deferred."
            case .referred: "That this be referred on."
            case .delegated: "That this be given to \(group.map { "the \($0)" } ?? "one of the groups")."
            }
        }

        /// All of them.
        ///
        /// - Parameter groups: the titles of the bodies that something can be given to.
        public static func usualWordings(groups: [String]) -> Set<String> {
            let titles = groups.map(Optional.some) + [nil]
            return Set(allCases.flatMap { kind in titles.map(kind.usualWording) })
        }
    }

    /// Somebody who asked that it be minuted that they do not agree, and why.
    public struct Dissent: Hashable, Sendable {
        public var person: PapersPerson
        public var words: String

        public init(person: PapersPerson, words: String) {
            self.person = person
            self.words = words
        }
    }

    /// What was agreed in principle, because it is somebody else's to decide.
    public struct Principle: Hashable, Sendable {
        public enum Outcome: Hashable, Sendable {
            case awaited
            /// It was asked for, and is no longer.
            case sought
            case confirmed(on: Day, minute: String?)
            case refused(on: Day, minute: String?, answer: String?)
        }

        /// The commitment by which that is chased, `U-4`.
        public var commitment: String
        /// Whose decision it needs.
        public var subjectTo: String
        /// By when.
        public var by: Day?
        public var outcome: Outcome

        public init(commitment: String, subjectTo: String, by: Day?, outcome: Outcome) {
            self.commitment = commitment
            self.subjectTo = subjectTo
            self.by = by
            self.outcome = outcome
        }

        /// Nobody has confirmed it yet, or ever will.
        public var isOpen: Bool {
            switch outcome {
            case .awaited, .sought, .refused: true
            case .confirmed: false
            }
        }

        /// Whoever has to decide it has refused.
        public var isRefused: Bool {
            if case .refused = outcome { true } else { false }
        }

        /// Whoever has to decide it has.
        public var isAnswered: Bool {
            switch outcome {
            case .confirmed, .refused: true
            case .awaited, .sought: false
            }
        }

        /// How it stands, in a few words.
        public var standing: String {
            switch outcome {
            case .awaited: "Their decision is awaited"
            case .sought: "No longer asked for"
            case .confirmed: "Confirmed"
            case .refused: "Refused"
            }
        }

        /// How it stands, in a sentence.
        public var sentence: String {
            switch outcome {
            case .awaited:
                "It needs the decision of \(subjectTo)" + (by.map { ", which is asked for by \($0.words)." } ?? ".")
            case .sought: "It needs the decision of \(subjectTo), which is asked for no longer."
            case .confirmed(let day, let minute):
                "\(subjectTo) confirmed it on \(day.words)" + (minute.map { " (minute \($0))." } ?? ".")
            case .refused(let day, let minute, let answer):
                "\(subjectTo) refused it on \(day.words)" + (minute.map { " (minute \($0))" } ?? "")
                    + (answer.map { ": \($0.hasSuffix(".") ? $0 : "\($0).")" } ?? ".")
            }
        }

        /// The same with its texts changed.
        public func mapping(_ change: (String) -> String) -> Principle {
            var principle = self
            principle.subjectTo = change(subjectTo)
            switch outcome {
            case .awaited, .sought: break
            case .confirmed(let day, let minute): principle.outcome = .confirmed(on: day, minute: minute.map(change))
            case .refused(let day, let minute, let answer):
                principle.outcome = .refused(on: day, minute: minute.map(change), answer: answer.map(change))
            }
            return principle
        }
    }

    /// `D-2020-3`.
    public var ref: String
    public var kind: Kind
    /// Nil for what the meeting decided itself.
    public var principle: Principle?
    /// Nil for what is neither delegated nor referred, or is about an issue.
    public var report: Report?
    /// Nil for what is not put off, or is about an issue.
    public var comesBack: Return?
    /// What follows "Resolved:".
    public var text: String
    /// What follows it as i., ii., iii.
    public var limbs: [String]
    /// It is about no issue: somebody put words to the meeting, which it agreed to or did not.
    public var isMotion = false
    /// How it was voted on; nil when it was agreed without a vote.
    public var vote: Vote?
    /// Who asked that it be minuted that they do not agree.
    public var dissents: [Dissent] = []
    /// Whether the meeting was not quorate or had no parent representative, and nobody has confirmed it since.
    public var isProvisional: Bool
    /// The day of the later meeting that confirmed it; nil for what nobody had to confirm, or nobody has.
    public var confirmedOn: Day?

    public init(ref: String, kind: Kind, text: String, limbs: [String] = [], isProvisional: Bool = false) {
        self.ref = ref
        self.kind = kind
        self.text = text
        self.limbs = limbs
        self.isProvisional = isProvisional
    }
}
