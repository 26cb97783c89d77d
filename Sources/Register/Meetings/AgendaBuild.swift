import Ledger
import Partnership
import Workflow

/// What building an agenda did.
public struct AgendaBuilt: Sendable {
    public let items: [AgendaItem]
    /// The supplement it added; nil for the agenda itself.
    public let supplement: Int?
    /// References of the matters it brought in.
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
            // The event that takes the meeting it was deferred to as its own: for a LAP to schedule it, for the Board to
            // table it.
            guard
                let event = issue.definition.events.first(where: { event in
                    event.from.contains(issue.state) && event.ask("meeting")?.fallback != nil
                })
            else { continue }
            do {
                _ = try cause(event.name, on: issue, given: ["meeting": .text(meeting.reference)], as: .system)
                carried.append(issue.reference)
            } catch RegisterError.refused(let reasons) {
                heldBack.append("\(issue.reference): \(reasons.map(\.sentence).joined(separator: " "))")
            }
        }
        return (carried, heldBack)
    }

    private func layOut(_ meeting: StoredItem) throws -> AgendaBuilt {
        guard meeting.isOpen else {
            throw RegisterError.refused([
                Reason(
                    kind: .state,
                    sentence: "\(meeting.reference) is \(meeting.stateTitle.lowercased()); its agenda is closed.",
                    remedies: [.cause(event: "schedule", workflow: "meeting", giving: ["date"])])
            ])
        }
        let body = try view.body(of: meeting)
        let existing = try view.agenda(of: meeting)
        let isIssued = meeting.meeting.publishedOn != nil
        var matters = try view.matters(for: meeting, of: body)
        if isIssued {
            let known = Set(existing.compactMap(\.issue?.reference))
            for (feed, list) in matters {
                matters[feed] = list.filter { matter in matter.issue.map { !known.contains($0) } ?? false }
            }
            guard matters.contains(where: { !$0.value.isEmpty }) else {
                return AgendaBuilt(items: existing, supplement: nil, matters: [])
            }
            let supplement = (existing.map(\.supplement).max() ?? 0) + 1
            try append(
                AgendaBuilder.supplement(
                    standing: body.agenda, existing: Set(existing.map(\.number)), matters: matters),
                to: meeting, from: existing.count, supplement: supplement)
        } else {
            for item in existing { try delete(.agendaItem, key: .integer(item.id)) }
            try append(
                AgendaBuilder.lines(standing: body.agenda, matters: matters), to: meeting, from: 0, supplement: 0)
        }
        let items = try view.agenda(of: meeting)
        return AgendaBuilt(
            items: items, supplement: isIssued ? items.map(\.supplement).max() : nil,
            matters: matters.values.flatMap { $0.compactMap(\.issue) }.sorted())
    }

    private func append(_ lines: [AgendaLine], to meeting: StoredItem, from position: Int, supplement: Int) throws {
        for (index, line) in lines.enumerated() {
            let issue = try line.matter?.issue.map { try view.item($0, workflow: "issue").id }
            let owner = issue ?? meeting.id
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
                    .integer(supplement), .text(on.description), SQLValue(late?.text), .null, .integer(1),
                ])
        }
    }
}

extension View {
    /// What is brought to a meeting, by the feed of the standing item that takes it.
    func matters(for meeting: StoredItem, of body: Body) throws -> [StandingItem.Feed: [Matter]] {
        guard let date = meeting.meeting.date else { return [:] }
        var matters: [StandingItem.Feed: [Matter]] = [:]
        let brought = try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item
            WHERE meeting = ? AND workflow = 'issue' AND open = 1 ORDER BY theme, happens, id
            """, [.text(meeting.reference)]
        ).map(stored)
        for issue in brought where issue.issue.isScreenClear && !isOff(issue) {
            let ground = issue.issue.privateGround
            let inPublic: StandingItem.Feed =
                body.kind == .lap ? (issue.issue.carries > 0 ? .carried : .newIssues) : .boardIssues
            let feed = ground == nil ? inPublic : .inPrivate
            matters[feed, default: []].append(
                Matter(
                    title: issue.issue.summary ?? issue.reference, issue: issue.reference,
                    lateReason: issue.issue.lateReason,
                    ground: ground))
        }
        if body.kind == .lap, let area = body.area {
            matters[.answers] = try answers(toArea: area, between: body, and: date)
        }
        return matters
    }

    /// The Board's answers on an area's issues since the LAP last met, each to be heard at its next meeting.
    private func answers(toArea area: String, between body: Body, and date: Day) throws -> [Matter] {
        let board = try reference.boardTitle
        let since = try previousMeeting(of: body.id, before: date)?.day("date") ?? Day(number: 0)
        return try connection.rows(
            """
            SELECT DISTINCT issue.reference FROM decision
            JOIN item AS issue ON issue.id = decision.issue
            JOIN item AS meeting ON meeting.id = decision.meeting
            JOIN body ON body.id = decision.body
            WHERE body.kind = 'board' AND issue.area = ? AND meeting.happens > ? AND meeting.happens <= ?
            ORDER BY issue.id
            """, [.text(area), .text(since.description), .text(date.description)]
        ).map { row in
            let issue = try item(row.word("reference"))
            let isPrivate = try !privateTakings(of: issue).isEmpty
            let about = isPrivate ? "a matter that it took in private" : issue.issue.summary ?? issue.reference
            return Matter(title: "Answer of the \(board): \(about)", issue: issue.reference)
        }
    }
}
