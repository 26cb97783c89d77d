/// The readers of a section with the names in their conditions resolved.
struct CompiledSection: Sendable {
    private struct Condition: Sendable {
        let code: Code
        /// The fields that it needs to know.
        let fields: Set<String>
    }

    /// Readers without a condition.
    private let always: Set<String>
    private let sometimes: [(role: String, condition: Condition)]

    init(_ section: Section, _ layout: Layout) {
        always = Set(section.readers.filter { $0.condition == nil }.map(\.role))
        sometimes = section.readers.compactMap { reader in
            reader.condition.map { (reader.role, Condition(code: Code($0, layout), fields: $0.root.mentions)) }
        }
    }

    /// Whether somebody with these roles may read it of an item.
    func mayRead(_ roles: [String], of item: Item, _ program: Program) -> Bool {
        if roles.contains("system") { return true }
        func holds(_ role: String) -> Bool { role == Reader.anyone ? !roles.isEmpty : roles.contains(role) }
        if always.contains(where: holds) { return true }
        return sometimes.contains { role, condition in
            guard holds(role) else { return false }
            // Only what the condition asks of the record is looked at.
            let known = item.fields.filter { condition.fields.contains($0.key) }
            let frame = Frame(program, known, state: program.layout.state(item.state))
            return frame.truth(of: condition.code.whole, in: condition.code) == .holds
        }
    }
}
