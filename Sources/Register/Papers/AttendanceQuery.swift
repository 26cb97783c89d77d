import Ledger
import Partnership
import Workflow

extension View {
    /// Who was there and what they declared, or before that whether a parent representative is to be expected.
    func addAttendance(
        to papers: inout MeetingPapers, of meeting: StoredItem, body: Body, _ agenda: [AgendaItem], isOver: Bool
    ) throws {
        let records = try isOver && hasMet(meeting) ? attendance(of: meeting) : []
        let seats = try seats(body: body.id, on: papers.date)
        let chairs = try reference.roles(with: .chairs)
        papers.chair = try seats.first { chairs.contains($0.role) && $0.person != nil }
            .flatMap { seat in try seat.person.map { try paperPerson($0, seats: [seat]) } }
        guard !records.isEmpty else {
            let parents = try reference.roles(with: .parents)
            let hasRep = seats.contains { parents.contains($0.role) && $0.person != nil }
            papers.parentRep = body.kind != .lap ? .notRequired : hasRep ? .expected : .notExpected
            return
        }
        let finding = try finding(of: meeting).finding
        let (opening, items) = try quorums(records, agenda, of: body)
        papers.quorum = opening
        papers.itemQuorums = items
        papers.parentRep =
            !finding.needsParentRepresentative ? .notRequired : finding.hasParentRepresentative ? .present : .absent
        papers.attendance = try attendanceLines(records, seats)
        papers.declarations = try declarations(of: meeting, seats, on: agenda)
    }

    private func attendanceLines(_ records: [AttendanceRecord], _ seats: [Seat]) throws -> [AttendanceLine] {
        let counted = Set(try reference.roles.filter(\.isCounted).map(\.name))
        func isCounted(_ seats: [Seat]) -> Bool { seats.contains { counted.contains($0.role) } }
        let marked = try records.map { record in
            let person = try paperPerson(record.person, seats: record.seats)
            var line =
                switch record.status {
                case .present: AttendanceLine(person: person, status: .present)
                case .apologies: AttendanceLine(person: person, status: .apologies)
                case .absent: AttendanceLine(person: person, status: .absent)
                case .deputised:
                    AttendanceLine(
                        person: try paperPerson(record.deputy ?? record.person, seats: record.seats),
                        status: .deputised, deputyFor: person)
                }
            line.isCounted = isCounted(record.seats)
            line.capacity = record.capacity
            line.isOnline = record.isOnline
            line.arrived = record.arrived
            line.departed = record.departed
            return line
        }
        let known = Set(records.map(\.person.id))
        var unmarked: [AttendanceLine] = []
        for (id, held) in Dictionary(grouping: seats.filter { $0.person != nil }, by: { $0.person?.id ?? "" })
            .sorted(by: { $0.key < $1.key })
        where !known.contains(id) && held.allSatisfy({ $0.deputyFor == nil }) && isCounted(held) {
            guard let person = held.first?.person else { continue }
            unmarked.append(AttendanceLine(person: try paperPerson(person, seats: held), status: .unmarked))
        }
        let vacant = try seats.filter { $0.person == nil }.map { seat in
            AttendanceLine(
                person: PapersPerson(name: "", role: try roleTitle(seat.role), organisation: seat.organisation),
                status: .vacant)
        }
        return marked + unmarked + vacant
    }

    /// What was declared in an item is printed no longer than what that is about.
    private func declarations(
        of meeting: StoredItem, _ seats: [Seat], on agenda: [AgendaItem]
    ) throws -> [DeclarationLine] {
        let named = Set(agenda.compactMap { $0.issue == nil ? nil : $0.id })
        return try connection.rows(
            """
            SELECT declaration.interest, declaration.withdrew, declaration.person, declaration.agenda_item,
              agenda_item.number, agenda_item.issue
            FROM declaration JOIN agenda_item ON agenda_item.id = declaration.agenda_item
            WHERE declaration.meeting = ? ORDER BY declaration.id
            """, [.integer(meeting.id)]
        ).filter { row in
            row.integer("issue") == nil || named.contains(row.count("agenda_item"))
        }.map { row in
            let person = try person(id: row.word("person"))
            return DeclarationLine(
                person: try paperPerson(person, seats: seats.filter { $0.person?.id == person.id }),
                interest: try open(text: row.word("interest")) ?? "(erased)", item: row.word("number"),
                withdrew: row.count("withdrew") == 1)
        }
    }
}
