import Packs
import Partnership
import Register
import class Register.Operation
import Workflow

/// Causes an event of a workflow: one that begins an item, or one that moves an item. Who may, and what must be given,
/// is the workflow's to say.
public struct CauseEvent: Deed {
    public let workflow: String
    public let event: String
    /// The item's reference; nil for an event that begins one.
    public let item: String?
    /// Fields by name; references may be written as people write them.
    public let given: [String: Value]
    /// The version of the item that was seen; refused when it is no longer at that.
    public let expected: Int?
    /// Files that belong to it.
    public let attached: [AttachedFile]
    /// Whoever gives its texts says that they are for the public, though they may tell of something private.
    public let isForPublic: Bool
    private var share: Share?

    public init(
        _ event: String, of workflow: String, on item: String? = nil, given: [String: Value], expecting: Int? = nil,
        attaching attached: [AttachedFile] = [], isForPublic: Bool = false
    ) {
        self.attached = attached
        self.isForPublic = isForPublic
        self.event = event
        self.workflow = workflow
        self.item = item
        self.given = given
        expected = expecting
    }

    public var name: String { "\(workflow) \(event)" }

    /// What begins with the day it was received happened to the register on that day.
    public var happened: Day? {
        // What is sent on at once happens when it is sent on.
        guard item == nil, given["destination"] == nil, case .day(let received) = given["received"] else { return nil }
        return received
    }

    public func perform(in operation: Operation, as standing: Standing) throws -> Caused {
        guard let item else {
            try mustKeepNoDetails(of: nil, from: operation.view, as: standing)
            let outcome = try operation.begin(workflow, by: event, given: given, as: standing)
            try operation.attach(attached, to: outcome.item)
            try mustTellNothingPrivate(of: outcome.item, from: operation.view, as: standing)
            return Caused(outcome, on: operation.on)
        }
        let before = try operation.view.item(item, workflow: workflow)
        try mustKeepNoDetails(of: before, from: operation.view, as: standing)
        let taking = try takingOut(of: before, from: operation.view)
        // What its new text is like is nobody's question any more.
        let shown = try taking?.shown(to: standing, from: operation.view) ?? []
        try taking?.perform(in: operation)
        let outcome = try operation.cause(event, on: before, given: given, as: standing, expect: expected)
        try mustChangeSomething(before, outcome.item)
        try operation.attach(attached, to: outcome.item)
        if let taking {
            // Whether it can happen at all was said first.
            try taking.mustNotBeHeld(from: operation.view, for: standing)
            try operation.eraseLetters(goingWith: [(before, event)])
            try operation.setApart(taking.apart)
        }
        try mustTellNothingPrivate(of: outcome.item, from: operation.view, as: standing)
        try mustBeFreeOfDetails(outcome.item, from: operation.view, as: standing)
        try mustBePrintable(outcome.item, since: before, from: operation.view, as: standing)
        var caused = try Caused(outcome, before: before, on: operation.on, from: operation.view)
        caused.taken = try taking.map {
            try Caused.Taken($0, from: shown, in: operation, view: operation.view, for: standing)
        }
        return caused
    }

    /// What only puts right what it is given has to be given something. Throws `RegisterError.refused` for an event that takes
    /// fields, was given none and left everything as it was.
    func mustChangeSomething(_ before: StoredItem, _ after: StoredItem) throws {
        guard given.isEmpty, attached.isEmpty, let event = before.definition.event(event), !event.asks.isEmpty,
            event.effects.isEmpty, after.state == before.state, after.item.fields == before.item.fields
        else { return }
        throw RegisterError.refused([
            Reason(
                kind: .missing, sentence: "Nothing was given to change.",
                remedies: [.say("Give the fields that are to be put right.")])
        ])
    }

    /// What the event erases, looked for in everything else that is kept; nil for one that erases nothing. Afterwards nothing
    /// could look for it any more, and what papers print would be searched for nothing.
    func takingOut(of issue: StoredItem, from view: View) throws -> TakingOut? {
        guard workflow == "issue", let erases = issue.definition.event(event)?.erases, !erases.isEmpty else {
            return nil
        }
        guard let share else { throw RegisterError.damaged("an erasure without words to search by") }
        let area = issue.text("area")
        return try TakingOut(
            view.personalValues(of: issue.reference, in: Set(erases)), own: [issue.reference],
            // In what papers of its area print, a family name alone meant this family as long as the issue was open.
            isNear: { $0.isPrinted && ($0.area == nil || area == nil || $0.area == area) },
            erasing: [(issue, event)], share.ordinaryWords(), from: view)
    }

    public func equipped(from share: Share) -> CauseEvent {
        var equipped = self
        equipped.share = share
        return equipped
    }

