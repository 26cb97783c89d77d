import Ledger
import Partnership
import Workflow

extension View {
    /// What a published agenda prints otherwise than when it went out first, and that day. Nothing while it did not go out.
    func changes(of meeting: StoredItem, _ agenda: [AgendaItem]) throws -> (since: Day?, changes: [AgendaChange]) {
        guard let published = meeting.meeting.publishedOn else { return (nil, []) }
        guard
            let first = try issued(about: meeting).first(where: {
                $0.kind != "minutes" && $0.day >= published && $0.recalled == nil
            })
        else { return (nil, []) }
        let operation = first.operation
        var changes: [AgendaChange] = []
        for item in try self.agenda(of: meeting) {
            if item.matter != nil {
                if agenda.contains(where: { $0.id == item.id && $0.matter == nil }) {
                    changes.append(.takenOff(item: item.number))
                }
                continue
            }
            guard let issue = try item.issue.map({ try self.item(id: $0.id) }) else { continue }
            if agenda.contains(where: { $0.id == item.id && $0.isTakenOff }) {
                if first.cites.contains(issue.reference) || item.isClosed {
                    changes.append(.takenOff(item: item.number))
                }
            } else if try isPrintedOtherwise(issue, since: operation) {
                changes.append(.corrected(item: item.number))
            }
        }
        if try isNoticeChanged(meeting, since: operation) { changes.append(.meeting) }
        return (changes.isEmpty ? nil : first.day, changes)
    }

    /// Whether anything that an issue's sheet prints was changed since an operation.
    func isPrintedOtherwise(_ issue: StoredItem, since operation: Int) throws -> Bool {
        let printed = Set(IssueReader.printed.map(\.rawValue))
        return try isChanged(issue, since: operation) { printed.contains($0) }
    }

    /// Whether where or when a meeting is held was changed since an operation.
    func isNoticeChanged(_ meeting: StoredItem, since operation: Int) throws -> Bool {
        let notice = Set(
            [MeetingReader.Field.date, .time, .venue, .howToJoin, .accessContact].map(\.rawValue))
        return try isChanged(meeting, since: operation) { notice.contains($0) }
    }

    /// Whether fields of an item have another value than before the operations since.
    func isChanged(_ item: StoredItem, since operation: Int, _ isMeant: (String) -> Bool) throws -> Bool {
        let row = try connection.row(
            """
            SELECT before FROM change WHERE relation = 'item' AND key = ? AND operation > ? AND before IS NOT NULL
            ORDER BY operation, position LIMIT 1
            """, [.text(String(item.id)), .integer(operation)])
        guard let row, let before = row.text("before") else { return false }
        let now = try connection.row("SELECT fields FROM item WHERE id = ?", [.integer(item.id)])?.word("fields")
        func fields(_ text: String?) throws -> [String: JSON] {
            guard let text, case .object(let members) = try ItemCoding.parse(text) else { return [:] }
            return members.filter { isMeant($0.key) }
        }
        return try fields(ItemCoding.parse(before)["fields"]?.string) != fields(now)
    }
}
