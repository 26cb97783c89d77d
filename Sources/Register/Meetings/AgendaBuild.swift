import Ledger
import Partnership
import Workflow

/// What building an agenda did.
public struct AgendaBuilt: Sendable {
    public let items: [AgendaItem]
    /// The supplement it added; nil for the agenda itself.
    public let supplement: Int?
    /// References of the issues and other matters it brought in.
    public let matters: [String]
    /// Issues deferred to this meeting that it put on the agenda.
    public var carried: [String] = []
    /// Those it could not put on, each with why.
    public var heldBack: [String] = []
}

extension Operation {
    /// Lays out a meeting's agenda: standing items, matters carried, new issues by theme, answers, the action log. Until
    /// the agenda is published it is built anew each time; after that it is frozen, and only what came since is added, as
    /// a numbered supplement.
    public func buildAgenda(of meeting: StoredItem, as standing: Standing) throws -> AgendaBuilt {
        let (carried, heldBack) = try carry(to: meeting)
        var built = try layOut(meeting)
        built.carried = carried
        built.heldBack = heldBack
        return built
    }

    /// Puts what was deferred to a meeting on its agenda, by the very event a person would cause: whoever
    /// deferred it to this meeting decided that.
    private func carry(to meeting: StoredItem) throws -> (carried: [String], heldBack: [String]) {
        var carried: [String] = []
        var heldBack: [String] = []
        for row in try connection.rows(
            """
            SELECT reference FROM item
            WHERE next_meeting = ? AND open = 1 AND workflow = 'issue' ORDER BY id
            """, [.text(meeting.reference)])
        {
            let issue = try view.item(row.word("reference"))
            guard let event = issue.bringing else { continue }
            do {
                _ = try cause(event.name, on: issue, given: ["meeting": .text(meeting.reference)], as: .system)
                carried.append(issue.reference)
            } catch RegisterError.refused(let reasons) {
                heldBack.append("\(issue.reference): \(reasons.map(\.sentence).joined(separator: " "))")
            }
        }
        for waiting in try view.waiting(for: meeting) {
            do {
                let given = ["meeting": Value.text(meeting.reference)]
                _ = try cause(waiting.event, on: waiting.item, given: given, as: .system)
                carried.append(waiting.item.reference)
            } catch RegisterError.refused(let reasons) {
                heldBack.append("\(waiting.item.reference): \(reasons.map(\.sentence).joined(separator: " "))")
            }
        }
        for issue in try view.untabled(at: meeting, in: view.issueStates { $0.event("table")?.from ?? [] }) {
            heldBack.append("\(issue.reference): It was escalated, and is not tabled for this meeting.")
        }
        return (carried, heldBack)
    }

    /// The same, without what was deferred to it.
    ///
    /// - Parameter issue: one that gets another line than it has.
    func layOut(_ meeting: StoredItem, anew issue: String? = nil) throws -> AgendaBuilt {
        guard meeting.isOpen else {
            throw RegisterError.refused([
                Reason(
                    kind: .state,
                    sentence: "\(meeting.reference) is \(meeting.stateTitle.lowercased()); its agenda is closed.",
                    remedies: [.cause(event: "schedule", workflow: "meeting", giving: ["date"])])
            ])
        }
        let body = try view.body(of: meeting)
        let isIssued = try view.isLaidOutForGood(meeting)
        // What comes before the agenda, or the last supplement, was issued goes out with it.
        let supplement = meeting.meeting.publishedOn == nil ? nil : meeting.meeting.supplements + 1
        if isIssued, meeting.meeting.isAhead { try takeUp(unissuedOf: meeting) }
        let existing = try view.agenda(of: meeting)
        var matters = try view.matters(for: meeting, of: body)
        if isIssued {
            // What was only to hear of an answer may come to be decided on too, and not the other way round.
            let known = Set(existing.compactMap(\.subject))
            let brought = try view.brought(on: existing, of: meeting).subtracting([issue].compactMap(\.self))
            matters = matters.filter { matter in
                matter.subject.map { !(matter.isAnswer ? known : brought).contains($0) } ?? false
            }
            guard !matters.isEmpty else {
                return AgendaBuilt(items: existing, supplement: nil, matters: [])
            }
            try append(
                AgendaBuilder.supplement(
                    standing: body.agenda, existing: Set(existing.map(\.number)), matters: matters),
                to: meeting, from: view.lastPosition(of: meeting), supplement: supplement ?? 0)
        } else {
            for item in existing { try delete(.agendaItem, key: .integer(item.id)) }
            try append(
                AgendaBuilder.lines(standing: body.agenda, matters: matters), to: meeting, from: 0, supplement: 0)
        }
        let items = try view.agenda(of: meeting)
        return AgendaBuilt(
            items: items, supplement: supplement,
            matters: matters.all.compactMap(\.subject).sorted())
    }

    /// Takes up the lines of a supplement that was not issued, and on which nothing is recorded: they are laid out anew, with
    /// what came since.
    private func takeUp(unissuedOf meeting: StoredItem) throws {
        let rows = try connection.rows(
            """
            SELECT id, number FROM agenda_item WHERE meeting = ? AND supplement > ? AND released IS NULL AND NOT \(View.isUsed)
            """, [.integer(meeting.id), .integer(meeting.meeting.supplements)])
        let loose = Set(rows.map { $0.count("id") })
        let kept = try view.agenda(of: meeting).filter { !loose.contains($0.id) }
        for row in rows where !kept.contains(where: { $0.number.hasPrefix("\(row.word("number")).") }) {
            try delete(.agendaItem, key: .integer(row.count("id")))
        }
    }

    private func append(_ lines: [AgendaLine], to meeting: StoredItem, from position: Int, supplement: Int) throws {
        for (index, line) in lines.enumerated() {
            let issue = try line.matter?.issue.map { try view.item($0, workflow: "issue").id }
            let record = try line.matter?.record.map { try view.item($0, workflow: "matter").id }
            let owner = issue ?? record ?? meeting.id
            let title = try seal(
                line.title, of: .item(owner), section: "narrative", field: BesideField.agendaTitle.rawValue)
            let late = try line.matter?.lateReason.map {
                try seal($0, of: .item(owner), section: "narrative", field: BesideField.lateItem.rawValue)
            }
            let reason = try line.matter?.ground?.reason.map {
                try seal($0, of: .item(owner), section: "narrative", field: BesideField.privateItem.rawValue)
            }
            _ = try insert(
                .agendaItem,
                [
                    .integer(meeting.id), .integer(position + index + 1), .text(line.number), .text(title.text),
                    .text(line.feed.rawValue), .text(line.purpose.rawValue), .text(line.lead), .integer(line.minutes),
                    .integer(line.isPrivate ? 1 : 0), SQLValue(line.matter?.ground?.paragraph?.rawValue),
                    SQLValue(reason?.text), .null, .null, SQLValue(issue),
                    SQLValue(record), .integer(supplement), .text(on.description), SQLValue(late?.text), .null,
                    .integer(1),
                ])
        }
    }
}

extension View {
    func lastPosition(of meeting: StoredItem) throws -> Int {
        try connection.row(
            "SELECT coalesce(max(position), 0) AS last FROM agenda_item WHERE meeting = ?", [.integer(meeting.id)])?
            .count("last") ?? 0
    }

    /// Whether what came since is added to a meeting's agenda: what something was recorded under stays, whether or not notice
    /// was given of it.
    func isLaidOutForGood(_ meeting: StoredItem) throws -> Bool {
        try meeting.meeting.publishedOn != nil || isUsed(agendaOf: meeting)
    }
}
