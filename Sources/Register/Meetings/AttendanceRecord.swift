import Ledger
import Partnership
import Workflow

/// Whether somebody was at a meeting, and in which seat.
public struct AttendanceRecord: Hashable, Sendable {
    public enum Status: String, Sendable { case present, apologies, absent, deputised }

    public let person: Person
    public let status: Status
    /// The seats they held in the body on the day; none for a guest.
    public let seats: [Seat]
    /// Who came in their place.
    public let deputy: Person?
}

/// What the attendance of a meeting means for its decisions (DOMAIN section 7, rule R8).
public struct MeetingFinding: Hashable, Sendable {
    public let finding: Quorum.Finding
    public let groups: [[String]]
    /// What the role is called that speaks for parents and carers.
    public let parentTitle: String
    public var isQuorate: Bool { finding.isQuorate }
    public var hasParentRep: Bool { finding.hasParentRepresentative }
}

extension View {
    public func attendance(of meeting: StoredItem) throws -> [AttendanceRecord] {
        guard let body = meeting.meeting.body, let date = meeting.meeting.date else { return [] }
        let seats = try seats(body: body, on: date)
        return try connection.rows(
            """
            SELECT person, status, deputy FROM attendance WHERE meeting = ? ORDER BY id
            """, [.integer(meeting.id)]
        ).map { row in
            let person = try person(id: row.word("person"))
            return AttendanceRecord(
                person: person, status: AttendanceRecord.Status(rawValue: row.word("status")) ?? .absent,
                seats: seats.filter { $0.person?.id == person.id },
                deputy: try row.text("deputy").map(person(id:)))
        }
    }

    public func finding(of meeting: StoredItem, withdrawn: Set<String> = []) throws -> MeetingFinding {
        let body = try body(of: meeting)
        let present = try attendance(of: meeting).compactMap { record -> Quorum.Attendee? in
            let roles = record.seats.map(\.role)
            return switch record.status {
            case .present: Quorum.Attendee(person: record.person.id, roles: roles)
            case .deputised: Quorum.Attendee(person: record.deputy?.id ?? record.person.id, roles: roles)
            case .apologies, .absent: nil
            }
        }
        let quorum = Quorum(of: body, parents: try reference.roles(with: .parents))
        return MeetingFinding(
            finding: quorum.finding(present: present, withdrawn: withdrawn), groups: quorum.groups,
            parentTitle: try reference.parentTitle)
    }
}

extension Operation {
    /// Records whether somebody was at a meeting; a second time replaces the first. What it means for decisions is for
    /// `reviewDecisions`, once everybody is marked.
    public func mark(
        _ person: Person, _ status: AttendanceRecord.Status, at meeting: StoredItem, deputy: Person? = nil
    ) throws {
        let date = try view.date(of: meeting)
        try checkHeld(meeting)
        if let deputy, deputy.id == person.id {
            throw RegisterError.badInput("Nobody stands in for themselves.", remedies: [.say("Name somebody else.")])
        }
        try checkOneHead(person, status, deputy, at: meeting)
        let body = try view.body(of: meeting)
        let seat = try view.seats(of: person, on: date).first { $0.body == body.id }
        if status == .deputised, seat == nil {
            throw RegisterError.badInput(
                "\(person.name) held no seat in \(body.title) on \(date), so nobody can stand in for them.",
                remedies: [.say("Mark the deputy as present instead.")])
        }
        let known = try connection.row(
            "SELECT id FROM attendance WHERE meeting = ? AND person = ?", [.integer(meeting.id), .text(person.id)])
        if let known { try delete(.attendance, key: .integer(known.count("id"))) }
        _ = try insert(
            .attendance,
            [
                .integer(meeting.id), .text(person.id), SQLValue(seat?.id), .text(status.rawValue),
                SQLValue(deputy?.id),
            ])
    }

    /// Nobody is there twice: whoever stands in for one person neither sits for themselves nor stands in for another.
    private func checkOneHead(
        _ person: Person, _ status: AttendanceRecord.Status, _ deputy: Person?, at meeting: StoredItem
    ) throws {
        let comes = status == .present ? person : deputy
        guard let comes else { return }
        let others = try view.attendance(of: meeting).filter { $0.person.id != person.id }
        let sits = others.contains { $0.person.id == comes.id && $0.status == .present }
        let standsIn = others.first { $0.status == .deputised && $0.deputy?.id == comes.id }?.person.name
        guard sits || standsIn != nil else { return }
        throw RegisterError.refused([
            Reason(
                kind: .rule,
                sentence: standsIn.map { "\(comes.name) stands in for \($0) already, and is one head." }
                    ?? "\(comes.name) is there for themselves already, and is one head.",
                remedies: [.say("Mark the other one as sending apologies, or name somebody else.")])
        ])
    }

    /// Records an interest that somebody declared in an item of a meeting. Who withdraws counts neither for the item's
    /// quorum nor for its decision.
    public func declare(
        _ person: Person, interest: String, in number: String, of meeting: StoredItem, withdraws: Bool
    ) throws {
        try checkOpen(meeting)
        let item = try view.agendaItem(number, of: meeting)
        let seal = try seal(
            interest, of: .item((item.issue ?? item.matter)?.id ?? meeting.id), section: "narrative",
            field: BesideField.declaredInterest.rawValue)
        let known = try connection.row(
            "SELECT id FROM declaration WHERE agenda_item = ? AND person = ?", [.integer(item.id), .text(person.id)])
        if let known { try delete(.declaration, key: .integer(known.count("id"))) }
        _ = try insert(
            .declaration,
            [
                .integer(meeting.id), .text(person.id), .integer(item.id), .text(seal.text),
                .integer(withdraws ? 1 : 0),
            ])
        try reviewDecisions(of: meeting)
    }
}
