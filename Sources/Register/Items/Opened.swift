import Workflow

extension Definition {
    /// Whether what a section holds is nobody's to read without a reason: sealed, and not what papers print.
    public func isConfidential(_ section: String) -> Bool {
        self.section(section).map { $0.isSealed && !$0.takesText } ?? false
    }
}

extension View {
    /// Remembers that a letter to whoever raised an issue was shown: it says who they are.
    public func noteLetter(about item: StoredItem) { opened[item.reference, default: []].insert("letter") }

    /// Remembers that fields of an item were shown, as far as they are confidential.
    public func note(_ fields: some Sequence<String>, of item: StoredItem) {
        let sections = fields.compactMap { item.definition.field($0)?.section }.filter(item.definition.isConfidential)
        guard !sections.isEmpty else { return }
        opened[item.reference, default: []].formUnion(sections)
    }

    /// Remembers that a text was shown to somebody whose it is not, or that it was told where it stands: of an issue in any
    /// section, of anything else as far as that is confidential.
    public func note(_ text: KeptText) {
        guard let item = try? item(id: text.item),
            item.workflow == "issue" || item.definition.isConfidential(text.section)
        else { return }
        opened[item.reference, default: []].insert(text.section)
    }
}
