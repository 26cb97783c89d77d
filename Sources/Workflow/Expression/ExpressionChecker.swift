/// Resolves the names of a syntax tree and checks that each operator gets the types it can work on.
struct ExpressionChecker {
    typealias Typed = (node: ExpressionNode, type: ExpressionType)

    let environment: ExpressionEnvironment

    /// `expecting` lets a bare word stand for a choice; it is not enforced here.
    func check(_ syntax: Syntax, expecting: ExpressionType? = nil) throws(ExpressionProblem) -> Typed {
        switch syntax.form {
        case .word(let word): return try name(word, at: syntax.offset, expecting: expecting)
        case .number(let number): return (.literal(.number(number)), .number)
        case .day(let day): return (.literal(.day(day)), .day)
        case .quoted(let text): return try quoted(text, at: syntax.offset, expecting: expecting)
        case .list(let elements): return try literalList(elements, at: syntax.offset, expecting: expecting)
        case .period:
            throw ExpressionProblem(
                offset: syntax.offset, sentence: "A length of time can only be added to a day or taken from one.")
        case .not(let inner): return (.not(try condition(inner)), .flag)
        case .and(let left, let right): return (.and(try condition(left), try condition(right)), .flag)
        case .or(let left, let right): return (.or(try condition(left), try condition(right)), .flag)
        case .implies(let left, let right):
            return (.or(.not(try condition(left)), try condition(right)), .flag)
        case .compare(let comparison, let left, let right):
            return try compare(comparison, left, right, at: syntax.offset)
        case .isIn(let one, let list): return try isIn(one, list, at: syntax.offset)
        case .has(let list, let one): return try has(list, one, at: syntax.offset)
        case .isSet(let inner):
            let (node, _) = try check(inner)
            switch node {
            case .field, .before, .fact: return (.isSet(node), .flag)
            default:
                throw ExpressionProblem(
                    offset: inner.offset, sentence: "Only a field or a fact can be asked whether it is set.")
            }
        case .plus(let left, let right): return try sum(left, right, isPlus: true, at: syntax.offset)
        case .minus(let left, let right): return try sum(left, right, isPlus: false, at: syntax.offset)
        case .between(let start, let end, let unit): return try between(start, end, unit, at: syntax.offset)
        }
    }

    private func condition(_ syntax: Syntax) throws(ExpressionProblem) -> ExpressionNode {
        let (node, type) = try check(syntax, expecting: .flag)
        guard type == .flag else {
            throw ExpressionProblem(
                offset: syntax.offset, sentence: "This is \(type.sentence), where a condition is needed.")
        }
        return node
    }

    private func value(_ syntax: Syntax, _ type: ExpressionType) throws(ExpressionProblem) -> ExpressionNode {
        let (node, found) = try check(syntax)
        guard found == type else {
            throw ExpressionProblem(
                offset: syntax.offset, sentence: "This is \(found.sentence), where \(type.sentence) is needed.")
        }
        return node
    }

    private func name(
        _ word: String, at offset: Int, expecting: ExpressionType?
    ) throws(ExpressionProblem) -> Typed {
        var candidates: [String] = []
        if case .choice(let names)? = expecting {
            if names.contains(word) { return (.literal(.text(word)), .choice([word])) }
            candidates = names
        }
        if let found = environment.resolve(word) { return found }
        let sentence =
            candidates.isEmpty
            ? "There is no field or fact “\(word)”."
            : "“\(word)” is neither a choice here nor a field."
        let isDifference = candidates.isEmpty && isDifference(word)
        throw ExpressionProblem(
            offset: offset, sentence: sentence,
            hint: isDifference
                ? "Put a space on both sides of a minus."
                : NearMiss.hint(for: word, among: candidates + environment.names))
    }

    /// `n-1`, which is one word.
    private func isDifference(_ word: String) -> Bool {
        word.indices.contains { index in
            word[index] == "-" && environment.resolve(String(word[..<index]))?.type == .number
        }
    }

    private func quoted(
        _ text: String, at offset: Int, expecting: ExpressionType?
    ) throws(ExpressionProblem) -> Typed {
        switch expecting {
        case .choice(let names)?:
            guard names.contains(text) else {
                throw ExpressionProblem(
                    offset: offset, sentence: "“\(text)” is not a choice here.",
                    hint: NearMiss.hint(for: text, among: names))
            }
            return (.literal(.text(text)), .choice([text]))
        case .reference(let kind)?: return (.literal(.text(text)), .reference(kind))
        default: return (.literal(.text(text)), .text)
        }
    }

    private func literalList(
        _ elements: [Syntax], at offset: Int, expecting: ExpressionType?
    ) throws(ExpressionProblem) -> Typed {
        guard case .list(let element)? = expecting else {
            throw ExpressionProblem(offset: offset, sentence: "A list can stand only after “in”.")
        }
        var names: [String] = []
        for syntax in elements {
            let (node, type) = try check(syntax, expecting: element)
            guard case .literal(.text(let name)) = node, type.fits(element) else {
                throw ExpressionProblem(offset: syntax.offset, sentence: "This should be \(element.sentence).")
            }
            if !names.contains(name) { names.append(name) }
        }
        return (.literal(.list(names)), .list(element))
    }

