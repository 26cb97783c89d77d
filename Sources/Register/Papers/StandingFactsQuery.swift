import Ledger
import Partnership
import Workflow

extension View {
    /// What stands under the standing items of a meeting's agenda besides what is brought to it.
    ///
    /// - Parameter past: the day as of whose end it is told; nil for as it is. What cannot be told of a past day is left out.
    func standingFacts(of meeting: StoredItem, at body: Body, on date: Day, asOf past: Day?) throws -> StandingFacts {
        let feeds = Set(body.agenda.map(\.feed))
        let day = past ?? today
        var facts = StandingFacts()
        facts.quorum = try body.quorum.map { try $0.map { try reference.title(ofRole: $0) }.joined(separator: " or ") }
        facts.terms = try terms(of: body, meetingOn: date)
        if past == nil {
            facts.declared = try connection.row(
                "SELECT count(*) AS total FROM declaration WHERE meeting = ?", [.integer(meeting.id)])?.count("total")
        }
        if feeds.contains(.previousMinutes), let previous = try previousMeeting(of: body.id, before: date) {
            func told(_ meeting: StoredItem) throws -> StandingFacts.Previous {
                .init(ref: meeting.reference, date: try self.date(of: meeting), status: status(of: meeting, on: day))
            }
            facts.previous = try told(previous)
            facts.unagreed = try unagreedMinutes(of: body.id, before: date, asOf: past).map(told)
            facts.arising =
                try arising(decisions(of: previous), of: previous, at: body, asOf: past)
                + answered(since: previous, at: body, asOf: past)
            facts.toConfirm = try toConfirm(before: date, at: body, asOf: past)
        }
        if feeds.contains(.escalations), body.kind == .lap, past == nil {
            facts.proposed = try proposed(by: body, on: date)
        }
        if feeds.contains(.groupReports), past == nil { facts.delegated = try delegated() }
        if feeds.contains(.plans), past == nil { facts.plan = try planCounts() }
        if feeds.contains(.themes) { facts.trend = try trend(in: body.area, on: day, isPast: past != nil) }
        if feeds.contains(.gaps), let area = body.area {
            let last = try previousMeeting(of: body.id, before: date).map(lastTold)
            facts.gaps = try gaps(in: area, closedSince: last, asOf: past)
        }
        if feeds.contains(.risks), past == nil { facts.risks = try topRisks(of: body) }
        return facts
    }

    /// How far minutes had come on a day.
    private func status(of meeting: StoredItem, on day: Day) -> MinutesStatus {
        let own = meeting.meeting
        let agreed = own.agreedOn.flatMap { $0 <= day ? $0 : nil }
        if let signed = own.signedOn, signed <= day { return .signed(agreed: agreed ?? signed, signed: signed) }
        if let agreed { return .agreed(agreed) }
        return own.circulatedOn.flatMap { $0 <= day ? .circulated($0) : nil } ?? .draft
    }

    /// The decisions of a meeting, each as its own item was taken. A resolution about how the meeting itself was held arises
    /// nowhere; nor does what was decided in public and another body has taken in private since: where it stands would tell
    /// which issue that was. What this body decided in private itself is for its own, without where it stands there.
    private func arising(
        _ decisions: [StoredDecision], of previous: StoredItem, at body: Body, asOf past: Day?
    ) throws -> [ArisingLine] {
        let agenda = try withoutWithdrawn(agenda(of: previous), of: previous)
        return try decisions.compactMap { decision -> ArisingLine? in
            let item = agenda.first { $0.id == decision.agendaItem }
            if let item, item.isHeading, item.isPrivate { return nil }
            let issue = try decision.issue.map { try self.item($0) }
            let isElsewhere = try issue.map { try privateTakings(of: $0).contains { $0.body != body.id } } ?? false
            if let issue {
                // What its family took back, or went elsewhere, is nothing that arises.
                let isLeft = !issue.isOpen && issue.issue.outcome == nil && !issue.issue.isBoardOutcome
                if isElsewhere && !(item?.isClosed ?? false) { return nil }
                if !issue.issue.isScreenClear || isWithdrawn(issue) || isLeft { return nil }
            }
            var line = ArisingLine(
                item: item?.number ?? "–", decision: try self.line(decision, asOf: past), issue: issue?.reference,
                part: try item.map { try part(of: $0, at: body) } ?? part(of: issue, at: previous.reference),
                mayDiscussAnonymised: issue?.issue.mayBeDiscussed ?? true)
            if let issue, !isElsewhere { line.state = try asNoticed(issue, on: past).stateTitle }
            if let past {
                line.decision.isProvisional =
                    try decision.wasProvisional && self.past(previous, on: past)?.meeting.confirmedAt == nil
                    && !(line.decision.principle?.isRefused ?? false)
            }
            line.sharedWith = try issue.map(sharedWith) ?? []
            return line
        }
    }

