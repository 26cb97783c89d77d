import Ledger

/// What the organisations of seats are called. It is no person's, but a sole trader's tells who they are; so it is sealed like
/// a name, and can be erased.
extension View {
    /// By the keys of their seals; what was erased is missing.
    func organisationName(_ sealed: String?) throws -> String? {
        try Sealed(text: sealed).map { try names()[$0.key] ?? Person.erased }
    }
}

extension Operation {
    /// Adds a seat; the answer is its number.
    func addSeat(body: String?, role: String, organisation: String?, opened: String? = nil) throws -> Int {
        let key = try next(in: Relation.seat.name)
        let seal = try organisation.map { try sealOrganisation($0, of: key) }
        return try insert(
            .seat, key: .integer(key), [SQLValue(body), .text(role), SQLValue(seal), SQLValue(opened), .null])
    }

    /// Says what the organisation of a seat is called now. What it was called before is erased for good.
    public func rename(_ seat: Seat, organisation: String) throws {
        try eraseOrganisation(of: seat)
        try update(
            .seat, key: .integer(seat.id), ["organisation": .text(try sealOrganisation(organisation, of: seat.id))])
    }

    /// Erases what the organisation of a seat is called, for good.
    public func eraseOrganisation(of seat: Seat) throws {
        try erase(of: .seat(seat.id))
        view.keptDirectory = nil
    }

    private func sealOrganisation(_ name: String, of seat: Int) throws -> String {
        view.keptDirectory = nil
        return try seal(name, of: .seat(seat), section: "seat", field: "organisation").text
    }
}

extension VaultOwner {
    /// A seat, by a key that no person has.
    static func seat(_ key: Int) -> VaultOwner { .person("seat-\(key)") }
}
