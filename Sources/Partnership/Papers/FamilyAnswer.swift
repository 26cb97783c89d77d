import Workflow

/// What a family is told, from the day on which it is told that we have what it told us: plain words, one page, nothing that says who they are. Each part of it is a fact on
/// record: where that is not so, the part is not there, and the letter says nothing of it.
public struct FamilyAnswer: Hashable, Sendable {
    /// How the raiser asked to have it.
    public enum Format: Hashable, Sendable {
        case standard, largePrint, easyRead
        /// Read out by an interpreter of the language.
        case interpreter(String?)
    }

    /// Who does what by when.
    public struct Step: Hashable, Sendable {
        /// A role or an organisation.
        public var who: String
        public var what: String
        public var by: Day?
        /// It was to be done before the day of the letter, and is not.
        public var isLate = false
        /// It is not done any more.
        public var isCalledOff = false
        /// The day on which it was done.
        public var doneOn: Day?
        /// Whose agreement it still needs.
        public var needs: String?

        public init(who: String, what: String, by: Day? = nil) {
            self.who = who
            self.what = what
            self.by = by
        }
    }

    /// That it was opened again, and what came up.
    public struct Reopening: Hashable, Sendable {
        public var on: Day
        public var because: String?

        public init(on: Day, because: String? = nil) {
            self.on = on
            self.because = because
        }
    }

    /// Who hears it next.
    public enum Hearing: Hashable, Sendable {
        /// The title of a body, and the day it meets.
        case fixed(body: String, on: Day)
        /// The day has passed, and what came of it is not on record.
        case passed(body: String, on: Day)
        /// The same as fixed, while the day is not known.
        case open(body: String)
        /// A body wants another to decide, and has not sent it there yet.
        case proposed(by: String, to: String)
        /// The body that was to decide gave it back to the one that had it before.
        case returned(to: String)
    }

    /// How it came to an end.
    public enum Ending: Hashable, Sendable {
        /// Whoever raised it was told what came of it.
        case answered(on: Day?)
        /// They asked for that themselves, on a day.
        case withdrawn(asked: Day, on: Day?)
        /// What they were asked for never came.
        case lapsed(on: Day?)
        /// Somebody else deals with it: the title, the contact they were given, and the day they were told so.
        case sentOn(to: String, contact: String?, told: Day?, on: Day?)
    }

    /// That they took back what they had agreed to.
    public struct ConsentWithdrawal: Hashable, Sendable {
        public var on: Day
        /// Others are concerned too, so it goes on.
        public var goesOn: Bool

        public init(on: Day, goesOn: Bool) {
            self.on = on
            self.goesOn = goesOn
        }
    }

    /// That nothing is done for a time.
    public struct Rest: Hashable, Sendable {
        public var until: Day
        /// That day has passed.
        public var isOver: Bool

        public init(until: Day, isOver: Bool = false) {
            self.until = until
            self.isOver = isOver
        }
    }

    /// The last day to appeal against what it is about, as far as it is known.
    public struct AppealTime: Hashable, Sendable {
        public var until: Day
        /// That day has passed.
        public var isOver: Bool

        public init(until: Day, isOver: Bool = false) {
            self.until = until
            self.isOver = isOver
        }
    }

    /// That whoever was asked, or looked into it, has come back with what they say.
    public struct Reply: Hashable, Sendable {
        /// As a sentence begins: `The Commissioning group`.
        public var who: String
        public var on: Day

        public init(who: String, on: Day) {
            self.who = who
            self.on = on
        }
    }

    /// That we have what they told us, and what becomes of it: as long as nothing has come of it.
    public struct Acknowledgement: Hashable, Sendable {
        public var received: Day?
        /// The last day on which it is decided whether it is taken on.
        public var decidesBy: Day?
        /// The title of a role.
        public var dealtWithBy: String?
        /// What they were asked for, and by when it is needed.
        public var missing: String?
        public var neededBy: Day?
        /// They have not agreed that it is discussed, without which no meeting hears it (rule R4).
        public var needsConsent = false
        /// The first meeting to which it can still be brought.
        public var earliest: Meeting?

        public init(received: Day? = nil) { self.received = received }

