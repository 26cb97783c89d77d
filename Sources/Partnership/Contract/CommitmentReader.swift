import Workflow

/// What action logs, minutes and letters read of a commitment: what was promised to somebody outside, what they have to
/// decide of what was agreed in principle, or what somebody has to report on that was delegated or referred to them.
public struct CommitmentReader: ItemReader {
    public enum Field: String, CaseIterable, Sendable {
        case body, text, owner, due, repeats, follows, issue, matter, meeting, item, decision, evidence, decided, minute
        case answer, group
        case askedBy = "asked-by"
        case subjectTo = "subject-to"
        case beforeMeeting = "before-meeting"
        case decidedOn = "decided-on"
        case sentOn = "sent-on"
        case handedTo = "handed-to"
        case reportedOn = "reported-on"
        case doneOn = "done-on"
    }

    public static let contract = Contract.commitment
    public let item: Item
    public let definition: Definition

    public init(_ item: Item, _ definition: Definition) {
        self.item = item
        self.definition = definition
    }

    public var body: String? { text(.body) }
    /// What is to be supplied, or decided.
    public var text: String? { text(.text) }
    /// Who outside asked for it.
    public var askedBy: String? { text(.askedBy) }
    /// Whose decision it needs.
    public var subjectTo: String? { text(.subjectTo) }
    /// The group that is to report.
    public var group: String? { text(.group) }
    /// The organisation that is to report.
    public var handedTo: String? { text(.handedTo) }
    /// A person's id.
    public var owner: String? { text(.owner) }
    public var due: Day? { day(.due) }
    /// Months after which it falls due again.
    public var repeats: Int? { number(.repeats) }
    public var issue: String? { text(.issue) }
    public var matter: String? { text(.matter) }
    /// The meeting at which it was made.
    public var meeting: String? { text(.meeting) }
    /// The number of the item of that meeting under which it was made.
    public var agendaItem: String? { text(.item) }
    /// The decision that it follows up, `D-board-2020-3`.
    public var decision: String? { text(.decision) }
    public var evidence: String? { text(.evidence) }
    public var answer: String? { text(.answer) }
    /// The day on which it was recorded that it had ended.
    public var doneOn: Day? { day(.doneOn) }
    /// The day on which it ended: they decided or reported, or it was sent.
    public var endedOn: Day? { day(.decidedOn) ?? day(.reportedOn) ?? day(.sentOn) ?? doneOn }

    /// As an action log tells it.
    public var status: ActionLine.Status {
        if means("withdrawn") { return .cancelled }
        return item.state.flatMap { definition[$0] }?.isEnd == true ? .done : .open
    }

    /// What came of what was delegated or referred.
    public var report: DecisionLine.Report.Outcome {
        if let day = day(.reportedOn) { return .given(on: day, words: answer) }
        return means("withdrawn") ? .dropped : .awaited
    }

    /// What came of a decision in principle.
    public var outcome: DecisionLine.Principle.Outcome {
        let isConfirmed = text(.decided) == "confirmed"
        guard let day = day(.decidedOn), isConfirmed || text(.decided) == "refused" else {
            return means("withdrawn") ? .sought : .awaited
        }
        return isConfirmed
            ? .confirmed(on: day, minute: text(.minute)) : .refused(on: day, minute: text(.minute), answer: answer)
    }
}
