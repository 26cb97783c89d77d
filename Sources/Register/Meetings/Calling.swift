import Ledger
import Partnership
import Workflow

/// Somebody, or an organisation, that was called for items of a meeting and for reports to it.
public struct Called: Sendable {
    public enum Party: Hashable, Sendable {
        case person(Person)
        /// As the body's settings name it.
        case organisation(String)

        public var name: String {
            switch self {
            case .person(let person): person.name
            case .organisation(let name): name
            }
        }
    }

    public enum Answer: String, Hashable, Sendable, Codable {
        /// They said what they bring.
        case items
        /// They have nothing to bring.
        case nothing
    }

    let id: Int
    public let party: Party
    /// The day they were called.
    public let on: Day
    /// By then they are to answer.
    public let by: Day
    /// The day they were reminded, last.
    public let reminded: Day?
    public let answered: Day?
    public let answer: Answer?
    /// What of the meeting they lead and brought: `M-3`. Who brought something has answered.
    public let brought: [String]

    public var isWaiting: Bool { answered == nil && brought.isEmpty }
}

extension View {
    /// Who was called for items of a meeting, in the order in which they were.
    public func called(for meeting: StoredItem) throws -> [Called] {
        let rows = try connection.rows("SELECT * FROM called WHERE meeting = ? ORDER BY id", [.integer(meeting.id)])
        guard !rows.isEmpty else { return [] }
        let matters = try connection.rows(
            "SELECT \(View.itemColumns) FROM item WHERE meeting = ? AND workflow = 'matter' ORDER BY id",
            [.text(meeting.reference)]
        ).map(stored)
        return try rows.compactMap { row in
            let person = try row.text("person").map { try self.person(id: $0) }
            // Whose name was erased is asked for nothing any more.
            guard person?.name != Person.erased else { return nil }
            return Called(
                id: row.count("id"), party: person.map(Called.Party.person) ?? .organisation(row.word("organisation")),
                on: row.day("since") ?? today, by: row.day("until") ?? today, reminded: row.day("reminded"),
                answered: row.day("answered"), answer: row.text("answer").flatMap(Called.Answer.init),
                brought: matters.filter { $0.matter.lead == person?.id && person != nil }.map(\.reference))
        }
    }

    /// Who is to be called for items of a meeting: whoever holds a seat in its body on the day that counts for its
    /// attendance, whoever leads what is brought to it already, and whom the body calls besides. Each once.
    public func toBeCalled(for meeting: StoredItem) throws -> [Called.Party] {
        let body = try body(of: meeting)
        let counted = Set(try reference.roles.filter(\.isCounted).map(\.name))
        let seated = try seats(body: body.id, on: date(of: meeting)).filter {
            counted.contains($0.role) && $0.deputyFor == nil
        }.compactMap(\.person)
        let leading = try records(broughtTo: meeting).compactMap(\.matter.lead).map { try person(id: $0) }
        var seen: Set<Called.Party> = []
        return ((seated + leading).map(Called.Party.person) + body.callsAlso.map(Called.Party.organisation)).filter {
            $0.name != Person.erased && seen.insert($0).inserted
        }
    }
}

extension Operation {
    /// Calls for items of a meeting: whoever was not called yet is, and whoever has not answered is reminded. Returns both.
    ///
    /// - Parameter by: the day by which they are to answer; nil for the meeting's cut-off, or the day that was told before.
    public func call(for meeting: StoredItem, by: Day?) throws -> (new: [Called.Party], reminded: [Called.Party]) {
        try checkAhead(meeting)
        let date = try view.date(of: meeting)
        let earlier = try view.called(for: meeting)
        let cutOff = try view.dates(of: view.body(of: meeting), meetingOn: date).cutOff
        let by = by ?? earlier.map(\.by).max() ?? cutOff
        guard by >= on, by <= date else {
            throw RegisterError.refused([
                Reason(
                    kind: .rule,
                    sentence: by < on
                        ? "\(by.words), by which they would have to answer, has passed."
                        : "They would answer after the meeting.",
                    remedies: [.say("Give a day from \(on) to \(date) by which they are to answer.")])
            ])
        }
        let known = Set(earlier.map(\.party))
        let new = try view.toBeCalled(for: meeting).filter { !known.contains($0) }
        let waiting = earlier.filter { $0.isWaiting && ($0.reminded ?? $0.on) < on }
        guard !new.isEmpty || !waiting.isEmpty else {
            let isDone = !earlier.isEmpty && !earlier.contains(where: \.isWaiting)
            throw RegisterError.refused([
                Reason(
                    kind: .rule,
                    sentence: earlier.isEmpty
                        ? "There is nobody to call: the body has no filled seat."
                        : isDone
                            ? "Everybody who was called for \(meeting.reference) has answered."
                            : "Whoever has not answered was called or reminded today.", remedies: [])
            ])
        }
        for party in new {
            let (person, organisation): (String?, String?) =
                switch party {
                case .person(let person): (person.id, nil)
                case .organisation(let name): (nil, name)
                }
            _ = try insert(
                .called,
                [
                    .integer(meeting.id), SQLValue(person), SQLValue(organisation), .text(on.description),
                    .text(by.description), .null, .null, .null,
                ])
        }
        for called in waiting {
            try update(
                .called, key: .integer(called.id),
                ["reminded": .text(on.description), "until": .text(by.description)])
        }
        return (new, waiting.map(\.party))
    }

    /// Records what somebody who was called answered; a second time replaces the first.
    public func answer(_ written: String, to meeting: StoredItem, with answer: Called.Answer) throws {
        try checkAhead(meeting)
        let called = try view.called(for: meeting)
        let person = try view.person(written)
        let found = called.first { called in
            switch called.party {
            case .person(let other): other.id == person?.id
            case .organisation(let name): name.lowercased() == written.lowercased()
            }
        }
        guard let found else {
            throw RegisterError.notFound(
                "“\(written)” was not called for \(meeting.reference).",
                remedies: called.isEmpty
                    ? [.say("Nobody was called for it yet.")]
                    : [.say("Called were \(Sentences.list(called.map(\.party.name), "and")).")])
        }
        guard found.on <= on else {
            throw RegisterError.badInput(
                "\(found.party.name) was called on \(found.on), after \(on).", remedies: [.dated(from: found.on)])
        }
        try update(
            .called, key: .integer(found.id),
            ["answered": .text(on.description), "answer": .text(answer.rawValue)])
    }

    /// Throws unless a meeting is still to come.
    private func checkAhead(_ meeting: StoredItem) throws {
        let date = try view.date(of: meeting)
        guard meeting.isOpen, on <= date, try view.attendance(of: meeting).isEmpty else {
            throw RegisterError.refused([
                Reason(
                    kind: .state, sentence: "\(meeting.reference) is over or does not take place.",
                    remedies: [.say("Choose a meeting to come.")])
            ])
        }
    }
}
