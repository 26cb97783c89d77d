import UseCases
import Workflow

/// A list as somebody would keep it on paper beside the register: where each issue, action and matter is, and what each
/// meeting decided. It knows what was done and what the register answered, and never looks into the register.
struct PlainList {
    /// Where somebody will look at an issue.
    enum Place: Equatable {
        /// Somebody's to do: the DCO's, or the Board secretary's to table.
        case toDo
        /// On the agenda of a meeting.
        case agenda(String)
        /// It comes before a meeting when that one's agenda is laid out.
        case coming(String)
        /// Carried while there was no next meeting, or its meeting was called off: it comes before the next there is.
        case waiting
        case led(by: String)
        case group(String)
        case answer
        case end
    }

    struct Issue {
        let area: String
        let isIndividual: Bool
        let isAnonymous: Bool
        var state: String
        var place: Place
        /// The meeting on record: the last it was brought to.
        var meeting: String?
        /// Its last change.
        var changed: Day
        var owner: String? {
            didSet { if let owner { owners.insert(owner) } }
        }
        /// Everybody who has owned it.
        private(set) var owners: Set<String> = []
        var carries = 0
        /// It was put off, or its meeting was called off, and it comes before the next meeting that there is.
        var comesBack = false
        var boardDefers = 0
        var reopens = 0
        var attempts = 0
        var neededBy: Day?
        var due: Day?
        var isClear = true
        var hasConsent = true
        /// Meetings hear it: with consent, or as a gap raised without a name.
        var mayBeHeard: Bool { hasConsent || (!isIndividual && isAnonymous) }
        var wasWithdrawn = false
        var isSuspended = false
        /// It was to be taken in private once, and is from then on.
        var isPrivate = false
        var isBoards = false
        var isNoFurtherAction = false
        var resolver: String?
        /// What it was merged into.
        var lead: String?
        /// The group that had it, and reported: notice that it gave before stands.
        var reporter: String?
        var isOpen: Bool { place != .end }
    }

    struct Decision {
        let ref: String
        /// Of the issue, or the number of the item.
        let subject: String
        let isStanding: Bool
        /// A later, complete meeting confirmed it.
        var isConfirmed = false
    }

    struct Meeting {
        let body: String
        var date: Day
        var state = "scheduled"
        var isLaidOut = false
        var isCirculated = false
        /// It confirmed what another decided.
        var hasConfirmed = false
        /// What came since its agenda was last laid out.
        var since: Set<String> = []
        /// Whose seat is filled, by whom: by themselves, or by who came for them. Guests fill none but their own.
        var comes: [String: String] = [:]
        /// Each person there, with whose seat they fill.
        var present: [String: String] { Dictionary(uniqueKeysWithValues: comes.map { ($1, $0) }) }
        var decisions: [Decision] = []
        /// Who withdrew from what.
        var withdrawn: [String: Set<String>] = [:]
        /// What time ran out for.
        var notReached: Set<String> = []
        var isAhead: Bool { state == "scheduled" || state == "published" }
        func isProvisional(_ subject: String) -> Bool {
            Cast.isProvisional(at: body, present: present, without: withdrawn[subject] ?? [])
        }
        var isComplete: Bool { !Cast.isProvisional(at: body, present: present, without: []) }
        var isUnconfirmed: Bool { decisions.contains { !$0.isConfirmed && isProvisional($0.subject) } }
    }

    struct Action {
        var owner: String
        let issue: String?
        /// At whose meeting it was set.
        var body: String?
        var state = "open"
        /// It goes on without its issue.
        var stands = false
        var isOpen: Bool { ["open", "in-progress", "done-proposed"].contains(state) }
    }

    struct Matter {
        let body: String
        /// Nil while it waits for one.
        var meeting: String?
        var carries = 0
        var isOpen = true
    }

    /// What was delegated or referred, and is to be reported on.
    struct Report {
        let body: String
        let due: Day
        var isOpen = true
    }

    var issues: [String: Issue] = [:]
    var meetings: [String: Meeting] = [:]
    var actions: [String: Action] = [:]
    var matters: [String: Matter] = [:]
    var reports: [String: Report] = [:]
    /// What contradicts the list in what was answered.
    var surprises: [String] = []

    /// A body's meetings to come, soonest first.
    func ahead(of body: String, from day: Day) -> [String] {
        meetings.filter { $0.value.body == body && $0.value.isAhead && $0.value.date >= day }
            .sorted { ($0.value.date, $0.key) < ($1.value.date, $1.key) }.map(\.key)
    }

    func issues(at place: Place) -> [String] { issues.filter { $0.value.place == place }.map(\.key).sorted() }
    func openActions(of issue: String) -> [String] {
        actions.filter { $0.value.issue == issue && $0.value.isOpen }.map(\.key).sorted()
    }
    func merged(into issue: String) -> [String] {
        issues.filter { $0.value.state == "merged" && $0.value.lead == issue }.map(\.key).sorted()
    }
    /// Those, and what was merged into them.
    func parts(of issue: String) -> [String] {
        merged(into: issue).flatMap { [$0] + parts(of: $0) }
    }
}
