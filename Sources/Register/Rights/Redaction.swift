import Ledger
import Partnership
import Workflow

extension Operation {
    /// Puts another text in the place of one, for good: the old one is erased, wherever it was copied or replaced before. A
    /// text that nothing shows any more is erased and not replaced. Which words went is put on record by their places, so
    /// that they can be taken out of an older copy too.
    ///
    /// - Parameter mark: what stands in the new text for what was taken out.
    public func redact(_ text: KeptText, to new: String, mark: String) throws {
        try redact(vaultKey: text.key, to: new, cuts: Cuts(from: text.text, to: new, mark: mark))
    }

    /// Puts into an item's history that words of it were taken out.
    ///
    /// - Parameter cause: why, as a name that tells nothing of them.
    public func noteRedaction(of reference: String, because cause: String, as standing: Standing) throws {
        let item = try view.item(reference)
        let capacity = try view.actor(standing, towards: item).roles.first ?? standing.posts.first?.role ?? ""
        try append(
            NewEvent(
                item: item.id, name: OwnEvent.redact.rawValue, origin: item.item.state, target: item.item.state ?? "",
                capacity: capacity,
                given: JSON.object(["because": .string(cause)]).text))
    }

    /// - Returns: the key of the new text, where something shows it.
    @discardableResult
    func redact(vaultKey key: Int, to new: String, cuts: Cuts?) throws -> Int? {
        guard
            let row = try connection.row(
                "SELECT item, section, field, findable FROM vault WHERE id = ?", [.integer(key)])
        else { return nil }
        var seal: Sealed?
        if let holder = try holder(of: key, kept: row.count("item")) {
            let made = try self.seal(
                new, of: .item(row.count("item")), section: row.word("section"), field: row.word("field"),
                findable: row.count("findable") == 1)
            try put(made, in: holder, inPlaceOf: key)
            seal = made
        }
        try erase(value: key, became: seal?.key, cuts: cuts?.description ?? Cuts.unknown)
        return seal?.key
    }

    /// Whether something shows a value of the vault.
    func isShown(vaultKey key: Int, of item: Int) throws -> Bool { try holder(of: key, kept: item) != nil }

    /// The row that shows a value of the vault.
    private enum Holder {
        case fields(item: Int)
        case column(Relation, row: Int, String)
    }

    private func holder(of key: Int, kept item: Int) throws -> Holder? {
        if let row = try connection.row("SELECT fields FROM item WHERE id = ?", [.integer(item)]),
            case .object(let members) = try ItemCoding.parse(row.word("fields")),
            members.values.contains(where: { Sealed($0)?.key == key })
        {
            return .fields(item: item)
        }
        for relation in Relation.all where relation.hasNumberedKey && relation != .item {
            for column in relation.sealed.sorted() {
                let row = try connection.row(
                    "SELECT \(relation.key) AS key FROM \(relation.name) WHERE \(column) = ?",
                    [.text(Sealed(key: key).text)])
                if let row { return .column(relation, row: row.count("key"), column) }
            }
        }
        return nil
    }

    private func put(_ seal: Sealed, in holder: Holder, inPlaceOf key: Int) throws {
        switch holder {
        case .column(let relation, let row, let column):
            try update(relation, key: .integer(row), [column: .text(seal.text)])
        case .fields(let item):
            guard let row = try connection.row("SELECT fields FROM item WHERE id = ?", [.integer(item)]),
                case .object(var members) = try ItemCoding.parse(row.word("fields")),
                let name = members.first(where: { Sealed($0.value)?.key == key })?.key
            else { return }
            members[name] = seal.json
            try update(.item, key: .integer(item), ["fields": .text(JSON.object(members).text)])
        }
    }
}
