import Workflow

/// What lists, meetings and papers read of an issue.
public struct IssueReader: ItemReader {
    public enum Field: String, CaseIterable, Sendable {
        case received, area, district, theme, owner, safeguarding, anonymous, scope, families, phase, severity
        case parallel, summary, detail, services, agency, tried, consent, name, contact, born, format, meeting, action
        case carries, lead, criteria, ask, options, recommendation, evidence, escalated, group, plan, advice, outcome,
            question
        case said, did, impact, told
        case setting, destination, decision, report, reply
        case groupRecommendation = "group-recommendation"
        case reportedBy = "reported-by"
        case reportedOn = "reported-on"
        case repliedOn = "replied-on"
        case betweenBecause = "between-because"
        case childName = "child-name"
        case raisedBy = "raised-by"
        case outcomeSought = "outcome-sought"
        case consentWith = "consent-with"
        case actingFor = "acting-for"
        case nextMeeting = "next-meeting"
        case lateReason = "late-reason"
        case closedOn = "closed-on"
        case parentRepView = "parent-rep-view"
        case lapMeeting = "lap-meeting"
        case raisedAt = "raised-at"
        case submittedOn = "submitted-on"
        case isPrivate = "private"
        case privateBecause = "private-because"
        case schedule12A = "schedule-12a"
        case boardDate = "board-date"
        case boardDefers = "board-defers"
        case overrideReason = "override-reason"
        case awaitingMeeting = "awaiting-meeting"
        case boardOutcome = "board-outcome"
        case returnedOn = "returned-on"
        case toldOn = "told-on"
        case replyBy = "reply-by"
        case neededBy = "needed-by"
        case briefRedacted = "brief-redacted"
        case consentWithdrawnOn = "consent-withdrawn-on"
        case referredTo = "referred-to"
        case authorityGranted = "authority-granted"
        case commissioner, milestone, missing, reason, suspended
        case deferredBecause = "deferred-because"
        case askedOn = "asked-on"
        case newInformation = "new-information"
        case noFurtherAction = "no-further-action"
        case reviewOn = "review-on"
        case contactGiven = "contact-given"
        case outcomeEvidence = "outcome-evidence"
        case changed, method
        case reviewedOn = "reviewed-on"
        case changedBefore = "changed-before"
        case reviewedBeforeOn = "reviewed-before-on"
    }

    public static let contract = Contract.issue
    /// Texts that sheets and briefs print.
    public static let printed: Set<Field> = [
        .summary, .services, .agency, .tried, .outcomeSought, .ask, .recommendation, .options, .evidence,
        .parentRepView, .betweenBecause,
    ]
    /// Who raised it, for whom, and how to reach them: what says who a family is, and nothing else.
    public static let naming: Set<Field> = [.name, .contact, .actingFor, .childName]
    /// Who raises issues as what they are, and not as a person.
    public static let organisations: Set = ["school", "setting", "forum", "voluntary"]
    public let item: Item
    public let definition: Definition

    public init(_ item: Item, _ definition: Definition) {
        self.item = item
        self.definition = definition
    }

    public var received: Day? { day(.received) }
    public var replyBy: Day? { day(.replyBy) }
    public var neededBy: Day? { day(.neededBy) }
    public var missing: String? { text(.missing) }
    /// The area's id.
    public var area: String? { text(.area) }
    public var theme: String? { text(.theme) }
    /// A person's id.
    public var owner: String? { text(.owner) }
    /// The safeguarding screen found nothing (rule R1).
    public var isScreenClear: Bool { text(.safeguarding) == "no" }
    public var isAnonymous: Bool { flag(.anonymous) }
    public var scope: String? { text(.scope) }
    public var isSystemic: Bool { scope == "systemic" }
    public var families: Int? { number(.families) }
    /// Not known to be many families' (rule R21).
    public var mayBeOneFamilys: Bool { !isSystemic || (families ?? 0) < IssueSheet.fewFamilies }
    public var phase: String? { title(.phase) }
    public var severity: Int? { number(.severity) }
    public var raisedBy: String? { title(.raisedBy) }
    /// The titles of what else is under way; nil when nothing is.
    public var parallel: String? {
        let names = processes.filter { $0 != "none" }
        let choices: [Workflow.Field.Choice] =
            switch definition.field(Field.parallel.rawValue)?.kind {
            case .choice(let choices)?, .choices(let choices)?: choices
            default: []
            }
        let titles = names.map { name in choices.first { $0.name == name }?.title ?? name }
        return titles.isEmpty ? nil : titles.joined(separator: ", ")
    }
    /// An appeal is under way.
    public var isAppealed: Bool { processes.contains("tribunal") }
    /// One, where the workflow knows of no more.
    private var processes: [String] { text(.parallel).map { [$0] } ?? list(.parallel) }
    public var summary: String? { text(.summary) }
    public var services: String? { text(.services) }
    public var agency: String? { text(.agency) }
    public var tried: String? { text(.tried) }
    public var outcomeSought: String? { text(.outcomeSought) }
    public var action: String? { text(.action) }

