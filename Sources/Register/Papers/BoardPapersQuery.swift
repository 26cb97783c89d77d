import Ledger
import Partnership
import Workflow

extension View {
    /// The Board's papers: a brief for each issue before it, what came back, what is late, the exceptions and the themes.
    public func boardPapers(of meeting: StoredItem, asOf today: Day) throws -> BoardPapers {
        let past = try noticeDay(of: meeting)
        let day = past ?? today
        // An age is told as of the day on which the meeting sits, like everywhere in its papers.
        let date = try self.date(of: meeting)
        let body = try body(of: meeting)
        guard body.kind == .board else {
            let board = try reference.boardTitle
            throw RegisterError.badInput(
                "\(meeting.reference) is a meeting of the \(body.title), not of the \(board).",
                remedies: [.deed("make-pack", on: meeting.reference)])
        }
        var papers = BoardPapers(
            meeting: try self.papers(of: meeting, asOf: today, isNotice: true),
            undecidedBoards: try reference.thresholds.undecidedBoards)
        for line in try printable(withoutWithdrawn(agenda(of: meeting), of: meeting), of: meeting) {
            guard let issue = try line.issue.map({ try item(id: $0.id) }) else { continue }
            var brief = try brief(asNoticed(issue, on: past), line, of: papers.meeting.body, on: date)
            brief.actions = try actions(about: issue).compactMap { now in
                guard let action = try past.map({ try self.past(now, on: $0) }) ?? now else { return nil }
                let isOverdue = action.action.due.map { $0 < day } ?? false
                return BoardBrief.Action(
                    ref: action.reference, due: action.action.due, state: action.stateTitle,
                    isOverdue: isOverdue && !action.action.status.isClosed)
            }
            brief.gaps = try gaps(foundIn: issue, asOf: past)
            brief.questions = try boardQuestions(about: issue, asOf: past, on: date)
            papers.briefs.append(brief)
        }
        let issues = try past.map { day in
            try connection.rows(
                "SELECT \(View.itemColumns) FROM item WHERE workflow = 'issue' AND happens <= ? ORDER BY due, id",
                [.text(day.description)]
            ).compactMap { row in
                let issue = try stored(row)
                return try self.past(issue, on: day) == nil ? nil : try asNoticed(issue, on: day)
            }
        }
        papers.returned = try followUps(
            "returned_on IS NOT NULL AND open = 1", among: issues?.filter { $0.issue.returnedOn != nil && $0.isOpen },
            note: { issue in issue.issue.advice ?? "Returned with advice." },
            day: { $0.issue.returnedOn }, on: day, agedOn: date)
        papers.returned += try followUps(
            inState(meaning: "board-undecided", of: "issue"),
            among: issues?.filter { $0.issue.means("board-undecided") },
            note: { try self.cameBack($0, by: day)?.note }, day: { try self.cameBack($0, by: day)?.day }, on: day,
            agedOn: date)
        // An issue's first day may be that of another clock.
        func overdue(_ issue: StoredItem) -> (title: String, due: Day)? {
            issue.definition.clocks(meaning: "follow-up").compactMap { clock in
                (issue.item.clocks[clock.name]?.due).map { (title: clock.title, due: $0) }
            }.filter { $0.due < day }.min { $0.due < $1.due }
        }
        papers.overdue = try followUps(
            "due < '\(day)' AND board_date IS NOT NULL AND open = 1",
            among: issues?.filter { $0.isOpen && $0.day(IssueReader.Field.boardDate.rawValue) != nil },
            note: { overdue($0)?.title }, day: { overdue($0)?.due }, on: day, agedOn: date)
        papers.exceptions = try exceptions(on: day, agedOn: date, among: issues)
        papers.trackedSince = try previousMeeting(of: body.id, before: date).map(lastTold)
        papers.tracked = try trackedForBoard(since: papers.trackedSince, asOf: past, on: date)
        let quarter = Quarter(closedBefore: day)
        papers.themes = try issues.map { try themeCounts($0.filter(\.isOpen)) } ?? themeCounts("open = 1")
        papers.received = try themeCounts(
            "happens BETWEEN ? AND ?", [.text(quarter.first.description), .text(quarter.last.description)],
            evenWhenEmptied: true)
        return papers
    }