    /// What many read tells of nothing that was taken in private, unless it is said to be for the public. Which matter it would
    /// be is not said, and whoever writes minutes nowhere is not asked: the question alone would tell them. Throws
    /// `RegisterError.refused` (rule R10).
    func mustTellNothingPrivate(of item: StoredItem, from view: View, as standing: Standing) throws {
        guard try !isForPublic && view.reference.bodies.contains(where: { standing.may(.minute, at: .of($0)) })
        else { return }
        let fields = try view.fieldsTellingPrivately(given, of: item)
        guard !fields.isEmpty else { return }
        let given = Sentences.list(fields.map { "“\($0)”" }, "and")
        throw PrivateMatters.refusal(
            "\(given) may tell of something that is not for the public, and papers print that for everybody.")
    }

    /// Whoever sends a brief on says that it is free of personal details. Throws `RegisterError.refused`, with every find,
    /// while the search for them finds any in what the brief prints (rule R12).
    func mustBeFreeOfDetails(_ issue: StoredItem, from view: View, as standing: Standing) throws {
        let attested = IssueReader.Field.briefRedacted.rawValue
        guard issue.workflow == "issue", issue.item.fields[attested] == .flag(true),
            issue.definition.event(event)?.ask(attested) != nil, let share
        else { return }
        let found = try view.told(view.details(inBriefOf: issue, share.ordinaryWords()), as: standing)
        guard !found.isEmpty else { return }
        let titles = Set(found.filter { $0.reference == issue.reference }.map(\.place))
        let remedies =
            issue.corrections(of: titles)
            + [.say("A value that was never true of anybody can be marked as mistaken.")]
        throw RegisterError.refused(
            found.sentences.enumerated().map { place, told in
                Reason(
                    kind: .rule, sentence: "A personal detail stands in what the brief prints: \(told).",
                    remedies: place + 1 < found.sentences.count ? [] : remedies, code: "R12")
            })
    }

    /// Nothing is kept of what an event empties, and so none of it in the few words that it takes either. Throws
    /// `RegisterError.refused`, with every find, while a personal detail stands in those (rule R1).
    func mustKeepNoDetails(of issue: StoredItem?, from view: View, as standing: Standing) throws {
        guard workflow == "issue", let share else { return }
        let definition = try issue?.definition ?? view.definition(workflow)
        let found = try view.told(
            view.details(keptBy: event, of: issue, in: definition, given: given, share.ordinaryWords), as: standing)
        guard !found.isEmpty else { return }
        throw RegisterError.refused(
            found.sentences.enumerated().map { place, told in
                Reason(
                    kind: .rule, sentence: "A personal detail stands in what would be kept: \(told).",
                    remedies: place + 1 < found.sentences.count
                        ? [] : [.say("Give only the number or code by which the other service knows it.")], code: "R1")
            })
    }

    /// What goes out with an event is a paper for everybody: an agenda or minutes of which none could be made are neither
    /// published nor circulated, nor does either get anything more to print. Throws `RegisterError.refused`, with every find
    /// (rule R9).
    func mustBePrintable(_ meeting: StoredItem, since before: StoredItem, from view: View, as standing: Standing) throws
    {
        guard meeting.workflow == "meeting", let share else { return }
        let (then, now) = (before.meeting, meeting.meeting)
        let (found, paper, remedies): ([PersonalFinding], String, [Remedy])
        if then.publishedOn == nil && now.publishedOn != nil || then.supplements < now.supplements {
            found = try view.details(inNoticeOf: meeting, share.ordinaryWords())
            paper = "this agenda"
            remedies = [
                .say("Take the words out where they stand, and lay the agenda out again:"),
                .deed("build-agenda", on: meeting.reference),
            ]
        } else if then.corrections != now.corrections, now.corrections != nil {
            found = try view.details(inMinutesOf: meeting, share.ordinaryWords())
            paper = "these minutes"
            remedies = [
                .say("Leave the words out of the corrections; what the minutes say is taken out for good:"),
                .deed("redact", on: meeting.reference),
            ]
        } else if then.circulatedOn == nil, now.circulatedOn != nil {
            found = try view.details(inMinutesOf: meeting, share.ordinaryWords())
            paper = "these minutes"
            remedies = [
                .say("Take the words out where they stand, or minute it anew:"),
                .deed("minute", on: meeting.reference),
            ]
        } else {
            return
        }
        let told = try view.told(found, as: standing)
        guard !told.isEmpty else { return }
        throw RegisterError.refused(
            told.sentences.prefix(10).enumerated().map { place, find in
                Reason(
                    kind: .rule, sentence: "No public paper could be made of \(paper), because of \(find).",
                    remedies: place > 0 ? [] : remedies, code: "R9")
            })
    }

