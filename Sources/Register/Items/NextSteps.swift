import Workflow

extension View {
    /// Every event of an item's workflow as it stands for somebody: allowed with what it asks, or refused with why.
    public func options(for item: StoredItem, as standing: Standing, on day: Day) throws -> [Option] {
        let setting = try setting(for: item, in: item.definition, given: [:], standing: standing, on: day)
        return item.definition.options(for: item.item, in: setting)
    }

    /// The roles somebody holds towards an item, which decide what they may read of it.
    public func actor(_ standing: Standing, towards item: StoredItem) throws -> Actor {
        try standing.actor(towards: belonging(of: item), owner: item.text("owner"))
    }

    /// Given fields with their references resolved to stored names.
    func resolved(_ given: [String: Value], in definition: Definition) throws -> [String: Value] {
        var resolved = given
        for (name, value) in given {
            guard let field = definition.field(name) else { continue }
            resolved[name] = try self.resolved(value, of: field)
        }
        return resolved
    }

    /// A value of a field with its references resolved to stored names. Throws `RegisterError.badInput` or `.notFound`
    /// when the register has no such thing.
    public func resolved(_ value: Value, of field: Field) throws -> Value {
        switch (field.kind, value) {
        case (.reference(let kind), .text(let word)): .text(try resolve(word, kind: kind))
        case (.references(let kind), .list(let words)): .list(try words.map { try resolve($0, kind: kind) })
        default: value
        }
    }
}