    public var mayBeShared: Bool { list(.consent).contains("share-identifiably") }
    public var consentWith: String? { text(.consentWith) }
    /// It may be talked about without names: consent covers that, or it is a gap raised without a name, which needs none.
    public var mayBeDiscussed: Bool {
        list(.consent).contains("discuss-anonymised") || (isAnonymous && isSystemic)
    }
    /// Consent was taken back; whether it was given again since, the consent says.
    public var isConsentWithdrawn: Bool { consentWithdrawnOn != nil }
    public var consentWithdrawnOn: Day? { day(.consentWithdrawnOn) }
    /// How whoever raised it likes to read: `easy-read`.
    public var formats: [String] { list(.format) }

    /// The meeting it is before, and the one it was put off to.
    public var meeting: String? { text(.meeting) }
    public var nextMeeting: String? { text(.nextMeeting) }
    public var lateReason: String? { text(.lateReason) }
    /// What it was to come before did not have it, and it comes to the next.
    public var isAwaitingMeeting: Bool { flag(.awaitingMeeting) }
    /// The chair's, for a third deferral (rule R11).
    public var overrideReason: String? { text(.overrideReason) }
    /// How often a LAP carried it forward.
    public var carries: Int { number(.carries) ?? 0 }
    public var lead: String? { text(.lead) }

    /// The escalation criteria it meets, by code and title.
    public var criteria: [(code: String, title: String)] {
        guard case .choices(let choices)? = definition.field(Field.criteria.rawValue)?.kind else { return [] }
        let met = list(.criteria)
        return choices.filter { met.contains($0.name) }.map { ($0.name, $0.title) }
    }
    public var ask: String? { text(.ask) }
    public var options: String? { text(.options) }
    public var recommendation: String? { text(.recommendation) }
    public var evidence: String? { text(.evidence) }
    public var parentRepView: String? { text(.parentRepView) }
    /// The meeting that proposed to escalate it.
    public var lapMeeting: String? { text(.lapMeeting) }
    /// The meeting of the Board at which it was raised; nil for what came in otherwise, or went there from a LAP.
    public var raisedAt: String? { text(.raisedAt) }
    public var submittedOn: Day? { day(.submittedOn) }
    public var isEscalated: Bool { flag(.escalated) }

    /// Why the meeting it is before takes it in private; nil when it is to be taken in public (rule R10).
    public var privateGround: PrivateGround? {
        guard flag(.isPrivate) else { return nil }
        return PrivateGround(
            paragraph: number(.schedule12A).flatMap(Schedule12A.init), reason: text(.privateBecause))
    }
    /// How often the Board put it off.
    public var boardDefers: Int { number(.boardDefers) ?? 0 }
    public var isBoardOutcome: Bool { flag(.boardOutcome) }
    /// The group it was given to.
    public var group: String? { text(.group) }
    /// What a group reported that it had been given to, and what the group recommends; its id, and the day.
    public var report: String? { text(.report) }
    public var groupRecommendation: String? { text(.groupRecommendation) }
    public var reportedBy: String? { text(.reportedBy) }
    public var reportedOn: Day? { day(.reportedOn) }
    /// What whoever the Board asked has answered.
    public var reply: String? { text(.reply) }
    public var repliedOn: Day? { day(.repliedOn) }
    /// The chair's reason for asking the Board between meetings.
    public var betweenBecause: String? { text(.betweenBecause) }
    public var plan: String? { text(.plan) }
    public var advice: String? { text(.advice) }
    /// What the Board lets somebody do, with its decision.
    public var authorityGranted: String? { text(.authorityGranted) }
    public var returnedOn: Day? { day(.returnedOn) }
    /// Whom the Board asked, in words.
    public var referredTo: String? { text(.referredTo) }
    /// What it was asked.
    public var question: String? { text(.question) }

    public var outcome: String? { text(.outcome) }
    public var said: String? { text(.said) }
    public var did: String? { text(.did) }
    public var impact: String? { text(.impact) }
    public var outcomeEvidence: String? { text(.outcomeEvidence) }
    /// What it changed, as that was looked at last and the time before, the earlier first.
    public var reviews: [LaterChange] {
        let looks: [(on: Field, changed: Field)] = [(.reviewedBeforeOn, .changedBefore), (.reviewedOn, .changed)]
        return looks.compactMap { look in
            guard let on = day(look.on), let changed = text(look.changed) else { return nil }
            return LaterChange(on: on, text: changed)
        }
    }
    /// What whoever raised it was told, last.
    public var told: String? { text(.told) }
    public var toldOn: Day? { day(.toldOn) }
    /// Whoever raised it was told by letter, say, or whatever was tried last; nil where nobody could be reached.
    public var method: String? { text(.method) }
    public var closedOn: Day? { day(.closedOn) }
    /// The child's birth, where it is known.
    public var born: Day? { day(.born) }
    /// It was sent on elsewhere, and ended with that.
    public var isSentOn: Bool { destination != nil }
    /// Whom whoever raised it was told to turn to.
    public var contactGiven: String? { text(.contactGiven) }
    /// The id of where it was sent on to.
    public var destination: String? { text(.destination) }
    /// When whoever raised it asked to take it no further.
    public var askedOn: Day? { day(.askedOn) }
    /// For what it was opened again.
    public var newInformation: String? { text(.newInformation) }
    /// It was settled, last, by doing nothing more.
    public var isNoFurtherAction: Bool { flag(.noFurtherAction) }
    /// It rests until it is looked at again.
    public var isSuspended: Bool { flag(.suspended) }
    public var reviewOn: Day? { day(.reviewOn) }
}
