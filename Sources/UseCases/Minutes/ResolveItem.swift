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

    /// Where it goes on that it is deferred, delegated or referred, each as it is written.
    public struct Onward: Sendable {
        /// A meeting's reference or `next`; a group or a person; an organisation.
        public let to: String?
        /// By when it is to be reported on.
        public let by: Day?
        /// Who sees to it that it is; nil for whoever minutes, and where a person is to report.
        public let owner: String?

        public init(to: String?, by: Day? = nil, owner: String? = nil) {
            self.to = to
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
    /// Nil for what the meeting settles.
    public let onward: Onward?
    /// It may give away what was taken in private, and is to be minuted in public all the same.
    public let isForPublic: Bool
    public let name = "minutes resolve"

    public init(
        _ that: String, limbs: [String] = [], kind: DecisionLine.Kind, under item: String, of meeting: String,
        vote: Vote? = nil, dissents: [Dissent] = [], inPrinciple principle: InPrinciple? = nil, onward: Onward? = nil,
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
        self.onward = onward
        self.isForPublic = isForPublic
    }

    private static let that = Field(name: "that", title: "That", kind: .line, limit: 2_000)
    private static let subjectTo = Field(name: "subject-to", title: "Decided by", kind: .line, limit: 280)
    private static let referredTo = Field(name: "to", title: "Referred to", kind: .line, limit: 280)
    private static let dissent = Field(name: "dissent", title: "Dissent", kind: .line, limit: 1_000)

    public func perform(in operation: Operation, as standing: Standing) throws -> DecisionAnswer {
        let reading = try MeetingReading(of: meeting, from: operation.view, as: standing)
        try standing.must(.minute, at: reading.body)
        let line = try operation.view.agendaItem(item, of: reading.meeting)
        guard line.issue == nil else { throw try belongsToIssue(line, reading) }
        guard !line.isHeading || !line.isPrivate else {
            throw RegisterError.refused([
                Reason(
                    kind: .rule,
                    sentence: "Item \(line.number) is the heading of the private items, and no matter itself.",
                    remedies: [.say("Name the private item that it is about.")], code: "R10")
            ])
        }
        let wording = try ([sentence] + limbs).map { try Self.that.recorded($0) }.joined(separator: "\n")
        let dissents = try dissents.map { dissent in
            (person: try operation.view.known(dissent.person), words: try Self.dissent.recorded(dissent.words))
        }
        let sought = try principle.map { principle in
            try DecisionSought(
                subjectTo: Self.subjectTo.recorded(principle.subjectTo), by: principle.by,
                owner: principle.owner.map { try operation.view.known($0) } ?? standing.person)
        }
        let goesOn = try onward(at: reading, from: operation.view, as: standing)
        for text in [wording, sought?.subjectTo ?? "", kind == .referred ? onward?.to ?? "" : ""]
            + dissents.map(\.words)
        {
            let matters = try operation.view.privateMatters(
                in: text, under: line, of: reading.meeting, to: standing)
            guard isForPublic || matters.isEmpty else {
                throw PrivateMatters.refusal(matters, "item \(item) is public")
            }
        }
        let reference = try operation.resolve(
            kind: kind, wording: wording, vote: vote, dissents: dissents, under: line, at: reading.meeting,
            seeking: sought, onward: goesOn)
        return DecisionAnswer(try operation.view.decision(reference))
    }

    /// What is deferred comes back at a meeting; what is delegated or referred is somebody's to report on, by a day.
    private func onward(
        at reading: MeetingReading, from view: View, as standing: Standing
    ) throws -> DecisionOnward? {
        switch kind {
        case .deferred:
            guard let to = onward?.to else {
                throw missing(
                    ["to"], "What is deferred comes back at a meeting, and none is named.",
                    "A meeting to come, or: next.")
            }
            guard onward?.by == nil, onward?.owner == nil else {
                throw unasked("What is deferred comes back by itself: nobody reports on it.")
            }
            guard to.lowercased() != "next" else {
                // What is written down late comes to no meeting that is over, too.
                let day = max(reading.meeting.meeting.date ?? view.today, view.today - 1)
                return .meeting(try view.nextMeeting(of: reading.body.id, after: day))
            }
            return .meeting(try view.item(to, workflow: "meeting"))
        case .delegated, .referred:
            guard let to = onward?.to, let by = onward?.by else {
                throw missing(
                    [onward?.to == nil ? "to" : nil, onward?.by == nil ? "by" : nil].compactMap(\.self),
                    "What is \(kind.rawValue) is somebody’s to report on, by a day.",
                    kind == .delegated ? "A group or a person." : "An organisation.")
            }
            let owner = try onward?.owner.map { try view.known($0) }
            guard kind == .delegated else {
                return .report(
                    organisation: try Self.referredTo.recorded(to), owner: owner ?? standing.person, by: by)
            }
            let groups = try view.reference.bodies.filter { $0.kind == .group }
            let group = groups.first { [$0.id, $0.title].map { $0.lowercased() }.contains(to.lowercased()) }
            if let group { return .report(group: group, owner: owner ?? standing.person, by: by) }
            guard let person = try view.person(to) else {
                throw RegisterError.notFound(
                    "There is neither a group nor a person called so.",
                    remedies: [
                        .deed("members"),
                        .say(
                            groups.isEmpty
                                ? "There are no groups." : "The groups are \(groups.map(\.id).joined(separator: ", "))."
                        ),
                    ])
            }
            guard owner == nil else { throw unasked("Whoever it is delegated to sees to it.") }
            return .report(owner: person, by: by)
        case .noted, .agreed, .notAgreed, .agreedWithAmendment:
            guard onward == nil else {
                throw unasked("Only what is deferred, delegated or referred goes on to a meeting or to somebody.")
            }
            return nil
        }
    }

    private func missing(_ options: [String], _ sentence: String, _ what: String) -> RegisterError {
        .refused([Reason(kind: .missing, sentence: sentence, remedies: [.give(options), .say(what)])])
    }

    private func unasked(_ sentence: String) -> RegisterError {
        .refused([
            Reason(kind: .value, sentence: sentence, remedies: [.say("Leave that out, or give the kind as it was.")])
        ])
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
