import Ledger
import Partnership
import Workflow

/// That what is agreed is agreed in principle: whose decision it needs, by when, and who sees to it.
public struct DecisionSought: Sendable {
    public let subjectTo: String
    public let by: Day
    public let owner: Person

    public init(subjectTo: String, by: Day, owner: Person) {
        self.subjectTo = subjectTo
        self.by = by
        self.owner = owner
    }
}

/// Where it goes on that something was put off, delegated or referred.
public enum DecisionOnward: Sendable {
    /// To a meeting of the same body; nil for the next that there will be.
    case meeting(StoredItem?)
    /// To a group, to an organisation by its name, or to nobody but the person who sees to it; by when that is reported on.
    case report(group: Body? = nil, organisation: String? = nil, owner: Person, by: Day)
}

extension Operation {
    /// Opens the commitment by which a decision in principle is chased. Returns its reference.
    func seek(
        _ sought: DecisionSought, for decision: String, about issue: StoredItem? = nil, matter: String? = nil
    ) throws -> String {
        let decision = try view.decision(decision)
        var given: [CommitmentReader.Field: Value] = [
            .body: .text(decision.body), .decision: .text(decision.reference), .text: .text(decision.wording),
            .subjectTo: .text(sought.subjectTo), .owner: .text(sought.owner.id), .due: .day(sought.by),
            .meeting: .text(decision.meeting),
        ]
        given[.issue] = issue.map { .text($0.reference) }
        given[.matter] = matter.map { .text($0) }
        return try begin(
            "commitment", by: "seek-decision",
            given: Dictionary(uniqueKeysWithValues: given.map { ($0.key.rawValue, $0.value) }), as: .system
        ).item.reference
    }

    /// Records what a meeting resolved under an item, with how it was voted on and who did not agree. Returns the decision's
    /// reference. Throws when the votes cannot be so, somebody was not there, or what is agreed in principle was not agreed.
    ///
    /// - Parameters:
    ///   - sought: whose decision it needs besides; nil for what the meeting decides itself.
    ///   - onward: where it goes on; nil for what the meeting settles.
    public func resolve(
        kind: DecisionLine.Kind, wording: String, vote: Vote?, dissents: [(person: Person, words: String)],
        under item: AgendaItem, at meeting: StoredItem, seeking sought: DecisionSought? = nil,
        onward: DecisionOnward? = nil
    ) throws -> String {
        try checkMet(meeting)
        try checkNotWithdrawn(item, of: meeting)
        let here = try view.deciding(at: meeting, for: item.number).subtracting(view.withdrawn(from: item.id))
        guard sought == nil || [.agreed, .agreedWithAmendment].contains(kind) else {
            throw RegisterError.refused([
                Reason(
                    kind: .rule, sentence: "Only what was agreed is agreed in principle.",
                    remedies: [.say("Give the kind as it was, or nobody whose decision it needs.")])
            ])
        }
        if let vote { try check(vote, of: kind, among: here.count) }
        for dissent in dissents where !here.contains(dissent.person.id) {
            throw RegisterError.refused([
                Reason(
                    kind: .rule,
                    sentence:
                        "\(dissent.person.name) is none of those who decide item \(item.number) of \(meeting.reference): members who were there and did not withdraw.",
                    remedies: [.deed("attend", on: meeting.reference)])
            ])
        }
        let reference = try decide(
            kind: kind.rawValue, wording: wording, at: meeting, under: item, about: nil, vote: vote)
        let key = try view.decision(reference).id
        for dissent in dissents {
            let seal = try seal(
                dissent.words, of: .item(item.matter?.id ?? meeting.id), section: "narrative",
                field: BesideField.dissent.rawValue)
            _ = try insert(.dissent, [.integer(key), .text(dissent.person.id), .text(seal.text)])
        }
        if let sought { _ = try seek(sought, for: reference, matter: item.matter?.reference) }
        switch onward {
        case .meeting(let next): try putOff(item, of: meeting, to: next, by: reference)
        case .report(let group, let organisation, let owner, let day):
            try handOn(reference, under: item, to: group, organisation, owner, by: day)
        case nil: break
        }
        return reference
    }

    /// Opens the commitment by which it is followed up that something was delegated or referred.
    private func handOn(
        _ decision: String, under item: AgendaItem, to group: Body?, _ organisation: String?, _ owner: Person,
        by day: Day
    ) throws {
        let decision = try view.decision(decision)
        var given: [CommitmentReader.Field: Value] = [
            .body: .text(decision.body), .decision: .text(decision.reference), .text: .text(decision.wording),
            .owner: .text(owner.id), .due: .day(day), .meeting: .text(decision.meeting),
        ]
        given[.group] = group.map { .text($0.id) }
        given[.handedTo] = organisation.map { .text($0) }
        given[.matter] = item.matter.map { .text($0.reference) }
        _ = try begin(
            "commitment", by: "hand-on",
            given: Dictionary(uniqueKeysWithValues: given.map { ($0.key.rawValue, $0.value) }), as: .system)
    }

