import Ledger
import Partnership
import Workflow

extension View {
    /// What an issue's workflow may ask of the issue itself.
    func issueFacts(
        _ item: StoredItem?, asking event: Event?, proposed: [String: Value], on day: Day
    ) throws -> [String: Value] {
        var facts: [String: Value] = [:]
        // What takes looking through a history, or other issues, is found out only for an event whose rules ask for it.
        func isAsked(_ name: String) -> Bool {
            event?.rules.contains { $0.condition.facts.contains("self.\(name)") } ?? true
        }
        if let item {
            let merged = try connection.row(
                """
                WITH RECURSIVE part(reference) AS (
                  SELECT reference FROM item WHERE lead = ?
                  UNION SELECT item.reference FROM item JOIN part ON item.lead = part.reference)
                SELECT count(*) AS merged FROM part
                """, [.text(item.reference)])
            facts["merges"] = .number(merged?.count("merged") ?? 0)
            if isAsked("went-on-on") { facts["went-on-on"] = try wentOn(item).map { .day($0) } }
            if isAsked("owners") { facts["owners"] = .list(try owners(of: item)) }
            let takings = try privateTakings(of: item)
            let actions = try actions(about: item)
            facts["open-actions"] = .number(actions.count(where: \.isOpen))
            // As those said who did it.
            let evidence = actions.filter { $0.action.status == .done }.compactMap(\.action.evidence)
            if !evidence.isEmpty { facts["actions-evidence"] = .text(evidence.joined(separator: "\n")) }
            facts["awaited"] = .number(try awaited(about: item).count)
            if isAsked("action-failed") {
                facts["action-failed"] = .flag(try hasFailed(actions, of: item, on: day))
            }
            if isAsked("theme-elsewhere") {
                facts["theme-elsewhere"] = .flag(try isThemeElsewhere(of: item, on: day))
            }
            facts["held"] = .flag(try isHeld([item]))
            facts["private"] = .flag(!takings.isEmpty)
            if isAsked("unnoticed") { facts["unnoticed"] = .flag(try !isOnIssuedAgenda(item)) }
            if isAsked("recorded"), case .text(let name) = proposed["meeting"] {
                facts["recorded"] = .flag(try isRecorded(item, at: self.item(name, workflow: "meeting")))
            }
            if let paragraph = takings.last?.ground.paragraph, case .text(let name) = proposed["meeting"],
                try body(of: self.item(name, workflow: "meeting")).followsSchedule12A
            {
                facts["paragraph"] = .number(paragraph.rawValue)
            }
        }
        if proposed["escalated"] == .flag(true),
            let board = try reference.bodies.first(where: { $0.kind == .board })
        {
            facts["next-board"] = try nextMeeting(of: board.id, after: day - 1).map { .text($0.reference) }
        }
        if case .text(let area) = proposed["area"] {
            facts["area"] = .text(area)
            facts["lap"] = try reference.lap(ofArea: area).map { .text($0.id) }
        }
        if case .day(let born) = proposed["born"] {
            facts["rights-pass-on"] = .day(RightsPass.day(born: born))
        }
        return facts
    }

    /// The day on which an item first went on from the state in which it began; nil where it never did.
    private func wentOn(_ item: StoredItem) throws -> Day? {
        try connection.row(
            """
            SELECT min(happened) AS day FROM event
            WHERE item = ? AND origin <> target
            AND NOT EXISTS (SELECT 1 FROM operation AS undo WHERE undo.reverses = event.operation)
            """, [.integer(item.id)])?.day("day")
    }

    /// What the screen found, by whom and when: as recorded where it was not clear, or else a worry of whoever says now
    /// that it is one.
    func screen(of issue: StoredItem?, actor: Actor, on day: Day) -> [String: Value] {
        guard let issue, !issue.issue.isScreenClear else {
            return ["screen": .text("yes"), "screened-by": .text(actor.person), "screened-on": .day(day)]
        }
        var found = issue.item.fields.filter { ["screened-by", "screened-on"].contains($0.key) }
        found["screen"] = issue.item.fields[IssueReader.Field.safeguarding.rawValue]
        return found
    }
}
