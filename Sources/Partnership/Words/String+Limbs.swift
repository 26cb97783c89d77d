extension String {
    /// A decision's words and its limbs, each on a line of its own, on one line: `That they be asked to: write; call.`
    public var limbsOnOneLine: String {
        let lines = split(whereSeparator: \.isNewline).map { $0.split(separator: " ").joined(separator: " ") }
        guard let first = lines.first, lines.count > 1 else { return lines.first ?? "" }
        let limbs = lines.dropFirst().reduce(into: "") { words, limb in
            let isOpen = words.last.map { !";,".contains($0) && !words.hasSuffix(" and") } ?? false
            words += words.isEmpty ? limb : (isOpen ? "; " : " ") + limb
        }
        let isEnded = first.last.map { ":;,.".contains($0) } ?? false
        return first + (isEnded ? " " : first.contains(":") ? "; " : ": ") + limbs
    }
}
