extension String {
    /// As it was given, with a full stop when it ends in no mark of its own.
    public var endedAsSentence: String {
        guard let last, !".!?".contains(last) else { return self }
        return self + "."
    }

    /// Its lines as one: a line that begins with a capital is a sentence of its own, any other goes on after a semicolon.
    public var limbsInOneLine: String {
        let lines = split(whereSeparator: \.isNewline).map { line in
            line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }.filter { !$0.isEmpty }
        return lines.dropFirst().reduce(lines.first ?? "") { text, line in
            let isMarked = text.last.map { ".!?;:,".contains($0) } ?? true
            let mark = isMarked ? "" : line.first.map(\.isUppercase) ?? false ? "." : ";"
            return "\(text)\(mark) \(line)"
        }
    }
}
