import Ledger
import Partnership
import Workflow

extension View {
    /// Everybody on record, by their keys: few enough to be read whole, and once.
    func directory() throws -> [String: Person] {
        if let keptDirectory { return keptDirectory }
        let opened = try names()
        var read: [String: Person] = [:]
        for row in try connection.rows("SELECT id, name, email FROM person") {
            let name = Sealed(text: row.text("name")).flatMap { opened[$0.key] }
            let email = Sealed(text: row.text("email")).flatMap { opened[$0.key] }
            read[row.word("id")] = Person(id: row.word("id"), name: name ?? Person.erased, email: email)
        }
        keptDirectory = read
        return read
    }

    /// The values of the vault that are no item's, by their keys.
    func names() throws -> [Int: String] {
        if let keptNames { return keptNames }
        var opened: [Int: String] = [:]
        for row in try connection.rows("SELECT id, value FROM vault WHERE person IS NOT NULL") {
            opened[row.count("id")] = row.word("value")
        }
        keptNames = opened
        return opened
    }

    /// Those who have not been erased, in the order of their names.
    public func people() throws -> [Person] {
        try directory().values.filter { $0.name != Person.erased }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }

    /// The person of a key.
    func person(id: String) throws -> Person {
        if id == Person.system.id { return .system }
        if let person = try directory()[id] { return person }
        // Of one whose row was taken back the journal still knows; of one who never was nothing is claimed.
        let was = try connection.row(
            "SELECT 1 AS was FROM change WHERE relation = 'person' AND key = ? LIMIT 1", [.text(id)])
        return Person(id: id, name: was == nil ? Person.unknown : Person.erased)
    }

    /// The person of a key, a name or an address, as people type them: `Name <mail>` will do.
    public func person(_ written: String) throws -> Person? {
        let people = try people()
        if let found = people.first(where: { $0.isCalled(written) }) { return found }
        guard let parsed = Person(written: written) else { return nil }
        return people.first { $0.isCalled(parsed.name) }
            ?? parsed.email.flatMap { mail in
                people.first { $0.isCalled(mail) }
            }
    }

    /// The person of an id, a name or an address. Throws `RegisterError.notFound`, with the nearest name there is.
    public func known(_ written: String) throws -> Person {
        if let person = try person(written) { return person }
        let nearest = NearMiss.nearest(to: written, among: try people().map(\.name))
        throw RegisterError.notFound(
            "There is nobody called “\(written)” in this register.",
            remedies: .meant(nearest))
    }
}

extension View {
    /// What somebody is and was called, as far as it was not erased.
    public func everCalled(_ person: Person) throws -> [String] {
        try connection.rows(
            "SELECT value FROM vault WHERE person = ? AND field = 'name' ORDER BY id", [.text(person.id)]
        ).map { $0.word("value") }
    }

    /// The vault's keys of what somebody is and was called, as far as it was not erased.
    fileprivate func namesEver(of person: Person) throws -> [Int] {
        try connection.rows(
            "SELECT id FROM vault WHERE person = ? AND field = 'name' ORDER BY id", [.text(person.id)]
        ).map { $0.count("id") }
    }

    /// Reads with everybody called what they were when an operation was done. Who has no such name any more is called what
    /// they are.
    func naming<T>(asOf operation: Int, _ read: () throws -> T) throws -> T {
        let now = try directory()
        let renamed = try connection.rows(
            """
            SELECT person FROM vault WHERE person IS NOT NULL AND field = 'name' GROUP BY person HAVING count(*) > 1
            """
        ).compactMap { now[$0.word("person")] }
        var then = now
        for person in renamed {
            guard let name = try name(of: person, asOf: operation) else { continue }
            then[person.id] = Person(id: person.id, name: name, email: person.email)
        }
        keptDirectory = then
        defer { keptDirectory = now }
        return try read()
    }

    private func name(of person: Person, asOf operation: Int) throws -> String? {
        let row = try connection.row(
            """
            SELECT after FROM change WHERE relation = ? AND key = ? AND operation <= ?
            ORDER BY operation DESC, position DESC LIMIT 1
            """, [.text(Relation.person.name), .text(person.id), .integer(operation)])
        guard let image = row?.text("after") else { return nil }
        let values = Relation.person.values(of: try ItemCoding.parse(image))
        let name = zip(Relation.person.columns, values).first { $0.0 == "name" }?.1.text
        return try connection.open(Sealed(text: name))
    }
}

