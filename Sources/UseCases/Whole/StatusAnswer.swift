import Packs
import Partnership
import Register
import Workflow

/// What `lap status` tells.
public struct StatusAnswer: Sendable, Codable {
    /// Something that is due, or takes place.
    public struct Line: Sendable, Codable {
        public let ref: String
        public let workflow: String
        public let state: String
        public let due: Day?
        /// The clock that falls due.
        public let dueFor: String?
        public let title: String?
        /// Received, or taking place.
        public let date: Day?
        /// What its clock asks for, in words.
        public let dueTitle: String?
        /// Whose it is to whoever asks, where something is due: `own`, the id of the body in which they hold the seat that does it,
        /// or `others`.
        public let whose: String?
        /// The event that does it, where one stands out.
        public let todo: String?
        /// The titles of the roles that may do it.
        public let by: [String]
        /// Why the event cannot happen yet, whatever were given with it.
        public let reasons: [Reason]

        /// The same where no day of its own says why it is told.
        public var withoutDay: Line { Line(self) }

        private init(_ line: Line) {
            (ref, workflow, state, title, date) = (line.ref, line.workflow, line.state, line.title, line.date)
            (due, dueFor, dueTitle, whose, todo) = (nil, nil, nil, line.whose, line.todo)
            (by, reasons) = (line.by, line.reasons)
        }

        struct Key: Hashable {
            let reference: String
            let clock: String?

            init(_ line: ItemLine) { (reference, clock) = (line.reference, line.clock) }
        }

        init(_ line: ItemLine, _ duty: Duty? = nil) {
            dueTitle = line.clockTitle
            todo = duty?.event
            by = duty?.roles ?? []
            reasons = duty?.reasons ?? []
            whose = duty.map { duty in
                switch duty.place {
                case .own: "own"
                case .body(let id): id
                case .others: "others"
                }
            }
            ref = line.reference
            workflow = line.workflow
            state = line.state
            due = line.due
            dueFor = line.clock
            title = line.title
            date = line.happens
        }
    }

    /// What may be a safeguarding matter and has not been passed on yet: before anything else.
    public let diversions: [Line]
    public let overdue: [Line]
    public let warned: [Line]
    public let coming: [Line]
    public let meetings: [Line]
    /// Issues that a meeting which is over has neither decided nor carried.
    public let undecided: [Line]
    /// Meetings with provisional decisions that nobody has confirmed.
    public let provisional: [Line]
    /// Meetings whose minutes a later meeting should have agreed, and did not.
    public let unagreed: [Line]
    /// Issues that the Board left undecided too often.
    public let exceptions: [Line]
    /// Papers that went out and have to be made again, or recalled, for those who prepare them.
    public let papers: [Paper]
    /// Families to be told that time ran out before their matter, for those who write to them.
    public let letters: [Letter]
    /// Calls for items of meetings to come that are due, or whose answers are, for those who lay out the agenda.
    public let calls: [Call]
    /// Meetings to come to which something can be brought for no more than a fortnight, for those who lay out the agenda.
    public let cutOffs: [NextMeeting]
    /// What published agendas of meetings to come lack, for those who lay them out.
    public let lacking: [Lacking]
    /// Terms of reference whose review is past, for those who minute for their body.
    public let terms: [TermsAnswer]
    /// Areas that nobody in a seat sees to, where issues are open or somebody once did, for those who seat people.
    public let unattended: [String]
    /// How many issues there are in each state.
    public let tally: [String: Int]
    /// How many lines there are in a list beyond those told, by its name, 100 where there are that many or more; none for a
    /// list that is whole.
    public let more: [String: Int]

    /// That a family is to be told.
    public struct Letter: Sendable, Codable {
        /// The issue.
        public let of: String
        /// The body that was to hear it, and when.
        public let body: String
        public let on: Day
    }

    /// A call for items of a meeting.
    public struct Call: Sendable, Codable {
        public let meeting: String
        /// The last day to call, or to answer.
        public let by: Day
        /// The names of those who have not answered.
        public let waitingFor: [String]
        /// They were called.
        public let isMade: Bool
    }

    /// What is brought to a meeting and is on no line of its published agenda.
    public struct Lacking: Sendable, Codable {
        public let meeting: String
        public let issues: [String]
    }

    /// A pack that went out and no longer says what is so.
    public struct Paper: Sendable, Codable {
        /// Its name without an extension.
        public let paper: String
        /// `agenda`, `minutes`, `board`, `letter`, `notice`, `news`, `briefing`, `page` or `log`.
        public let kind: String
        /// The meeting or the issue.
        public let of: String
        /// The number of the item whose minutes it is an extract of, or the day from which on it joins meetings.
        public let part: String?
        /// Nil for a letter.
        public let edition: String?
        public let issued: Day
        /// Why: clauses that go on from "because".
        public let because: [String]

        init(_ paper: PaperToMake) {
            self.paper = paper.paper.stem
            kind = paper.paper.kind
            of = paper.paper.item
            part = paper.paper.part
            edition = paper.paper.edition
            issued = paper.paper.day
            because = paper.causes.map(\.clause)
        }
    }

    init(
        _ report: StatusReport, duties: [Line.Key: Duty], papers: [PaperToMake] = [], letters: [Letter] = [],
        calls: [Call] = [], cutOffs: [NextMeeting] = [], lacking: [Lacking] = [],
        terms: [TermsAnswer] = [], unattended: [String] = []
    ) {
        self.letters = letters
        self.terms = terms
        self.unattended = unattended
        self.papers = papers.map(Paper.init)
        self.calls = calls
        self.cutOffs = cutOffs
        self.lacking = lacking
        func lines(_ list: [ItemLine]) -> [Line] { list.map { Line($0, duties[Line.Key($0)]) } }
        diversions = lines(report.diversions)
        overdue = lines(report.overdue)
        warned = lines(report.warned)
        coming = lines(report.coming)
        meetings = lines(report.meetings)
        undecided = lines(report.undecided)
        provisional = lines(report.provisional)
        unagreed = lines(report.unagreed)
        exceptions = lines(report.exceptions)
        more = Dictionary(uniqueKeysWithValues: report.more.map { ($0.key.rawValue, $0.value) })
        tally = Dictionary(uniqueKeysWithValues: report.tally.map { ($0.state, $0.count) })
    }
}

extension PaperToMake.Cause {
    /// What happened, behind "because".
    fileprivate var clause: String {
        switch self {
        case .recalled: "it was recalled"
        case .calledOff: "the meeting does not take place"
        case .notice: "when or where it meets was changed"
        case .moved: "the meeting that it names was moved"
        case .over: "the meeting that it names is over"
        case .passedOver(let day): "time ran out before it on \(day.words)"
        case .added: "something was added to the agenda"
        case .takenOff(let issue): "\(issue) was taken off"
        case .printedAgain(let issue): "\(issue) may be printed again"
        case .corrected(let issue): "what it prints of \(issue) was put right"
        case .record: "what the minutes say was put right"
        case .released: "what it left out was released"
        case .opened: "what it has as private was released"
        }
    }
}
