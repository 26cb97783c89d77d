/// The values that names in some expressions can have, cut down to representatives: of values that no comparison in the
/// expressions tells apart, one stands for all. Numbers and days are cut at the literals they are compared with.
struct GuardDomain {
    enum Variable: Hashable {
        case field(String)
        case before(String)
        case fact(String)
        case today
        case roles
    }

    /// More combinations than this are not looked at.
    static let limit = 100_000
    static let today = Day(number: 18_262)
    static let person = "one"

    private let definition: Definition
    private let literals: Literals
    private(set) var variables: [(variable: Variable, values: [Value?])] = []

    /// `restrict` narrows the values of a field in the expressions' context.
    init(
        _ expressions: [Expression], of definition: Definition, roles: [String],
        restrict: (String, [Value?]) -> [Value?] = { $1 }
    ) {
        self.definition = definition
        var literals = Literals()
        var names: [Variable] = []
        for expression in expressions {
            literals.collect(expression.root)
            Self.collect(expression.root, into: &names)
        }
        self.literals = literals
        for name in names {
            switch name {
            case .field(let field):
                guard let kind = definition.field(field)?.kind else { continue }
                variables.append((name, restrict(field, values(kind) + [nil])))
            case .before(let field):
                guard let kind = definition.field(field)?.kind else { continue }
                variables.append((name, values(kind) + [nil]))
            case .fact(let fact):
                guard let kind = definition.facts.first(where: { $0.name == fact })?.kind else { continue }
                variables.append((name, values(kind) + [nil]))
            case .today: variables.append((name, literals.days.map { .day($0) }))
            case .roles: variables.append((name, roles.map { .list([$0]) } + [.list(roles)]))
            }
        }
    }

    var isSmall: Bool {
        var size = 1
        for (_, values) in variables {
            size = size.multipliedReportingOverflow(by: max(1, values.count)).partialValue
            if size > Self.limit { return false }
        }
        return true
    }

    /// Calls with a scope for each combination until told to stop.
    func forEach(state: String?, _ body: (Scope) -> Bool) {
        var positions = Array(repeating: 0, count: variables.count)
        if variables.contains(where: { $0.values.isEmpty }) { return }
        while true {
            guard body(scope(positions, state)) else { return }
            var index = 0
            while index < positions.count {
                positions[index] += 1
                if positions[index] < variables[index].values.count { break }
                positions[index] = 0
                index += 1
            }
            if index == positions.count { return }
        }
    }

    private func scope(_ positions: [Int], _ state: String?) -> Scope {
        var setting = Setting(
            on: Self.today, actor: Actor(person: Self.person, roles: []), calendars: Self.calendars(definition))
        var fields: [String: Value] = [:]
        var before: [String: Value] = [:]
        for (index, position) in positions.enumerated() {
            let value = variables[index].values[position]
            switch variables[index].variable {
            case .field(let name): fields[name] = value
            case .before(let name): before[name] = value
            case .fact(let name): setting.facts[name] = value
            case .today: if case .day(let day)? = value { setting.on = day }
            case .roles: if case .list(let roles)? = value { setting.actor.roles = roles }
            }
        }
        return Scope(fields: fields, before: before, state: state, setting: setting)
    }

    private func values(_ kind: Field.Kind) -> [Value?] {
        switch kind {
        case .flag: return [.flag(true), .flag(false)]
        case .day: return literals.dayValues.map { .day($0) }
        case .number(let range):
            let numbers = literals.numbers.union([range.lowerBound, range.upperBound]).filter(range.contains)
            return numbers.sorted().map { .number($0) }
        case .choice(let choices):
            let named = choices.filter { literals.texts.contains($0.name) }
            let other = choices.first { !literals.texts.contains($0.name) }
            return (named + [other].compactMap(\.self)).map { .text($0.name) }
        case .choices(let choices):
            let named = choices.map(\.name).filter(literals.texts.contains).prefix(5)
            let other = choices.map(\.name).first { !literals.texts.contains($0) }
            let subsets = (0..<(1 << named.count)).map { mask in
                named.enumerated().filter { mask & (1 << $0.offset) != 0 }.map(\.element)
            }
            return subsets.map { $0 + [other].compactMap(\.self) }.filter { !$0.isEmpty }.map { .list($0) }
        case .line, .text, .reference:
            return (literals.texts.sorted().prefix(6) + [Self.person, "other"]).map { .text($0) }
        case .references:
            return [.list([Self.person]), .list(["other"])]
        }
    }

    private static func collect(_ node: ExpressionNode, into names: inout [Variable]) {
        let found: Variable? =
            switch node {
            case .field(let name): .field(name)
            case .before(let name): .before(name)
            case .fact(let name): .fact(name)
            case .today: .today
            case .roles: .roles
            default: nil
            }
        if let found, !names.contains(found) { names.append(found) }
        for child in node.children { collect(child, into: &names) }
    }

    /// Every calendar that is named, without holidays.
    static func calendars(_ definition: Definition) -> Calendars {
        Calendars(
            [definition.calendar].compactMap(\.self).map { WorkingCalendar(name: $0, holidays: [], covers: 1...9999) })
    }
}

/// The literals of expressions, and the values around them that comparisons can tell apart.
struct Literals {
    private(set) var texts: Set<String> = []
    private var plainNumbers: Set<Int> = [0]
    private var plainDays: Set<Day> = []
    private var spans: Set<Int> = [0]

    mutating func collect(_ node: ExpressionNode) {
        switch node {
        case .literal(.text(let text)): texts.insert(text)
        case .literal(.list(let names)): texts.formUnion(names)
        case .literal(.number(let number)): plainNumbers.insert(number)
        case .literal(.day(let day)): plainDays.insert(day)
        case .shift(_, let duration): spans.insert(duration.roughDays)
        default: break
        }
        for child in node.children { collect(child) }
    }

    var numbers: Set<Int> {
        var found: Set<Int> = []
        for first in plainNumbers {
            for second in plainNumbers {
                for step in -1...1 {
                    found.insert(first + second + step)
                    found.insert(first - second + step)
                }
            }
        }
        return found
    }

    /// Days that today can be.
    var days: [Day] {
        guard !plainDays.isEmpty else { return [GuardDomain.today] }
        return plainDays.flatMap { [$0 - 1, $0, $0 + 1] }.sorted()
    }

    /// Days that a field can hold: around today and the literals, a span of time before and after.
    var dayValues: [Day] {
        var found: Set<Day> = []
        for base in plainDays.union([GuardDomain.today]) {
            for span in spans {
                for near in [-3, -1, 0, 1, 3] {
                    found.insert(base + span + near)
                    found.insert(base - span + near)
                }
            }
            found.insert(base + 100_000)
            found.insert(base - 100_000)
        }
        return found.sorted()
    }
}

extension Duration {
    /// Its length in days, near enough to look on both sides of it.
    fileprivate var roughDays: Int {
        switch self {
        case .days(let count): count
        case .months(let count): count * 30
        case .workingDays(let count, _): count * 7 / 5
        }
    }
}
