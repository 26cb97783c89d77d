import Ledger
import Partnership
import Workflow

extension View {
    /// What a published agenda prints otherwise than when it went out first, and that day. Nothing while it did not go out.
    ///
    /// - Parameter past: the day as of whose end it tells; nil for as it is.
    func changes(
        of meeting: StoredItem, _ agenda: [AgendaItem], asOf past: Day?
    ) throws -> (since: Day?, changes: [AgendaChange]) {
        guard let published = meeting.meeting.publishedOn else { return (nil, []) }
        let papers = try issued(about: meeting).filter {
            !$0.tellsWhatWasDone && $0.kind != "notice" && $0.day >= published && $0.recalled == nil
        }
        guard let first = papers.first else { return (nil, []) }
        var changes: [AgendaChange] = []
        for item in try self.agenda(of: meeting) {
            // What came in a supplement is told with it, and what became of it since the first paper that held it.
            let addition = try addition(of: item) ?? 0
            guard let told = papers.first(where: { $0.operation > addition }) else { continue }
            let operation = told.operation
            if let matter = try item.matter.map({ try self.item(id: $0.id) }) {
                if agenda.contains(where: { $0.id == item.id && $0.matter == nil }) {
                    changes.append(.takenOff(item: item.number))
                } else if try isChanged(matter, since: operation, { $0 == MatterReader.Field.form.rawValue }) {
                    changes.append(.supplied(item: item.number))
                } else if try isPrintedOtherwise(matter, since: operation) {
                    changes.append(.corrected(item: item.number))
                }
                if try isReleased(matter, since: operation) { changes.append(.released(item: item.number)) }
                continue
            }
            guard let issue = try item.issue.map({ try self.item(id: $0.id) }) else { continue }
            let line = agenda.first { $0.id == item.id }
            if let line, line.isTakenOff || line.isNoLongerPrinted {
                if told.cites.contains(issue.reference) || item.isClosed {
                    changes.append(
                        line.isTakenOff ? .takenOff(item: item.number) : .notPrinted(item: item.number))
                }
                continue
            }
            // Another body has taken it in private since; what was unnamed from the first is in no edition otherwise than it was.
            if try !item.isUnnamed && told.cites.contains(issue.reference) && shownIssue(of: item) == nil {
                changes.append(.notPrinted(item: item.number))
                continue
            }
            if try isReleased(issue, since: operation) { changes.append(.released(item: item.number)) }
            if try isCorrected(issue, since: operation, asOf: past) { changes.append(.corrected(item: item.number)) }
        }
        if try isNoticeChanged(meeting, since: first.operation) { changes.append(.meeting) }
        return (changes.isEmpty ? nil : first.day, changes)
    }

    /// What minutes that were circulated told of issues, in each edition that went out and was not recalled.
    func minutesToldBefore(of meeting: StoredItem) throws -> [ToldBefore] {
        guard meeting.meeting.circulatedOn != nil else { return [] }
        let papers = try issued(about: meeting).filter { $0.kind == "minutes" && $0.recalled == nil && $0.part == nil }
        let agenda = try agenda(of: meeting).filter { !$0.isUnnamed }
        return Dictionary(grouping: papers) { $0.edition ?? "" }.compactMap { edition, papers in
            guard let first = papers.first else { return nil }
            let told = agenda.filter { item in
                item.issue.map { issue in papers.contains { $0.cites.contains(issue.reference) } } ?? false
            }
            return ToldBefore(edition: edition, since: first.day, items: told.map(\.number))
        }.sorted { $0.edition < $1.edition }
    }

    /// Whether an agenda prints a text of an issue otherwise than it was at an operation: what it became after the day as of
    /// whose end the agenda tells is not in it.
    private func isCorrected(_ issue: StoredItem, since operation: Int, asOf past: Day?) throws -> Bool {
        guard try isPrintedOtherwise(issue, since: operation) else { return false }
        guard let past else { return true }
        guard let image = try image(of: issue, asAt: operation), let key = image["definition"]?.number,
            case .object(let members) = try ItemCoding.parse(image["fields"]?.string ?? "{}")
        else { return true }
        let before = try opened(members, of: issue.id, in: pinned(key, workflow: issue.workflow)).fields
        let printed = try asNoticed(issue, on: past).item.fields
        return IssueReader.printed.map(\.rawValue).contains { printed[$0] != nil && printed[$0] != before[$0] }
    }

