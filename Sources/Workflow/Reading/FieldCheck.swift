extension Field {
    /// Why the field cannot hold a value, as a sentence; nil when it can.
    public func check(_ value: Value) -> String? {
        problem(with: value)?.sentence
    }

    /// Why the field cannot hold a value, with a hint where one helps; nil when it can.
    public func problem(with value: Value) -> FieldProblem? {
        switch (kind, value) {
        case (.line, .text(let text)), (.reference, .text(let text)):
            return problem(inText: text, allowsLines: false)
        case (.text, .text(let text)):
            return problem(inText: text, allowsLines: true)
        case (.number(let range), .number(let number)):
            return range.contains(number) ? nil : FieldProblem("\(title) is \(range.sentence).")
        case (.day, .day(let day)):
            return Day.kept.contains(day) ? nil : FieldProblem("\(title) is \(kind.sentence).", hint: Day.hint)
        case (.flag, .flag):
            return nil
        case (.choice(let choices), .text(let name)):
            return problem(withChoice: name, among: choices)
        case (.choices(let choices), .list(let names)):
            return problem(withList: names) { problem(withChoice: $0, among: choices) }
        case (.references, .list(let names)):
            return problem(withList: names) { problem(inText: $0, allowsLines: false) }
        default:
            return FieldProblem("\(title) is \(kind.sentence).")
        }
    }

    private func problem(withList names: [String], each: (String) -> FieldProblem?) -> FieldProblem? {
        if names.isEmpty { return FieldProblem("\(title) is empty.") }
        if names.count > Self.listLimit { return FieldProblem("\(title) holds at most \(Self.listLimit) entries.") }
        for (position, name) in names.enumerated() where names[..<position].contains(name) {
            return FieldProblem("\(title) names something twice.")
        }
        for name in names {
            if let problem = each(name) { return problem }
        }
        return nil
    }

    private func problem(withChoice name: String, among choices: [Choice]) -> FieldProblem? {
        if choices.contains(where: { $0.name == name }) { return nil }
        let names = choices.map(\.name)
        return FieldProblem(
            "\(title) is \(kind.sentence).",
            hint: names.count > Self.shownChoices ? NearMiss.hint(for: name, among: names) : nil
        )
    }

    private func problem(inText text: String, allowsLines: Bool) -> FieldProblem? {
        let limit = textLimit
        if text.utf8.count > limit {
            let tooLong = text.utf8.count > limit * 4 || text.unicodeScalars.count > limit
            if tooLong { return FieldProblem("\(title) is too long: at most \(limit) characters.") }
        }
        if text.isPlain { return nil }
        var isBlank = true
        for scalar in text.unicodeScalars {
            if let name = scalar.refusal(allowsLines: allowsLines) {
                return FieldProblem("\(title) contains \(name), which a record cannot hold.")
            }
            if isBlank, !scalar.properties.isWhitespace { isBlank = false }
        }
        return isBlank ? FieldProblem("\(title) is empty.") : nil
    }

    /// The most characters of one text in it.
    package var textLimit: Int {
        switch kind {
        case .reference, .references: min(limit, Self.referenceLimit)
        default: limit
        }
    }

    /// The most entries in one list.
    package static let listLimit = 100
    /// The most characters in the name of something referred to.
    static let referenceLimit = 200
    /// The most choices that a message spells out.
    static let shownChoices = 12
}

extension Field.Kind {
    /// For messages: `a day, written 2019-12-02`.
    public var sentence: String {
        switch self {
        case .line: "one line of text"
        case .text: "text"
        case .number(let range): range.sentence
        case .day: "a day, written 2019-12-02"
        case .flag: "yes or no"
        case .choice(let choices) where choices.count > Field.shownChoices: "one of its \(choices.count) choices"
        case .choices(let choices) where choices.count > Field.shownChoices: "any of its \(choices.count) choices"
        case .choice(let choices): "one of \(choices.map(\.name).joined(separator: ", "))"
        case .choices(let choices): "any of \(choices.map(\.name).joined(separator: ", "))"
        case .reference(let kind): "the name of a \(kind)"
        case .references(let kind): "names of the kind \(kind), separated by commas"
        }
    }
}

extension ClosedRange<Int> {
    fileprivate var sentence: String {
        if lowerBound == .min, upperBound == .max { return "a whole number" }
        if upperBound == .max { return "a whole number from \(lowerBound)" }
        if lowerBound == .min { return "a whole number up to \(upperBound)" }
        return "a whole number from \(lowerBound) to \(upperBound)"
    }
}

extension String {
    /// Printable ASCII beginning with something other than a space, as most text is: nothing in it needs a closer look.
    var isPlain: Bool {
        utf8.withContiguousStorageIfAvailable { bytes in
            guard let first = bytes.first, first > 0x20 else { return false }
            let raw = UnsafeRawBufferPointer(bytes)
            guard raw.count >= 8 else { return raw.allSatisfy { $0 &- 0x20 < 0x5F } }
            // Eight bytes at a time, the last eight perhaps once more: the highest bit of each tells that it is below a
            // space, a delete or above ASCII.
            var odd: UInt64 = 0
            var offset = 0
            while true {
                let eight = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                odd |= (eight &- 0x2020_2020_2020_2020) | (eight &+ 0x0101_0101_0101_0101) | eight
                if offset == raw.count - 8 { return odd & 0x8080_8080_8080_8080 == 0 }
                offset = min(offset + 8, raw.count - 8)
            }
        } ?? false
    }
}

extension Unicode.Scalar {
    /// What makes the scalar unfit for a record, in words; nil when it is fit.
    fileprivate func refusal(allowsLines: Bool) -> String? {
        switch value {
        case 0x0A: allowsLines ? nil : "a line break"
        case 0x09: allowsLines ? nil : "a tab"
        case 0x00: "a NUL character"
        case 0x01...0x1F, 0x7F...0x9F: "a control character"
        case 0x2028, 0x2029: "a line separator"
        case 0x202A...0x202E, 0x2066...0x2069: "a character that changes the writing direction"
        case 0xFEFF: "a byte-order mark"
        case 0xFFF9...0xFFFB, 0xE0000...0xE007F: "an invisible control character"
        default: nil
        }
    }
}
