/// Small workflows at random.
struct SmallSource {
    var numbers: FuzzTests.Numbers
    private var fields: [Small.Field] = []
    private var states = 0
    /// What is due on the same day comes before `late`, or after it.
    private let second: String

    init(seed: UInt64) {
        second = seed.isMultiple(of: 2) ? "early" : "soon"
        numbers = FuzzTests.Numbers(state: seed)
    }

    private mutating func roll(_ count: Int) -> Int { Int.random(in: 0..<count, using: &numbers) }
    private mutating func chance(_ one: Int, of count: Int) -> Bool { roll(count) < one }
    private mutating func pick<Element>(_ elements: [Element]) -> Element { elements[roll(elements.count)] }

    mutating func small() -> Small {
        let all: [[Small.Field]] = [
            [.init(name: "n", kind: .number(0...2)), .init(name: "m", kind: .number(0...3))],
            [.init(name: "n", kind: .number(0...4)), .init(name: "f", kind: .flag)],
            [.init(name: "d", kind: .day), .init(name: "e", kind: .day)],
            [.init(name: "p", kind: .person), .init(name: "q", kind: .person)],
            [.init(name: "p", kind: .person), .init(name: "l", kind: .people)],
            [.init(name: "c", kind: .choice(3)), .init(name: "k", kind: .choice(2))],
            [.init(name: "f", kind: .flag), .init(name: "g", kind: .flag)],
            [.init(name: "a", kind: .line(1)), .init(name: "b", kind: .line(2))],
        ]
        fields = pick(all)
        for field in pick(all) where fields.count < 4 && !fields.contains(where: { $0.name == field.name }) {
            if chance(1, of: 2) { fields.append(field) }
        }
        states = 3 + roll(2)
        let names = (0..<states).map { "s\($0)" }
        let needs = (0..<states).map { _ in chance(1, of: 6) ? [roll(fields.count)] : [] }
        var events = [begin()]
        for index in 0..<(3 + roll(3)) { events.append(event(index)) }
        if chance(1, of: 3) { follow(&events) }
        var clocks: [Small.Clock] = []
        if chance(1, of: 2) { clocks.append(clock("late", &events)) }
        if !clocks.isEmpty, chance(1, of: 4) { clocks.append(clock(second, &events)) }
        let entering = (0..<states).map { state -> [Small.Effect] in
            let next = events.indices.filter { events[$0].from.contains(state) && mayFollow(events[$0]) }
            guard !next.isEmpty, chance(1, of: 12) else { return [] }
            return [Small.Effect(follow: pick(next), when: chance(1, of: 3) ? condition(record: true) : nil)]
        }
        var claims = (0..<4).map { _ in claim(events) }
        var hidden: [Int] = []
        var clerkReads: Small.Condition?
        if fields.count > 1, chance(1, of: 2) {
            hidden = [roll(fields.count)]
            if fields.count > 2, chance(1, of: 3), let more = fields.indices.first(where: { $0 != hidden[0] }) {
                hidden.append(more)
            }
            if chance(1, of: 3) { clerkReads = condition(record: true) }
            claims[0] = .read(isClerkToo: clerkReads != nil && chance(2, of: 3))
        }
        return Small(
            fields: fields, states: Array(zip(names, needs)), events: events, clocks: clocks, claims: claims,
            entering: entering, hidden: hidden, clerkReads: clerkReads)
    }

    // MARK: - What follows, and clocks

    /// It is for the host, and nobody has to give anything.
    private func mayFollow(_ event: Small.Event) -> Bool {
        event.by.contains("system")
            && !event.asks.contains { if case .required = $0.need { $0.fallback == nil } else { false } }
    }

    /// Only what stands further down follows, so that there is an end to it.
    private mutating func follow(_ events: inout [Small.Event]) {
        for index in events.indices {
            let next = events.indices.filter { $0 > index && mayFollow(events[$0]) }
            if !next.isEmpty, chance(1, of: 3) {
                let when = chance(1, of: 3) ? condition() : nil
                events[index].effects.append(Small.Effect(follow: pick(next), when: when))
                if chance(1, of: 3) {
                    events[index].effects.append(Small.Effect(follow: pick(next), when: condition()))
                }
            }
            if events[index].asks.contains(where: { !$0.isFresh }), chance(1, of: 8) {
                let when = chance(1, of: 2) ? condition(record: true) : nil
                events[index].effects.append(Small.Effect(follow: nil, when: when))
            }
        }
    }

