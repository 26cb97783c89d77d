extension Audit {
    /// A commitment has to open, unless what it is to was erased on record.
    func check(_ seal: Sealed, _ place: String) throws {
        let isNamed = named.contains(seal.key)
        named.insert(seal.key)
        let row = try connection.row(
            """
            SELECT commitment, vault.id AS kept, item, person, section, field, salt, value
            FROM seal LEFT JOIN vault ON vault.id = seal.id WHERE seal.id = ?
            """, [.integer(seal.key)])
        guard let row else { return tell("\(place) was sealed by no operation.") }
        guard row.integer("kept") != nil else {
            if !erased.contains(seal.key), !isNamed { tell("\(place) is gone, and no erasure of it is on record.") }
            return
        }
        if Sealed.commitment(to: row) != row.text("commitment") { tell("\(place) is not what was recorded.") }
    }

    /// Every value in the vault was put there by an operation, is named by a commitment and not erased; every number that
    /// was given is there or was erased on record; those that searches find are those that they have to.
    func checkVault() throws {
        let values = try connection.cursor("SELECT id, findable FROM vault ORDER BY id")
        var last = 0
        func checkGap(until end: Int) {
            guard last + 1 < end else { return }
            // What a commitment names was told of where it stands.
            for key in (last + 1)..<end where !erased.contains(key) && !named.contains(key) {
                tell("Value \(key) of the vault is gone, and no erasure of it is on record.")
            }
        }
        while let value = try values.next() {
            guard let key = value.values[0].integer else { continue }
            checkGap(until: min(key, sealed + 1))
            last = max(last, key)
            if key > sealed || key < 1 {
                tell("Value \(key) of the vault was put there by no operation.")
            } else if !named.contains(key) {
                tell("Value \(key) of the vault is named by nothing on record.")
            }
            if erased.contains(key) { tell("Value \(key) of the vault was erased, and is there again.") }
            let isFindable = value.values[1].integer == 1
            if isFindable != findable.contains(key) {
                tell(mendable: "Value \(key) of the vault is \(isFindable ? "within" : "out of") reach of searches.")
            }
        }
        last = min(last, sealed)
        checkGap(until: sealed + 1)
    }
}
