import Ledger
import Partnership
import Workflow

/// A typed, numbered decision of a meeting.
public struct StoredDecision: Sendable {
    let id: Int
    /// `D-north-2020-3`.
    public let reference: String
    public let body: String
    /// `noted`, `agreed`, `not-agreed`, `agreed-with-amendment`, `deferred`, `delegated`, `referred`.
    public let kind: String
    /// What follows "Resolved:".
    public let wording: String
    public let issue: String?
    /// The meeting that took it.
    public let meeting: String
    public let agendaItem: Int?
    /// Taken without a quorum or a parent representative (rule R8).
    public let wasProvisional: Bool
    /// The same, and not confirmed since. What whoever had to decide it has refused no meeting has to confirm any more.
    public var isProvisional: Bool { wasProvisional && confirmedAt == nil && !(principle?.isRefused ?? false) }
    /// How it was voted on; nil when it was agreed without a vote.
    public let vote: Vote?
    /// The meeting that confirmed it.
    public let confirmedAt: String?
    /// It was agreed in principle, because it is somebody else's to decide; nil for what the meeting decided itself.
    public let principle: DecisionLine.Principle?
    /// How it is followed up that it was delegated or referred; nil for what was not, or is about an issue.
    public let report: DecisionLine.Report?
    /// Where it comes back that it was put off; nil for what was not, or is about an issue.
    public let comesBack: DecisionLine.Return?

    /// It puts the matter off, and answers nothing.
    var isDeferral: Bool { kind == DecisionLine.Kind.deferred.rawValue }

    /// `It was resolved that …`, or where it does not begin with "That", in the words in which it was said; what needs somebody
    /// else's decision was agreed in principle.
    func told(as verb: String) -> String {
        let words = wording.limbsOnOneLine
        let how = "It was \(principle?.isOpen ?? false ? "agreed in principle" : verb)"
        return words.lowercased().hasPrefix("that ")
            ? "\(how) that\(words.dropFirst(4))" : "\(how), in these words: “\(words.endedAsSentence)”"
    }
}

extension View {
    public func decisions(of meeting: StoredItem) throws -> [StoredDecision] {
        try decisions(where: "decision.meeting = ?", .integer(meeting.id))
    }

    public func decisions(on issue: StoredItem) throws -> [StoredDecision] {
        try decisions(where: "decision.issue = ?", .integer(issue.id))
    }

    /// The decision of a reference. Throws `RegisterError.notFound`.
    public func decision(_ reference: String) throws -> StoredDecision {
        guard let found = try decisions(where: "upper(decision.reference) = ?", .text(reference.uppercased())).first
        else {
            let body = try self.reference.bodies.first?.id ?? "BODY"
            throw RegisterError.notFound(
                "There is no decision \(reference).", remedies: [.say("They look like D-\(body)-2020-3.")])
        }
        return found
    }

    private func decisions(where condition: String, _ argument: SQLValue) throws -> [StoredDecision] {
        try connection.rows(
            """
            SELECT decision.*, issue.reference AS issue_reference, meeting.reference AS meeting_reference,
              meeting.confirmed_at AS confirmed, (
                SELECT max(id) FROM item AS sought
                WHERE sought.decision = decision.reference AND sought.workflow = 'commitment') AS sought
            FROM decision LEFT JOIN item AS issue ON issue.id = decision.issue
            JOIN item AS meeting ON meeting.id = decision.meeting
            WHERE \(condition) ORDER BY decision.id
            """, [argument]
        ).map { row in
            let followed = try row.integer("sought").map { try item(id: $0) }
            let kind = DecisionLine.Kind(rawValue: row.word("kind"))
            let isHandedOn = row.integer("issue") == nil && [.delegated, .referred].contains(kind)
            return StoredDecision(
                id: row.count("id"), reference: row.word("reference"), body: row.word("body"), kind: row.word("kind"),
                wording: try open(text: row.word("wording")) ?? "(erased)", issue: row.text("issue_reference"),
                meeting: row.word("meeting_reference"), agendaItem: row.integer("agenda_item"),
                wasProvisional: row.count("provisional") == 1,
                vote: vote(row), confirmedAt: row.text("confirmed"),
                principle: isHandedOn ? nil : followed.map(principle),
                report: isHandedOn ? try followed.map(report) : nil,
                comesBack: kind == .deferred && row.integer("issue") == nil
                    ? try comesBack(row.word("reference"), under: row.integer("agenda_item")) : nil)
        }
    }
}