    private mutating func clock(_ name: String, _ events: inout [Small.Event]) -> Small.Clock {
        let system = events.indices.filter { events[$0].by.contains("system") }
        let event = system.isEmpty || chance(1, of: 4) ? nil : pick(system)
        let runsIn = chance(1, of: 2) ? [roll(states - 1)] : Array(0..<(states - 1))
        var clock = Small.Clock(
            name: name, runsIn: runsIn, when: chance(1, of: 3) ? condition(record: true) : nil, event: event)
        let days = fields.indices.filter { fields[$0].kind == .day }
        if !days.isEmpty {
            if chance(1, of: 2) { clock.starts = pick(days) }
            if chance(1, of: 4) { clock.until = pick(days) }
        }
        clock.lasts = roll(4)
        if let event, chance(1, of: 2) {
            clock.restartsOn.append(events[event].name)
            if chance(2, of: 3) { events[event].targets = [(nil, nil)] }
            let counts = fields.indices.filter { if case .number = fields[$0].kind { true } else { false } }
            if !counts.isEmpty, events[event].adds.isEmpty, chance(1, of: 2) {
                events[event].adds.append((pick(counts), 1))
            }
        }
        if chance(1, of: 5) {
            let name = pick(events).name
            if !clock.restartsOn.contains(name) { clock.restartsOn.append(name) }
        }
        let places = (0..<(states - 1)).filter { !runsIn.contains($0) }
        if !places.isEmpty, chance(1, of: 6) { clock.pausesIn = [pick(places)] }
        let flags = fields.indices.filter { fields[$0].kind == .flag }
        if !flags.isEmpty, chance(1, of: 6) { clock.pausesWhen = pick(flags) }
        return clock
    }

    // MARK: - Events

    private mutating func begin() -> Small.Event {
        var event = Small.Event(name: "begin", from: [], targets: [(0, nil)], by: ["clerk"])
        if chance(1, of: 5) { event.targets = [(1, condition()), (0, nil)] }
        write(&event, asks: 2)
        if chance(1, of: 4) { event.rules.append(condition()) }
        return event
    }

    private mutating func event(_ index: Int) -> Small.Event {
        var from = Set([roll(states - 1)])
        if chance(1, of: 3) { from.insert(roll(states - 1)) }
        var event = Small.Event(
            name: "e\(index)", from: from.sorted(), targets: [(chance(1, of: 8) ? nil : roll(states), nil)],
            by: pick([["clerk"], ["chair"], ["clerk", "chair"], ["clerk", "system"], ["system"]]))
        switch roll(8) {
        case 0: event.targets = [(roll(states), condition()), (roll(states), nil)]
        case 1: event.targets = [(roll(states), condition()), (roll(states), condition())]
        default: break
        }
        write(&event, asks: 2)
        for _ in 0..<pick([0, 1, 1, 2]) { event.rules.append(condition()) }
        return event
    }

    private mutating func write(_ event: inout Small.Event, asks: Int) {
        for _ in 0..<roll(asks + 1) {
            let field = roll(fields.count)
            guard !event.asks.contains(where: { $0.field == field }) else { continue }
            let need: Small.Need =
                switch roll(8) {
                case 0, 1, 2: .required
                case 3: .record
                case 4, 5: .optional
                case 6: .anew
                default: .when(condition())
                }
            let fallback = chance(1, of: 5) ? term(like: field) : nil
            event.asks.append(Small.Ask(field: field, need: need, fallback: fallback))
        }
        if chance(1, of: 3) {
            let field = roll(fields.count)
            event.sets.append((field, term(like: field, isActor: chance(1, of: 2))))
        }
        if chance(1, of: 8) {
            let field = roll(fields.count)
            if !event.sets.contains(where: { $0.field == field }) {
                event.sets.append((field, term(like: field)))
            }
        }
        if chance(1, of: 10) { event.clears.append(roll(fields.count)) }
        let counts = fields.indices.filter { if case .number = fields[$0].kind { true } else { false } }
        if !counts.isEmpty, chance(1, of: 3) { event.adds.append((pick(counts), 1 + roll(2))) }
    }

    // MARK: - Terms and conditions

    private mutating func constant(_ kind: Small.Kind) -> Small.Term {
        switch kind {
        case .flag: .constant(roll(2), kind)
        case .choice(let count): .constant(roll(count), kind)
        case .number(let range): .constant(roll(range.upperBound + 1), kind)
        case .day: .constant(roll(3), kind)
        case .person, .people: .actor
        case .line(let limit): .constant(1 + roll(limit), kind)
        }
    }

    /// Something that the field could hold, or nearly.
    private mutating func term(like field: Int, isActor: Bool = false) -> Small.Term {
        let kind = fields[field].kind
        let alike = fields.indices.filter { isAlike(fields[$0].kind, kind) }
        switch (kind, roll(5)) {
        case (.people, _): return chance(1, of: 2) ? .field(field) : .before(field)
        case (.person, _) where isActor: return .actor
        case (_, 0), (_, 1): return constant(kind)
        case (.number, 2): return .plus(.field(pick(alike)), pick([-2, -1, 1, 2]), isDay: false)
        case (.day, 2): return .plus(.field(pick(alike)), pick([-1, 1]), isDay: true)
        case (.day, 3): return .today
        case (_, 4): return .before(pick(alike))
        default: return .field(pick(alike))
        }
    }

