import Workflow

/// All that is known about a meeting that any edition of its papers may need. Which audience sees what is decided by the
/// edition, not here; but nothing here is a raiser's or a child's personal detail.
///
/// Made with what every meeting has; the rest starts empty and is set as it becomes known.
public struct MeetingPapers: Hashable, Sendable {
    public var body: Body
    /// `north-2020-01-14`.
    public var ref: String
    public var date: Day
    /// The day the papers are made for: overdue is counted from it.
    public var asOf: Day
    /// It does not take place.
    public var isCalledOff = false
    /// The day it was to meet on before it was moved.
    public var movedFrom: Day?
    /// Why it was, or why it does not take place.
    public var changedBecause: String?
    /// Where it does not take place: the day of the meeting that comes after it instead; nil while none is fixed.
    public var instead: Day?
    /// Which meeting of the body's series it is.
    public var number: Int?

    public var starts: ClockTime?
    public var ends: ClockTime?
    public var venue: String?
    /// How to join, in a sentence or two.
    public var joining: String?
    public var access: AccessContact?
    public var chair: PapersPerson?

    /// The day the agenda was issued.
    public var issued: Day?
    public var supplements: [Supplement] = []
    /// What is printed otherwise than where the agenda was issued first; empty while it is the same.
    public var changes: [AgendaChange] = []
    /// The day on which it was issued first, where anything was changed since.
    public var changedSince: Day?
    /// What the minutes told, by edition, when they went out before.
    public var toldBefore: [ToldBefore] = []
    public var agenda: [AgendaEntry] = []
    /// The body's action log: the open actions, and those closed since the agenda of the last meeting went out.
    public var actions: [ActionLine] = []
    /// Something else stood on the log that is in no paper any more.
    public var isActionLeftOut = false
    /// So did something that this meeting set.
    public var isOwnActionLeftOut = false
    public var answers: [YouSaidWeDid] = []
    public var background: [BackgroundPaper] = []
    public var nextDates: [NextDate] = []
    /// Of a notice: the meeting itself, then those of its body that come after it.
    public var calendar: [CalendarMeeting] = []
    /// Of an action log: whose actions it tells; nil for all.
    public var lead: PapersPerson?
    /// Of a body's page: its public papers that stand.
    public var published: [PublishedPaper] = []
    /// What stands under standing items besides what is brought.
    public var standing = StandingFacts()

    /// As the meeting opened; nil until attendance is known.
    public var quorum: QuorumFinding?
    /// For each item that was reached, in the order of the agenda.
    public var itemQuorums: [ItemQuorum] = []
    /// The day of the later meeting that confirmed what was provisional; nil while none has.
    public var confirmedOn: Day?
    /// Decisions of earlier meetings that this one confirmed.
    public var confirmed: [ProvisionalDecision] = []
    public var parentRep: ParentRepFinding
    /// What the role that speaks for parents and carers is called.
    public var parentTitle: String
    public var attendance: [AttendanceLine] = []
    public var declarations: [DeclarationLine] = []

    public var status: MinutesStatus = .draft
    /// When the meeting was closed, as it was written down: `12:05`.
    public var concludedAt: String?
    /// Corrections made when the minutes were agreed.
    public var corrections: [String] = []
    /// The same of what was taken in private.
    public var privateCorrections: [String] = []
    public var minutes: [MinuteEntry] = []
    /// Why items were taken in private without a resolution to exclude the public; nil when there was one, or need be none.
    public var notExcludedBecause: String?
    public var escalations: [EscalationLine] = []
    /// It is on record that the meeting gave nothing to another body: neither referred nor delegated anything.
    public var isNothingSent = false
    public var feedbackOwed: [FeedbackOwed] = []
    public var notReached: [NotReached] = []
    /// The number of the item that only an extract is printed of; nil for the whole.
    public var extract: String?
    /// What whoever answers families is called.
    public var answering: String?
    /// Whom to ask about them.
    public var officer: PublicContact?
    /// Who signed the minutes.
    public var signatory: PapersPerson?
    /// Where the journal had come to when the meeting's own record last changed: `143-a1b2c3d4e5f6-2026-11-26`.
    public var head: String?

    public init(
        body: Body, ref: String, date: Day, asOf: Day, parentTitle: String = "parent carer representative"
    ) {
        self.body = body
        self.ref = ref
        self.date = date
        self.asOf = asOf
        self.parentTitle = parentTitle
        self.parentRep = body.kind == .lap ? .expected : .notRequired
    }
}

extension MeetingPapers {
    /// The same, of which one item's minutes are printed.
    ///
    /// - Parameter number: of the item; nil for the whole.
    public func extract(of number: String?) -> MeetingPapers {
        var papers = self
        papers.extract = number
        return papers
    }
}

extension MeetingPapers {
    /// The same, with what is told in public of some issues closed: another body took them in private since.
    public func closing(_ issues: Set<String>) -> MeetingPapers {
        guard !issues.isEmpty else { return self }
        func closed(_ part: PaperPart, _ issue: String?) -> PaperPart {
            part == .one && issue.map(issues.contains) ?? false ? .closedSince : part
        }
        let items = Set(minutes.filter { $0.issue.map(issues.contains) ?? false }.map(\.number))
        var papers = self
        for index in minutes.indices {
            papers.minutes[index].part = closed(minutes[index].part, minutes[index].issue)
        }
        for index in actions.indices {
            papers.actions[index].part = closed(actions[index].part, actions[index].issue)
        }
        for index in escalations.indices {
            papers.escalations[index].part = closed(escalations[index].part, escalations[index].issue.ref)
        }
        for index in notReached.indices where notReached[index].part == .one && items.contains(notReached[index].number)
        {
            papers.notReached[index].part = .closedSince
        }
        return papers
    }
}
