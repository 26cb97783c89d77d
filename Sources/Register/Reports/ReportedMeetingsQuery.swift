import Ledger
import Partnership
import Workflow

extension View {
    /// The meetings of some bodies that were held within some days, oldest first, with who is on record as having been
    /// there by the end of the last.
    public func reportedMeetings(of bodies: Set<String>, within days: ClosedRange<Day>) throws -> [ReportedMeeting] {
        let counted = Set(try reference.roles.filter(\.isCounted).map(\.name))
        let parents = Set(try reference.roles(with: .parents))
        let marked = try marks(by: days.upperBound)
        return try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item
            WHERE workflow = 'meeting' AND happens BETWEEN ? AND ? ORDER BY happens, id
            """, [.text(days.lowerBound.description), .text(days.upperBound.description)]
        ).compactMap { row -> ReportedMeeting? in
            let now = try stored(row)
            guard let meeting = try past(now, on: days.upperBound), !meeting.meeting.isCalledOff,
                let date = meeting.meeting.date, let name = meeting.meeting.body, bodies.contains(name),
                let body = try reference.body(name)
            else { return nil }
            let marks = marked[now.id] ?? []
            guard marks.contains(where: \.isRepresented) else { return nil }
            let all = try seats(body: name, on: date)
            let seats = all.filter { counted.contains($0.role) && $0.deputyFor == nil }
            let holders = Set(seats.compactMap { $0.person?.id })
            let own = marks.filter { holders.contains($0.person) }
            let there = Set(marks.filter(\.isRepresented).map(\.person))
            let attendance = Attendance(
                present: own.count { $0.status == .present }, deputised: own.count { $0.status == .deputised },
                filled: holders.count, vacant: seats.count { $0.person == nil })
            let parent = all.contains { seat in
                parents.contains(seat.role) && seat.person.map { there.contains($0.id) } ?? false
            }
            return attendance.map {
                ReportedMeeting(
                    reference: now.reference, body: name, area: body.area, date: date, attendance: $0,
                    hasParentRepresentative: parent)
            }
        }
    }

    /// Who is marked at meetings, by their keys, as the record had it at the end of a day.
    private func marks(by day: Day) throws -> [Int: [Mark]] {
        var marks: [String: (meeting: Int, mark: Mark)] = [:]
        for row in try connection.rows(
            """
            SELECT change.key, change.after FROM change JOIN operation ON operation.id = change.operation
            LEFT JOIN operation AS undo ON undo.reverses = operation.id
            WHERE change.relation = ? AND operation.effective <= ? AND operation.reverses IS NULL AND undo.id IS NULL
            ORDER BY change.operation, change.position
            """, [.text(Relation.attendance.name), .text(day.description)])
        {
            let image = try row.text("after").map(ItemCoding.parse)
            marks[row.word("key")] = image.flatMap { image in
                guard let person = image["person"]?.string, let meeting = image["meeting"]?.number else { return nil }
                let status = image["status"]?.string.flatMap(AttendanceRecord.Status.init) ?? .absent
                return (meeting, Mark(person: person, status: status))
            }
        }
        return Dictionary(grouping: marks.sorted { $0.key < $1.key }.map(\.value), by: \.meeting).mapValues {
            $0.map(\.mark)
        }
    }

    private struct Mark {
        let person: String
        let status: AttendanceRecord.Status

        var isRepresented: Bool { status == .present || status == .deputised }
    }

    /// Gaps in services that were on record by the end of a day in some areas, oldest first.
    public func reportedGaps(in areas: Set<String>, by day: Day) throws -> [ReportedGap] {
        try connection.rows(
            "SELECT \(View.itemColumns) FROM item WHERE workflow = 'gap' ORDER BY id"
        ).compactMap { row -> ReportedGap? in
            let now = try stored(row)
            // What was put out says nothing any more.
            guard now.gap.summary != nil, let gap = try past(now, on: day), let area = gap.gap.area,
                areas.contains(area),
                let found = try wholeHistory(of: now).first(where: { !$0.isUndone && !$0.isUndo })?.on
            else { return nil }
            return ReportedGap(
                area: area, foundOn: found, toldOn: gap.gap.toldOn, closedOn: gap.gap.closedOn,
                outcome: gap.gap.outcome, isOpen: gap.isOpen)
        }
    }
}
