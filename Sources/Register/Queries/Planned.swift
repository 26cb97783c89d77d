import Ledger
import Partnership
import Workflow

/// What the forward plan is made of.
extension View {
    /// The Board's meetings within some days that are not called off, soonest first.
    public func boards(within days: ClosedRange<Day>) throws -> [StoredItem] {
        let boards = try reference.bodies.filter { $0.kind == .board }.map(\.id)
        return try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item
            WHERE workflow = 'meeting' AND happens BETWEEN ? AND ? ORDER BY happens, id
            """, [.text(days.lowerBound.description), .text(days.upperBound.description)]
        ).map(stored).filter { meeting in
            !meeting.meeting.isCalledOff && meeting.meeting.body.map(boards.contains) ?? false
        }
    }

    /// The open issues that go to a meeting, as far as somebody may know that, oldest first. Of one of which they may not
    /// see everything, as a body takes it in private, the line is not for naming it.
    public func issues(goingTo meeting: StoredItem, as standing: Standing) throws -> [(line: ItemLine, isNamed: Bool)] {
        let name = SQLValue.text(meeting.reference)
        let places = [IssueReader.Field.meeting, .nextMeeting].map(\.rawValue)
        return try lines(
            where: "item.workflow = 'issue' AND item.open = 1 AND (item.meeting = ? OR item.next_meeting = ?)",
            order: "item.happens, item.id", [name, name], limit: Int.max, as: standing
        ) { line in
            line.showsRecord && places.contains { line.codes[$0] == .text(meeting.reference) }
        }.map { ($0, !($0.sight?.isPartial ?? true)) }
    }

    /// The open issues that the Board has yet to decide, in the same way.
    public func issuesBeforeBoard(as standing: Standing) throws -> [(line: ItemLine, isNamed: Bool)] {
        try lines(
            where: "item.workflow = 'issue' AND item.open = 1 AND \(inState(meaning: "board-undecided", of: "issue"))",
            order: "item.happens, item.id", [], limit: Int.max, as: standing, isFor: \.showsRecord
        ).map { ($0, !($0.sight?.isPartial ?? true)) }
    }

    /// What is due within some days of items of a workflow, as far as somebody may see it, soonest first.
    public func due(of workflow: String, within days: ClosedRange<Day>, as standing: Standing) throws -> [ItemLine] {
        try lines(
            where: "item.workflow = ? AND item.due BETWEEN ? AND ?", order: "item.due, item.id",
            [.text(workflow), .text(days.lowerBound.description), .text(days.upperBound.description)], limit: Int.max,
            as: standing, isFor: \.showsRecord)
    }

    /// What groups and others have to report or to reply on issues within some days, a line for each clock.
    public func reportsDue(within days: ClosedRange<Day>, as standing: Standing) throws -> [ItemLine] {
        let given = try ["delegated", "referred"].map { try inState(meaning: $0, of: "issue") }
        return try lines(
            where: "item.workflow = 'issue' AND item.open = 1 AND (\(given.joined(separator: " OR ")))",
            order: "item.id", [], limit: Int.max, as: standing, withClocks: true, isFor: \.showsRecord
        ).flatMap(\.each).filter { line in
            let clocks = line.sight?.definition.clocks(meaning: "follow-up").map(\.name) ?? []
            return line.due.map(days.contains) ?? false && line.clock.map(clocks.contains) ?? false
        }
    }
}
