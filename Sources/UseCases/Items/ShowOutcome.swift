import Partnership
import Register
import class Register.Operation
import Workflow

/// What there is to tell of an event that happened: the item as it stands since, and what comes next.
public struct ShowOutcome: Question {
    public let caused: Caused

    public init(_ caused: Caused) { self.caused = caused }

    public func answer(from view: View, as standing: Standing) throws -> ShownOutcome {
        let item = try view.item(caused.reference, workflow: caused.workflow)
        return try ShownOutcome(caused, item, from: view, as: standing)
    }
}

/// What an event did, for a person and for a program.
public struct ShownOutcome: Codable, Sendable {
    /// The event that most often comes next.
    public struct Next: Codable, Sendable {
        public let event: String
        /// The titles of the roles that may, when the asker may not.
        public let others: [String]
        /// What stands in the way, when it is not only who asks.
        public let reasons: [Reason]
    }

    public let item: ItemAnswer
    public let eventTitle: String
    /// The title of the state before; nil when the item began with it.
    public let fromTitle: String?
    public let stateTitle: String
    /// It went to another state, or began.
    public let hasMoved: Bool
    public let recorded: [String]
    /// The decisions among them that hold only once a later meeting has confirmed them (rule R8).
    public let provisional: [String]
    /// Items that had become part of it and go on by themselves again.
    public let released: [String]
    /// Issues that had to follow: those of a meeting that is called off or moved.
    public let told: [Outcome.Told]
    /// It erased nothing, and whoever asks may still cause it where the item is now.
    public let canBeUndone: Bool
    /// What is due first of what the event set; of all that lies ahead where it set nothing.
    public let due: ClockLine?
    /// Nil when nothing is expected to follow.
    public let next: Next?
    /// Individual issues of the same theme and area, when there are so many that they ask for one systemic issue.
    public let alike: [String]
    /// So many days were looked back for those.
    public let alikeDays: Int
    /// The clocks that run besides.
    public let clocks: [ClockLine]
    /// Papers that went out and name the issue: those of meetings to come, when what they print of it has changed with this
    /// event, and all of them when it may not be printed any more.
    public let papersOut: [PaperOut]
    /// For an issue that came in: the next meeting of its area that it can come before; nil while none is scheduled.
    public let ahead: Ahead?
    /// The title of its area, for an issue that came in where no LAP meets.
    public let withoutLAP: String?
    /// How whoever raised it has to be spoken or written to, where the event is a contact with them.
    public let needs: [String]
    /// What was taken out of everything else that is kept; nil where nothing was erased.
    public internal(set) var taken: Caused.Taken?

    public struct Ahead: Codable, Sendable {
        /// The body's title.
        public let body: String
        public let meeting: NextMeeting
    }

    public struct PaperOut: Codable, Sendable {
        public let file: String
        public let issued: Day
        /// Its meeting is still to come.
        public let isAhead: Bool
    }

    init(_ caused: Caused, _ item: StoredItem, from view: View, as standing: Standing) throws {
        let definition = item.definition
        self.item = try ItemAnswer(item, from: view, as: standing)
        eventTitle = definition.event(caused.event)?.title ?? caused.event
        fromTitle = caused.from.map { definition[$0]?.title ?? $0 }
        stateTitle = definition[caused.state]?.title ?? caused.state
        hasMoved = caused.from != caused.state
        recorded = caused.recorded
        provisional = try view.decisions(on: item).filter {
            caused.recorded.contains($0.reference) && $0.isProvisional
        }.map(\.reference)
        released = caused.released
        told = caused.told
        let event = definition.event(caused.event)
        canBeUndone =
            try event?.erases.isEmpty ?? true
            && view.actor(standing, towards: item).roles.contains { event?.by.contains($0) ?? false }
        taken = caused.taken
        let seen = try view.seen(item, as: standing, isNoted: false)
        let clocks = seen.clocks.map(ClockLine.init)
        let counting = clocks.filter { $0.pausedOn == nil && !$0.onlyReminds }
        let told =
            counting.first { caused.clocks.contains($0.clock) } ?? counting.first { $0.due >= view.today }
            ?? counting.first
        due = told
        self.clocks = clocks.filter { $0.clock != told?.clock }
        next = item.isOpen ? try Next(item, from: view, as: standing) : nil
        let thresholds = try view.reference.thresholds
        alikeDays = thresholds.alikeDays
        alike = try ShownOutcome.alike(caused, item, thresholds, view)
        let isNew = caused.from == nil && item.isOpen
        ahead = isNew ? try Ahead(item, from: view) : nil
        let area = isNew && item.workflow == "issue" && item.issue.isScreenClear ? item.issue.area : nil
        withoutLAP = try area.flatMap {
            try view.reference.lap(ofArea: $0) == nil ? view.reference.area($0)?.title : nil
        }
        needs = try event?.ask("method") == nil ? [] : view.needs(of: item, as: standing)
        papersOut =
            caused.changesPapers
            ? try ShownOutcome.papersOut(item, ahead: !caused.leavesPapers, view) : []
    }

