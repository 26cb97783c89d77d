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
    /// As what somebody was in attendance who is no member; nil for members.
    public let capacity: AttendanceLine.Capacity?
    /// They took part from elsewhere.
    public let isOnline: Bool
    /// The number of the item at which they came; nil for the beginning.
    public let arrived: String?
    /// The number of the item before which they left; nil for the end.
    public let departed: String?

    /// They were there, or somebody in their place.
    public var isRepresented: Bool { status == .present || status == .deputised }

    /// Whether they, or who came in their place, were there for an item.
    ///
    /// - Parameter item: its number; nil for any of them.
    func wasThere(for item: String?) -> Bool {
        guard isRepresented else { return false }
        guard let item else { return true }
        if let arrived, AgendaNumber(item) < AgendaNumber(arrived) { return false }
        if let departed, !(AgendaNumber(item) < AgendaNumber(departed)) { return false }
        return true
    }
}

/// The number of an item, in the order of an agenda: `8` before `8.1` before `8.10`.
struct AgendaNumber: Comparable {
    private let parts: [Int]

    init(_ number: String) { parts = number.split(separator: ".").compactMap { Int($0) } }

    static func < (left: AgendaNumber, right: AgendaNumber) -> Bool {
        left.parts.lexicographicallyPrecedes(right.parts)
    }
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
            SELECT person, status, deputy, capacity, online, arrived, departed FROM attendance
            WHERE meeting = ? ORDER BY id
            """, [.integer(meeting.id)]
        ).map { row in
            let person = try person(id: row.word("person"))
            return AttendanceRecord(
                person: person, status: AttendanceRecord.Status(rawValue: row.word("status")) ?? .absent,
                seats: seats.filter { $0.person?.id == person.id },
                deputy: try row.text("deputy").map(person(id:)),
                capacity: row.text("capacity").flatMap(AttendanceLine.Capacity.init),
                isOnline: row.count("online") == 1,
                arrived: row.text("arrived"), departed: row.text("departed"))
        }
    }

    /// Whether somebody is on record as having been at a meeting: apologies alone come before it.
    public func hasMet(_ meeting: StoredItem) throws -> Bool {
        try attendance(of: meeting).contains(where: \.isRepresented)
    }

    /// Whether a meeting can decide: by who was there, in the room or online as its body counts it.
    ///
    /// - Parameters:
    ///   - item: the number of the item it is asked for, which those who came later or had left by then were not there for;
    ///     nil for the meeting as a whole.
    ///   - withdrawn: the ids of those who withdrew from it.
    public func finding(
        of meeting: StoredItem, at item: String? = nil, withdrawn: Set<String> = []
    ) throws -> MeetingFinding {
        let body = try body(of: meeting)
        let present = View.attendees(try attendance(of: meeting), at: item, of: body)
        let quorum = Quorum(of: body, parents: try reference.roles(with: .parents))
        return MeetingFinding(
            finding: quorum.finding(present: present, withdrawn: withdrawn), groups: quorum.groups,
            parentTitle: try reference.parentTitle)
    }

    /// How a meeting stood as it opened.
    public func opening(of meeting: StoredItem) throws -> MeetingFinding {
        try finding(of: meeting, at: agenda(of: meeting).first?.number)
    }

    /// Those of a meeting's attendance who count for an item.
    private static func attendees(
        _ records: [AttendanceRecord], at item: String?, of body: Body
    ) -> [Quorum.Attendee] {
        records.compactMap { record in
            guard record.wasThere(for: item), body.countsOnline || !record.isOnline else { return nil }
            let roles = record.seats.map(\.role)
            return switch record.status {
            case .present: Quorum.Attendee(person: record.person.id, roles: roles)
            case .deputised: Quorum.Attendee(person: record.deputy?.id ?? record.person.id, roles: roles)
            case .apologies, .absent: nil
            }
        }
    }

    /// How a meeting stood as it opened, and at each item of its agenda that it came to.
    ///
    /// - Parameter agenda: in order.
    func quorums(
        _ records: [AttendanceRecord], _ agenda: [AgendaItem], of body: Body
    ) throws -> (opening: QuorumFinding, items: [ItemQuorum]) {
        let reference = try reference
        let quorum = Quorum(of: body, parents: reference.roles(with: .parents))
        let titles = quorum.groups.map { $0.map(reference.title).joined(separator: " or ") }
        func finding(_ item: String?, without withdrawn: Set<String> = []) -> QuorumFinding {
            let found = quorum.finding(
                present: View.attendees(records, at: item, of: body), withdrawn: withdrawn)
            return QuorumFinding(
                zip(titles, found.heads).map { QuorumFinding.Need($0, present: $1) }, lacksParentRep: !found.isCompliant
            )
        }
        let items = try agenda.filter { $0.reached && !$0.hasLeft }.map { line in
            ItemQuorum(
                number: line.number, there: finding(line.number),
                deciding: finding(line.number, without: try withdrawn(from: line.id)))
        }
        return (finding(agenda.first?.number), items)
    }
}

extension Operation {
    /// Records whether somebody was at a meeting; a second time replaces the first. Apologies may come before the day. What
    /// it means for decisions is for `reviewDecisions`, once everybody is marked.
    ///
    /// - Parameter capacity: as what somebody is in attendance who is no member.
    public func mark(
        _ person: Person, _ status: AttendanceRecord.Status, at meeting: StoredItem, deputy: Person? = nil,
        as capacity: AttendanceLine.Capacity? = nil
    ) throws {
        let date = try view.date(of: meeting)
        if status == .apologies { try checkOpen(meeting) } else { try checkHeld(meeting) }
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
        if let capacity, capacity != .minuteTaker, let role = try countedRole(of: person, at: body, on: date) {
            throw RegisterError.badInput(
                "\(person.name) is \(role) in \(body.title), and no guest there.",
                remedies: [.say("Mark them as present.")])
        }
        let known = try connection.row(
            "SELECT id FROM attendance WHERE meeting = ? AND person = ?", [.integer(meeting.id), .text(person.id)])
        if let known { try delete(.attendance, key: .integer(known.count("id"))) }
        _ = try insert(
            .attendance,
            [
                .integer(meeting.id), .text(person.id), SQLValue(seat?.id), .text(status.rawValue),
                SQLValue(deputy?.id), SQLValue(capacity?.rawValue), .integer(0), .null, .null,
            ])
    }

    /// Records how somebody who was there took part: online, from which item on, until which. What is not named stays.
    ///
    /// - Parameters:
    ///   - person: a member, or whoever came in one's place.
    ///   - arrived: the number of the item at which they came.
    ///   - departed: the number of the item before which they left.
    public func amend(
        _ person: Person, at meeting: StoredItem, isOnline: Bool? = nil, arrived: String? = nil,
        departed: String? = nil
    ) throws {
        try checkHeld(meeting)
        let rows = try connection.rows(
            "SELECT * FROM attendance WHERE meeting = ? AND (person = ? OR deputy = ?) ORDER BY id",
            [.integer(meeting.id), .text(person.id), .text(person.id)])
        guard
            let row = rows.first(where: {
                $0.word("status")
                    == ($0.text("deputy") == person.id
                    ? AttendanceRecord.Status.deputised : .present).rawValue
            })
        else {
            throw RegisterError.refused([
                Reason(
                    kind: .rule, sentence: "\(person.name) is not marked as having been at \(meeting.reference).",
                    remedies: [.deed("attend", on: meeting.reference)])
            ])
        }
        for number in [arrived, departed].compactMap(\.self) { _ = try view.agendaItem(number, of: meeting) }
        let (from, until) = (arrived ?? row.text("arrived"), departed ?? row.text("departed"))
        if let from, let until, !(AgendaNumber(from) < AgendaNumber(until)) {
            throw RegisterError.badInput(
                "\(person.name) cannot have come at item \(from) and left before item \(until).",
                remedies: [.say("Give both as they were.")])
        }
        try update(
            .attendance, key: .integer(row.count("id")),
            [
                "online": .integer(isOnline.map { $0 ? 1 : 0 } ?? row.count("online")), "arrived": SQLValue(from),
                "departed": SQLValue(until),
            ])
    }

    /// What somebody is called by a seat that counts in a body; nil when they hold none.
    private func countedRole(of person: Person, at body: Body, on date: Day) throws -> String? {
        let counted = Set(try view.reference.roles.filter(\.isCounted).map(\.name))
        return try view.seats(of: person, on: date).first { $0.body == body.id && counted.contains($0.role) }.map {
            try view.reference.title(ofRole: $0.role)
        }
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
        try checkNotWithdrawn(item, of: meeting)
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
