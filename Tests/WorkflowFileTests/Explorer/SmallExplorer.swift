/// Tries everything on every record there is, with a few people and days.
struct SmallExplorer {
    /// What somebody does, or time that passes, with all that comes of it.
    struct Step {
        let from: Int
        let to: Int
        let strides: [Small.Stride]
        let isTick: Bool
    }

    let small: Small
    let days: [Int]
    let people: [Int]
    /// Steps that have more ways than this to be tried are not tried at all: then nothing is known.
    private(set) var records: [Small.Record] = []
    private(set) var steps: [Step] = []
    private(set) var isComplete = true

    // What was seen of each event.
    private(set) var alwaysHolds: [[Bool]]
    private(set) var implied: [[Bool]]
    private(set) var everHolds: [[Bool]]
    private(set) var taken: [[Bool]]
    private(set) var canBeLost: [Bool]
    private(set) var dividesPeople: [[Bool]]

    init(_ small: Small, from starts: [Small.Record]? = nil, days: [Int] = [0, 1, 2], people: [Int] = [0, 1]) {
        self.small = small
        self.days = days
        self.people = people
        alwaysHolds = small.events.map { $0.rules.map { _ in true } }
        implied = alwaysHolds
        everHolds = small.events.map { $0.rules.map { _ in false } }
        dividesPeople = everHolds
        taken = small.events.map { $0.targets.map { _ in false } }
        canBeLost = small.events.map { _ in false }
        explore(starts ?? [small.start])
    }

    private static let recordLimit = 4_000

    private mutating func explore(_ starts: [Small.Record]) {
        records = starts
        var positions = Dictionary(uniqueKeysWithValues: starts.enumerated().map { ($1, $0) })
        var position = 0
        while position < records.count {
            let record = records[position]
            func arrive(_ strides: [Small.Stride], isTick: Bool) {
                guard let next = strides.last?.after else { return }
                let to = positions[next] ?? records.count
                if to == records.count {
                    positions[next] = to
                    records.append(next)
                }
                steps.append(Step(from: position, to: to, strides: strides, isTick: isTick))
            }
            for (index, event) in small.events.enumerated() where small.happens(index, at: record.state) {
                var seen: [[Int: Int]: [Small.Scene: [Bool?]]] = [:]
                for (given, scene) in attempts(index) {
                    let judgement = small.judge(event, on: record, given: given, scene)
                    if event.readsActor {
                        var other = scene
                        other.actor = -1
                        if let rules = seen[given]?[other] {
                            for rule in rules.indices where rules[rule] != judgement.rules[rule] {
                                dividesPeople[index][rule] = true
                            }
                        }
                        seen[given, default: [:]][other] = judgement.rules
                    }
                    let strides = small.course(index, on: record, given: given, scene) { note($0, $1) }
                    if let strides { arrive(strides, isTick: false) }
                }
            }
            for (day, fact) in ticks(record) {
                let ticked = small.tick(record, day, fact: fact) { note($0, $1) }
                arrive(ticked.compactMap(\.strides).flatMap(\.self), isTick: true)
            }
            position += 1
            if records.count > Self.recordLimit {
                isComplete = false
                return
            }
        }
    }

    /// Days until which time may pass, each with what the host tells then.
    func ticks(_ record: Small.Record) -> [(Int, Bool?)] {
        let dues = small.clocks.indices.compactMap { index -> Int? in
            guard small.clocks[index].event != nil, let running = record.clocks[index], running.counts else {
                return nil
            }
            return running.due
        }
        guard let first = dues.min() else { return [] }
        let more = small.events.contains(where: \.readsToday) ? [first + 2, first + 3] : []
        let days = Set(dues.map { $0 + 1 } + more).sorted().filter { $0 <= Self.lastDay }
        let facts: [Bool?] = small.events.contains(where: \.readsFact) ? [nil, true, false] : [nil]
        return days.flatMap { day in facts.map { (day, $0) } }
    }

    /// What is still to be missed lies beyond the days that are looked at.
    func isAtEdge(_ record: Small.Record) -> Bool {
        small.clocks.indices.contains { index in
            small.clocks[index].event != nil
                && record.clocks[index].map { $0.pausedOn != nil || !$0.hasFired && $0.due >= Self.lastDay } ?? false
        }
    }

    static let lastDay = 12

    private mutating func note(_ judgement: Small.Judgement, _ event: Int) {
        guard !judgement.isFaulty else { return }
        var before = true
        for (rule, truth) in judgement.rules.enumerated() {
            if truth != true {
                alwaysHolds[event][rule] = false
                if before { implied[event][rule] = false }
            } else if before {
                everHolds[event][rule] = true
            }
            before = before && truth == true
        }
        guard before else { return }
        if let target = judgement.target { taken[event][target] = true } else { canBeLost[event] = true }
    }

    /// Every way to try an event.
    func attempts(_ index: Int) -> [([Int: Int], Small.Scene)] {
        let event = small.events[index]
        var givens: [[Int: Int]] = [[:]]
        for ask in event.asks {
            let values = values(small.fields[ask.field].kind)
            givens = givens.flatMap { given in [given] + values.map { given.merging([ask.field: $0]) { $1 } } }
        }
        var scenes: [Small.Scene] = []
        for today in event.readsToday ? days : [0] {
            for (actor, roles) in actors(event, mayBeHost: !small.isBound(index)) {
                for fact in event.readsFact ? [nil, true, false] : [nil] {
                    scenes.append(Small.Scene(today: today, actor: actor, roles: roles, fact: fact))
                }
            }
        }
        return givens.flatMap { given in scenes.map { (given, $0) } }
    }

