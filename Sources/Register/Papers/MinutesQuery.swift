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
                number: item.number, title: item.title, part: try partThen(of: item, at: body, of: meeting),
                issue: item.isUnnamed ? nil : item.issue?.reference,
                mayDiscussAnonymised: issue?.issue.mayBeDiscussed ?? true, discussed: item.discussed,
                decisions: try own.map { try line($0, dissentsOf: seats, asOf: meeting.meeting.circulatedOn) },
                actions: set.map(\.reference))
            entry.sharedWith = try issue.map(sharedWith) ?? []
            entry.isReached = item.reached
            if !item.isClosed, let day = item.releasedOn {
                entry.release = .init(on: day, wasTaken: try isTakenPrivately(item, at: meeting))
            }
            entry.isNoLongerPrinted = item.isNoLongerPrinted
            if item.isHeading, item.feed == StandingItem.Feed.previousMinutes.rawValue {
                entry.agreed = try agreedMinutes(at: meeting)
            }
            entries.append(entry)
        }
        return entries.contains(where: \.isRecorded) ? entries : []
    }

    private func agreedMinutes(at meeting: StoredItem) throws -> [AgreedMinutes] {
        try meetings(agreedAt: meeting).map {
            AgreedMinutes(
                ref: $0.reference, of: try date(of: $0), corrections: try printedCorrections(of: $0)?.printed,
                privateCorrections: try printedCorrections(of: $0, private: true)?.printed)
        }
    }

    /// The meetings whose minutes a meeting agreed.
    func meetings(agreedAt meeting: StoredItem) throws -> [StoredItem] {
        try meetings(of: body(of: meeting).id, before: date(of: meeting)).filter {
            $0.meeting.agreedAt == meeting.reference
        }
    }

    private func line(_ decision: StoredDecision, dissentsOf seats: [Seat], asOf past: Day?) throws -> DecisionLine {
        var line = try line(decision, asOf: past)
        line.dissents = try dissents(from: decision, seats)
        return line
    }

    /// - Parameter past: the day as of whose end it is told what became of what was agreed in principle, handed on or put off;
    ///   nil for as it is.
    func line(_ decision: StoredDecision, asOf past: Day? = nil) throws -> DecisionLine {
        let limbs = decision.wording.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
        var line = DecisionLine(
            ref: decision.reference, kind: DecisionLine.Kind(rawValue: decision.kind) ?? .noted,
            text: limbs.first ?? "", limbs: Array(limbs.dropFirst()))
        line.vote = decision.vote
        let sought = try past.flatMap { day in
            try (decision.principle?.commitment ?? decision.report?.commitment).flatMap {
                try self.past(item($0), on: day)
            }
        }
        line.principle = decision.principle.map { sought.map(principle) ?? $0 }
        line.isProvisional =
            decision.wasProvisional && decision.confirmedAt == nil && !(line.principle?.isRefused ?? false)
        line.report = try decision.report.map { try sought.map(report) ?? $0 }
        line.comesBack = try decision.comesBack.flatMap { now in
            try past.flatMap { try comesBack(decision.reference, under: decision.agendaItem, asOf: $0) } ?? now
        }
        line.isMotion = decision.issue == nil
        if decision.wasProvisional {
            line.confirmedOn = try decision.confirmedAt.flatMap { try item($0).meeting.date }
        }
        return line
    }

    /// Issues that the meeting of a LAP proposed to the Board, or that the Board sent on to somebody else.
    ///
    /// - Parameter past: the day as of whose end they are told; nil for as they are.
    func escalations(
        from meeting: StoredItem, of body: Body, on day: Day, asOf past: Day?
    ) throws -> [EscalationLine] {
        let board = try reference.boardTitle
        return try connection.rows(
            """
            SELECT DISTINCT issue FROM decision WHERE meeting = ? AND kind = 'referred' AND issue IS NOT NULL ORDER BY issue
            """, [.integer(meeting.id)]
        ).compactMap { row in
            let now = try item(id: row.count("issue"))
            guard now.issue.isScreenClear, !isWithdrawn(now) else { return nil }
            let issue = try asNoticed(now, on: past)
            if body.kind == .board {
                guard let target = issue.issue.referredTo else { return nil }
                var line = EscalationLine(
                    issue: try sheet(of: issue, for: body, on: day, asOf: past), to: target,
                    sent: meeting.meeting.date, part: try partThen(of: now, at: meeting))
                line.isElsewhere = true
                line.issue.ask = issue.issue.question
                return line
            }
            guard issue.issue.lapMeeting == meeting.reference else { return nil }
            return EscalationLine(
                issue: try sheet(of: issue, for: body, on: day, asOf: past), to: board,
                sent: issue.issue.submittedOn, part: try partThen(of: now, at: meeting))
        }
    }

    /// Issues whose raiser is owed the outcome, oldest first: a LAP's are its area's, the Board's those that it settled.
    ///
    /// - Parameter past: the day as of whose end they are told; nil for as they are.
    func feedbackOwed(by body: Body, asOf past: Day?) throws -> [FeedbackOwed] {
        guard body.kind != .group else { return [] }
        let isMeant =
            past == nil ? "open = 1" : "happens <= ? AND (open = 1 OR closed IS NULL OR closed > ?)"
        let days = past.map { [SQLValue.text($0.description), .text($0.description)] } ?? []
        let inArea = body.area == nil ? "" : " AND area = ?"
        let rows = try connection.rows(
            "SELECT reference, definition, clocks FROM item WHERE workflow = 'issue' AND \(isMeant)\(inArea)",
            days + (body.area.map { [.text($0)] } ?? []))
        return try rows.compactMap { row -> (now: StoredItem, then: StoredItem, due: Day)? in
            // Most of what is open owes nobody an answer yet.
            if past == nil {
                let clocks = ItemCoding.clocks(try ItemCoding.parse(row.word("clocks")))
                let definition = try pinned(row.count("definition"), workflow: "issue")
                guard definition.clocks(meaning: "feedback").contains(where: { clocks[$0.name] != nil }) else {
                    return nil
                }
            }
            let now = try item(row.word("reference"))
            let then = try asNoticed(now, on: past)
            guard then.isOpen, now.issue.isScreenClear, body.area != nil || then.issue.isBoardOutcome else {
                return nil
            }
            let due = then.definition.clocks(meaning: "feedback").lazy.compactMap { then.item.clocks[$0.name]?.due }
            return due.first.map { (now, then, $0) }
        }.sorted { ($0.due, $0.now.reference) < ($1.due, $1.now.reference) }.map { now, then, due in
            FeedbackOwed(
                ref: now.reference, theme: try reference.theme(then.issue.theme ?? "")?.title ?? "", due: due,
                by: try reference.answeringTitle, mayBeOneFamilys: now.issue.mayBeOneFamilys,
                part: try part(of: now), mayDiscussAnonymised: now.issue.mayBeDiscussed,
                sharedWith: try sharedWith(now))
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
                number: item.number, title: item.title, part: try partThen(of: item, at: body, of: meeting),
                carriedTo: target?.meeting.date.map { "the meeting on \($0.words)" },
                because: issue.flatMap { $0.issue.meeting == meeting.reference ? $0.issue.overrideReason : nil },
                mayDiscussAnonymised: issue?.issue.mayBeDiscussed ?? true)
            line.sharedWith = try issue.map(sharedWith) ?? []
            line.isNoLongerPrinted = item.isNoLongerPrinted
            return line
        }
    }
}