extension View {
    func principle(_ commitment: StoredItem) -> DecisionLine.Principle {
        let own = commitment.commitment
        return DecisionLine.Principle(
            commitment: commitment.reference, subjectTo: own.subjectTo ?? "(erased)", by: own.due, outcome: own.outcome)
    }

    func report(_ commitment: StoredItem) throws -> DecisionLine.Report {
        let own = commitment.commitment
        let owner = try person(id: own.owner ?? "")
        return DecisionLine.Report(
            commitment: commitment.reference,
            from: try reporting(own),
            person: try paperPerson(owner, seats: seats(of: owner, on: today)), by: own.due, outcome: own.report)
    }

    /// The group or organisation that is to report, as a sentence names it.
    func reporting(_ commitment: CommitmentReader) throws -> String? {
        try commitment.group.flatMap { try reference.body($0)?.title }.map { "the \($0)" } ?? commitment.handedTo
    }

    /// Where something comes back that a decision put off: where it was brought to another meeting
    /// since, or that one does not take place, not where it was put off to.
    ///
    /// - Parameters:
    ///   - item: the id of the agenda item it was taken under.
    ///   - past: the day as of whose end it is told; nil for as it is.
    func comesBack(
        _ decision: String, under item: Int?, asOf past: Day? = nil
    ) throws -> DecisionLine.Return? {
        for candidate in try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item
            WHERE workflow = 'matter'
              AND (decision = ? OR id = (SELECT matter FROM agenda_item WHERE agenda_item.id = ?))
            """, [.text(decision), SQLValue(item)]
        ).map(stored) {
            let events = try connection.rows(
                """
                SELECT event.given, event.happened FROM event
                LEFT JOIN operation AS undo ON undo.reverses = event.operation
                WHERE event.item = ? AND undo.id IS NULL ORDER BY event.id
                """, [.integer(candidate.id)]
            ).map { (given: try ItemCoding.parse($0.word("given")), on: $0.day("happened")) }
            func named(_ field: MatterReader.Field, by given: JSON) -> String? { given[field.rawValue]?.string }
            guard let putOff = events.lastIndex(where: { named(.decision, by: $0.given) == decision }) else { continue }
            // It may have been put off again since: that is another decision's.
            let since = events[(putOff + 1)...]
            let again = since.firstIndex { named(.decision, by: $0.given) != nil }
            let own = since[..<(again ?? since.endIndex)].filter { event in
                past.map { day in event.on.map { $0 <= day } ?? true } ?? true
            }
            let last = try ([events[putOff]] + own).compactMap { named(.meeting, by: $0.given) }.last.map {
                try self.item($0, workflow: "meeting")
            }
            let meeting = try last.flatMap { now in try past.flatMap { try self.past(now, on: $0) } ?? now }
            let isOn = meeting.map { !$0.meeting.isCalledOff } ?? false
            let matter = try past.flatMap { try self.past(candidate, on: $0) } ?? candidate
            return DecisionLine.Return(
                matter: candidate.reference, meeting: isOn ? meeting?.reference : nil,
                on: isOn ? meeting?.meeting.date : nil, isWithdrawn: again == nil && matter.matter.isWithdrawn)
        }
        return nil
    }

    private func vote(_ row: Row) -> Vote? {
        guard let inFavour = row.integer("votes_for") else { return nil }
        return Vote(
            inFavour: inFavour, against: row.count("votes_against"), abstained: row.count("abstained"),
            isCasting: row.count("casting") == 1)
    }
}

extension View {
    /// Whether what is decided under an item, by those who were there and did not withdraw, is provisional (rule R8).
    ///
    /// - Parameter item: the id of the agenda item; nil for a decision under none.
    func isProvisional(under item: Int?, at meeting: StoredItem) throws -> Bool {
        let withdrawn = try item.map(withdrawn(from:)) ?? []
        let number = try item.flatMap {
            try connection.row("SELECT number FROM agenda_item WHERE id = ?", [.integer($0)])?.text("number")
        }
        return try finding(of: meeting, at: number, withdrawn: withdrawn).finding.isProvisional
    }

    /// Whether a meeting could agree minutes and confirm decisions: whole, and for the item under which it does so (rule R8).
    func isComplete(_ meeting: StoredItem) throws -> Bool {
        let arising = try agenda(of: meeting).first { $0.feed == StandingItem.Feed.previousMinutes.rawValue }
        return try !finding(of: meeting).finding.isProvisional && !isProvisional(under: arising?.id, at: meeting)
    }
}

extension Operation {
    /// Holds the decisions of a meeting against who was there, once that has changed.
    public func reviewDecisions(of meeting: StoredItem) throws {
        for row in try connection.rows(
            "SELECT id, agenda_item, provisional FROM decision WHERE meeting = ?", [.integer(meeting.id)])
        {
            let isProvisional = try view.isProvisional(under: row.integer("agenda_item"), at: meeting) ? 1 : 0
            guard isProvisional != row.count("provisional") else { continue }
            try update(.decision, key: .integer(row.count("id")), ["provisional": .integer(isProvisional)])
        }
        try checkConfirmed(at: meeting)
        try checkVotes(of: meeting)
    }

    /// Throws when a meeting that confirmed decisions of an earlier one would turn out not to have been complete for that.
    private func checkConfirmed(at meeting: StoredItem) throws {
        guard
            let confirmed = try connection.row(
                "SELECT reference FROM item WHERE workflow = 'meeting' AND confirmed_at = ? ORDER BY id LIMIT 1",
                [.text(meeting.reference)]), try !view.isComplete(meeting)
        else { return }
        throw RegisterError.refused([
            Reason(
                kind: .rule,
                sentence:
                    "\(meeting.reference) confirmed the decisions of \(confirmed.word("reference")), and would not have been "
                    + "complete for that.",
                remedies: [.say("Take the confirming back first, and have another meeting confirm them.")], code: "R8")
        ])
    }

    /// Records a decision of a meeting, numbered within its body and year. One taken while the meeting had no quorum or
    /// no parent representative is provisional; who withdrew from the item does not count.
    ///
    /// - Parameter item: the agenda item it is taken under; unless told, the last about the issue.
    func decide(
        kind: String, wording: String, at meeting: StoredItem, under item: AgendaItem? = nil, about issue: StoredItem?,
        vote: Vote? = nil
    ) throws -> String {
        let body = try view.body(of: meeting)
        let year = meeting.meeting.date?.year ?? on.year
        let line = try item ?? view.agenda(of: meeting).last { $0.issue?.id == issue?.id && issue != nil }
        let number = try next(in: "decision \(body.id) \(year)")
        let reference = "D-\(body.id)-\(year)-\(number)"
        let seal = try seal(
            wording, of: .item(issue?.id ?? item?.matter?.id ?? meeting.id), section: "narrative",
            field: BesideField.decisionWording.rawValue)
        _ = try insert(
            .decision,
            [
                .text(reference), .text(body.id), .integer(year), .integer(number), .integer(meeting.id),
                SQLValue(issue?.id), SQLValue(line?.id), .text(kind), .text(seal.text),
                .integer(try view.isProvisional(under: line?.id, at: meeting) ? 1 : 0), SQLValue(vote?.inFavour),
                SQLValue(vote?.against),
                SQLValue(vote?.abstained), SQLValue(vote.map { $0.isCasting ? 1 : 0 }),
            ])
        // What was decided was reached, whatever was recorded before.
        if let line, !line.reached, kind != DecisionLine.Kind.deferred.rawValue {
            try update(.agendaItem, key: .integer(line.id), ["reached": .integer(1)])
        }
        return reference
    }
}