    private func brief(_ issue: StoredItem, _ line: AgendaItem, of body: Body, on date: Day) throws -> BoardBrief {
        let reference = try reference
        let lap = try issue.issue.lapMeeting.map { try item($0) }
        let theme = issue.issue.theme.flatMap { reference.theme($0) }
        var brief = BoardBrief(
            issue: try sheet(of: issue, for: body, on: date), item: line.number, part: try part(of: line, at: body),
            sentBy: try lap.map { try self.body(of: $0).title }, sentOn: issue.issue.submittedOn,
            concerns: reference.concerns.filter { $0.number == theme?.concern },
            planActions: try issue.issue.plan.map { name in
                [BoardBrief.PlanReference(ref: name, title: try item(name).planAction.title ?? "")]
            } ?? [], deferrals: issue.issue.boardDefers)
        brief.isProvisional = try decisions(on: issue).contains {
            $0.isProvisional && $0.meeting == issue.issue.lapMeeting
        }
        brief.between = issue.issue.betweenBecause
        brief.raisedOn = try issue.issue.raisedAt.flatMap { try item($0).meeting.date }
        brief.refusedBy = try refusal(of: issue, by: date)?.who
        return brief
    }

    /// What has come back to the Board, and when: a decision that it took in principle and that was refused, the report of a
    /// group, the reply of whoever it asked, whichever came last; nil for what comes to it for the first time.
    private func cameBack(_ issue: StoredItem, by day: Day) throws -> (note: String, day: Day)? {
        var found: [(note: String, day: Day)] = []
        if let report = issue.issue.report, let on = issue.issue.reportedOn {
            let group = try issue.issue.reportedBy.flatMap { try reference.body($0)?.title } ?? "group"
            found.append(("The \(group) reported: \(report)", on))
        }
        if let reply = issue.issue.reply, let on = issue.issue.repliedOn {
            found.append(("\(issue.issue.referredTo ?? "Whoever was asked") replied: \(reply)", on))
        }
        if let refusal = try refusal(of: issue, by: day) {
            found.append(("\(refusal.who) refused what was agreed in principle", refusal.day))
        }
        return found.max { $0.day < $1.day }
    }

    /// Who refused what was last decided about an issue, in principle, and when; nil where that was not refused.
    private func refusal(of issue: StoredItem, by day: Day) throws -> (who: String, day: Day)? {
        guard let decision = try decisions(on: issue).last(where: { !$0.isDeferral }) else { return nil }
        return try connection.rows(
            "SELECT \(View.itemColumns) FROM item WHERE decision = ? AND workflow = 'commitment' ORDER BY id",
            [.text(decision.reference)]
        ).compactMap { row -> (who: String, day: Day)? in
            let commitment = try stored(row).commitment
            guard case .refused(let on, _, _) = commitment.outcome, on <= day, let who = commitment.subjectTo else {
                return nil
            }
            return (who, on)
        }.last
    }

    private func followUps(
        _ condition: String, among past: [StoredItem]?, note: (StoredItem) throws -> String?,
        day when: (StoredItem) throws -> Day?, on day: Day, agedOn date: Day
    ) throws -> [BoardFollowUp] {
        let issues =
            try past
            ?? connection.rows(
                "SELECT \(View.itemColumns) FROM item WHERE workflow = 'issue' AND \(condition) ORDER BY due, id"
            ).map(stored)
        return try issues.compactMap { issue in
            guard let note = try note(issue) else { return nil }
            let holder = try issue.issue.owner.flatMap { try person($0) }
            let role = try holder.flatMap { try paperPerson($0, seats: seats(of: $0, on: day)).role }
            return BoardFollowUp(
                issue: try sheet(of: issue, for: nil, on: date), note: note, holder: holder?.name, holderRole: role,
                day: try when(issue), part: try part(of: issue))
        }
    }

