import Ledger
import Partnership
import Workflow

extension Operation {
    /// Records what was said under an item of a meeting's agenda. A second time replaces the first.
    public func minute(_ number: String, of meeting: StoredItem, discussed: String) throws {
        try checkMet(meeting)
        let item = try view.agendaItem(number, of: meeting)
        try checkNotWithdrawn(item, of: meeting)
        let old = try connection.row("SELECT discussed FROM agenda_item WHERE id = ?", [.integer(item.id)])
        // What it replaces is kept for the history, out of reach of searches.
        if let replaced = Sealed(text: old?.text("discussed")) { try supersede(replaced) }
        let seal = try seal(
            discussed, of: .item((item.issue ?? item.matter)?.id ?? meeting.id), section: "narrative",
            field: BesideField.discussed.rawValue, findable: true
        )
        try update(
            .agendaItem, key: .integer(item.id), ["discussed": .text(seal.text), "reached": .integer(1)])
    }

    /// Takes away what was recorded under an item, also that it was not reached; what it was is kept for the history.
    public func unminute(_ number: String, of meeting: StoredItem) throws {
        try checkMet(meeting)
        let item = try view.agendaItem(number, of: meeting)
        let old = try connection.row("SELECT discussed FROM agenda_item WHERE id = ?", [.integer(item.id)])
        if let replaced = Sealed(text: old?.text("discussed")) { try supersede(replaced) }
        try update(.agendaItem, key: .integer(item.id), ["discussed": .null, "reached": .integer(1)])
    }

    /// Records that time ran out before an item: the minutes list it, and it is carried when the meeting ends. Where that has
    /// ended, and counted a matter as taken, the matter goes on now; it is returned as it is then, and nil for the rest.
    @discardableResult
    public func skip(_ number: String, of meeting: StoredItem) throws -> StoredItem? {
        try checkMet(meeting)
        let item = try view.agendaItem(number, of: meeting)
        try checkNotWithdrawn(item, of: meeting)
        let taken = try view.decisions(of: meeting).first { $0.agendaItem == item.id && !$0.isDeferral }?.reference
        if taken != nil || item.discussed != nil {
            throw RegisterError.refused([
                Reason(
                    kind: .rule,
                    sentence: "Item \(item.number) was reached: "
                        + (taken.map { "\($0) was taken under it." } ?? "something is minuted under it."),
                    remedies: [.say("Undo that first, if it was not.")])
            ])
        }
        try update(.agendaItem, key: .integer(item.id), ["reached": .integer(0)])
        guard let matter = try item.matter.map({ try view.item(id: $0.id) }), !matter.isOpen else { return nil }
        let next = try view.nextMeeting(of: view.body(of: meeting).id, after: max(view.date(of: meeting), on))
        guard let next else { return try cause("wait", on: matter, as: .system).item }
        return try cause(
            "carry", on: matter, given: [MatterReader.Field.meeting.rawValue: .text(next.reference)], as: .system
        ).item
    }

    /// Throws for the line of what was withdrawn or taken off: nothing is told under it.
    func checkNotWithdrawn(_ item: AgendaItem, of meeting: StoredItem) throws {
        let isWithdrawn = try item.matter.map { try view.item(id: $0.id).matter.isWithdrawn } ?? false
        let isTakenOff = try view.withoutWithdrawn([item], of: meeting).contains {
            $0.isTakenOff || item.matter != nil && $0.hasLeft
        }
        guard isWithdrawn || isTakenOff else { return }
        throw RegisterError.refused([
            Reason(
                kind: .rule,
                sentence: "Item \(item.number) of \(meeting.reference) was \(isWithdrawn ? "withdrawn" : "taken off").",
                remedies: [.say("Record it under the standing item above it.")])
        ])
    }

    /// Throws unless a meeting has taken place and its minutes are still open.
    func checkHeld(_ meeting: StoredItem) throws { try view.checkHeld(meeting, on: on) }

    /// The same of a meeting that has been opened.
    func checkMet(_ meeting: StoredItem) throws { try view.checkMet(meeting, on: on) }

    /// Throws once the minutes of a meeting were circulated.
    func checkOpen(_ meeting: StoredItem) throws { try view.checkOpen(meeting) }
}

extension View {
    /// Throws unless a meeting has taken place by a day and its minutes are still open.
    func checkHeld(_ meeting: StoredItem, on day: Day) throws {
        let date = try date(of: meeting)
        guard day >= date else {
            throw RegisterError.badInput(
                "\(meeting.reference) has not taken place on \(day).",
                remedies: [.dated(from: date)])
        }
        try checkOpen(meeting)
    }

    /// The same of a meeting that has been opened: before that nothing is minuted or decided.
    public func checkMet(_ meeting: StoredItem, on day: Day) throws {
        try checkHeld(meeting, on: day)
        if let reason = reasonNotMet(meeting) { throw RegisterError.refused([reason]) }
    }

    /// Throws once the minutes of a meeting were circulated: what they tell stays as it is (DOMAIN R23).
    func checkOpen(_ meeting: StoredItem) throws {
        if meeting.meeting.isCalledOff, let reason = reasonNotMet(meeting) {
            throw RegisterError.refused([reason])
        }
        guard meeting.isOpen, meeting.meeting.circulatedOn == nil else {
            let since = meeting.meeting.circulatedOn.map { " were circulated on \($0.words), and" } ?? ""
            throw RegisterError.refused([
                Reason(
                    kind: .state, sentence: "The minutes of \(meeting.reference)\(since) stay as they are.",
                    remedies: [
                        .say("Record a correction when the next meeting agrees them."),
                        .cause(
                            event: "agree-minutes", workflow: meeting.workflow, item: meeting.reference,
                            giving: ["corrections"]),
                        .say("What tells of a family is taken out for good, by the information officer:"),
                        .deed("redact", on: meeting.reference),
                    ]
                )
            ])
        }
    }
}

/// Who recorded what stands under an item of an agenda, and on which day.
public struct Minuting: Sendable {
    public let person: Person
    public let day: Day
}

extension View {
    /// Why nothing can be minuted or decided at a meeting: it was called off, or nobody opened it. Nil for one that met.
    func reasonNotMet(_ meeting: StoredItem) -> Reason? {
        if meeting.meeting.isCalledOff {
            return Reason(
                kind: .state, sentence: "\(meeting.reference) did not take place, so it decided nothing.",
                remedies: [.say("What was to come before it can be brought to another meeting.")])
        }
        guard meeting.meeting.isAhead else { return nil }
        return Reason(
            kind: .state, sentence: "\(meeting.reference) has not been opened, so it has decided nothing yet.",
            remedies: [.cause(event: "hold", workflow: meeting.workflow, item: meeting.reference, giving: [])])
    }

    /// Who last changed what is minuted under an item, or that it was reached; nil while nobody has.
    public func minuting(of item: AgendaItem) throws -> Minuting? {
        for row in try connection.rows(
            """
            SELECT operation.actor, operation.effective, change.before, change.after FROM change
            JOIN operation ON operation.id = change.operation
            WHERE change.relation = 'agenda_item' AND change.key = ? AND change.before IS NOT NULL
            ORDER BY change.operation DESC, change.position DESC
            """, [.text(String(item.id))])
        {
            guard let after = row.text("after") else { continue }
            let (old, new) = try (ItemCoding.parse(row.word("before")), ItemCoding.parse(after))
            guard old["discussed"] != new["discussed"] || old["reached"] != new["reached"] else { continue }
            return Minuting(person: try person(id: row.word("actor")), day: row.day("effective") ?? today)
        }
        return nil
    }
}
