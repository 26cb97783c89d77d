/// Reads tokens into a syntax tree. From weakest to strongest: `implies`, `or`, `and`, `not`, comparisons, `+ -`.
struct SyntaxParser {
    /// How deep parentheses, lists, `not` and `implies` may nest.
    static let depthLimit = 24
    /// Bytes of UTF-8.
    static let lengthLimit = 2000

    private let tokens: [Token]
    private var position = 0
    private var depth = 0

    static func parse(_ text: String) throws(ExpressionProblem) -> Syntax {
        guard text.utf8.count <= lengthLimit else {
            throw ExpressionProblem(
                offset: 0, sentence: "This expression is too long: at most \(lengthLimit) characters.")
        }
        var parser = SyntaxParser(tokens: try Lexer.tokens(of: text))
        guard parser.token.kind != .end else {
            throw ExpressionProblem(offset: 0, sentence: "An expression is missing here.")
        }
        let syntax = try parser.implication()
        guard parser.token.kind == .end else { throw parser.unexpected("an operator such as “and”, or the end") }
        return syntax
    }

    private init(tokens: [Token]) {
        self.tokens = tokens
    }

    private var token: Token { tokens[position] }

    private mutating func advance() {
        if position < tokens.count - 1 { position += 1 }
    }

    private mutating func take(word: String) -> Bool {
        guard token.isWord(word) else { return false }
        advance()
        return true
    }

    private mutating func take(symbol: String) -> Bool {
        guard token.isSymbol(symbol) else { return false }
        advance()
        return true
    }

    private func unexpected(_ wanted: String) -> ExpressionProblem {
        ExpressionProblem(
            offset: token.offset, sentence: "Here stands \(token.sentence), where \(wanted) should be.")
    }

    private mutating func nested(
        _ inner: (inout SyntaxParser) throws(ExpressionProblem) -> Syntax
    ) throws(ExpressionProblem) -> Syntax {
        guard depth < Self.depthLimit else {
            throw ExpressionProblem(
                offset: token.offset, sentence: "This expression is nested more than \(Self.depthLimit) deep.")
        }
        depth += 1
        defer { depth -= 1 }
        return try inner(&self)
    }

    private mutating func implication() throws(ExpressionProblem) -> Syntax {
        let left = try disjunction()
        let offset = token.offset
        guard take(word: "implies") else { return left }
        let right = try nested { (parser) throws(ExpressionProblem) in try parser.implication() }
        return Syntax(form: .implies(left, right), offset: offset)
    }

    private mutating func disjunction() throws(ExpressionProblem) -> Syntax {
        var left = try conjunction()
        while true {
            let offset = token.offset
            guard take(word: "or") else { return left }
            left = Syntax(form: .or(left, try conjunction()), offset: offset)
        }
    }

    private mutating func conjunction() throws(ExpressionProblem) -> Syntax {
        var left = try negation()
        while true {
            let offset = token.offset
            guard take(word: "and") else { return left }
            left = Syntax(form: .and(left, try negation()), offset: offset)
        }
    }

    private mutating func negation() throws(ExpressionProblem) -> Syntax {
        let offset = token.offset
        guard take(word: "not") else { return try comparison() }
        let inner = try nested { (parser) throws(ExpressionProblem) in try parser.negation() }
        return Syntax(form: .not(inner), offset: offset)
    }

    private mutating func comparison() throws(ExpressionProblem) -> Syntax {
        let left = try sum()
        let offset = token.offset
        switch token.kind {
        case .symbol(let symbol):
            guard let comparison = ExpressionNode.Comparison(symbol: symbol) else { return left }
            advance()
            return Syntax(form: .compare(comparison, left, try sum()), offset: offset)
        case .word("in"):
            advance()
            return Syntax(form: .isIn(left, try sum()), offset: offset)
        case .word("not"):
            advance()
            guard take(word: "in") else { throw unexpected("“in”") }
            let isIn = Syntax(form: .isIn(left, try sum()), offset: offset)
            return Syntax(form: .not(isIn), offset: offset)
        case .word("has"):
            advance()
            return Syntax(form: .has(left, try sum()), offset: offset)
        case .word("is"):
            advance()
            let isSet = Syntax(form: .isSet(left), offset: left.offset)
            if take(word: "set") { return isSet }
            guard take(word: "empty") else { throw unexpected("“set” or “empty”") }
            return Syntax(form: .not(isSet), offset: offset)
        default:
            return left
        }
    }

