import Partnership
import Register
import class Register.Operation
import Workflow

/// Records what a meeting resolved under an item that is about no issue: what becomes of an issue is recorded by its own
/// events.
public struct ResolveItem: Deed {
    /// Somebody who asked that it be minuted that they do not agree.
    public struct Dissent: Sendable {
        /// Named as it is written.
        public let person: String
        public let words: String

        public init(_ person: String, _ words: String) {
            self.person = person
            self.words = words
        }
    }

    /// That it is agreed in principle, because it is somebody else's to decide.
    public struct InPrinciple: Sendable {
        public let subjectTo: String
        public let by: Day
        /// Who sees to it, named as it is written; nil for whoever minutes.
        public let owner: String?

        public init(subjectTo: String, by: Day, owner: String? = nil) {
            self.subjectTo = subjectTo
            self.by = by
            self.owner = owner
        }
    }

    public let meeting: String
    /// The number on the agenda, `11.1`.
    public let item: String
    /// What follows "Resolved: That".
    public let that: String
    /// What follows it as i., ii., iii.
    public let limbs: [String]
    public let kind: DecisionLine.Kind
    /// Nil when it was agreed without one.
    public let vote: Vote?
    public let dissents: [Dissent]
    /// Nil for what the meeting decides itself.
    public let principle: InPrinciple?
    /// It may give away what was taken in private, and is to be minuted in public all the same.
    public let isForPublic: Bool
    public let name = "minutes resolve"

    public init(
        _ that: String, limbs: [String] = [], kind: DecisionLine.Kind, under item: String, of meeting: String,
        vote: Vote? = nil, dissents: [Dissent] = [], inPrinciple principle: InPrinciple? = nil,
        isForPublic: Bool = false
    ) {
        self.that = that
        self.limbs = limbs
        self.kind = kind
        self.item = item
        self.meeting = meeting
        self.vote = vote
        self.dissents = dissents
        self.principle = principle
        self.isForPublic = isForPublic
    }

    private static let that = Field(name: "that", title: "That", kind: .line, limit: 2_000)
    private static let subjectTo = Field(name: "subject-to", title: "Decided by", kind: .line, limit: 280)
    private static let dissent = Field(name: "dissent", title: "Dissent", kind: .line, limit: 1_000)

    public func perform(in operation: Operation, as standing: Standing) throws -> DecisionAnswer {
        let reading = try MeetingReading(of: meeting, from: operation.view, as: standing)
        try standing.must(.minute, at: reading.body)
        let line = try operation.view.agendaItem(item, of: reading.meeting)
        guard line.issue == nil else { throw try belongsToIssue(line, reading) }
        let wording = try ([sentence] + limbs).map { try Self.that.recorded($0) }.joined(separator: "\n")
        let dissents = try dissents.map { dissent in
            (person: try operation.view.known(dissent.person), words: try Self.dissent.recorded(dissent.words))
        }
        let sought = try principle.map { principle in
            try DecisionSought(
                subjectTo: Self.subjectTo.recorded(principle.subjectTo), by: principle.by,
                owner: principle.owner.map { try operation.view.known($0) } ?? standing.person)
        }
        for text in [wording, sought?.subjectTo ?? ""] + dissents.map(\.words) {
            let matters = try operation.view.privateMatters(in: text, under: line, of: reading.meeting)
            guard isForPublic || matters.isEmpty else {
                throw PrivateMatters.refusal(matters, "item \(item) is public")
            }
        }
        let reference = try operation.resolve(
            kind: kind, wording: wording, vote: vote, dissents: dissents, under: line, at: reading.meeting,
            seeking: sought)
        return DecisionAnswer(try operation.view.decision(reference))
    }

    /// As minutes begin it: whoever leaves out the "That" means it.
    private var sentence: String {
        that.lowercased().hasPrefix("that ") ? that : "That \(that)"
    }

    private func belongsToIssue(_ line: AgendaItem, _ reading: MeetingReading) throws -> RegisterError {
        // Which issue an item is about is not for everybody who minutes.
        let shown = try reading.agenda().first { $0.number == line.number }?.issue
        return .refused([
            Reason(
                kind: .rule,
                sentence: shown.map {
                    "Item \(line.number) is about \($0), and what is decided on an issue is one of its events."
                }
                    ?? "What is decided on the issue of item \(line.number) is one of its events.",
                remedies: [.say("See what can happen to it."), shown.map { .deed("show", on: $0) }].compactMap(\.self))
        ])
    }
}