        public struct Meeting: Hashable, Sendable {
            /// The title of the body.
            public var body: String
            /// Nil while it is not fixed.
            public var on: Day?
            public var venue: String?

            public init(body: String, on: Day? = nil, venue: String? = nil) {
                self.body = body
                self.on = on
                self.venue = venue
            }
        }
    }

    /// A meeting that was to hear it, and whose time ran out before.
    public struct Passing: Hashable, Sendable {
        /// The title of the body.
        public var body: String
        public var on: Day

        public init(body: String, on: Day) {
            self.body = body
            self.on = on
        }
    }

    /// The issue, `N-7`.
    public var ref: String
    /// The theme's title.
    public var theme: String
    /// The area's title.
    public var area: String
    public var date: Day
    /// Who writes, as a role's title and an organisation.
    public var from: String
    /// Empty when nothing may be said of it.
    public var heard: String
    /// Empty when there is no more to say than that nothing more is done, or that nothing was decided.
    public var decided: String
    public var why: String?
    /// The title of the body that decided, and the day.
    public var decidedBy: String?
    public var decidedOn: Day?
    /// What was decided holds only once a later meeting has confirmed it (rule R8).
    public var isProvisional = false
    /// It was decided that nothing more is done.
    public var isNoFurtherAction = false
    /// What was decided needs somebody else's decision, or got it.
    public var agreement: DecisionLine.Principle?
    /// It is awaited still, and the day by which it was asked for has passed.
    public var isAgreementLate = false
    public var reopened: Reopening?
    /// Nil once something has come of it.
    public var acknowledgement: Acknowledgement?
    public var steps: [Step]
    public var next: Hearing?
    /// The day on which it is looked at again, while it rests.
    public var rest: Rest?
    /// The last day on which the family hears next.
    public var hearsBy: Day?
    /// The first such day that has passed without a word.
    public var wasToHearBy: Day?
    /// What changed, once it is known.
    public var impact: String?
    /// Nil while it is open.
    public var ending: Ending?
    public var withdrewConsent: ConsentWithdrawal?
    /// They agreed again to what they had taken back, and nothing was decided since they took it back.
    public var renewedConsent = false
    public var appeal: AppealTime?
    /// Since it was decided.
    public var reply: Reply?
    /// Since it was decided, if it was.
    public var passedOver: Passing?
    /// The issue that carries it on together with what others told: nil where it goes by itself.
    public var carriedBy: String?
    /// When the family was told what is printed of a private matter.
    public var toldOn: Day?
    /// Ways to disagree beyond asking us to look again, each a sentence.
    public var disagree: [String]
    /// The last day on which the issue can be opened again.
    public var reopenUntil: Day?
    public var contact: AccessContact?
    public var format: Format
    /// The matter was taken in private: the letter prints nothing but what was written for this family.
    public var isPrivate = false
    /// Names of organisations and references of theirs, as people typed them: no short form in them is spelled out.
    public var names: [String] = []

    public init(
        ref: String, theme: String, area: String, date: Day, from: String, heard: String, decided: String,
        why: String? = nil, decidedBy: String? = nil, decidedOn: Day? = nil, steps: [Step] = [], next: Hearing? = nil,
        impact: String? = nil, ending: Ending? = nil, disagree: [String] = [], reopenUntil: Day? = nil,
        contact: AccessContact? = nil, format: Format = .standard
    ) {
        self.ref = ref
        self.theme = theme
        self.area = area
        self.date = date
        self.from = from
        self.heard = heard
        self.decided = decided
        self.why = why
        self.decidedBy = decidedBy
        self.decidedOn = decidedOn
        self.steps = steps
        self.next = next
        self.impact = impact
        self.ending = ending
        self.disagree = disagree
        self.reopenUntil = reopenUntil
        self.contact = contact
        self.format = format
    }

    /// Nobody has anything to do.
    public var isNothingToDo: Bool { steps.allSatisfy { $0.isCalledOff || $0.doneOn != nil } }

    /// Nothing is to follow: it is closed with an answer, and that waits for nobody.
    public var isFull: Bool {
        guard case .answered? = ending else { return false }
        return isNothingToDo && !isProvisional && !(agreement?.isOpen ?? false)
    }
}