    /// What meetings before the last one resolved in principle about no issue, delegated or referred, and was answered since
    /// the last: an issue goes where that is heard, and this nowhere else.
    private func answered(since previous: StoredItem, at body: Body, asOf past: Day?) throws -> [ArisingLine] {
        let days = [try lastTold(by: previous), past ?? today].map { SQLValue.text($0.description) }
        return try connection.rows(
            """
            SELECT decision FROM item WHERE workflow = 'commitment' AND body = ? AND issue IS NULL
              AND decision IS NOT NULL AND done_on BETWEEN ? AND ? ORDER BY id
            """, [.text(body.id)] + days
        ).flatMap { row -> [ArisingLine] in
            let decision = try decision(row.word("decision"))
            guard decision.meeting != previous.reference else { return [] }
            let meeting = try item(decision.meeting, workflow: "meeting")
            return try arising([decision], of: meeting, at: body, asOf: past).filter { line in
                line.decision.principle?.isAnswered ?? line.decision.report?.isGiven ?? false
            }.map { line in
                var line = line
                line.taken = meeting.meeting.date
                return line
            }
        }
    }

    /// Issues of a LAP's area that are proposed to the Board and were not sent to it.
    private func proposed(by body: Body, on date: Day) throws -> [EscalationLine] {
        let states = try issueStates { $0.event("submit")?.from ?? [] }
        guard let area = body.area, !states.isEmpty else { return [] }
        return try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item
            WHERE workflow = 'issue' AND open = 1 AND area = ?
              AND state IN (\(states.map { _ in "?" }.joined(separator: ", "))) ORDER BY id
            """, ([area] + states).map(SQLValue.text)
        ).map(stored).filter { $0.issue.isScreenClear && !isOff($0) }.map { issue in
            EscalationLine(
                issue: try sheet(of: issue, for: body, on: date), to: try reference.boardTitle,
                part: try part(of: issue))
        }
    }

    /// What the Board gave to groups and has no report on yet.
    private func delegated() throws -> [StandingFacts.Delegated] {
        try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item
            WHERE workflow = 'issue' AND open = 1 AND \(inState(meaning: "delegated", of: "issue")) ORDER BY id
            """
        ).map(stored).filter { $0.issue.isScreenClear && !isOff($0) }.compactMap { issue in
            guard let group = try issue.issue.group.flatMap({ try reference.body($0) }) else { return nil }
            let due = issue.definition.clocks(meaning: "follow-up").compactMap { issue.item.clocks[$0.name]?.due }.min()
            return StandingFacts.Delegated(
                group: group.title, issue: issue.reference, reportBy: due, part: try part(of: issue),
                mayDiscussAnonymised: issue.issue.mayBeDiscussed, sharedWith: try sharedWith(issue))
        }
    }

    /// How many plan actions there are in each state, in the order in which states come first.
    private func planCounts() throws -> [StandingFacts.PlanCount] {
        var counts: [StandingFacts.PlanCount] = []
        for row in try connection.rows(
            "SELECT \(View.itemColumns) FROM item WHERE workflow = 'plan-action' ORDER BY id")
        {
            let title = try stored(row).stateTitle
            if let index = counts.firstIndex(where: { $0.state == title }) {
                counts[index].count += 1
            } else {
                counts.append(StandingFacts.PlanCount(state: title, count: 1))
            }
        }
        return counts
    }

    private func trend(in area: String?, on day: Day, isPast: Bool) throws -> ThemeTrend {
        let quarter = Quarter(closedBefore: day)
        func counted(_ condition: String, _ quarter: Quarter?, isPublic: Bool = false) throws -> [String: Int] {
            let days = quarter.map { [$0.first, $0.last].map { SQLValue.text($0.description) } } ?? []
            let within = quarter == nil ? condition : "happens BETWEEN ? AND ?\(condition)"
            let counts = try themeCounts(within, days, evenWhenEmptied: isPublic)
            let index = try area.flatMap { area in try reference.lapAreas.firstIndex { $0.id == area } }
            return Dictionary(
                counts.rows.map { row in (row.theme, index.map { row.counts[$0] } ?? row.counts.reduce(0, +)) }
            ) { $0 + $1 }
        }
        let clear = " AND safeguarding = 'no'"
        let open = isPast ? nil : try counted("open = 1\(clear)", nil)
        func rows(_ condition: String, _ open: [String: Int]?, isPublic: Bool) throws -> [ThemeTrend.Row] {
            let received = try counted(condition, quarter, isPublic: isPublic)
            let before = try counted(condition, quarter.before, isPublic: isPublic)
            return try reference.themes.map(\.title).compactMap { theme in
                let row = ThemeTrend.Row(
                    theme: theme, open: open.map { $0[theme] ?? 0 }, received: received[theme] ?? 0,
                    before: before[theme] ?? 0)
                return row.received + row.before + (row.open ?? 0) > 0 ? row : nil
            }
        }
        return ThemeTrend(
            quarter: quarter.words, quarterBefore: quarter.before.words, rows: try rows(clear, open, isPublic: false),
            forPublic: try rows("", nil, isPublic: true))
    }
}
