/// A tree written in a row of words, operands after what they are operands of: `["<=", "field", "renewals", "number", "2"]`.
extension ExpressionNode {
    var row: [String] {
        var words: [String] = []
        write(to: &words)
        return words
    }

    /// nil when the words are no tree.
    init?(row: [String]) {
        var words = row[...]
        guard let node = Self.read(&words, depth: 0), words.isEmpty else { return nil }
        self = node
    }

    /// More than any file can nest.
    private static let depthLimit = 1000

    private func write(to words: inout [String]) {
        switch self {
        case .literal(let value): words += Self.words(of: value)
        case .field(let name): words += ["field", name]
        case .before(let name): words += ["before", name]
        case .fact(let name): words += ["fact", name]
        case .today: words.append("today")
        case .state: words.append("state")
        case .person: words.append("person")
        case .roles: words.append("roles")
        case .not: words.append("not")
        case .and: words.append("and")
        case .or: words.append("or")
        case .compare(let comparison, _, _): words += ["compare", comparison.rawValue]
        case .oneOf(_, let list): words += ["oneOf", "\(list.count)"]
        case .element: words.append("element")
        case .isSet: words.append("isSet")
        case .add: words.append("add")
        case .subtract: words.append("subtract")
        case .shift(_, .days(let count)): words += ["shift", "days", "\(count)"]
        case .shift(_, .months(let count)): words += ["shift", "months", "\(count)"]
        case .shift(_, .workingDays(let count, let calendar)): words += ["shift", "workingDays", "\(count)", calendar]
        case .daysBetween: words.append("daysBetween")
        case .workingDaysBetween(_, _, let calendar): words += ["workingDaysBetween", calendar]
        }
        for child in children { child.write(to: &words) }
    }

    private static func words(of value: Value) -> [String] {
        switch value {
        case .text(let text): ["text", text]
        case .number(let number): ["number", "\(number)"]
        case .day(let day): ["day", day.description]
        case .flag(let flag): [flag ? "yes" : "no"]
        case .list(let names): ["list", "\(names.count)"] + names
        }
    }

    private static func read(_ words: inout ArraySlice<String>, depth: Int) -> ExpressionNode? {
        guard depth < depthLimit, let word = words.popFirst() else { return nil }
        func next() -> ExpressionNode? { read(&words, depth: depth + 1) }
        func two(_ join: (ExpressionNode, ExpressionNode) -> ExpressionNode) -> ExpressionNode? {
            guard let left = next(), let right = next() else { return nil }
            return join(left, right)
        }
        switch word {
        case "text": return words.popFirst().map { .literal(.text($0)) }
        case "number": return words.popFirst().flatMap { Int($0) }.map { .literal(.number($0)) }
        case "day": return words.popFirst().flatMap { Day(iso: $0) }.map { .literal(.day($0)) }
        case "yes": return .literal(.flag(true))
        case "no": return .literal(.flag(false))
        case "list":
            guard let count = count(&words), count <= words.count else { return nil }
            defer { words = words.dropFirst(count) }
            return .literal(.list(Array(words.prefix(count))))
        case "field": return words.popFirst().map(ExpressionNode.field)
        case "before": return words.popFirst().map(ExpressionNode.before)
        case "fact": return words.popFirst().map(ExpressionNode.fact)
        case "today": return .today
        case "state": return .state
        case "person": return .person
        case "roles": return .roles
        case "not": return next().map(ExpressionNode.not)
        case "and": return two(ExpressionNode.and)
        case "or": return two(ExpressionNode.or)
        case "compare":
            guard let comparison = words.popFirst().flatMap(Comparison.init) else { return nil }
            return two { .compare(comparison, $0, $1) }
        case "oneOf":
            guard let count = count(&words), count <= words.count, let one = next() else { return nil }
            var list: [ExpressionNode] = []
            for _ in 0..<count {
                guard let element = next() else { return nil }
                list.append(element)
            }
            return .oneOf(one, list)
        case "element": return two { .element($0, of: $1) }
        case "isSet": return next().map(ExpressionNode.isSet)
        case "add": return two(ExpressionNode.add)
        case "subtract": return two(ExpressionNode.subtract)
        case "shift":
            guard let period = period(&words), let day = next() else { return nil }
            return .shift(day, period)
        case "daysBetween": return two(ExpressionNode.daysBetween)
        case "workingDaysBetween":
            guard let calendar = words.popFirst() else { return nil }
            return two { .workingDaysBetween($0, $1, calendar: calendar) }
        default: return nil
        }
    }

    private static func count(_ words: inout ArraySlice<String>) -> Int? {
        words.popFirst().flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil }
    }

    private static func period(_ words: inout ArraySlice<String>) -> Period? {
        guard let unit = words.popFirst(), let count = words.popFirst().flatMap({ Int($0) }) else { return nil }
        switch unit {
        case "days": return .days(count)
        case "months": return .months(count)
        case "workingDays": return words.popFirst().map { .workingDays(count, calendar: $0) }
        default: return nil
        }
    }
}
