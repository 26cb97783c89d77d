import Ledger
import Partnership
import Workflow

extension View {
    /// You said, we did: what was closed since a body last met, in its area; for the Board, everywhere.
    func answers(of body: Body, since: Day?, until day: Day) throws -> [YouSaidWeDid] {
        let areas = try body.area.map { [$0] } ?? reference.areas.map(\.id)
        return try areas.flatMap { area in
            try connection.rows(
                """
                SELECT \(View.itemColumns) FROM item
                WHERE area = ? AND closed IS NOT NULL AND closed >= ? AND closed <= ? AND workflow = 'issue'
                ORDER BY closed, id
                """, [.text(area), .text(since?.description ?? ""), .text(day.description)]
            ).map(stored)
        }.compactMap { issue in
            guard let said = issue.issue.said, let did = issue.issue.did else { return nil }
            var answer = YouSaidWeDid(
                ref: issue.reference, theme: try issue.issue.theme.flatMap { try reference.theme($0)?.title } ?? "",
                said: said, did: did, impact: issue.issue.impact, answered: issue.issue.toldOn,
                answeredBy: issue.issue.isBoardOutcome ? try reference.boardTitle : nil,
                mayBeOneFamilys: issue.issue.mayBeOneFamilys, mayDiscussAnonymised: issue.issue.mayBeDiscussed)
            answer.sharedWith = try sharedWith(issue)
            answer.part = try part(of: issue)
            return answer
        }
    }

    /// The answer to whoever raised an issue, as far as it has come.
    public func familyAnswer(on issue: StoredItem, asOf day: Day) throws -> FamilyAnswer {
        guard issue.issue.isScreenClear else {
            throw RegisterError.refused([
                Reason(
                    kind: .rule,
                    sentence:
                        "The safeguarding screen of \(issue.reference) is not clear, so nothing is written about it.",
                    remedies: [], code: "R1")
            ])
        }
        guard try !isContactErased(of: issue) else {
            throw RegisterError.refused([
                Reason(
                    kind: .rule,
                    sentence:
                        "How to reach whoever raised \(issue.reference) was erased, so there is nobody to write to.",
                    code: "R25")
            ])
        }
        let reference = try reference
        let area = issue.issue.area.flatMap { reference.area($0) }
        if try part(of: issue).isTwo { return try privateAnswer(on: issue, in: area, asOf: day) }
        let decision = try decisions(on: issue).last
        let meeting = try decision.map { try item($0.meeting) }
        let outcome = issue.issue.did ?? issue.issue.outcome
        // When it is heard again is told as it is now, and not as it was meant then.
        let decided =
            outcome
            ?? decision.map { $0.isDeferral ? "It was put off to a later meeting." : $0.told(as: "decided") }
        guard let decided else {
            throw RegisterError.refused([
                Reason(
                    kind: .rule,
                    sentence: "Nothing has been decided on \(issue.reference) that a family could be told.",
                    remedies: [.deed("show", on: issue.reference)])
            ])
        }
        var answer = FamilyAnswer(
            ref: issue.reference, theme: issue.issue.theme.flatMap { reference.theme($0)?.title } ?? "",
            area: area?.title ?? "", date: day,
            from: try sender(area),
            heard: issue.issue.said ?? issue.issue.summary ?? "", decided: decided)
        answer.why = decision.flatMap {
            outcome == nil ? nil : $0.wording == decided ? $0.principle?.sentence : $0.told(as: "resolved")
        }
        answer.decidedBy = decision.flatMap { reference.body($0.body)?.title }
        answer.decidedOn = meeting?.meeting.date
        answer.steps = try actionLines(ofIssue: issue, on: day).filter { !$0.status.isClosed }.map { action in
            FamilyAnswer.Step(
                who: action.agency ?? action.lead.role ?? "The partnership", what: action.text, by: action.due)
        }
        answer.next = try hearing(of: issue)
        answer.impact = issue.issue.impact
        answer.isFull = !issue.isOpen
        answer.disagree = reference.waysToDisagree
        answer.reopenUntil = issue.issue.closedOn.map { $0.adding(months: reference.thresholds.reopenMonths) }
        answer.format = issue.issue.answerFormat
        return answer
    }

    /// Whether how to reach whoever raised an issue was erased since it last changed otherwise.
    private func isContactErased(of issue: StoredItem) throws -> Bool {
        guard let section = issue.definition.field(IssueReader.Field.contact.rawValue).flatMap(issue.definition.seal)
        else { return false }
        let happened = try connection.rows(
            "SELECT name, origin, target FROM event WHERE item = ? ORDER BY id DESC", [.integer(issue.id)])
        let last = happened.first { row in
            row.text("origin") != row.text("target")
                || issue.definition.event(row.word("name"))?.erases.contains(section) ?? false
        }
        return last.flatMap { issue.definition.event($0.word("name")) }?.erases.contains(section) ?? false
    }

    /// Who hears an open issue next, and when; nil while it is before no meeting to come.
    private func hearing(of issue: StoredItem) throws -> String? {
        guard issue.isOpen, let name = issue.issue.nextMeeting ?? issue.issue.meeting else { return nil }
        let meeting = try item(name, workflow: "meeting")
        guard meeting.meeting.isAhead, let date = meeting.meeting.date, date >= today else { return nil }
        return "The \(try body(of: meeting).title) is to hear it on \(date.words). We will tell you what comes of it."
    }

    /// The answer on what was taken in private: only what was written for that family, and how to disagree.
    private func privateAnswer(on issue: StoredItem, in area: Area?, asOf day: Day) throws -> FamilyAnswer {
        guard let told = issue.issue.told else {
            throw RegisterError.refused([
                Reason(
                    kind: .rule,
                    sentence: "\(issue.reference) was taken in private, so its letter prints only what was written for "
                        + "that family, and nothing is yet.",
                    remedies: [
                        .cause(
                            event: "update-raiser", workflow: issue.workflow, item: issue.reference, giving: ["told"])
                    ], code: "R10")
            ])
        }
        let reference = try reference
        var answer = FamilyAnswer(
            ref: issue.reference, theme: "", area: area?.title ?? "", date: day, from: try sender(area), heard: "",
            decided: told)
        answer.isPrivate = true
        answer.disagree = reference.waysToDisagree
        answer.reopenUntil = issue.issue.closedOn.map { $0.adding(months: reference.thresholds.reopenMonths) }
        answer.format = issue.issue.answerFormat
        return answer
    }

    /// Who writes: `Designated Clinical Officer, North LAP`.
    private func sender(_ area: Area?) throws -> String {
        let reference = try reference
        return [reference.answeringTitle, area.flatMap { reference.lap(ofArea: $0.id)?.title }].compactMap(\.self)
            .joined(separator: ", ")
    }
}

extension ReferenceData {
    /// Who helps a family that disagrees, each a sentence.
    fileprivate var waysToDisagree: [String] {
        destinations.filter(\.givesAdvice).map {
            "\($0.plainTitle) can help you, free of charge and independently of us"
        }
    }
}

extension IssueReader {
    /// As whoever raised it asked to have it.
    fileprivate var answerFormat: FamilyAnswer.Format {
        if formats.contains("easy-read") { return .easyRead }
        if formats.contains("large-print") { return .largePrint }
        return formats.contains("interpreter") ? .interpreter(nil) : .standard
    }
}

extension Destination {
    /// Without the short form that often follows in brackets.
    fileprivate var plainTitle: String {
        title.firstIndex(of: "(").map { title[..<$0].split(separator: " ").joined(separator: " ") } ?? title
    }
}
