import Ledger
import Partnership
import Workflow

/// What reports count of issues, from the journal: whatever had happened by the end of a day, whenever it was recorded, less
/// what was undone since, as everything that is told of a past day.
extension View {
    /// The issues that had been taken in by the end of a day in some areas, oldest first.
    ///
    /// - Parameter withNeeds: opens what is sealed of their raisers' information and communication needs.
    public func reportedIssues(in areas: Set<String>, by day: Day, withNeeds: Bool = false) throws -> [ReportedIssue] {
        let decisions = try reportedDecisions()
        return try connection.rows(
            """
            SELECT id, theme, safeguarding FROM item
            WHERE workflow = 'issue' AND EXISTS (SELECT 1 FROM event WHERE event.item = item.id AND happened <= ?)
            ORDER BY id
            """, [.text(day.description)]
        ).compactMap { row -> ReportedIssue? in
            let id = row.count("id")
            let images = try images(of: id, by: day)
            guard let last = images.last, let area = last.text("area"), areas.contains(area) else { return nil }
            let theme = last.text("theme")
            return ReportedIssue(
                area: area, theme: theme, district: last.text("district"),
                raisedBy: last.text("raised-by").map { name in last.definition.title(of: name, in: .raisedBy) },
                needs: withNeeds ? try needs(of: id, last) : [], received: last.day(.received),
                isIndividual: last.text(IssueReader.Field.scope.rawValue) ?? "individual" == "individual",
                isRaisedAtBoard: last.text(IssueReader.Field.raisedAt.rawValue) != nil,
                isEmptied: theme != nil && (row.text("theme") == nil || row.text("safeguarding") != "no"),
                decisions: (decisions[id] ?? []).filter { $0.on <= day }, steps: images.map(\.step))
        }
    }

    /// What an issue's row said after each of its events, up to the last that had happened by a day.
    private func images(of issue: Int, by day: Day) throws -> [IssueImage] {
        let key = SQLValue.text(String(issue))
        let rows = try connection.rows(
            """
            SELECT event.name, event.happened,
              (SELECT after FROM change WHERE relation = ? AND key = ? AND change.operation = event.operation
               ORDER BY position DESC LIMIT 1) AS image
            FROM event LEFT JOIN operation AS undo ON undo.reverses = event.operation
            WHERE event.item = ? AND event.name <> ? AND undo.id IS NULL ORDER BY event.id
            """, [.text(Relation.item.name), key, .integer(issue), .text(OwnEvent.undo.rawValue)])
        guard let last = rows.lastIndex(where: { ($0.day("happened") ?? day) <= day }) else { return [] }
        return try rows[...last].compactMap { row -> IssueImage? in
            guard let on = row.day("happened"), let text = row.text("image") else { return nil }
            let image = try ItemCoding.parse(text)
            guard let key = image["definition"]?.number, let state = image["state"]?.string else {
                throw RegisterError.damaged("the journal's row of item \(issue) cannot be read")
            }
            return IssueImage(
                event: row.word("name"), on: on, state: state, isOpen: image["open"]?.number == 1,
                definition: try pinned(key, workflow: "issue"),
                fields: try ItemCoding.parse(image["fields"]?.string ?? "{}"),
                clocks: ItemCoding.clocks(try ItemCoding.parse(image["clocks"]?.string ?? "{}")))
        }
    }

    /// The titles of what its raiser needs; one for all of them where it was erased.
    private func needs(of issue: Int, _ image: IssueImage) throws -> [String] {
        let name = IssueReader.Field.format.rawValue
        guard let json = image.fields[name], case .object(let members) = image.fields else { return [] }
        if Sealed(json) == nil, case .null = json { return [] }
        let (fields, _) = try opened(members.filter { $0.key == name }, of: issue, in: image.definition)
        guard case .list(let needs)? = fields[name] else { return [Person.erased] }
        return needs.map { image.definition.title(of: $0, in: .format) }
    }

    /// The decisions about issues, by the issue's key.
    private func reportedDecisions() throws -> [Int: [ReportedIssue.Decision]] {
        let boards = try Set(reference.bodies.filter { $0.kind == .board }.map(\.id))
        var decisions: [Int: [ReportedIssue.Decision]] = [:]
        for row in try connection.rows(
            """
            SELECT decision.issue, decision.kind, decision.body, item.happens FROM decision
            JOIN item ON item.id = decision.meeting WHERE decision.issue IS NOT NULL ORDER BY decision.id
            """)
        {
            guard let kind = DecisionLine.Kind(rawValue: row.word("kind")), let on = row.day("happens") else {
                continue
            }
            decisions[row.count("issue"), default: []].append(
                ReportedIssue.Decision(on: on, kind: kind, isBoards: boards.contains(row.word("body"))))
        }
        return decisions
    }
}

/// An issue's row after an event, as the journal has it.
private struct IssueImage {
    let event: String
    let on: Day
    let state: String
    let isOpen: Bool
    let definition: Definition
    let fields: JSON
    let clocks: [String: RunningClock]

    func text(_ field: String) -> String? { fields[field]?.string }
    func day(_ field: IssueReader.Field) -> Day? { text(field.rawValue).flatMap { Day(iso: $0) } }
    private func flag(_ field: IssueReader.Field) -> Bool { fields[field.rawValue]?.bool == true }

    var step: ReportedIssue.Step {
        let state = definition[state]
        let settled = definition.clocks(meaning: "feedback").contains { $0.runsIn.contains(self.state) }
        let dropped = ["diverted", "merged", "withdrawn"].contains { state?.meanings.contains($0) ?? false }
        let tells = definition.event(event)?.ask(IssueReader.Field.toldOn.rawValue) != nil
        return ReportedIssue.Step(
            on: on, state: self.state, stateTitle: state?.title ?? self.state, isOpen: isOpen, isSettled: settled,
            isDropped: dropped, isEscalated: flag(.escalated), isBoardOutcome: flag(.boardOutcome),
            replyBy: day(.replyBy), told: tells ? day(.toldOn) ?? on : nil, clocks: duties,
            restarted: Set(definition.clocks.filter { $0.restartsOn.contains(event) }.map(\.name)),
            answered: Set(definition.clocks.filter(isAnswered).map(\.name)))
    }

    /// By an event that is called like it, or that takes away what it counts from.
    private func isAnswered(_ clock: Definition.Clock) -> Bool {
        let cleared = definition.event(event)?.clears ?? []
        return clock.name == event || [clock.starts, clock.until].contains { $0.map(cleared.contains) ?? false }
    }

    private var duties: [String: ReportedIssue.Clock] {
        let diverting = definition.diverting
        var duties: [String: ReportedIssue.Clock] = [:]
        for clock in definition.clocks where clock.whenMissed != .pass {
            guard let running = clocks[clock.name] else { continue }
            duties[clock.name] = ReportedIssue.Clock(
                title: clock.title, due: running.due, pausedOn: running.pausedOn,
                isDiverting: diverting.contains(clock.name))
        }
        return duties
    }
}

extension Definition {
    /// The title of a choice of a field.
    fileprivate func title(of name: String, in field: IssueReader.Field) -> String {
        switch self.field(field.rawValue)?.kind {
        case .choice(let choices)?, .choices(let choices)?: choices.first { $0.name == name }?.title ?? name
        default: name
        }
    }
}
