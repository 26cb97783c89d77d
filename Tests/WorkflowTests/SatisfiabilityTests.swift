import Testing

@testable import Workflow
@testable import WorkflowProof

/// The decision about conditions, against reading them over every record there is.
struct SatisfiabilityTests {
    /// A world small enough to look at all of it: 6 days, few numbers, and working days without a Wednesday.
    static let days = Day(number: 18_262)...Day(number: 18_267)
    static let calendar = WorkingCalendar(name: "c", holidays: [Day(number: 18_262)], covers: 2019...2021)
    static let fields: [Field] = [
        Field(name: "f", title: "F", kind: .flag), Field(name: "g", title: "G", kind: .flag),
        Field(name: "c", title: "C", kind: .choice(choices("red", "green", "blue"))),
        Field(name: "k", title: "K", kind: .choice(choices("green", "blue", "black"))),
        Field(name: "m", title: "M", kind: .choices(choices("E1", "E2"))),
        Field(name: "n", title: "N", kind: .number(0...3)), Field(name: "p", title: "P", kind: .number(1...4)),
        Field(name: "d", title: "D", kind: .day), Field(name: "e", title: "E", kind: .day),
        Field(name: "t", title: "T", kind: .line), Field(name: "u", title: "U", kind: .line),
    ]

    private static func choices(_ names: String...) -> [Field.Choice] {
        names.map { Field.Choice(name: $0, title: $0) }
    }

    static let definition = Definition(
        name: "small", title: "Small", roles: ["a", "b"], fields: fields, sections: [], states: [], events: [],
        rules: [], clocks: [], facts: [], calendar: "c")

    /// What a field can hold; texts are told apart only by being the same or not, and by two that are named.
    static func values(_ field: Field) -> [Value?] {
        switch field.kind {
        case .flag: [nil, .flag(true), .flag(false)]
        case .choice(let choices): [nil] + choices.map { .text($0.name) }
        case .choices: [nil, .list(["E1"]), .list(["E2"]), .list(["E1", "E2"])]
        case .number(let range): [nil] + range.map { .number($0) }
        case .day: [nil] + (days.lowerBound.number...days.upperBound.number).map { .day(Day(number: $0)) }
        default: [nil, .text("x"), .text("y"), .text("other"), .text("other-2")]
        }
    }

    struct Source {
        var numbers: SplitMix

        mutating func pick(_ texts: [String]) -> String { texts.randomElement(using: &numbers) ?? "" }

        mutating func number(_ depth: Int) -> String {
            switch Int.random(in: 0..<7, using: &numbers) {
            case 0, 1: pick(["n", "p"])
            case 2: pick(["0", "1", "2", "3", "5"])
            case 3: "\(pick(["n", "p"])) + \(pick(["1", "2", "n"]))"
            case 4: "\(pick(["n", "p"])) - \(pick(["1", "2", "p"]))"
            case 5: "days from \(pick(["d", "today"])) to \(pick(["d", "e"]))"
            default: "working days from \(pick(["d", "today"])) to \(pick(["d", "e"]))"
            }
        }

        mutating func day() -> String {
            let base = pick(["d", "e", "today", "d", "e", "2020-01-03"])
            switch Int.random(in: 0..<6, using: &numbers) {
            case 0: return "\(base) + \(pick(["1", "2", "4"])) days"
            case 1: return "\(base) - \(pick(["1", "3"])) days"
            case 2: return "\(base) \(pick(["+", "-"])) \(pick(["0", "1", "2"])) working days"
            case 3 where Int.random(in: 0..<3, using: &numbers) == 0: return "\(base) \(pick(["+", "-"])) 1 month"
            default: return base
            }
        }

        mutating func condition(_ depth: Int) -> String {
            if depth > 0 {
                switch Int.random(in: 0..<6, using: &numbers) {
                case 0, 1: return "(\(condition(depth - 1)) and \(condition(depth - 1)))"
                case 2, 3: return "(\(condition(depth - 1)) or \(condition(depth - 1)))"
                case 4: return "not (\(condition(depth - 1)))"
                default: return "(\(condition(depth - 1)) implies \(condition(depth - 1)))"
                }
            }
            let sign = pick(["==", "!=", "<", "<=", ">", ">="])
            switch Int.random(in: 0..<13, using: &numbers) {
            case 0: return pick(["f", "g", "yes"])
            case 1: return "f \(pick(["==", "!="])) \(pick(["g", "yes", "no"]))"
            case 2: return "c \(pick(["==", "!="])) \(pick(["red", "green", "k"]))"
            case 3: return "\(pick(["c in [red, blue]", "k not in [black, green]", "c in [k, red]", "k in [c]"]))"
            case 4: return "m has \(pick(["E1", "E2"]))"
            case 5: return "\(pick(["f", "c", "n", "d", "m", "t"])) is \(pick(["set", "empty"]))"
            case 6, 7: return "\(number(1)) \(sign) \(number(1))"
            case 8, 9, 10: return "\(day()) \(sign) \(day())"
            case 11: return "t \(pick(["==", "!="])) \(pick(["u", "'x'", "u"]))"
            default: return "u \(pick(["==", "!="])) \(pick(["t", "'x'", "'y'"]))"
            }
        }
    }