    /// People with everything that one can be at once, and the host, which is nobody else.
    private func actors(_ event: Small.Event, mayBeHost: Bool) -> [(Int, [String])] {
        let host = mayBeHost && event.by.contains("system") ? [(Self.system, ["system"])] : []
        let roles =
            event.readsRoles ? [["clerk"], ["chair"], ["clerk", "chair"]] : [event.by.filter { $0 != "system" }]
        let acting = event.readsActor ? people.filter { $0 != Self.system } : [0]
        return acting.flatMap { person in
            roles.filter { $0.contains(where: event.by.contains) }.map { (person, $0) }
        } + host
    }

    private func values(_ kind: Small.Kind) -> [Int] {
        switch kind {
        case .flag: [0, 1]
        case .choice(let count): Array(0..<count)
        case .number(let range): Array(range)
        case .day: days
        case .person: people
        case .people: people.map { 1 << $0 } + [people.prefix(2).reduce(0) { $0 | 1 << $1 }]
        case .line(let limit): (1...limit).flatMap { [$0, $0 + 100] }
        }
    }

    /// Whether the event of a missed clock happens to a record by itself, on some day and with some fact.
    func isMissedWell(_ clock: Int, _ record: Small.Record) -> Bool { !missed(clock, record).isEmpty }

    /// On a day after the due day, what the event of a missed clock comes to by itself.
    private func missed(_ clock: Int, _ record: Small.Record) -> [(today: Int, to: Small.Record)] {
        guard let due = record.clocks[clock]?.due else { return [] }
        let facts: [Bool?] = small.events.contains(where: \.readsFact) ? [nil, true, false] : [nil]
        return Array(due + 1...due + 14).flatMap { today in
            facts.compactMap { fact in
                let scene = Small.Scene(today: today, actor: Self.system, roles: ["system"], fact: fact)
                return small.cause(clock, on: record, scene)?.last.map { (today, $0.after) }
            }
        }
    }

    /// The clock is missed, and its event refused, once nothing else is to be missed, however much time passes.
    func isHeld(_ clock: Int, _ start: Small.Record) -> Bool {
        var record = start
        var passed = Int.min
        for _ in 0..<60 {
            let dues = small.clocks.indices.compactMap { index -> Int? in
                guard small.clocks[index].event != nil, let running = record.clocks[index], running.counts else {
                    return nil
                }
                return running.due >= passed ? running.due : nil
            }
            guard let due = dues.min() else { break }
            passed = due + 1
            for step in small.tick(record, passed, fact: nil) { record = step.strides?.last?.after ?? record }
        }
        guard let running = record.clocks[clock], running.counts, running.due < passed, record.state == start.state
        else {
            return false
        }
        return !isMissedWell(clock, record)
    }

    /// The event of a missed clock leaves it running from another day, and never happens again.
    func isSpent(_ clock: Int, _ record: Small.Record) -> Bool {
        guard let event = small.clocks[clock].event, small.clocks[clock].restartsOn.contains(small.events[event].name)
        else { return false }
        return missed(clock, record).contains { _, after in
            isCounting(after, clock) && small.happens(event, at: after.state) && !isMissedWell(clock, after)
        }
    }

    /// The clock is as missed as it was when it has caused its event and begun again.
    func staysMissed(_ clock: Int, _ record: Small.Record) -> Bool {
        guard let earlier = record.clocks[clock], let event = small.clocks[clock].event else { return false }
        let days = [small.clocks[clock].starts, small.clocks[clock].until].compactMap(\.self)
        return missed(clock, record).contains { today, after in
            let begins =
                small.clocks[clock].restartsOn.contains(small.events[event].name)
                || days.contains { record.values[$0] != after.values[$0] }
            guard begins, let running = after.clocks[clock], running.counts else { return false }
            return running.due <= earlier.due && running.due < today
        }
    }

    static let system = Small.system

    /// Somebody causes it, or a clock that runs: what the host alone may do of its own accord is nobody's way on.
    func isOwn(_ step: Step) -> Bool { step.isTick || step.strides[0].scene.actor != Self.system }

    /// Some clock does, which stands still by a flag at most.
    func isRunning(_ record: Small.Record, apartFrom other: Int? = nil) -> Bool {
        small.clocks.indices.contains { clock in
            clock != other && record.clocks[clock] != nil && small.clocks[clock].runsIn.contains(record.state)
        }
    }

    /// The clock can still be missed.
    func isCounting(_ record: Small.Record, _ clock: Int) -> Bool { record.clocks[clock].map(\.counts) ?? false }

    func happened(_ event: Int) -> Bool { steps.contains { $0.strides.contains { $0.event == event } } }

    /// The positions from which some wanted record can be reached.
    func reaching(
        by isCounted: (Step) -> Bool = { _ in true }, _ isWanted: (Small.Record) -> Bool
    ) -> Set<Int> {
        var origins: [Int: [Int]] = [:]
        for step in steps where isCounted(step) { origins[step.to, default: []].append(step.from) }
        var queue = records.indices.filter { isWanted(records[$0]) }
        var reaching = Set(queue)
        while let position = queue.popLast() {
            for origin in origins[position] ?? [] where reaching.insert(origin).inserted { queue.append(origin) }
        }
        return reaching
    }
}
