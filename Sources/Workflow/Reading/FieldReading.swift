extension Field {
    /// The value that a person typed: `2019-12-02`, `yes`, `14`, `a,b`. Spaces at both ends do not count.
    public func read(_ text: String) -> Result<Value, FieldProblem> {
        let trimmed = text.trimmingASCIISpace()
        guard let value = parsed(trimmed) else {
            return .failure(FieldProblem("\(title) is \(kind.sentence).", hint: kind == .day ? Day.hint : nil))
        }
        if let problem = problem(with: value) { return .failure(problem) }
        return .success(value)
    }

    private func parsed(_ text: String) -> Value? {
        switch kind {
        case .line, .text, .reference: .text(text)
        case .number: text.utf8.count <= 18 ? Int(text).map(Value.number) : nil
        case .day: Day(iso: text).map(Value.day)
        case .flag: Self.flag(text).map(Value.flag)
        case .choice(let choices): .text(Self.choice(text, among: choices))
        case .choices(let choices): .list(Self.entries(text).map { Self.choice($0, among: choices) })
        case .references: .list(Self.entries(text))
        }
    }

    private static func flag(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "yes", "true", "y", "1": true
        case "no", "false", "n", "0": false
        default: nil
        }
    }

    /// The choice's own spelling where the text differs from its name, or is its title, but for letter case.
    private static func choice(_ text: String, among choices: [Choice]) -> String {
        if choices.contains(where: { $0.name == text }) { return text }
        let folded = text.lowercased()
        let meant = choices.first { $0.name.lowercased() == folded || $0.title.lowercased() == folded }
        return meant?.name ?? text
    }

    /// What stands between commas, without repeats and empty entries.
    private static func entries(_ text: String) -> [String] {
        var entries: [String] = []
        for part in text.split(separator: ",").prefix(listLimit + 1) {
            let entry = String(part).trimmingASCIISpace()
            if !entry.isEmpty, !entries.contains(entry) { entries.append(entry) }
        }
        return entries
    }
}

extension String {
    fileprivate func trimmingASCIISpace() -> String {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
        let bytes = utf8
        guard let start = bytes.firstIndex(where: { !isSpace($0) }) else { return "" }
        guard let end = bytes.lastIndex(where: { !isSpace($0) }) else { return "" }
        return String(self[start...end])
    }
}
