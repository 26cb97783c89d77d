import Partnership
import Register
import class Register.Operation
import Workflow

/// Calls for items of a meeting and for reports to it, or reminds whoever has not answered.
public struct CallForItems: Deed {
    public let meeting: String
    /// The day by which they are to answer; nil for the cut-off, or the day that was told before.
    public let by: Day?
    public let name = "agenda call"

    public init(for meeting: String, by: Day? = nil) {
        self.meeting = meeting
        self.by = by
    }

    public func perform(in operation: Operation, as standing: Standing) throws -> MadeCall {
        let meeting = try operation.view.item(meeting, workflow: "meeting")
        try standing.must(.buildAgenda, at: operation.view.body(of: meeting))
        let (new, reminded) = try operation.call(for: meeting, by: by)
        return MadeCall(
            called: new.map(\.name), reminded: reminded.map(\.name),
            call: try CallAnswer(meeting, from: operation.view))
    }
}

/// Records what those who were called answered.
public struct AnswerCall: Deed {
    public let meeting: String
    /// Who said what they bring, named as it is written.
    public let bringing: [String]
    /// Who has nothing to bring.
    public let nothing: [String]
    public let name = "agenda call"

    public init(for meeting: String, bringing: [String], nothing: [String]) {
        self.meeting = meeting
        self.bringing = bringing
        self.nothing = nothing
    }

    public func perform(in operation: Operation, as standing: Standing) throws -> CallAnswer {
        let meeting = try operation.view.item(meeting, workflow: "meeting")
        try standing.must(.buildAgenda, at: operation.view.body(of: meeting))
        for name in bringing { try operation.answer(name, to: meeting, with: .items) }
        for name in nothing { try operation.answer(name, to: meeting, with: .nothing) }
        return try CallAnswer(meeting, from: operation.view)
    }
}

/// The call for items of a meeting: who was called, and who has answered.
public struct ShowCall: Question {
    public let meeting: String

    public init(for meeting: String) { self.meeting = meeting }

    public func answer(from view: View, as standing: Standing) throws -> CallAnswer {
        let meeting = try view.item(meeting, workflow: "meeting")
        try standing.must(.buildAgenda, at: view.body(of: meeting))
        return try CallAnswer(meeting, from: view)
    }
}

/// What a call did.
public struct MadeCall: Sendable, Codable {
    /// The names of those who were called for the first time.
    public let called: [String]
    public let reminded: [String]
    public let call: CallAnswer
}

/// A call for items, with what its text tells: names nobody that a family's concern is about, and no issue.
public struct CallAnswer: Sendable, Codable {
    /// Somebody who was called.
    public struct Line: Sendable, Codable {
        /// The person, or the organisation.
        public let name: String
        public let on: Day
        public let by: Day
        public let reminded: Day?
        public let answered: Day?
        /// `items` or `nothing`.
        public let answer: String?
        /// What they lead and brought, `M-3`.
        public let brought: [String]
        public let isWaiting: Bool
    }

    /// A standing item that somebody other than the chair leads, and so reports under.
    public struct Report: Sendable, Codable {
        public let number: String
        public let title: String
        /// A role's title.
        public let lead: String
    }

    public let meeting: String
    public let bodyTitle: String
    public let date: Day
    public let time: String?
    public let venue: String?
    /// By then they are to answer; the cut-off while nobody was called.
    public let by: Day
    public let cutOff: Day
    public let publishBy: Day
    /// The title of the role that takes what is about a family.
    public let familiesTo: String
    public let lines: [Line]
    public let reports: [Report]

    init(_ meeting: StoredItem, from view: View) throws {
        let body = try view.body(of: meeting)
        let date = meeting.meeting.date ?? view.today
        let dates = try view.dates(of: body, meetingOn: date)
        let called = try view.called(for: meeting)
        let reference = try view.reference
        self.meeting = meeting.reference
        bodyTitle = body.title
        self.date = date
        time = meeting.meeting.time ?? body.meets
        venue = meeting.meeting.venue
        by = called.map(\.by).max() ?? dates.cutOff
        cutOff = dates.cutOff
        publishBy = dates.publishBy
        let answers = reference.roles(with: .answers)
        familiesTo = reference.roles.first { answers.contains($0.name) }?.title ?? body.title
        lines = called.map { called in
            Line(
                name: called.party.name, on: called.on, by: called.by, reminded: called.reminded,
                answered: called.answered, answer: called.answer?.rawValue, brought: called.brought,
                isWaiting: called.isWaiting)
        }
        let chairs = reference.roles(with: .chairs)
        reports = body.agenda.enumerated().compactMap { index, item in
            chairs.contains(item.lead)
                ? nil : Report(number: String(index + 1), title: item.title, lead: reference.title(ofRole: item.lead))
        }
    }
}
