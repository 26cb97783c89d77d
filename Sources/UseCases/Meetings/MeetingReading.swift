import Partnership
import Register
import Workflow

/// What of one meeting somebody may read: its agenda, minutes and decisions are for its body; what it takes in private for
/// whoever reads that there; what is about an issue only for those who may read the issue as it stands.
struct MeetingReading {
    let meeting: StoredItem
    let body: Body
    let view: View
    private let standing: Standing
    /// As stored.
    private let all: [AgendaItem]
    /// Without what may not be told any more.
    private let items: [AgendaItem]

    init(of meeting: StoredItem, from view: View, as standing: Standing) throws {
        self.meeting = meeting
        self.view = view
        self.standing = standing
        body = try view.body(of: meeting)
        all = try view.agenda(of: meeting)
        items = try view.withoutWithdrawn(all, of: meeting)
    }

    init(of reference: String, from view: View, as standing: Standing) throws {
        try self.init(of: view.item(reference, workflow: "meeting"), from: view, as: standing)
    }

    private var isOpen: Bool { standing.may(.readMeeting, at: .of(body)) }
    private var isWhollyOpen: Bool { isOpen && standing.may(.readPrivate, at: .of(body)) }

    /// Throws `RegisterError.notPermitted` when the body's meetings are not for the asker.
    func must() throws { try standing.must(.readMeeting, at: body) }

    /// The agenda, in order; what is not for the asker goes by a neutral title.
    func agenda() throws -> [AgendaItemAnswer] {
        try items.map { item in
            if let title = try neutral(item) { return AgendaItemAnswer(item, hiddenBehind: title) }
            let isSilent = item.isClosed && !isWhollyOpen
            if isSilent { return AgendaItemAnswer(item, hiddenBehind: item.title) }
            return try AgendaItemAnswer(item, isNamed: !item.isUnnamed || mayKnowWhich(item))
        }
    }

    /// What of the minutes is for the asker; nothing where the body's meetings are not.
    func minutes() throws -> [AgendaItemAnswer] { isOpen ? try agenda() : [] }

    /// The minutes for whoever goes on writing them: what is not theirs to read, what left the agenda, and what may be a
    /// safeguarding matter is left out.
    func sheet() throws -> MinutesSheet {
        let shown = try agenda()
        var lines: [MinutesSheet.Item] = []
        var leftOut: [String] = []
        for (item, line) in zip(items, shown) {
            let isClear = try issue(of: item)?.issue.isScreenClear ?? true
            guard try isClear && !item.hasLeft && neutral(item) == nil && (!item.isClosed || isWhollyOpen) else {
                leftOut.append(item.number)
                continue
            }
            let about = (line.issue ?? line.matter).map { "  [\($0)]" } ?? ""
            lines.append(
                MinutesSheet.Item(
                    number: item.number,
                    title: item.title.split(whereSeparator: \.isNewline).joined(separator: " ") + about,
                    isPrivate: item.isClosed, minuted: MinutedText(item.discussed, isReached: item.reached)))
        }
        let day = meeting.meeting.date.map { ", \($0.words)" } ?? ""
        return MinutesSheet(
            meeting: meeting.reference, title: body.title + day, items: lines, leftOut: leftOut)
    }

    /// What a text that is to be minuted under an item would give away of what was taken in private. Throws for one that
    /// names an issue whose safeguarding screen is not clear (rule R1).
    func matters(in text: String, under line: AgendaItem) throws -> [String] {
        if let worry = view.issues(namedIn: text).first(where: { !$0.issue.isScreenClear }) {
            throw RegisterError.refused([
                Reason(
                    kind: .rule, sentence: "Nothing is written about \(worry.reference) here.",
                    remedies: [.say("Leave it out.")], code: "R1")
            ])
        }
        return try view.privateMatters(in: text, under: line, of: meeting, to: standing)
    }

    /// Throws `RegisterError.notPermitted` when minutes are recorded under an item already that the asker may not read:
    /// nobody replaces what they have not seen.
    func mustReplace(under number: String) throws {
        let item = try view.agendaItem(number, of: meeting)
        guard item.discussed != nil, try neutral(item) != nil || (item.isClosed && !isWhollyOpen) else { return }
        throw RegisterError.notPermitted(
            "Something is recorded under item \(item.number) already that \(standing.person.name) may not read, "
                + "and so may not replace.")
    }

    /// Refuses to have anything written under an item about an issue whose safeguarding screen is not clear (rule R1).
    /// Whoever may not read of it is told no more than that.
    func mustBeClear(item number: String) throws {
        let item = try view.agendaItem(number, of: meeting)
        guard let issue = try issue(of: item), !issue.issue.isScreenClear else { return }
        guard try mayRead(issue) else {
            throw RegisterError.notPermitted(
                "What item \(item.number) is about is for those who may read it, which \(standing.person.name) may not."
            )
        }
        throw RegisterError.refused([
            Reason(
                kind: .rule,
                sentence:
                    "The safeguarding screen of \(issue.reference) is not clear, so nothing more is written about it.",
                code: "R1")
        ])
    }

