/// What a text must not hold, looked for before it is parsed, so that no input costs more than its size.
enum YAMLScreening {
    /// Brackets open at once, or list marks in a row: far more than any file allowed here, far fewer than the parser's
    /// own stack can take.
    static let nestingLimit = 200

    static func passes(_ text: String, _ log: ProblemLog) -> Bool {
        guard text.utf8.count <= YAMLDocument.sizeLimit else {
            log.add(
                "The file is too large: at most \(YAMLDocument.sizeLimit / 1024) KiB.", at: Place(line: 1, column: 1))
            return false
        }
        return nestingIsBounded(text, log) && charactersAreAllowed(text, log) && aliasesAreAbsent(text, log)
    }

    private static func charactersAreAllowed(_ text: String, _ log: ProblemLog) -> Bool {
        guard text.utf8.contains(where: { $0 >= 0x7F || ($0 < 0x20 && $0 != 0x0A) }) else { return true }
        var line = 1
        var column = 1
        for scalar in text.unicodeScalars {
            if let name = refusal(scalar) {
                log.add("The file holds \(name).", at: Place(line: line, column: column))
            }
            if scalar == "\n" {
                line += 1
                column = 1
            } else {
                column += 1
            }
        }
        return log.isEmpty
    }

    private static func refusal(_ scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0x0A, 0x0D: nil
        case 0x09: "a tab; indent with spaces"
        case 0x00...0x1F, 0x7F...0x9F: "a control character"
        case 0x2028, 0x2029: "a line separator"
        case 0x202A...0x202E, 0x2066...0x2069: "a character that changes the writing direction"
        case 0xFEFF: "a byte-order mark"
        case 0xFFFE, 0xFFFF: "a character that YAML cannot hold"
        default: nil
        }
    }

    private static func nestingIsBounded(_ text: String, _ log: ProblemLog) -> Bool {
        var line = 1
        var open = 0
        var marks = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "["), UInt8(ascii: "{"): open += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"): open = max(0, open - 1)
            case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"): marks += 1
            case UInt8(ascii: " "): break
            case UInt8(ascii: "\n"):
                line += 1
                marks = 0
            default: marks = 0
            }
            if open > nestingLimit || marks > nestingLimit {
                log.add("The file is nested too deep here.", at: Place(line: line, column: 1))
                return false
            }
        }
        return true
    }

    /// Aliases within keys make a parser compare trees that grow without bound, so a text with something that looks like
    /// an anchor and something that looks like an alias is not parsed at all.
    private static func aliasesAreAbsent(_ text: String, _ log: ProblemLog) -> Bool {
        var places: [UInt8: Place] = [:]
        var line = 1
        var column = 0
        var before = UInt8(ascii: "\n")
        var candidate: (mark: UInt8, place: Place)?
        for byte in text.utf8 {
            if let (mark, place) = candidate, byte.isNameByte, places[mark] == nil { places[mark] = place }
            candidate = nil
            column += byte & 0xC0 == 0x80 ? 0 : 1
            if byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*"), before.isTokenBreak {
                candidate = (byte, Place(line: line, column: column))
            }
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 0
            }
            before = byte
        }
        guard places[UInt8(ascii: "&")] != nil, let alias = places[UInt8(ascii: "*")] else { return true }
        log.add(YAMLConversion.noAnchors, at: alias)
        return false
    }
}

extension UInt8 {
    fileprivate var isNameByte: Bool {
        (0x61...0x7A).contains(self | 0x20) || (0x30...0x39).contains(self) || self == 0x5F || self == 0x2D
            || self >= 0x80
    }

    /// A space, a line break or a mark of YAML's own, after which a token can begin.
    fileprivate var isTokenBreak: Bool { self <= 0x20 || "[]{},:?-".utf8.contains(self) }
}
