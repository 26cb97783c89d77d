/// Splits an expression's text into tokens.
struct Lexer {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    static func tokens(of text: String) throws(ExpressionProblem) -> [Token] {
        var lexer = Lexer(text)
        var tokens: [Token] = []
        while true {
            let token = try lexer.next()
            tokens.append(token)
            if token.kind == .end { return tokens }
        }
    }

    /// A text with one space wherever its tokens are apart.
    static func withoutLayout(_ text: String) -> String {
        var bytes: [UInt8] = []
        var isQuoted = false
        for byte in text.utf8 {
            if byte == UInt8(ascii: "'") { isQuoted.toggle() }
            let isSpace = !isQuoted && (byte == 0x20 || byte == 0x0A)
            if !isSpace { bytes.append(byte) } else if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
        }
        if bytes.last == 0x20 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func next() throws(ExpressionProblem) -> Token {
        while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x0A { position += 1 }
        let start = position
        guard start < bytes.count else { return Token(kind: .end, offset: start) }
        let byte = bytes[start]
        if byte.isLetter { return Token(kind: .word(word()), offset: start) }
        if byte.isDigit { return Token(kind: try number(), offset: start) }
        if byte == UInt8(ascii: "'") { return Token(kind: try quoted(), offset: start) }
        for symbol in ["==", "!=", "<=", ">=", "<", ">", "(", ")", "[", "]", ",", "+", "-"] {
            if bytes[start...].starts(with: symbol.utf8) {
                position += symbol.utf8.count
                return Token(kind: .symbol(symbol), offset: start)
            }
        }
        throw problem(at: start)
    }

    /// Letters, digits, hyphens and dots, from a letter on; a hyphen or dot only between two letters or digits.
    private mutating func word() -> String {
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte.isLetter || byte.isDigit {
                position += 1
            } else if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "."), position + 1 < bytes.count,
                bytes[position + 1].isLetter || bytes[position + 1].isDigit
            {
                position += 1
            } else {
                break
            }
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    /// A number of up to nine digits, or a day such as 2019-12-02.
    private mutating func number() throws(ExpressionProblem) -> Token.Kind {
        let start = position
        while position < bytes.count, bytes[position].isDigit { position += 1 }
        let looksLikeDay =
            position - start == 4 && position + 1 < bytes.count && bytes[position] == UInt8(ascii: "-")
            && bytes[position + 1].isDigit
        if looksLikeDay {
            let end = min(start + 10, bytes.count)
            let text = String(decoding: bytes[start..<end], as: UTF8.self)
            guard let day = Day(iso: text) else {
                throw ExpressionProblem(
                    offset: start, sentence: "“\(text)” is not a day of the calendar.",
                    hint: Day.hint)
            }
            position = end
            return .day(day)
        }
        guard position - start <= 9 else {
            throw ExpressionProblem(offset: start, sentence: "This number is too long: at most nine digits.")
        }
        return .number(bytes[start..<position].reduce(0) { $0 * 10 + Int($1 - 0x30) })
    }

    private mutating func quoted() throws(ExpressionProblem) -> Token.Kind {
        let start = position
        var content: [UInt8] = []
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            guard byte == UInt8(ascii: "'") else {
                content.append(byte)
                continue
            }
            guard position < bytes.count, bytes[position] == UInt8(ascii: "'") else {
                return .quoted(String(decoding: content, as: UTF8.self))
            }
            content.append(byte)
            position += 1
        }
        throw ExpressionProblem(offset: start, sentence: "This quoted text has no closing quote.")
    }

    private func problem(at start: Int) -> ExpressionProblem {
        let hints: [UInt8: String] = [
            UInt8(ascii: "="): "To compare, write ==.",
            UInt8(ascii: "!"): "Write “not”, or != to compare.",
            UInt8(ascii: "&"): "Write “and”.",
            UInt8(ascii: "|"): "Write “or”.",
            UInt8(ascii: "\""): "Quote text with single quotes.",
        ]
        let text = String(decoding: bytes[start...], as: UTF8.self)
        let isSpace = text.unicodeScalars.first?.properties.isWhitespace ?? false
        let shown = isSpace ? "a space of this kind" : "“\(text.prefix(1))”"
        return ExpressionProblem(
            offset: start, sentence: "An expression cannot hold \(shown).", hint: hints[bytes[start]])
    }
}

extension UInt8 {
    var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
    var isDigit: Bool { (0x30...0x39).contains(self) }
}
