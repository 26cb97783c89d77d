import Ledger
import Partnership
import Workflow

// What an agenda is laid out of.
extension View {
    /// Something was minuted, decided or declared under an item of a meeting's agenda.
    func isUsed(agendaOf meeting: StoredItem) throws -> Bool {
        try connection.row(
            "SELECT 1 FROM agenda_item WHERE meeting = ? AND \(View.isUsed)", [.integer(meeting.id)]) != nil
    }

    /// What a meeting of the body had before it and that waits for another one: because time ran out for it while there was
    /// no next meeting, or because its meeting did not take place. With the event that brings it to one.
    func waiting(for meeting: StoredItem) throws -> [(item: StoredItem, event: String)] {
        guard meeting.meeting.publishedOn == nil, let body = meeting.meeting.body else { return [] }
        let matters = try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item
            WHERE body = ? AND workflow = 'matter' AND open = 1 AND meeting IS NULL ORDER BY id
            """, [.text(body)]
        ).map(stored).map { (item: $0, event: "move") }
        guard let own = try reference.body(body), own.kind == .lap, let area = own.area else { return matters }
        let states = try issueStates { $0.event("wait")?.targets.compactMap(\.state) ?? [] }
        return try matters
            + connection.rows(
                """
                SELECT \(View.itemColumns) FROM item
                WHERE workflow = 'issue' AND state IN (\(states.map { _ in "?" }.joined(separator: ", "))) AND area = ?
                  AND open = 1 AND meeting IS NULL AND next_meeting IS NULL ORDER BY id
                """, states.map(SQLValue.text) + [.text(area)]
            ).map(stored).filter { $0.issue.isAwaitingMeeting && !isOff($0) }.map { (item: $0, event: "schedule") }
    }

    /// What is brought to a meeting, by the feed of the standing item that takes it.
    func matters(for meeting: StoredItem, of body: Body) throws -> BroughtMatters {
        var matters = BroughtMatters()
        guard let date = meeting.meeting.date else { return matters }
        let brought = try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item
            WHERE meeting = ? AND workflow = 'issue' AND open = 1 ORDER BY theme, happens, id
            """, [.text(meeting.reference)]
        ).map(stored)
        for issue in brought where issue.issue.isScreenClear && !isOff(issue) {
            let ground = issue.issue.privateGround
            let inPublic: StandingItem.Feed =
                try body.kind == .lap ? (hadBefore(issue, meeting, on: date) ? .carried : .newIssues) : .boardIssues
            let feed = ground == nil ? inPublic : .inPrivate
            var matter = Matter(
                title: issue.issue.summary ?? issue.reference, issue: issue.reference,
                lateReason: issue.issue.lateReason, ground: ground)
            matter.theme = issue.issue.theme
            matter.received = issue.issue.received
            matter.carries = issue.issue.carries
            matters.byFeed[feed, default: []].append(matter)
        }
        if body.kind == .lap {
            // With what is itself before the meeting its answer comes anyway.
            let own = Set(matters.all.compactMap(\.issue))
            for answer in try answers(to: body, at: meeting, on: date) where !own.contains(answer.issue ?? "") {
                matters.byFeed[answer.ground == nil ? .answers : .inPrivate, default: []].append(answer)
            }
        }
        for matter in try delegated(to: body) {
            matters.byFeed[matter.ground == nil ? .boardIssues : .inPrivate, default: []].append(matter)
        }
        matters.byItem = try body.yearly(without: yearlyTaken(before: meeting, of: body))
        for record in try records(broughtTo: meeting) {
            let own = record.matter
            var matter = Matter(
                title: own.title ?? record.reference, record: record.reference, purpose: own.purpose,
                minutes: own.minutes, lateReason: own.lateReason, ground: own.privateGround)
            matter.carries = own.carries
            if matter.ground != nil {
                matters.byFeed[.inPrivate, default: []].append(matter)
            } else {
                let key = own.under.flatMap(body.standingItem)?.key ?? ""
                matters.byItem[key, default: []].append(matter)
            }
        }
        return matters
    }

    /// The titles of what the body's year begins with and its earlier meetings of that year have taken. A register that was
    /// begun within the year does not know of all of them, and so all counts as taken.
    private func yearlyTaken(before meeting: StoredItem, of body: Body) throws -> Set<String> {
        let yearly = Set(body.agenda.flatMap { $0.yearly.map(\.title) })
        guard !yearly.isEmpty, let date = meeting.meeting.date else { return [] }
        let begun = body.yearBegun(by: date)
        let known = try connection.row("SELECT effective FROM operation ORDER BY id LIMIT 1")?.day("effective")
        guard let known, known <= begun else { return yearly }
        var taken: Set<String> = []
        for earlier in try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item
            WHERE body = ? AND workflow = 'meeting' AND happens >= ? AND happens < ? ORDER BY happens, id
            """, [.text(body.id), .text(begun.description), .text(date.description)]
        ).map(stored) where try taken.count < yearly.count && hasMet(earlier) {
            taken.formUnion(
                try agenda(of: earlier).filter { !$0.isHeading && $0.subject == nil && $0.reached }.map(\.title)
                    .filter(yearly.contains))
        }
        return taken
    }

    /// What the Board gave a group to do stands on its agendas until it reports; in private where it is taken so.
    private func delegated(to body: Body) throws -> [Matter] {
        guard body.kind == .group else { return [] }
        return try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item
            WHERE workflow = 'issue' AND open = 1 AND \(inState(meaning: "delegated", of: "issue")) ORDER BY id
            """
        ).map(stored).filter { $0.issue.group == body.id && $0.issue.isScreenClear && !isOff($0) }.map { issue in
            let taking = try privateTakings(of: issue).last
            let taker = try taking.flatMap { try reference.body($0.body)?.title }
            return Matter(
                title: issue.issue.summary ?? issue.reference, issue: issue.reference,
                ground: taker.map { PrivateGround(takenBy: $0) })
        }
    }

    /// What somebody brought to a meeting that is no issue: what was carried most often first, then as it came.
    func records(broughtTo meeting: StoredItem) throws -> [StoredItem] {
        try connection.rows(
            "SELECT \(View.itemColumns) FROM item WHERE meeting = ? AND workflow = 'matter' AND open = 1 ORDER BY id",
            [.text(meeting.reference)]
        ).map(stored).enumerated().sorted { left, right in
            (-left.element.matter.carries, left.offset) < (-right.element.matter.carries, right.offset)
        }.map(\.element)
    }

    /// Whether a locality meeting has had an issue before it already.
    private func hadBefore(_ issue: StoredItem, _ meeting: StoredItem, on date: Day) throws -> Bool {
        if issue.issue.carries > 0 { return true }
        return try connection.row(
            """
            SELECT 1 FROM agenda_item JOIN item AS earlier ON earlier.id = agenda_item.meeting
            WHERE agenda_item.issue = ? AND earlier.body = ? AND earlier.happens < ?
              AND EXISTS (SELECT 1 FROM attendance WHERE attendance.meeting = earlier.id AND status IN ('present', 'deputised'))
            """, [.integer(issue.id), SQLValue(meeting.meeting.body), .text(date.description)]) != nil
    }

    /// The Board's answers on the issues of a LAP's area that none of its meetings has heard: each stands on the agenda until
    /// something is minuted or decided under it. What the Board answered in private is heard in private, and its line does not
    /// tell which issue it is on.
    private func answers(to body: Body, at meeting: StoredItem, on date: Day) throws -> [Matter] {
        let board = try reference.boardTitle
        return try connection.rows(
            """
            SELECT issue.reference FROM decision
            JOIN item AS issue ON issue.id = decision.issue
            JOIN item AS board ON board.id = decision.meeting
            JOIN body ON body.id = decision.body
            WHERE body.kind = 'board' AND decision.kind <> 'deferred' AND issue.area = ? AND board.happens <= ?
              AND NOT EXISTS (
                SELECT 1 FROM agenda_item AS line JOIN item AS heard ON heard.id = line.meeting
                WHERE line.issue = issue.id AND line.reached = 1 AND line.added >= board.happens
                  AND heard.body = ? AND heard.happens < ?
                  AND (line.discussed IS NOT NULL
                    OR EXISTS (SELECT 1 FROM decision AS taken WHERE taken.agenda_item = line.id)))
            GROUP BY issue.id ORDER BY issue.id
            """, [SQLValue(body.area), .text(date.description), .text(body.id), .text(date.description)]
        ).compactMap { row in
            let issue = try item(row.word("reference"))
            guard issue.issue.isScreenClear, !isWithdrawn(issue) else { return nil }
            guard let taking = try privateTakings(of: issue).last else {
                return Matter(
                    title: "Answer of the \(board): \(issue.issue.summary ?? issue.reference)", issue: issue.reference,
                    isAnswer: true)
            }
            let ground = PrivateGround(
                takenBy: board, paragraph: body.followsSchedule12A ? taking.ground.paragraph : nil)
            return Matter(
                title: "Answer of the \(board): a matter that it took in private", issue: issue.reference,
                ground: ground,
                isAnswer: true)
        }
    }
}
