import Ledger
import Partnership
import Workflow

extension View {
    /// What the minutes say under each item of the agenda; empty while nothing is recorded under any.
    func minutes(_ agenda: [AgendaItem], _ decisions: [StoredDecision], of meeting: StoredItem) throws -> [MinuteEntry]
    {
        let actions = try connection.rows(
            "SELECT \(View.itemColumns) FROM item WHERE meeting = ? AND workflow = 'action' ORDER BY id",
            [.text(meeting.reference)]
        ).map(stored)
        let body = try body(of: meeting)
        let seats = try seats(body: body.id, on: date(of: meeting))
        var entries: [MinuteEntry] = []
        for item in agenda {
            // A decision belongs to the item it was taken under, or to the last item about its issue.
            let own = decisions.filter { decision in
                decision.agendaItem == item.id
            }
            // So does an action; what it was set under before is told there.
            let set = actions.filter { action in
                if let number = action.action.agendaItem { return number == item.number }
                guard let issue = item.issue, action.action.issue == issue.reference else { return false }
                return agenda.last { $0.issue == issue && !$0.isAnswer }?.id == item.id
                    || !agenda.contains { $0.issue == issue && !$0.isAnswer }
                        && agenda.last { $0.issue == issue }?.id == item.id
            }
            let issue = try item.issue.map { try self.item(id: $0.id) }
            var entry = MinuteEntry(
                number: item.number, title: item.title, part: try partThen(of: item, at: body),
                issue: item.isUnnamed ? nil : item.issue?.reference,
                mayDiscussAnonymised: issue?.issue.mayBeDiscussed ?? true, discussed: item.discussed,
                decisions: try own.map { try line($0, dissentsOf: seats) }, actions: set.map(\.reference))
            entry.sharedWith = try issue.map(sharedWith) ?? []
            entry.isReached = item.reached
            entries.append(entry)
        }
        return entries.contains(where: \.isRecorded) ? entries : []
    }

    private func line(_ decision: StoredDecision, dissentsOf seats: [Seat]) throws -> DecisionLine {
        var line = line(decision)
        line.dissents = try dissents(from: decision, seats)
        return line
    }

    func line(_ decision: StoredDecision) -> DecisionLine {
        let limbs = decision.wording.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
        var line = DecisionLine(
            ref: decision.reference, kind: DecisionLine.Kind(rawValue: decision.kind) ?? .noted,
            text: limbs.first ?? "", limbs: Array(limbs.dropFirst()), isProvisional: decision.isProvisional)
        line.vote = decision.vote
        line.principle = decision.principle
        line.isMotion = decision.issue == nil
        return line
    }

    /// Issues that the meeting of a LAP proposed to the Board, or that the Board sent on to somebody else.
    func escalations(from meeting: StoredItem, of body: Body, on day: Day) throws -> [EscalationLine] {
        let board = try reference.boardTitle
        return try connection.rows(
            """
            SELECT DISTINCT issue FROM decision WHERE meeting = ? AND kind = 'referred' AND issue IS NOT NULL ORDER BY issue
            """, [.integer(meeting.id)]
        ).compactMap { row in
            let issue = try item(id: row.count("issue"))
            guard issue.issue.isScreenClear, !isWithdrawn(issue) else { return nil }
            if body.kind == .board {
                guard let target = issue.issue.referredTo else { return nil }
                var line = EscalationLine(
                    issue: try sheet(of: issue, for: body, on: day), to: target, sent: meeting.meeting.date,
                    part: try partThen(of: issue, at: meeting.reference))
                line.isElsewhere = true
                line.issue.ask = issue.issue.question
                return line
            }
            guard issue.issue.lapMeeting == meeting.reference else { return nil }
            return EscalationLine(
                issue: try sheet(of: issue, for: body, on: day), to: board, sent: issue.issue.submittedOn,
                part: try partThen(of: issue, at: meeting.reference))
        }
    }

    /// Issues whose raiser is owed the outcome, oldest first: a LAP's are its area's, the Board's those that it settled.
    func feedbackOwed(by body: Body) throws -> [FeedbackOwed] {
        guard body.kind != .group else { return [] }
        let inArea = body.area == nil ? "" : " AND area = ?"
        return try connection.rows(
            """
            SELECT reference, theme, definition, clocks FROM item
            WHERE workflow = 'issue' AND open = 1\(inArea) ORDER BY reference
            """, body.area.map { [.text($0)] } ?? []
        ).compactMap { row -> (row: Row, due: Day)? in
            let clocks = ItemCoding.clocks(try ItemCoding.parse(row.word("clocks")))
            let definition = try pinned(row.count("definition"), workflow: "issue")
            let due = definition.clocks(meaning: "feedback").lazy.compactMap { clocks[$0.name]?.due }.first
            return due.map { (row, $0) }
        }.sorted { ($0.due, $0.row.word("reference")) < ($1.due, $1.row.word("reference")) }.compactMap { row, due in
            let issue = try item(row.word("reference"))
            guard body.area != nil || issue.issue.isBoardOutcome else { return nil }
            return FeedbackOwed(
                ref: issue.reference, theme: try reference.theme(row.word("theme"))?.title ?? "", due: due,
                by: try reference.answeringTitle, mayBeOneFamilys: issue.issue.mayBeOneFamilys,
                part: try part(of: issue),
                mayDiscussAnonymised: issue.issue.mayBeDiscussed, sharedWith: try sharedWith(issue))
        }
    }

    /// What time ran out for, and where it goes.
    ///
    /// - Parameter day: the day as of whose end it is told; nil for as it is.
    func notReached(
        _ agenda: [AgendaItem], of meeting: StoredItem, at body: Body, asOf day: Day?
    ) throws -> [NotReached] {
        func then(_ item: StoredItem) throws -> StoredItem { try day.flatMap { try past(item, on: $0) } ?? item }
        return try agenda.filter { !$0.reached }.map { item in
            let issue = try item.issue.map { try self.item(id: $0.id) }
            let matter = try item.matter.map { try self.item(id: $0.id) }
            let (carried, brought) = (try issue.map(then), try matter.map(then))
            let next = carried?.issue.nextMeeting ?? carried?.issue.meeting ?? brought?.matter.meeting
            let target = try next.flatMap { $0 == meeting.reference ? nil : try then(self.item($0)) }
            var line = NotReached(
                number: item.number, title: item.title, part: try partThen(of: item, at: body),
                carriedTo: target?.meeting.date.map { "the meeting on \($0.words)" },
                because: issue.flatMap { $0.issue.meeting == meeting.reference ? $0.issue.overrideReason : nil },
                mayDiscussAnonymised: issue?.issue.mayBeDiscussed ?? true)
            line.sharedWith = try issue.map(sharedWith) ?? []
            return line
        }
    }
}