    /// Every record of the names that a condition mentions, until told to stop.
    private func forEachRecord(_ condition: Expression, _ body: (Frame) -> Bool) {
        let names = condition.root.mentions.sorted().compactMap(Self.definition.field)
        let todays =
            condition.root.names.contains(.today)
            ? Self.days.lowerBound.number...Self.days.upperBound.number : 18_262...18_262
        func fill(_ index: Int, _ record: [String: Value], _ today: Int) -> Bool {
            guard index < names.count else {
                let setting = Setting(
                    on: Day(number: today), actor: Actor(person: "x", roles: []), calendars: Calendars([Self.calendar]))
                return body(Frame(of: Self.definition, record, setting))
            }
            for value in Self.values(names[index]) {
                var next = record
                next[names[index].name] = value
                guard fill(index + 1, next, today) else { return false }
            }
            return true
        }
        for today in todays where !fill(0, [:], today) { return }
    }

    private func check(_ text: String, _ counts: inout [String: Int]) throws {
        let parser = ExpressionParser(environment: Self.definition.environment)
        let condition = try parser.condition(text).get()
        let size = condition.root.mentions.sorted().compactMap(Self.definition.field)
            .reduce(condition.root.names.contains(.today) ? 6 : 1) { $0 * Self.values($1).count }
        guard size <= 4000 else { return }
        var found: [Truth: Bool] = [:]
        let code = Code(condition, Self.definition.program.layout)
        forEachRecord(condition) { frame in
            found[frame.truth(of: code)] = true
            return found.count < 3
        }
        for truth in [Truth.holds, .fails, .unknown] {
            var reader = ConditionReader(Self.definition, days: Self.days)
            let formula =
                switch truth {
                case .holds: reader.holds(condition.root)
                case .fails: reader.fails(condition.root)
                case .unknown: reader.isUnknown(condition.root)
                }
            switch CubeSearch.answer([formula], reader.vocabulary) {
            case .impossible:
                counts["impossible", default: 0] += 1
                #expect(found[truth] == nil, "\(text) can be \(truth)")
            case .possible(let witness):
                counts["possible", default: 0] += 1
                #expect(found[truth] == true, "\(text) cannot be \(truth)")
                #expect(truth == read(condition, witness), "\(text) is not \(truth) with \(witness.values)")
            case .undecided: counts["undecided", default: 0] += 1
            }
        }
    }

    private func read(_ condition: Expression, _ witness: Witness) -> Truth {
        var setting = Setting(
            on: Self.days.lowerBound, actor: Actor(person: "x", roles: []), calendars: Calendars([Self.calendar]))
        var record: [String: Value] = [:]
        for (node, value) in witness.values {
            if case .field(let name) = node { record[name] = value }
            if case .today = node, case .day(let day)? = value { setting.on = day }
        }
        return Frame(of: Self.definition, record, setting).truth(of: condition)
    }

    @Test func neverContradictsTheReadingOfEveryRecord() throws {
        var source = Source(numbers: SplitMix(state: 3))
        var counts: [String: Int] = [:]
        for round in 0..<6000 { try check(source.condition(round % 4), &counts) }
        // What it decides is worth having only if it decides most.
        #expect(counts["impossible", default: 0] > 1000)
        #expect(counts["possible", default: 0] > 5000)
        #expect(counts["undecided", default: 0] * 5 < counts["possible", default: 0])
    }

    @Test(arguments: [
        "d > d + 1 day", "n + 2 <= n", "d > e and e > today and today >= d", "n < 1 and n > 0",
        "days from d to e > 4 and e < d + 4 days", "d + 10 working days < d + 9 days",
        "d <= e and d + 3 working days > e + 3 working days", "d + 1 month < d + 28 days", "d - 2 months > d - 56 days",
        "working days from d to e > 0 and e < d", "t == u and u == 'x' and t == 'y'", "c == k and c == red",
        "not (f or g) and f", "m has E1 and m is empty", "c != red and c != green and c != blue",
        "not (m has E1) and not (m has E2)", "n + p < 1",
    ])
    func provesThatItCanNeverHold(text: String) throws {
        let condition = try ExpressionParser(environment: Self.definition.environment).condition(text).get()
        var reader = ConditionReader(Self.definition)
        let formula = reader.holds(condition.root)
        guard case .impossible = CubeSearch.answer([formula], reader.vocabulary) else {
            Issue.record("\(text) was not decided")
            return
        }
    }

    @Test func showsARecordThatIsNearAtHand() throws {
        let condition = try ExpressionParser(environment: Self.definition.environment)
            .condition("n > 1 and d < today - 3 days and c not in [red, blue] and u is empty").get()
        var reader = ConditionReader(Self.definition)
        let formula = reader.holds(condition.root)
        guard case .possible(let witness) = CubeSearch.answer([formula], reader.vocabulary) else {
            Issue.record("it was not decided")
            return
        }
        #expect(
            witness.words(for: [condition])
                == "c is green, d is 2019-12-28, n is 2, today is 2020-01-01 and u is empty")
    }

    /// Many conditions joined by `or` are given up rather than followed for ever.
    @Test func endsSoonWhenThereAreTooManyCases() throws {
        let text = (0..<40).map { "(n + p > \($0 % 5) or d + \($0) days < e or c == k)" }.joined(separator: " and ")
        let condition = try ExpressionParser(environment: Self.definition.environment).condition(text).get()
        var reader = ConditionReader(Self.definition)
        let formulas = [reader.holds(condition.root), reader.fails(.field("f")), reader.holds(.not(.field("f")))]
        let start = ContinuousClock.now
        _ = CubeSearch.answer(formulas, reader.vocabulary)
        #expect(ContinuousClock.now - start < .seconds(10))
    }
}

/// SplitMix64, so that a failure comes back.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