    private func compare(
        _ comparison: ExpressionNode.Comparison, _ left: Syntax, _ right: Syntax, at offset: Int
    ) throws(ExpressionProblem) -> Typed {
        let (first, second) = try pair(left, right)
        switch comparison {
        case .equal, .unequal:
            if case .list = first.type {
                throw ExpressionProblem(
                    offset: offset, sentence: "Lists cannot be compared.", hint: "Write “has” or “in”.")
            }
            try requireComparable(first.type, second.type, at: offset)
        case .less, .atMost, .more, .atLeast:
            guard first.type == second.type, first.type == .number || first.type == .day else {
                throw ExpressionProblem(
                    offset: offset,
                    sentence: "Only two numbers or two days have an order; these are "
                        + "\(first.type.sentence) and \(second.type.sentence).")
            }
        }
        return (.compare(comparison, first.node, second.node), .flag)
    }

    /// Checks both sides; a bare word or a quoted text is read in the light of the other.
    private func pair(_ left: Syntax, _ right: Syntax) throws(ExpressionProblem) -> (Typed, Typed) {
        let isLiteral =
            switch left.form {
            case .word(let word): environment.resolve(word) == nil
            case .quoted: true
            default: false
            }
        if isLiteral {
            let second = try check(right)
            return (try check(left, expecting: second.type), second)
        }
        let first = try check(left)
        return (first, try check(right, expecting: first.type))
    }

    private func requireComparable(
        _ left: ExpressionType, _ right: ExpressionType, at offset: Int
    ) throws(ExpressionProblem) {
        guard left.isComparable(with: right) else {
            throw ExpressionProblem(
                offset: offset,
                sentence: "These can never be equal: one is \(left.sentence), the other \(right.sentence).")
        }
    }

    private func isIn(_ one: Syntax, _ list: Syntax, at offset: Int) throws(ExpressionProblem) -> Typed {
        guard case .list(let elements) = list.form else {
            return try element(one, of: list, at: offset)
        }
        guard !elements.isEmpty else {
            throw ExpressionProblem(offset: list.offset, sentence: "Nothing is in an empty list.")
        }
        let first = try check(one)
        var nodes: [ExpressionNode] = []
        for syntax in elements {
            let (node, type) = try check(syntax, expecting: first.type)
            try requireComparable(first.type, type, at: syntax.offset)
            nodes.append(node)
        }
        return (.oneOf(first.node, nodes), .flag)
    }

    private func has(_ list: Syntax, _ one: Syntax, at offset: Int) throws(ExpressionProblem) -> Typed {
        try element(one, of: list, at: offset)
    }

    private func element(_ one: Syntax, of list: Syntax, at offset: Int) throws(ExpressionProblem) -> Typed {
        let (listNode, listType) = try check(list)
        guard case .list(let inner) = listType else {
            throw ExpressionProblem(
                offset: list.offset, sentence: "This is \(listType.sentence), where a list is needed.")
        }
        let (node, type) = try check(one, expecting: inner)
        try requireComparable(type, inner, at: offset)
        return (.element(node, of: listNode), .flag)
    }

    private func sum(
        _ left: Syntax, _ right: Syntax, isPlus: Bool, at offset: Int
    ) throws(ExpressionProblem) -> Typed {
        if case .period(let count, let unit) = right.form {
            let day = try value(left, .day)
            let period = try length(count, unit, at: right.offset)
            return (.shift(day, isPlus ? period : period.reversed), .day)
        }
        if case .number(let count) = right.form, try check(left).type == .day {
            throw ExpressionProblem(
                offset: right.offset, sentence: "This is a number, where a length of time is needed.",
                hint: "Write it like \(count == 1 ? "1 day" : "\(count) days").")
        }
        let first = try value(left, .number)
        let second = try value(right, .number)
        return (isPlus ? .add(first, second) : .subtract(first, second), .number)
    }

    private func length(_ count: Int, _ unit: Syntax.Unit, at offset: Int) throws(ExpressionProblem) -> Period {
        guard count <= Period.longest else {
            throw ExpressionProblem(offset: offset, sentence: "A length of time is at most \(Period.longest).")
        }
        switch unit {
        case .days: return .days(count)
        case .months: return .months(count)
        case .workingDays: return .workingDays(count, calendar: try calendar(at: offset))
        }
    }

    private func between(
        _ start: Syntax, _ end: Syntax, _ unit: Syntax.Unit, at offset: Int
    ) throws(ExpressionProblem) -> Typed {
        let first = try value(start, .day)
        let last = try value(end, .day)
        guard unit == .workingDays else { return (.daysBetween(first, last), .number) }
        return (.workingDaysBetween(first, last, calendar: try calendar(at: offset)), .number)
    }

    private func calendar(at offset: Int) throws(ExpressionProblem) -> String {
        guard let name = environment.calendar else {
            throw ExpressionProblem(
                offset: offset, sentence: "Working days need a calendar, and this workflow names none.",
                hint: "Add “calendar:” at the top of the file.")
        }
        return name
    }
}
