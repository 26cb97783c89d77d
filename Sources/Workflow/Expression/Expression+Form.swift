/// As it was written, its type, and its tree, operands after what they are operands of: the tree is what runs.
extension Expression: Formed {
    func write(to form: inout FormWriter) {
        form.put(text)
        form.put(type)
        form.put(root)
    }

    init(from form: inout FormReader) throws(FormDamage) {
        self.init(text: try form.text(), type: try form.value(), root: try form.value())
    }
}

extension ExpressionNode: Formed {
    /// More than any file can nest.
    private static let depthLimit = 1000

    func write(to form: inout FormWriter) {
        form.put(word)
        switch self {
        case .literal(.text(let text)), .field(let text), .before(let text), .fact(let text),
            .workingDaysBetween(_, _, let text):
            form.put(text)
        case .literal(.number(let number)): form.put(number)
        case .literal(.day(let day)): form.put(day)
        case .literal(.flag(let flag)): form.put(flag)
        case .literal(.list(let names)): form.put(names)
        case .compare(let comparison, _, _): form.put(comparison.rawValue)
        case .oneOf(_, let list): form.put(list.count)
        case .shift(_, let period): form.put(period)
        default: break
        }
        for child in children { form.put(child) }
    }

    private var word: String {
        switch self {
        case .literal(.text): "text"
        case .literal(.number): "number"
        case .literal(.day): "day"
        case .literal(.flag): "flag"
        case .literal(.list): "list"
        case .field: "field"
        case .before: "before"
        case .fact: "fact"
        case .today: "today"
        case .state: "state"
        case .person: "person"
        case .roles: "roles"
        case .not: "not"
        case .and: "and"
        case .or: "or"
        case .compare: "compare"
        case .oneOf: "one of"
        case .element: "element"
        case .isSet: "is set"
        case .add: "add"
        case .subtract: "subtract"
        case .shift: "shift"
        case .daysBetween: "days"
        case .workingDaysBetween: "working days"
        }
    }

    init(from form: inout FormReader) throws(FormDamage) {
        guard form.depth < Self.depthLimit else { throw FormDamage() }
        form.depth += 1
        defer { form.depth -= 1 }
        switch try form.text() {
        case "field": self = .field(try form.text())
        case "compare":
            guard let comparison = Comparison(rawValue: try form.text()) else { throw FormDamage() }
            self = .compare(comparison, try form.value(), try form.value())
        case "and": self = .and(try form.value(), try form.value())
        case "or": self = .or(try form.value(), try form.value())
        case "not": self = .not(try form.value())
        case "is set": self = .isSet(try form.value())
        case "text": self = .literal(.text(try form.text()))
        case "number": self = .literal(.number(try form.number()))
        case "day": self = .literal(.day(try form.value()))
        case "flag": self = .literal(.flag(try form.value()))
        case "list": self = .literal(.list(try form.value()))
        case "before": self = .before(try form.text())
        case "fact": self = .fact(try form.text())
        case "today": self = .today
        case "state": self = .state
        case "person": self = .person
        case "roles": self = .roles
        case "one of":
            let count = try form.count()
            let one = try form.value(ExpressionNode.self)
            var list: [ExpressionNode] = []
            for _ in 0..<count { list.append(try form.value()) }
            self = .oneOf(one, list)
        case "element": self = .element(try form.value(), of: try form.value())
        case "add": self = .add(try form.value(), try form.value())
        case "subtract": self = .subtract(try form.value(), try form.value())
        case "shift":
            let period = try form.value(Period.self)
            self = .shift(try form.value(), period)
        case "days": self = .daysBetween(try form.value(), try form.value())
        case "working days":
            let calendar = try form.text()
            self = .workingDaysBetween(try form.value(), try form.value(), calendar: calendar)
        default: throw FormDamage()
        }
    }
}

extension ExpressionType: Formed {
    func write(to form: inout FormWriter) {
        switch self {
        case .number: form.put("number")
        case .text: form.put("text")
        case .day: form.put("day")
        case .flag: form.put("flag")
        case .choice(let names):
            form.put("choice")
            form.put(names)
        case .reference(let kind):
            form.put("reference")
            form.put(kind)
        case .list(let type):
            form.put("list")
            form.put(type)
        }
    }

    init(from form: inout FormReader) throws(FormDamage) {
        switch try form.text() {
        case "flag": self = .flag
        case "number": self = .number
        case "text": self = .text
        case "day": self = .day
        case "choice": self = .choice(try form.value())
        case "reference": self = .reference(try form.text())
        case "list":
            guard form.depth < 8 else { throw FormDamage() }
            form.depth += 1
            defer { form.depth -= 1 }
            self = .list(try form.value())
        default: throw FormDamage()
        }
    }
}