extension Operation {
    /// Adds a person. Throws when the name or the address is taken by another, in whatever letter case.
    ///
    /// - Parameter showsAddresses: whose address it is may be told.
    public func add(_ person: Person, showsAddresses: Bool = true) throws {
        try checkFree(name: person.name, email: person.email, for: nil, showsAddresses: showsAddresses)
        let name = try seal(person.name, of: .person(person.id), section: "person", field: "name")
        let email = try person.email.map {
            try seal($0, of: .person(person.id), section: "person", field: "email")
        }
        _ = try insert(.person, key: .text(person.id), [.text(name.text), SQLValue(email?.text)])
        view.keptDirectory = nil
    }

    /// Gives a person another name or address, and keeps what is nil. What they were called before stays for the minutes that
    /// went out with it, and for nothing else; an old address is erased for good.
    ///
    /// - Parameter isMistaken: what they were called before was never theirs, or must not be told any more: it is erased too.
    public func rename(_ person: Person, name: String?, email: String?, isMistaken: Bool = false) throws {
        try checkFree(name: name, email: email, for: person)
        var changes: [String: SQLValue] = [:]
        let stored = try connection.stored(.person, key: .text(person.id)) ?? []
        for (column, value) in zip(Relation.person.columns, [name, email]) {
            guard let value else { continue }
            let old = Sealed(text: zip(Relation.person.columns, stored).first { $0.0 == column }?.1.text)
            if let old, column != "name" { try erase(old) }
            let former = isMistaken && column == "name" ? try view.namesEver(of: person) : []
            for key in former { try erase(value: key) }
            changes[column] = .text(
                try seal(value, of: .person(person.id), section: "person", field: column).text)
        }
        guard !changes.isEmpty else {
            throw RegisterError.badInput(
                "Nothing was given to correct.", remedies: [.say("Give a name or an address.")])
        }
        try update(.person, key: .text(person.id), changes)
        view.keptDirectory = nil
    }

    /// Erases a person's name and address for good. What they did stays, by nobody's name. Refused while they hold a seat.
    public func erase(_ person: Person) throws {
        try view.mustBeErasable(person)
        try erase(of: .person(person.id))
        view.keptDirectory = nil
    }

    private func checkFree(name: String?, email: String?, for person: Person?, showsAddresses: Bool = true) throws {
        if let name, LookAlike.isTheRegister(name) {
            throw RegisterError.badInput(
                "That name is the register's own.", remedies: [.say("Add what tells them apart.")])
        }
        for other in try view.people() where other.id != person?.id {
            let isNamed = name.map { Person.folded($0) == Person.folded(other.name) } ?? false
            let isAddressed = email.map { Person.folded($0) == other.email.map(Person.folded) } ?? false
            guard isNamed || isAddressed else { continue }
            guard isNamed || showsAddresses else {
                throw RegisterError.badInput(
                    "Somebody with that address is in the register already.", remedies: [.deed("members")])
            }
            throw RegisterError.badInput(
                "\(other.name) is in the register already.", remedies: [.deed("seat", on: other.name)])
        }
    }
}

extension Person {
    /// The register itself, for what no person causes.
    public static let system = Person(id: "system", name: "The register")
    /// What stands in place of a name that was erased.
    static let erased = "(erased)"
    /// Their name is not kept any more.
    public var isErased: Bool { name == Person.erased }
    /// What stands in place of the name of somebody who was never on record.
    static let unknown = "(unknown)"
}

extension View {
    /// Throws with the reason why somebody's name cannot be erased now: they hold a seat, or look after something open.
    public func mustBeErasable(_ person: Person) throws {
        let held = try seats().filter { seat in
            seat.person?.id == person.id && (seat.until.map { $0 >= present } ?? true)
        }
        guard held.isEmpty else {
            throw RegisterError.refused([
                Reason(
                    kind: .rule,
                    sentence: "\(person.name) holds \(Sentences.list(held.map(\.written), "and")).",
                    remedies: [.say("End these seats first; a seat counts through its last day.")])
            ])
        }
        let owned = try connection.rows(
            "SELECT reference FROM item WHERE owner = ? AND open = 1 ORDER BY id LIMIT 5", [.text(person.id)]
        ).map { $0.word("reference") }
        guard owned.isEmpty else {
            throw RegisterError.refused([
                Reason(
                    kind: .rule, sentence: "\(person.name) still looks after \(Sentences.list(owned, "and")).",
                    remedies: [.say("Give what is open to somebody else first.")])
            ])
        }
    }

    /// Throws where what is on record of somebody has to be kept as it is (DOMAIN R25).
    public func mustBeFree(_ person: Person) throws {
        guard try isHeld([], person: person.id) else { return }
        throw RegisterError.mustBeKept(person.name)
    }
}
