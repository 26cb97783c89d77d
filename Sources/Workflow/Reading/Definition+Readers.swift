extension Definition {
    /// The section of a name; nil when there is none.
    public func section(_ name: String) -> Section? {
        sections.first { $0.name == name }
    }

    /// Whether the host keeps the section's values apart, so that they can be erased for good.
    public func isSealed(_ section: String) -> Bool {
        self.section(section)?.isSealed ?? false
    }

    /// Who may read a section; nobody for one that does not exist.
    public func readers(of section: String) -> [Reader] {
        self.section(section)?.readers ?? []
    }

    /// Whether somebody who holds these roles towards an item may read one of its sections. `system` may read everything.
    public func mayRead(section: String, roles: [String], item: Item) -> Bool {
        program.section(section)?.mayRead(roles, of: item, program) ?? false
    }

    /// Whether somebody who holds these roles towards an item may read one of its fields. One that lies in no section is
    /// anybody's; one that the definition does not have is nobody's.
    public func mayRead(field: String, roles: [String], item: Item) -> Bool {
        guard let field = self.field(field) else { return false }
        return field.section.map { mayRead(section: $0, roles: roles, item: item) } ?? true
    }

    /// The sections of an item that somebody who holds these roles towards it may read.
    public func sections(readableBy roles: [String], of item: Item) -> Set<String> {
        Set(sections.map(\.name).filter { mayRead(section: $0, roles: roles, item: item) })
    }
}
