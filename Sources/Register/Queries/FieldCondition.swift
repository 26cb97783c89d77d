import Ledger
import Partnership
import Workflow

/// What a field of an item has to hold for the item to be listed.
public struct FieldCondition: Sendable {
    fileprivate enum Test: Sendable {
        case holds(Value)
        /// Between two, both ends included.
        case lies(from: Int?, to: Int?)
        case isEmpty
    }

    let field: String
    /// One of them.
    private let tests: [Test]

    fileprivate init(_ field: String, _ tests: [Test]) {
        self.field = field
        self.tests = tests
    }

    func holds(of value: Value?) -> Bool {
        tests.contains { test in
            switch (test, value) {
            case (.isEmpty, nil): true
            // A flag that was never set says no.
            case (.holds(.flag(let wanted)), _): wanted == (value == .flag(true))
            case (.holds(let wanted), let value?):
                if case (.text(let name), .list(let names)) = (wanted, value) {
                    names.contains(name)
                } else {
                    wanted == value
                }
            case (.lies(let from, let to), let value?):
                value.ordinal.map { (from ?? $0) <= $0 && $0 <= (to ?? $0) } ?? false
            default: false
            }
        }
    }

    /// What rows have in their fields' text for which it may hold; nil where any may have it.
    var patterns: [String]? {
        var patterns: [String] = []
        for test in tests {
            guard case .holds(let value) = test else { return nil }
            switch value {
            case .flag(false), .list: return nil
            case .text(let name): patterns.append("%\(JSON.string(name).text)%")
            default:
                patterns.append("%\(JSON.string(field).text):\(ItemCoding.json(value).text)%")
            }
        }
        return patterns
    }
}

extension Value {
    /// By what it is before or after others; nil for what has no order.
    public var ordinal: Int? {
        switch self {
        case .number(let number): number
        case .day(let day): day.number
        default: nil
        }
    }
}

extension Field {
    fileprivate var isText: Bool { kind == .line || kind == .text }
    /// Its values come one after the other.
    fileprivate var isOrdered: Bool {
        if case .number = kind { return true }
        return kind == .day
    }

    /// What it can be chosen to be; nothing for a field of another kind.
    public var choices: [Choice] {
        switch kind {
        case .choice(let choices), .choices(let choices): choices
        default: []
        }
    }
}

extension View {
    /// What somebody asks of a field: values with commas, `none` for a field that is empty; `3..`, `..4`, `3..4` of numbers and
    /// days.
    ///
    /// - Parameter read: a value, as people write it.
    public func condition(
        _ written: String, on field: Field, of definition: Definition,
        reading read: (String, Field) -> Result<Value, FieldProblem>
    ) throws -> FieldCondition {
        guard field.section.map({ !definition.isSealed($0) }) ?? false, !field.isText else {
            throw RegisterError.badInput(
                "\(field.title) is kept apart from the record: nothing is listed by it.",
                remedies: [.deed("find")])
        }
        func value(_ text: String) throws -> Value {
            switch field.kind {
            case .reference("person"), .references("person"): return .text(try known(text).id)
            case .reference(let kind), .references(let kind): return .text(try resolve(text, kind: kind))
            case .choices(let choices):
                let one = Field(name: field.name, title: field.title, kind: .choice(choices))
                return try checked(read(text, one))
            default: return try checked(read(text, field))
            }
        }
        let parts = written.split(separator: ",").map { $0.split(separator: " ").joined(separator: " ") }.filter {
            !$0.isEmpty
        }
        guard !parts.isEmpty else {
            throw RegisterError.badInput("\(field.title) is given no value.", remedies: .meant("none"))
        }
        return FieldCondition(
            field.name,
            try parts.map { part in
                if field.isOrdered, let dots = part.firstRange(of: "..") {
                    let (from, to) = (part[..<dots.lowerBound], part[dots.upperBound...])
                    guard !from.isEmpty || !to.isEmpty else {
                        throw RegisterError.badInput(
                            "\(field.title) has no limits there.", remedies: [.say("Write 3.., ..4 or 3..4.")])
                    }
                    return .lies(
                        from: try from.isEmpty ? nil : value(String(from)).ordinal,
                        to: try to.isEmpty ? nil : value(String(to)).ordinal)
                }
                let isChoice = field.choices.contains { $0.name == part }
                return part == "none" && !isChoice ? .isEmpty : .holds(try value(part))
            })
    }

    private func checked(_ read: Result<Value, FieldProblem>) throws -> Value {
        switch read {
        case .success(let value): return value
        case .failure(let problem):
            throw RegisterError.badInput(problem.sentence, remedies: .said(problem.hint))
        }
    }
}