    private func isAlike(_ one: Small.Kind, _ other: Small.Kind) -> Bool {
        switch (one, other) {
        case (.number, .number), (.line, .line): true
        default: one == other
        }
    }

    private mutating func name(_ field: Int, record: Bool) -> Small.Term {
        !record && chance(1, of: 6) ? .before(field) : .field(field)
    }

    /// - Parameter record: it reads nothing but the record.
    mutating func condition(record: Bool = false, depth: Int = 1) -> Small.Condition {
        if depth > 0, chance(1, of: 3) {
            let (left, right) = (
                condition(record: record, depth: depth - 1), condition(record: record, depth: depth - 1)
            )
            return pick([.and(left, right), .or(left, right), .or(.not(left), right), .not(left)])
        }
        if !record {
            if chance(1, of: 14) { return .fact }
            if chance(1, of: 14) { return .role(pick(["clerk", "chair"])) }
        }
        if chance(1, of: 12) { return .state(roll(states)) }
        let field = roll(fields.count)
        if chance(1, of: 6) {
            return pick([.isSet(name(field, record: record)), .not(.isSet(name(field, record: record)))])
        }
        let signs: [Small.Sign] = [.equal, .unequal, .less, .atMost, .more, .atLeast]
        switch fields[field].kind {
        case .flag:
            let others = fields.indices.filter { fields[$0].kind == .flag && $0 != field }
            if !others.isEmpty, chance(1, of: 4) {
                return .compare(pick([.equal, .unequal]), .field(field), .field(pick(others)))
            }
            return pick([.flag(field), .not(.flag(field))])
        case .people:
            let people = fields.indices.filter { fields[$0].kind == .person }.map { name($0, record: record) }
            guard let one = (people + (record ? [] : [.actor])).randomElement(using: &numbers) else {
                return .isSet(.field(field))
            }
            return chance(1, of: 2) ? .has(field, one) : .not(.has(field, one))
        case .choice, .person, .line:
            let sign = pick([Small.Sign.equal, .unequal])
            let others = fields.indices.filter { isAlike(fields[$0].kind, fields[field].kind) && $0 != field }
            let isPerson = fields[field].kind == .person
            if isPerson, record, others.isEmpty { return .isSet(.field(field)) }
            if !others.isEmpty, record || chance(1, of: 2) {
                return .compare(sign, name(field, record: record), .field(pick(others)))
            }
            return .compare(sign, name(field, record: record), constant(fields[field].kind))
        case .number, .day:
            let isDay = fields[field].kind == .day
            let others = fields.indices.filter { isAlike(fields[$0].kind, fields[field].kind) && $0 != field }
            var other = constant(fields[field].kind)
            if !others.isEmpty, chance(2, of: 3) { other = name(pick(others), record: record) }
            if isDay, !record, chance(1, of: 4) { other = .today }
            if chance(1, of: 5) { other = .plus(other, pick([-1, 1]), isDay: isDay) }
            return .compare(pick(signs), name(field, record: record), other)
        }
    }

    private mutating func claim(_ events: [Small.Event]) -> Small.Claim {
        // What a rule says is promised often, as people do.
        let rules = events.flatMap(\.rules).filter { rule in
            !rule.contains { condition in
                switch condition {
                case .role, .fact: true
                default: false
                }
            }
                && !rule.terms.contains {
                    $0.reads { if case .today = $0 { true } else if case .actor = $0 { true } else { false } }
                }
        }
        let condition = !rules.isEmpty && chance(1, of: 3) ? pick(rules) : condition(record: chance(4, of: 5))
        let isPlain =
            !condition.contains { inner in
                switch inner {
                case .role, .fact: true
                default: false
                }
            }
            && !condition.terms.contains {
                $0.reads { if case .today = $0 { true } else if case .actor = $0 { true } else { false } }
            }
        let safe = isPlain ? condition : self.condition(record: true)
        switch roll(9) {
        case 0: return .always(safe)
        case 1: return .never(safe)
        case 2, 3: return .entering([roll(states)], safe)
        case 4: return .beforeEvent(roll(states), roll(events.count))
        case 5: return .beforeState(roll(states), roll(states))
        case 6, 7:
            let when = chance(1, of: 3) ? self.condition(record: true) : nil
            return .reach(from: [roll(states - 1)], to: [states - 1], when: when)
        default:
            let counts = fields.indices.filter { if case .number = fields[$0].kind { true } else { false } }
            return counts.isEmpty ? .never(safe) : .grows(pick(counts))
        }
    }
}