    /// What comes before a meeting all the same is for somebody to look at, and what may not be printed any more wherever
    /// it went out.
    private static func papersOut(_ item: StoredItem, ahead: Bool, _ view: View) throws -> [PaperOut] {
        try view.issuedForMeetings(naming: item, ahead: ahead).map { paper in
            let day = try view.item(paper.item).meeting.date
            return PaperOut(
                file: paper.name, issued: paper.day, isAhead: day.map { $0 >= view.today } ?? false)
        }
    }

    private static func alike(
        _ caused: Caused, _ item: StoredItem, _ thresholds: Thresholds, _ view: View
    ) throws -> [String] {
        // When it comes in, and when it is said whether it is one child's: mostly on acceptance.
        let saysScope = caused.from != caused.state && item.definition.event(caused.event)?.ask("scope") != nil
        guard item.workflow == "issue", caused.from == nil || saysScope, let theme = item.text("theme"),
            let area = item.text("area"), try view.reference.lap(ofArea: area) != nil
        else { return [] }
        let found = try view.individualIssues(
            theme: theme, area: area, in: view.today - thresholds.alikeDays...view.today)
        return found.count >= thresholds.alike ? found : []
    }
}

extension ShownOutcome.Ahead {
    fileprivate init?(_ item: StoredItem, from view: View) throws {
        guard item.workflow == "issue", item.issue.isScreenClear, let area = item.text("area"),
            let lap = try view.reference.lap(ofArea: area),
            let next = try view.nextMeeting(of: lap.id, after: view.today - 1)
        else { return nil }
        self.init(body: lap.title, meeting: try NextMeeting(next, of: lap, view))
    }
}

extension ShownOutcome.Next {
    fileprivate init?(_ item: StoredItem, from view: View, as standing: Standing) throws {
        let options = try view.options(for: item, as: standing, on: view.today)
        // While the time to divert runs, nothing else comes first.
        let mustDivert = item.definition.clocks(meaning: "divert").contains { item.item.clocks[$0.name] != nil }
        let name = mustDivert ? "divert" : item.definition[item.state]?.usual
        guard let usual = options.first(where: { $0.event.name == name }) else { return nil }
        event = usual.event.name
        switch usual.verdict {
        case .open:
            others = []
            reasons = []
        case .refused(let refused) where refused.allSatisfy { $0.kind == .role }:
            others = usual.event.by.filter { $0 != "system" }.map(item.definition.title(ofRole:))
            reasons = []
        // Nothing is missing but somebody else.
        case .refused(let refused) where refused.allSatisfy { !$0.others.isEmpty }:
            others = Set(refused.flatMap(\.others)).map(item.definition.title(ofRole:)).sorted().map { "another \($0)" }
            reasons = []
        case .refused(let refused):
            others = []
            reasons = refused
        }
    }
}

extension CauseEvent: Rehearsable {
    public func judge(from view: View, as standing: Standing) throws -> Caused {
        try judged(from: view, as: standing).caused
    }

    fileprivate func judged(from view: View, as standing: Standing) throws -> (caused: Caused, item: StoredItem) {
        let before = try item.map { try view.item($0, workflow: workflow) }
        let outcome = try view.judge(
            event, of: workflow, on: before, given: given, as: standing, day: view.today, expect: expected)
        guard let before else { return (Caused(outcome, on: view.today), outcome.item) }
        try mustKeepNoDetails(of: before, from: view, as: standing)
        try mustBeFreeOfDetails(outcome.item, from: view, as: standing)
        try mustBePrintable(outcome.item, since: before, from: view, as: standing)
        return (try Caused(outcome, before: before, on: view.today, from: view), outcome.item)
    }
}

extension Workplace {
    /// What an event would come to, without causing it.
    public func foresee(_ event: CauseEvent, for request: Request) throws -> ShownOutcome {
        try rehearse(Foreseen(event: event), for: request)
    }

    /// Every reason why an event cannot happen with what is given so far; none when it can.
    public func objections(to event: CauseEvent, for request: Request) throws -> [Reason] {
        do {
            _ = try rehearse(event, for: request)
            return []
        } catch RegisterError.refused(let reasons) {
            return reasons
        }
    }
}

/// An event whose whole outcome is looked at without causing it.
private struct Foreseen: Rehearsable {
    let event: CauseEvent
    var name: String { event.name }
    var happened: Day? { event.happened }

    func equipped(from share: Share) -> Foreseen { Foreseen(event: event.equipped(from: share)) }

    func perform(in operation: Operation, as standing: Standing) throws -> ShownOutcome {
        try judge(from: operation.view, as: standing)
    }

    func judge(from view: View, as standing: Standing) throws -> ShownOutcome {
        let (caused, item) = try event.judged(from: view, as: standing)
        // A prompt asks about it once, when all is given.
        try event.mustTellNothingPrivate(of: item, from: view, as: standing)
        if let name = event.item {
            try event.mustChangeSomething(view.item(name, workflow: event.workflow), item)
        }
        var shown = try ShownOutcome(caused, item, from: view, as: standing)
        if let name = event.item,
            let taking = try event.takingOut(of: view.item(name, workflow: event.workflow), from: view)
        {
            shown.taken = try Caused.Taken(
                taking, from: taking.shown(to: standing, from: view), in: nil, view: view, for: standing)
        }
        return shown
    }
}