    /// The same event with more given, or with other values.
    public func giving(_ more: [String: Value], isForPublic: Bool? = nil) -> CauseEvent {
        CauseEvent(
            event, of: workflow, on: item, given: given.merging(more) { $1 }, expecting: expected,
            attaching: attached, isForPublic: isForPublic ?? self.isForPublic)
    }
}

extension Day {
    /// It neither lies ahead of a day nor further back than anything that concerns a young person.
    func canHaveBeen(by day: Day) -> Bool { self <= day && self >= day.adding(months: -300) }
}

/// What an event did, as it was stored.
public struct Caused: Sendable, Codable {
    public let reference: String
    public let workflow: String
    public let event: String
    /// The state before; nil when the item began with it.
    public let from: String?
    public let state: String
    public let version: Int
    /// The day it happened.
    public let on: Day
    /// References of the actions and decisions recorded with it.
    public let recorded: [String]
    /// References of items that had become part of it and go on by themselves again.
    public let released: [String]
    /// Issues that had to follow, with the titles of their states now.
    public let told: [Outcome.Told]
    /// Papers that went out hold what it said before.
    public let changesPapers: Bool
    /// Papers that went out hold what may not be printed any more.
    public let leavesPapers: Bool
    /// What became of everything else that told of it; nil where nothing was erased.
    public internal(set) var taken: Taken?

    /// What was taken out of other texts and papers, as far as the asker may know of these.
    public struct Taken: Sendable, Codable {
        public let places: [Erasure.Place]
        /// How many texts it was taken out of besides.
        public let others: Int
        /// What may tell of it still, masked.
        public let doubtful: [PersonalFinding]
        /// Other issues, by their references, that tell of it and are left as they are, since their screen is not clear.
        public let apart: [String]
        /// Papers that are without it, and those of which nothing is left.
        public let redactedPapers: [String]
        public let erasedPapers: [String]

        /// - Parameters:
        ///   - known: what it is taken out of, as far as the asker could read that.
        ///   - operation: what took it out; nil before that.
        init(
            _ taking: TakingOut, from known: [KeptText], in operation: Operation?, view: View, for standing: Standing
        ) throws {
            places = known.map { Erasure.Place(ref: $0.reference, field: $0.field) }
            others = taking.redactions.count - known.count
            doubtful = try taking.doubtful(in: operation).filter { try view.shows($0.kept, to: standing) }.map(
                \.finding)
            apart = try taking.apart.filter { try view.shows(view.item($0), to: standing) }.sorted()
            let papers = taking.papers.names
            redactedPapers = papers.redacted
            erasedPapers = papers.erased
        }
    }

    init(_ outcome: Outcome, before: StoredItem, on day: Day, from view: View) throws {
        try self.init(
            outcome, on: day, changesPapers: view.isPrintedOtherwise(before, since: outcome.item),
            leavesPapers: view.mayNotBePrintedSince(before, outcome.item))
    }

    init(_ outcome: Outcome, on day: Day, changesPapers: Bool = false, leavesPapers: Bool = false) {
        self.changesPapers = changesPapers
        self.leavesPapers = leavesPapers
        on = day
        reference = outcome.item.reference
        workflow = outcome.item.workflow
        event = outcome.event
        from = outcome.from
        state = outcome.item.state
        version = outcome.item.version
        recorded = outcome.recorded
        released = outcome.released
        told = outcome.told
    }
}

extension TakingOut {
    /// Throws where it stands for certain in something that has to be kept as it is: that would be printed once nothing can
    /// be searched for it (rules R9, R25).
    fileprivate func mustNotBeHeld(from view: View, for standing: Standing) throws {
        guard !held.isEmpty else { return }
        let known = try Set(held.filter { try view.shows($0, to: standing) }.map(\.reference)).sorted()
        throw RegisterError.refused([
            Reason(
                kind: .rule,
                sentence: "Something that has to be kept as it is tells of it"
                    + (known.isEmpty ? "." : ": \(known.joined(separator: ", "))."),
                remedies: [
                    .say("Tell the service that deals with it now."),
                    .say("Then ask the information officer to release what has to be kept."),
                ], code: "R25")
        ])
    }
}

extension StoredItem {
    /// The events that put right what stands in some of its fields, without moving it: each with those that it takes.
    ///
    /// - Parameter titles: the fields'.
    fileprivate func corrections(of titles: Set<String>) -> [Remedy] {
        let fields = definition.fields.filter { titles.contains($0.title) }.map(\.name)
        return definition.events.filter { $0.from.contains(state) && $0.targets.allSatisfy { $0.state == nil } }
            .compactMap { event in
                let taken = fields.filter { event.ask($0).map { !$0.isFresh } ?? false }
                return taken.isEmpty
                    ? nil : .cause(event: event.name, workflow: workflow, item: reference, giving: taken)
            }
    }
}
