import Workflow

/// One issue as a meeting sees it: pseudonymised. There is no place in it for a name, a contact, a date of birth or the
/// private detail; what consent does not cover is left out by the edition.
public struct IssueSheet: ConsentBound, Hashable, Sendable {
    public enum Scope: String, Hashable, Sendable, CaseIterable {
        case individual, systemic
    }

    /// An escalation criterion that the issue meets: `E1`, "needs a decision, money or commissioning beyond the LAP".
    public struct Criterion: Hashable, Sendable {
        public var code: String
        public var text: String

        public init(code: String, text: String) {
            self.code = code
            self.text = text
        }
    }

    /// What another body decided on it, at the request of the one whose papers these are.
    public struct Answer: Hashable, Sendable {
        /// The body's title.
        public var by: String
        public var on: Day?
        public var decision: DecisionLine

        public init(by: String, on: Day?, decision: DecisionLine) {
            self.by = by
            self.on = on
            self.decision = decision
        }
    }

    /// What the group reports that it was given to.
    public struct GroupReport: Hashable, Sendable {
        /// The group's title.
        public var by: String
        public var on: Day?
        public var text: String
        public var recommendation: String?

        public init(by: String, on: Day? = nil, text: String, recommendation: String? = nil) {
            self.by = by
            self.on = on
            self.text = text
            self.recommendation = recommendation
        }
    }

    /// `N-7`.
    public var ref: String
    /// The area's title, `North`.
    public var area: String
    /// The theme's title.
    public var theme: String
    /// One line without names.
    public var summary: String
    /// The title of its state, `On an agenda`.
    public var state: String
    public var scope: Scope?
    /// An estimate; not for the public.
    public var families: Int?
    /// The same as the public edition has it, a multiple of five: 0 for fewer than five (rule R21).
    public var familiesAtLeast: Int?
    /// Titles: `Primary`.
    public var phase: String?
    /// 1 to 4.
    public var severity: Int?
    public var received: Day?
    /// Days since it was received, on the day the papers are made for.
    public var age: Int?
    public var services: String?
    public var agency: String?
    public var tried: String?
    public var outcomeSought: String?
    /// How often it was carried forward.
    public var carries: Int
    /// `Parent carer`: what kind of person raised it.
    public var raisedBy: String?
    /// The title of a parallel process, when there is one.
    public var parallel: String?

    /// What else is open like it; nil where that was not looked for.
    public var likeness: Likeness?

    // The escalation brief, once there is one.
    public var criteria: [Criterion]
    public var ask: String?
    /// The Board's, to what is asked here; nil until it has decided.
    public var answer: Answer?
    public var recommendation: String?
    /// Nil while no group has reported, or its report has been dealt with.
    public var report: GroupReport?
    public var options: String?
    public var evidence: String?
    public var parentRepView: String?

    /// Whether consent covers talking about it anonymised. An issue without it appears in the public edition as a
    /// reference only.
    public var mayDiscussAnonymised: Bool
    /// The ids of the bodies with which consent covers sharing identifiably.
    public var sharedWith: Set<String>

    public init(
        ref: String, area: String, theme: String, summary: String, state: String,
        scope: Scope? = nil, families: Int? = nil, phase: String? = nil, severity: Int? = nil, received: Day? = nil,
        age: Int? = nil, services: String? = nil, agency: String? = nil, tried: String? = nil,
        outcomeSought: String? = nil, carries: Int = 0, raisedBy: String? = nil, parallel: String? = nil,
        criteria: [Criterion] = [], ask: String? = nil, recommendation: String? = nil, options: String? = nil,
        evidence: String? = nil, parentRepView: String? = nil,
        mayDiscussAnonymised: Bool = false, sharedWith: Set<String> = []
    ) {
        self.ref = ref
        self.area = area
        self.theme = theme
        self.summary = summary
        self.state = state
        self.scope = scope
        self.families = families
        self.phase = phase
        self.severity = severity
        self.received = received
        self.age = age
        self.services = services
        self.agency = agency
        self.tried = tried
        self.outcomeSought = outcomeSought
        self.carries = carries
        self.raisedBy = raisedBy
        self.parallel = parallel
        self.criteria = criteria
        self.ask = ask
        self.recommendation = recommendation
        self.options = options
        self.evidence = evidence
        self.parentRepView = parentRepView
        self.mayDiscussAnonymised = mayDiscussAnonymised
        self.sharedWith = sharedWith
    }

    /// Fewer families than this are few (rule R21).
    static let fewFamilies = 5

    /// Not known to be many families': an individual issue, one whose scope is open, or one of fewer than five families.
    public var mayBeOneFamilys: Bool { scope != .systemic || (families ?? 0) < IssueSheet.fewFamilies }
}