    /// The decisions, in order; what is not for the asker goes by a neutral wording.
    func decisions() throws -> [DecisionAnswer] {
        try view.decisions(of: meeting).map { decision in
            if try mayRead(decision) { return DecisionAnswer(decision) }
            return DecisionAnswer(
                decision, hiddenBehind: try isPrivate(decision) ? Hidden.inPrivate : Hidden.unreadDecision)
        }
    }

    /// Open issues brought to it that it has not decided, as far as the asker may know of them.
    func undecided() throws -> [String] {
        let shown = Set(try agenda().compactMap(\.issue))
        let listed = Set(items.compactMap(\.issue?.reference))
        return try view.undecided(at: meeting).filter { reference in
            if listed.contains(reference) { return shown.contains(reference) }
            let issue = try view.item(reference)
            return try mayRead(issue) && (!issue.isToBePrivate || isWhollyOpen)
        }
    }

    /// Whoever may read an issue may also read what was decided on it elsewhere, in private only when they
    /// answer for it.
    func mayRead(_ decision: StoredDecision) throws -> Bool {
        guard let issue = try decision.issue.map({ try view.item($0) }) else {
            return try isPrivate(decision) ? isWhollyOpen : isOpen
        }
        guard try mayRead(issue) else { return false }
        if try isPrivate(decision) {
            guard !isWhollyOpen else { return true }
            return try view.mayRead(issue, as: standing)
                && standing.may(.readPrivateAnswers, at: view.belonging(of: issue))
        }
        return try isOpen || view.mayRead(issue, as: standing)
    }

    /// Throws `RegisterError.notPermitted`, naming what is lacking, unless a decision may be read.
    func must(_ decision: StoredDecision) throws {
        guard try !mayRead(decision) else { return }
        try must()
        if try isPrivate(decision) { try standing.must(.readPrivate, at: body) }
        throw RegisterError.notPermitted(
            "What was decided on \(decision.issue ?? decision.reference) is for those who may read the issue, which "
                + "\(standing.person.name) may not.")
    }

    private func mayRead(_ issue: StoredItem) throws -> Bool {
        try view.mayRead(issue, at: body, as: standing)
    }

    /// What stands in the place of an item that is not for the asker; nil for one that is.
    private func neutral(_ item: AgendaItem) throws -> String? {
        if item.isClosed, !item.isHeading, !isWhollyOpen { return item.ground.neutralTitle }
        guard let issue = try issue(of: item), try !mayRead(issue) else { return nil }
        return try view.titleWithheld(item, about: issue, of: meeting)
    }

    /// Whether which issue an answer is on, that another body gave in private, is for the asker: it is for whoever may read
    /// the issue there.
    private func mayKnowWhich(_ item: AgendaItem) throws -> Bool {
        guard let issue = try issue(of: item) else { return true }
        let roles = try view.actor(standing, towards: issue).roles
        guard try view.readsWhole(issue, as: standing) else { return false }
        return issue.definition.mayRead(field: IssueReader.Field.summary.rawValue, roles: roles, item: issue.item)
    }

    private func issue(of item: AgendaItem) throws -> StoredItem? { try item.issue.map { try view.item($0.reference) } }

    /// The resolution to take something in private, under the heading, is public. What was decided in private stays so when its
    /// item may not be told any more.
    private func isPrivate(_ decision: StoredDecision) throws -> Bool {
        if let item = all.first(where: { $0.id == decision.agendaItem }) {
            return item.isClosed && !item.isHeading
        }
        return try decision.issue.map { try view.item($0).isToBePrivate } ?? false
    }
}

/// What stands in the place of what may not be read.
private enum Hidden {
    static let inPrivate = "Taken in private"
    static let unreadDecision = "A decision that is not shown here"
}

extension StoredItem {
    /// It was brought to be taken in private.
    fileprivate var isToBePrivate: Bool { issue.privateGround != nil }
}

extension View {
    /// Whether somebody may read what an issue says.
    func mayRead(_ issue: StoredItem, as standing: Standing) throws -> Bool {
        try mayRead(issue, in: actor(standing, towards: issue).roles)
    }

    /// Whether somebody may read what a body that dealt with an issue says of it: its seats count too.
    func mayRead(_ issue: StoredItem, at body: Body, as standing: Standing) throws -> Bool {
        let own = try belonging(of: issue)
        let place = Belonging(
            area: own.area, bodies: own.bodies.union([body.id]), hasReachedBoard: own.hasReachedBoard)
        return mayRead(issue, in: standing.actor(towards: place, owner: issue.text("owner")).roles)
    }

    private func mayRead(_ issue: StoredItem, in roles: [String]) -> Bool {
        issue.definition.mayRead(field: IssueReader.Field.summary.rawValue, roles: roles, item: issue.item)
    }
}
