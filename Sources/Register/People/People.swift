import Partnership
import Workflow

extension View {
    public func people() throws -> [Person] {
        try connection.rows("SELECT id, name, email FROM person ORDER BY name").map(Person.init)
    }

    /// The person of an id, a name or an address, as people type them: letter case does not matter.
    public func person(_ written: String) throws -> Person? {
        let wanted = Person(written: written)
        return try connection.row(
            """
            SELECT id, name, email FROM person
            WHERE id = ? OR lower(name) = ? OR lower(email) = ? ORDER BY id = ? DESC LIMIT 1
            """,
            [
                .text(wanted?.id ?? written), .text((wanted?.name ?? written).lowercased()),
                .text((wanted?.email ?? written).lowercased()), .text(written),
            ]
        ).map(Person.init)
    }

    /// The person of an id, a name or an address. Throws `RegisterError.notFound`, with the nearest name there is.
    public func known(_ written: String) throws -> Person {
        if let person = try person(written) { return person }
        let nearest = NearMiss.nearest(to: written, among: try people().map(\.name))
        throw RegisterError.notFound(
            "There is nobody called “\(written)” in this register.",
            remedies: .meant(nearest))
    }

    /// Seats, those of one body or all, vacant ones too; with `on`, only those held that day or vacant.
    public func seats(body: String? = nil, on day: Day? = nil) throws -> [Seat] {
        try connection.rows(
            """
            SELECT seat.*, person.name, person.email FROM seat LEFT JOIN person ON person.id = seat.person
            WHERE ? IS NULL OR body = ? ORDER BY seat.id
            """, [SQLValue(body), SQLValue(body)]
        ).map(Seat.init).filter { seat in day.map { seat.person == nil || seat.isHeld(on: $0) } ?? true }
    }

    /// The seats a person holds on a day.
    public func seats(of person: Person, on day: Day) throws -> [Seat] {
        try connection.rows(
            """
            SELECT seat.*, person.name, person.email FROM seat JOIN person ON person.id = seat.person
            WHERE person = ? ORDER BY seat.id
            """, [.text(person.id)]
        ).map(Seat.init).filter { $0.isHeld(on: day) }
    }
}

extension Operation {
    /// Adds a person. Throws when the name or the address is taken by another.
    public func add(_ person: Person) throws {
        let taken = try connection.row(
            "SELECT name FROM person WHERE id = ? OR lower(name) = ? OR email = ?",
            [.text(person.id), .text(person.name.lowercased()), SQLValue(person.email)])
        if let taken {
            throw RegisterError.badInput(
                "\(taken.word("name")) is in the register already.",
                remedies: [.deed("seat", on: taken.word("name"))])
        }
        _ = try insert(.person, key: .text(person.id), [.text(person.name), SQLValue(person.email)])
    }

    /// Seats a person: in the first vacant seat of that body and role, or in a new one.
    @discardableResult
    public func take(
        body: String?, role: String, person: Person, since: Day?, until: Day? = nil, organisation: String? = nil,
        deputyFor: Person? = nil
    ) throws -> Seat {
        try checkPlace(of: role, in: body)
        let vacant = try body.flatMap { body in
            try connection.row(
                """
                SELECT id FROM seat WHERE body = ? AND role = ? AND person IS NULL AND (? IS NULL OR organisation = ?)
                ORDER BY id LIMIT 1
                """, [.text(body), .text(role), SQLValue(organisation), SQLValue(organisation)])
        }
        let key: Int
        if let vacant, deputyFor == nil {
            key = vacant.count("id")
            try update(
                .seat, key: .integer(key),
                [
                    "person": .text(person.id), "since": SQLValue(since?.description),
                    "until": SQLValue(until?.description),
                ])
        } else {
            key = try insert(
                .seat,
                [
                    SQLValue(body), .text(role), SQLValue(organisation), .text(person.id),
                    SQLValue(since?.description), SQLValue(until?.description), SQLValue(deputyFor?.id),
                ])
        }
        guard let seat = try view.seats().first(where: { $0.id == key }) else {
            throw RegisterError.damaged("a seat just written is not there")
        }
        return seat
    }

    /// A role is held where the partnership says that there are such seats.
    private func checkPlace(of name: String, in body: String?) throws {
        let reference = try view.reference
        guard let role = reference.role(name) else { throw try view.unknown("role", name) }
        guard let body else {
            guard role.acts[.register] != nil else {
                throw RegisterError.badInput(
                    "The seat of a \(role.title) is in a body.",
                    remedies: [.say("Name the body with it: BODY/\(role.name).")])
            }
            return
        }
        guard let found = reference.body(body) else { throw try view.unknown("body", body) }
        guard role.acts[SeatRole.Place(found.kind)] != nil else {
            let known = reference.roles.filter { $0.acts[SeatRole.Place(found.kind)] != nil }.map(\.name)
            throw RegisterError.badInput(
                "The \(found.title) has no seat of a \(role.title).",
                remedies: [.say("It has seats of: \(known.joined(separator: ", ")).")])
        }
    }

    /// Ends a person's seat on a day, and leaves the seat itself vacant for the next holder.
    public func leave(_ seat: Seat, on day: Day) throws {
        if let since = seat.since, day < since {
            throw RegisterError.badInput(
                "The seat \(seat.written) began on \(since), after \(day).",
                remedies: [.say("Give a day from \(since) on.")])
        }
        try update(.seat, key: .integer(seat.id), ["until": .text(day.description)])
        if seat.deputyFor == nil, seat.body != nil {
            _ = try insert(
                .seat,
                [SQLValue(seat.body), .text(seat.role), SQLValue(seat.organisation), .null, .null, .null, .null])
        }
    }
}

extension Person {
    init(row: Row) {
        self.init(id: row.word("id"), name: row.word("name"), email: row.text("email"))
    }

    /// The register itself, for what no person causes.
    public static let system = Person(id: "system", name: "The register")
}
