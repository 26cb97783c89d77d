import Ledger
import Partnership
import Workflow

extension View {
    /// The seats of one body or all with everybody who fills them or ever did, and those that nobody ever filled; with `on`,
    /// as they are on that day: vacant while nobody fills them, whoever may stand in.
    public func seats(body: String? = nil, on day: Day? = nil) throws -> [Seat] {
        let all = try terms(where: "? IS NULL OR body = ?", [SQLValue(body), SQLValue(body)])
        guard let day else { return all }
        return Dictionary(grouping: all.filter { $0.exists(on: day) }, by: \.id).sorted { $0.key < $1.key }.flatMap {
            _, terms -> [Seat] in
            let held = terms.filter { $0.isHeld(on: day) }
            return held.contains { $0.deputyFor == nil } ? held : [terms[0].vacant] + held
        }
    }

    /// The seats a person holds on a day.
    public func seats(of person: Person, on day: Day) throws -> [Seat] {
        try terms(where: "person = ?", [.text(person.id)]).filter { $0.isHeld(on: day) }
    }

    /// The seat of a number, with the last who filled it; nil where there is none.
    func seat(_ key: Int) throws -> Seat? { try terms(where: "seat.id = ?", [.integer(key)]).last }

    private func terms(where condition: String, _ arguments: [SQLValue]) throws -> [Seat] {
        let directory = try directory()
        return try connection.rows(
            """
            SELECT seat.*, term.id AS term, term.person, term.since, term.until, term.deputy_for
            FROM seat LEFT JOIN term ON term.seat = seat.id WHERE \(condition) ORDER BY seat.id, term.id
            """, arguments
        ).map { Seat(row: $0, directory, organisation: try organisationName($0.text("organisation"))) }
    }
}

extension Operation {
    /// Seats a person: in the first seat of that body and role, and organisation where it is told, that nobody fills in that
    /// time, or in a new one. Who stands in for somebody shares their seat.
    ///
    /// - Parameters:
    ///   - since: the first day; nil for as long as the record goes back.
    ///   - until: the last day; open when nil.
    @discardableResult
    public func take(
        body: String?, role: String, person: Person, since: Day?, until: Day? = nil, organisation: String? = nil,
        deputyFor: Person? = nil
    ) throws -> Seat {
        try checkPlace(of: role, in: body)
        let first = since ?? on
        let terms = try view.seats(body: body).filter { seat in
            seat.body == body && seat.role == role && (organisation == nil || seat.organisation == organisation)
                && seat.exists(on: max(first, seat.opened ?? first))
        }
        if let organisation, let body, terms.isEmpty { try checkOrganisation(organisation, of: role, in: body) }
        let seats = Dictionary(grouping: terms, by: \.id).sorted { $0.key < $1.key }
        let free: Int?
        if let deputyFor {
            free = (terms.first { $0.person?.id == deputyFor.id && $0.overlaps(first, until) } ?? terms.first)?.id
        } else {
            // One in no body is made for its holder alone.
            free =
                body == nil
                ? nil
                : seats.first { _, terms in
                    !terms.contains { $0.person != nil && $0.deputyFor == nil && $0.overlaps(first, until) }
                }?.key
        }
        // Whoever follows somebody, or comes where minutes tell who was seated, does so from today, unless told.
        let isFollowed = seats.first { $0.key == free }?.value.contains { $0.person != nil } ?? false
        let isRested = try body.map { try counts(role) && !view.circulated(by: $0, from: nil, to: on).isEmpty } ?? false
        let since = since ?? (isRested || isFollowed && deputyFor == nil ? on : nil)
        try checkRoom(of: body, role, from: since, to: until)
        // A new seat is there from when it is first filled: at meetings before it was none that stood vacant.
        let key =
            try free ?? addSeat(body: body, role: role, organisation: organisation, opened: since?.description)
        let term = try insert(
            .term,
            [
                .integer(key), .text(person.id), SQLValue(since?.description), SQLValue(until?.description),
                SQLValue(deputyFor?.id),
            ])
        guard let seat = try view.seats(body: body).first(where: { $0.term == term }) else {
            throw RegisterError.damaged("a seat just written is not there")
        }
        return seat
    }

    /// A body whose seats of a role are each for somebody has none for anybody else.
    private func checkOrganisation(_ organisation: String, of role: String, in body: String) throws {
        let known = Set(
            try view.seats(body: body, on: on).filter { $0.role == role && $0.deputyFor == nil }.compactMap(
                \.organisation))
        guard !known.isEmpty, let title = try view.reference.body(body)?.title else { return }
        throw RegisterError.badInput(
            "The \(title) has no seat of that role for “\(organisation)”.",
            remedies: [
                .say("It has seats for: \(known.sorted().joined(separator: "; ")).")
            ] + [.say("Open another seat first, if there is one.")])
    }