    /// Issues that meetings of the Board left undecided too often, with the day and reason of each deferral (rule R15).
    private func exceptions(on day: Day, agedOn date: Day, among past: [StoredItem]?) throws -> [BoardException] {
        let limit = try reference.thresholds.undecidedBoards
        return try
            (past?.filter { $0.issue.boardDefers >= limit && $0.issue.means("board-undecided") }
            ?? connection.rows(
                """
                SELECT \(View.itemColumns) FROM item
                WHERE board_defers >= ? AND \(inState(meaning: "board-undecided", of: "issue")) ORDER BY id
                """, [.integer(limit)]
            ).map(stored))
            .map { issue in
                let boards = try reference.bodies.filter { $0.kind == .board }.map(\.id)
                let deferrals = try decisions(on: issue).filter { $0.isDeferral && boards.contains($0.body) }
                return BoardException(
                    issue: try sheet(of: issue, for: nil, on: date), boards: issue.issue.boardDefers,
                    deferrals: try deferrals.map { decision in
                        BoardException.Deferral(
                            day: try item(decision.meeting).meeting.date ?? day, reason: decision.wording)
                    }, part: try part(of: issue))
            }
    }

    private func themeCounts(_ issues: [StoredItem]) throws -> ThemeCounts {
        let reference = try reference
        let counts = Dictionary(grouping: issues) { $0.issue.theme ?? "" }.mapValues { issues in
            reference.lapAreas.map { area in issues.count { $0.issue.area == area.id } }
        }
        return ThemeCounts(
            areas: reference.lapAreas.map(\.title),
            rows: reference.themes.compactMap { theme in
                counts[theme.id].map { ThemeCounts.Row(theme: theme.title, counts: $0) }
            })
    }

    /// Issues that a condition holds for, by theme and area. What never had a theme was passed on at once, and is in no
    /// count.
    ///
    /// - Parameter isEvenWhenEmptied: what was diverted counts by the theme that it had: two papers of one quarter side by
    ///   side shall not tell that there was such an issue.
    func themeCounts(
        _ condition: String, _ arguments: [SQLValue] = [], evenWhenEmptied isEvenWhenEmptied: Bool = false
    ) throws -> ThemeCounts {
        let areas = try reference.lapAreas
        var counts: [String: [Int]] = [:]
        for row in try connection.rows(
            """
            SELECT theme, area, count(*) AS total FROM item
            WHERE workflow = 'issue' AND theme IS NOT NULL AND \(condition) GROUP BY theme, area
            """, arguments)
        {
            guard let index = areas.firstIndex(where: { $0.id == row.text("area") }) else { continue }
            counts[row.word("theme"), default: Array(repeating: 0, count: areas.count)][index] = row.count("total")
        }
        let emptied =
            try !isEvenWhenEmptied
            ? []
            : connection.rows(
                "SELECT id, area FROM item WHERE workflow = 'issue' AND theme IS NULL AND \(condition)", arguments)
        for row in emptied {
            guard let index = areas.firstIndex(where: { $0.id == row.text("area") }),
                let theme = try formerTheme(of: row.count("id"))
            else { continue }
            counts[theme, default: Array(repeating: 0, count: areas.count)][index] += 1
        }
        return ThemeCounts(
            areas: areas.map(\.title),
            rows: try reference.themes.compactMap { theme in
                counts[theme.id].map { ThemeCounts.Row(theme: theme.title, counts: $0) }
            })
    }

    /// The theme that an issue had before it was emptied, as the journal has it; nil when it never had one.
    private func formerTheme(of issue: Int) throws -> String? {
        for row in try connection.rows(
            "SELECT before FROM change WHERE relation = ? AND key = ? ORDER BY operation DESC, position DESC",
            [.text(Relation.item.name), .text(String(issue))])
        {
            guard let image = row.text("before") else { continue }
            let fields = try ItemCoding.parse(try ItemCoding.parse(image)["fields"]?.string ?? "{}")
            if let theme = fields["theme"]?.string { return theme }
        }
        return nil
    }
}