    /// Whether an item that took an issue or a matter in private was released since an operation, at whatever meeting.
    private func isReleased(_ taken: StoredItem, since operation: Int) throws -> Bool {
        try connection.rows(
            """
            SELECT change.before FROM change JOIN agenda_item ON CAST(agenda_item.id AS TEXT) = change.key
            WHERE change.relation = 'agenda_item' AND change.operation > ? AND change.before IS NOT NULL
              AND ? IN (agenda_item.issue, agenda_item.matter) AND agenda_item.released IS NOT NULL
            """, [.integer(operation), .integer(taken.id)]
        ).contains { try ItemCoding.parse($0.word("before"))["released"]?.string == nil }
    }

    /// Whether anything that the sheet of an issue or a matter prints was changed since an operation.
    func isPrintedOtherwise(_ item: StoredItem, since operation: Int) throws -> Bool {
        let printed = Set(
            item.workflow == "matter"
                ? MatterReader.printed.map(\.rawValue) : IssueReader.printed.map(\.rawValue))
        return try isChanged(item, since: operation) { printed.contains($0) }
    }

    /// The operation by which a line came onto an agenda.
    func addition(of line: AgendaItem) throws -> Int? {
        try connection.row(
            "SELECT operation FROM change WHERE relation = 'agenda_item' AND key = ? AND before IS NULL",
            [.text(String(line.id))])?.integer("operation")
    }

    /// The days on which the supplements to a meeting's agenda were issued, in their order.
    func supplementDays(of meeting: StoredItem) throws -> [Day] {
        let name = MeetingReader.Field.supplements.rawValue
        func count(_ image: String?) throws -> Int {
            guard let image, let fields = try ItemCoding.parse(image)["fields"]?.string else { return 0 }
            return try ItemCoding.parse(fields)[name]?.number ?? 0
        }
        return try connection.rows(
            """
            SELECT event.happened, change.before, change.after FROM event
            JOIN change ON change.operation = event.operation AND change.relation = 'item' AND change.key = ?
            LEFT JOIN operation AS undo ON undo.reverses = event.operation
            WHERE event.item = ? AND event.name <> 'undo' AND undo.id IS NULL ORDER BY event.id, change.position
            """, [.text(String(meeting.id)), .integer(meeting.id)]
        ).filter { try count($0.text("before")) < count($0.text("after")) }.compactMap { $0.day("happened") }
    }

    /// Whether notice was given of all that a meeting's agenda says: what came since waits for a supplement, for as long as one
    /// can be issued.
    public func isNoticed(_ meeting: StoredItem) throws -> Bool {
        guard meeting.meeting.publishedOn != nil else { return false }
        guard meeting.meeting.isAhead else { return true }
        return try !agenda(of: meeting).contains { $0.supplement > meeting.meeting.supplements }
    }

    /// Whether where or when a meeting is held was changed since an operation.
    func isNoticeChanged(_ meeting: StoredItem, since operation: Int) throws -> Bool {
        let notice = Set(
            [MeetingReader.Field.date, .time, .venue, .howToJoin, .accessContact].map(\.rawValue))
        return try isChanged(meeting, since: operation) { notice.contains($0) }
    }

    /// Whether fields of an item have another value than before the operations since.
    func isChanged(_ item: StoredItem, since operation: Int, _ isMeant: (String) -> Bool) throws -> Bool {
        guard let before = try image(of: item, asAt: operation) else { return false }
        let now = try connection.row("SELECT fields FROM item WHERE id = ?", [.integer(item.id)])?.word("fields")
        func fields(_ text: String?) throws -> [String: JSON] {
            guard let text, case .object(let members) = try ItemCoding.parse(text) else { return [:] }
            return members.filter { isMeant($0.key) }
        }
        return try fields(before["fields"]?.string) != fields(now)
    }

    /// The row of an item as an operation had left it; nil where it is unchanged.
    func image(of item: StoredItem, asAt operation: Int) throws -> JSON? {
        try connection.row(
            """
            SELECT before FROM change WHERE relation = 'item' AND key = ? AND operation > ? AND before IS NOT NULL
            ORDER BY operation, position LIMIT 1
            """, [.text(String(item.id)), .integer(operation)])?.text("before").map(ItemCoding.parse)
    }
}