    /// A role is held where the partnership says that there are such seats.
    private func checkPlace(of name: String, in body: String?) throws {
        let reference = try view.reference
        guard let role = reference.role(name) else { throw try view.unknown("role", name) }
        guard let body else {
            guard role.acts[.register] != nil else {
                throw RegisterError.badInput(
                    "The seat of \(Naming.titled(role.title)) is in a body.",
                    remedies: [.say("Name the body with it: BODY/\(role.name).")])
            }
            return
        }
        guard let found = reference.body(body) else { throw try view.unknown("body", body) }
        guard role.acts[SeatRole.Place(found.kind)] != nil else {
            let known = reference.roles.filter { $0.acts[SeatRole.Place(found.kind)] != nil }.map(\.name)
            throw RegisterError.badInput(
                "The \(found.title) has no seat of \(Naming.titled(role.title)).",
                remedies: [.say("It has seats of: \(known.joined(separator: ", ")).")])
        }
    }

    /// Takes back a seat that has not begun.
    public func withdraw(_ seat: Seat) throws {
        guard let term = seat.term else { return }
        try checkRoom(of: seat.body, seat.role, from: seat.since, to: seat.until)
        try delete(.term, key: .integer(term))
        if seat.body == nil { try delete(.seat, key: .integer(seat.id)) }
    }

    /// Ends a person's seat on a day, and leaves the seat itself for the next holder; one in no body ends with them.
    public func leave(_ seat: Seat, on day: Day) throws {
        if let since = seat.since, day < since {
            throw RegisterError.badInput(
                "The seat \(seat.written) began on \(since), after \(day).",
                remedies: [.say("Give a day from \(since) on.")])
        }
        guard let term = seat.term else { return }
        try checkRoom(of: seat.body, seat.role, from: min(day, seat.until ?? day) + 1, to: seat.until)
        try update(.term, key: .integer(term), ["until": .text(day.description)])
        if seat.body == nil { try update(.seat, key: .integer(seat.id), ["closed": .text(day.description)]) }
    }

    /// Makes a seat that nobody fills yet.
    ///
    /// - Parameter opened: the first day on which there is one.
    public func open(seat role: String, in body: String, organisation: String?, on opened: Day) throws -> Seat {
        try checkPlace(of: role, in: body)
        try checkRoom(of: body, role, from: opened, to: nil)
        let key = try addSeat(body: body, role: role, organisation: organisation, opened: opened.description)
        guard let seat = try view.seat(key) else { throw RegisterError.damaged("a seat just written is not there") }
        return seat
    }

    /// Says from when on there is no such seat. Refused while somebody fills it after that.
    ///
    /// - Parameter closed: the last day on which there is one.
    public func close(_ seat: Seat, on closed: Day) throws {
        let later = try view.seats(body: seat.body).filter { other in
            other.id == seat.id && other.person != nil && (other.until.map { $0 > closed } ?? true)
        }
        if let holder = later.first, let person = holder.person {
            throw RegisterError.refused([
                Reason(
                    kind: .rule, sentence: "\(person.name) fills the seat \(seat.written) after \(closed.words).",
                    remedies: [.say("End their seat first.")])
            ])
        }
        if let opened = seat.opened, closed < opened {
            throw RegisterError.badInput(
                "The seat \(seat.written) is there since \(opened), after \(closed).",
                remedies: [.say("Give a day from \(opened) on.")])
        }
        try checkRoom(of: seat.body, seat.role, from: closed + 1, to: nil)
        try update(.seat, key: .integer(seat.id), ["closed": .text(closed.description)])
    }

    /// Throws where who is seated from a day to another, both included, would be changed at a meeting whose minutes are
    /// circulated: they tell who was there of how many, and whether that was a quorum (DOMAIN R8).
    private func checkRoom(of body: String?, _ role: String, from first: Day?, to last: Day?) throws {
        guard let body, try counts(role), let meeting = try view.circulated(by: body, from: first, to: last).last else {
            return
        }
        throw RegisterError.refused([
            Reason(
                kind: .rule,
                sentence:
                    "The minutes of \(meeting.reference) are circulated, and who was seated then is part of them.",
                remedies: [.say("Give days after \((meeting.day("date") ?? on).words).")])
        ])
    }
}

extension Operation {
    /// Who fills a seat of the role can make a difference to whether a meeting is quorate.
    private func counts(_ role: String) throws -> Bool {
        try view.reference.role(role).map { $0.isCounted || !$0.duties.isEmpty } ?? false
    }
}

extension View {
    /// The meetings of a body on the days from one to another, both included, whose minutes are circulated; oldest first.
    func circulated(by body: String, from first: Day?, to last: Day?) throws -> [StoredItem] {
        try connection.rows(
            """
            SELECT id FROM item WHERE body = ? AND workflow = 'meeting' AND happens BETWEEN ? AND ? ORDER BY happens
            """, [.text(body), .text(first?.description ?? ""), .text(last?.description ?? "9999")]
        ).map { try item(id: $0.count("id")) }.filter { $0.meeting.circulatedOn != nil }
    }
}