    /// Brings what was put off to another meeting, or has it wait for one. A standing item is on every agenda: what was put
    /// off under it becomes a matter of its own.
    private func putOff(
        _ item: AgendaItem, of meeting: StoredItem, to next: StoredItem?, by decision: String
    ) throws {
        var given: [MatterReader.Field: Value] = [.decision: .text(decision)]
        given[.meeting] = next.map { .text($0.reference) }
        func named() -> [String: Value] {
            Dictionary(uniqueKeysWithValues: given.map { ($0.key.rawValue, $0.value) })
        }
        if let record = item.matter {
            let matter = try view.item(record.reference, workflow: "matter")
            _ = try cause(next == nil ? "wait" : "defer", on: matter, given: named(), as: .system)
            return
        }
        let body = try view.body(of: meeting)
        guard next != nil else {
            throw RegisterError.refused([
                Reason(
                    kind: .rule, sentence: "The \(body.title) has no meeting to come on whose agenda it would stand.",
                    remedies: [.cause(event: "schedule", workflow: "meeting", giving: ["body", "date"])])
            ])
        }
        let date = try view.date(of: meeting)
        given[.body] = .text(body.id)
        // What the year begins with stands under a standing item, and comes back there.
        given[.under] = .text(String(item.number.prefix { $0 != "." }))
        given[.title] = .text("\(item.title.prefix(160)), deferred on \(date.words)")
        given[.consideredBefore] = .text("At the meeting on \(date.words), which deferred it (\(decision)).")
        _ = try begin("matter", by: "bring-again", given: named(), as: .system)
    }

    /// Throws when more votes are on record than members were in the room for an item, once that has changed.
    func checkVotes(of meeting: StoredItem) throws {
        let decisions = try view.decisions(of: meeting).filter { $0.vote != nil }
        guard !decisions.isEmpty else { return }
        let agenda = try view.agenda(of: meeting)
        for decision in decisions {
            guard let item = agenda.first(where: { $0.id == decision.agendaItem }) else { continue }
            let left = try view.deciding(at: meeting, for: item.number).subtracting(view.withdrawn(from: item.id)).count
            guard let total = decision.vote?.total, total > left else { continue }
            throw RegisterError.refused([
                Reason(
                    kind: .rule,
                    sentence:
                        "\(total) votes are on record for \(decision.reference), and \(left) members would be left "
                        + "who were in the room for it.",
                    remedies: [
                        .say("Undo the resolution, record this, and record it again with its votes as they were.")
                    ])
            ])
        }
    }

    private func check(_ vote: Vote, of kind: DecisionLine.Kind, among people: Int) throws {
        let isEqual = vote.inFavour == vote.against
        let problem: String? =
            if vote.total > people {
                "\(vote.total) votes are more than the \(people) members who were in the room for it."
            } else if vote.isCasting, !isEqual {
                "A casting vote decides when the votes are equal, and these are \(vote.inFavour) to \(vote.against)."
            } else if kind == .notAgreed, vote.inFavour > vote.against {
                "\(vote.inFavour) to \(vote.against) votes agreed to it."
            } else if [.agreed, .agreedWithAmendment].contains(kind), vote.inFavour < vote.against {
                "\(vote.inFavour) to \(vote.against) votes did not agree to it."
            } else if isEqual, !vote.isCasting, [.agreed, .agreedWithAmendment].contains(kind) {
                "The votes are equal, and nobody’s casting vote is given."
            } else {
                nil
            }
        guard let problem else { return }
        throw RegisterError.refused([
            Reason(kind: .rule, sentence: problem, remedies: [.say("Give the votes and the kind as they were.")])
        ])
    }
}

extension View {
    /// The ids of those who withdrew from an item, told by its id.
    func withdrawn(from item: Int) throws -> Set<String> {
        Set(
            try connection.rows(
                "SELECT person FROM declaration WHERE agenda_item = ? AND withdrew = 1", [.integer(item)]
            ).map { $0.word("person") })
    }

    /// The ids of those who decide at a meeting: members present, or deputising for one. Viewers and guests are in attendance,
    /// and neither vote nor dissent.
    ///
    /// - Parameter item: the number of the item: who came later or had left by then does not decide it.
    fileprivate func deciding(at meeting: StoredItem, for item: String) throws -> Set<String> {
        let countsOnline = try body(of: meeting).countsOnline
        let counted = Set(try reference.roles.filter(\.isCounted).map(\.name))
        return Set(
            try attendance(of: meeting).filter { record in
                record.wasThere(for: item) && (countsOnline || !record.isOnline)
                    && record.seats.contains { counted.contains($0.role) }
            }.compactMap {
                record in
                switch record.status {
                case .present: record.person.id
                case .deputised: record.deputy?.id
                case .apologies, .absent: nil
                }
            })
    }

    /// Who asked that it be minuted that they do not agree, and why.
    func dissents(from decision: StoredDecision, _ seats: [Seat]) throws -> [DecisionLine.Dissent] {
        try connection.rows("SELECT person, words FROM dissent WHERE decision = ? ORDER BY id", [.integer(decision.id)])
            .map { row in
                let person = try person(id: row.word("person"))
                return DecisionLine.Dissent(
                    person: try paperPerson(person, seats: seats.filter { $0.person?.id == person.id }),
                    words: try open(text: row.word("words")) ?? "(erased)")
            }
    }
}