    private mutating func sum() throws(ExpressionProblem) -> Syntax {
        var left = try primary()
        while true {
            let offset = token.offset
            if take(symbol: "+") {
                left = Syntax(form: .plus(left, try primary()), offset: offset)
            } else if take(symbol: "-") {
                left = Syntax(form: .minus(left, try primary()), offset: offset)
            } else {
                return left
            }
        }
    }

    private mutating func primary() throws(ExpressionProblem) -> Syntax {
        let start = token
        switch start.kind {
        case .number(let number):
            advance()
            guard let unit = unit() else { return Syntax(form: .number(number), offset: start.offset) }
            return Syntax(form: .period(number, unit), offset: start.offset)
        case .symbol("-"):
            advance()
            guard case .number(let number) = token.kind else { throw unexpected("a number") }
            advance()
            return Syntax(form: .number(-number), offset: start.offset)
        case .day(let day):
            advance()
            return Syntax(form: .day(day), offset: start.offset)
        case .quoted(let text):
            advance()
            return Syntax(form: .quoted(text), offset: start.offset)
        case .symbol("("):
            advance()
            let inner = try nested { (parser) throws(ExpressionProblem) in try parser.implication() }
            guard take(symbol: ")") else { throw unexpected("“)”") }
            return inner
        case .symbol("["):
            return try list()
        case .word(let word):
            if let span = try span() { return span }
            guard !ExpressionParser.keywords.contains(word) else { throw unexpected("a field or a value") }
            advance()
            return Syntax(form: .word(word), offset: start.offset)
        default:
            throw unexpected("a field or a value")
        }
    }

    private mutating func list() throws(ExpressionProblem) -> Syntax {
        let offset = token.offset
        advance()
        var elements: [Syntax] = []
        while !token.isSymbol("]") {
            elements.append(try nested { (parser) throws(ExpressionProblem) in try parser.sum() })
            guard take(symbol: ",") || token.isSymbol("]") else { throw unexpected("“,” or “]”") }
        }
        advance()
        return Syntax(form: .list(elements), offset: offset)
    }

    /// `days from A to B` and `working days from A to B`.
    private mutating func span() throws(ExpressionProblem) -> Syntax? {
        let offset = token.offset
        let begin = position
        guard let unit = unit(), unit != .months, take(word: "from") else {
            position = begin
            return nil
        }
        let start = try nested { (parser) throws(ExpressionProblem) in try parser.sum() }
        guard take(word: "to") else { throw unexpected("“to”") }
        let end = try nested { (parser) throws(ExpressionProblem) in try parser.sum() }
        return Syntax(form: .between(start, end, unit), offset: offset)
    }

    private mutating func unit() -> Syntax.Unit? {
        if take(word: "days") || take(word: "day") { return .days }
        if take(word: "months") || take(word: "month") { return .months }
        guard token.isWord("working"), position + 1 < tokens.count,
            tokens[position + 1].isWord("days") || tokens[position + 1].isWord("day")
        else { return nil }
        position += 2
        return .workingDays
    }
}

extension ExpressionNode.Comparison {
    fileprivate init?(symbol: String) {
        switch symbol {
        case "==": self = .equal
        case "!=": self = .unequal
        case "<": self = .less
        case "<=": self = .atMost
        case ">": self = .more
        case ">=": self = .atLeast
        default: return nil
        }
    }
}
