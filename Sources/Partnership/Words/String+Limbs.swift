extension String {
    /// A decision's words and its limbs, each on a line of its own, on one line: one that begins with a capital is a sentence of
    /// its own, any other goes on after a semicolon, and after a colon where the first had ended.
    /// `That they be asked to: write; call.`
    public var limbsOnOneLine: String {
        let lines = split(whereSeparator: \.isNewline).map { line in
            line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }.filter { !$0.isEmpty }
        return lines.enumerated().dropFirst().reduce(lines.first ?? "") { text, next in
            let line = next.element
            if text.hasSuffix("."), line.first?.isLowercase ?? false {
                return "\(text.dropLast())\(next.offset == 1 ? ":" : ";") \(line)"
            }
            let isMarked = text.last.map { ".!?;:,".contains($0) } ?? true
            let mark = isMarked || text.hasSuffix(" and") ? "" : line.first.map(\.isUppercase) ?? false ? "." : ";"
            return "\(text)\(mark) \(line)"
        }
    }
}
