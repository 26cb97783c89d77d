/// Tries everything on every record there is, with a few people and days.
struct SmallExplorer {
    struct Step {
        let from: Int
        let event: Int
        let to: Int
        let scene: Small.Scene
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
            for (index, event) in small.events.enumerated() where happens(event, record.state) {
                var seen: [[Int: Int]: [Small.Scene: [Bool?]]] = [:]
                for (given, scene) in attempts(event) {
                    let judgement = small.judge(event, on: record, given: given, scene)
                    note(judgement, index)
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
                    guard let next = judgement.result else { continue }
                    if let found = positions[next] {
                        steps.append(Step(from: position, event: index, to: found, scene: scene))
                    } else {
                        positions[next] = records.count
                        steps.append(Step(from: position, event: index, to: records.count, scene: scene))
                        records.append(next)
                    }
                }
            }
            position += 1
            if records.count > Self.recordLimit {
                isComplete = false
                return
            }
        }
    }

    private func happens(_ event: Small.Event, _ state: Int) -> Bool {
        state < 0 ? event.from.isEmpty : event.from.contains(state)
    }

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
    func attempts(_ event: Small.Event) -> [([Int: Int], Small.Scene)] {
        var givens: [[Int: Int]] = [[:]]
        // What a clock causes, and nobody else may, is given nothing.
        let isOfClock = small.clocks.contains { $0.event.map { small.events[$0].name } == event.name }
        for ask in event.asks where !(isOfClock && event.by == ["system"]) {
            let values = values(small.fields[ask.field].kind)
            givens = givens.flatMap { given in [given] + values.map { given.merging([ask.field: $0]) { $1 } } }
        }
        var scenes: [Small.Scene] = []
        for today in event.readsToday ? days : [0] {
            for (actor, roles) in actors(event) {
                for fact in event.readsFact ? [nil, true, false] : [nil] {
                    scenes.append(Small.Scene(today: today, actor: actor, roles: roles, fact: fact))
                }
            }
        }
        return givens.flatMap { given in scenes.map { (given, $0) } }
    }

    /// People with everything that one can be at once, and the host, which is nobody else.
    private func actors(_ event: Small.Event) -> [(Int, [String])] {
        let host = event.by.contains("system") ? [(Self.system, ["system"])] : []
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
    func isMissedWell(_ event: Small.Event, _ record: Small.Record) -> Bool {
        !missed(event, record).isEmpty
    }

    /// On a day after the due day, what the event of a missed clock comes to by itself.
    private func missed(_ event: Small.Event, _ record: Small.Record) -> [(today: Int, to: Small.Record)] {
        guard let due = record.clock?.due else { return [] }
        return Array(due + 1...due + 14).flatMap { today in
            [nil, true, false].prefix(event.readsFact ? 3 : 1).compactMap { fact in
                let scene = Small.Scene(today: today, actor: Self.system, roles: ["system"], fact: fact)
                return small.judge(event, on: record, given: [:], scene).result.map { (today, $0) }
            }
        }
    }

    /// The event of a missed clock leaves it running from another day, and never happens again.
    func isSpent(_ clock: Small.Clock, _ event: Small.Event, _ record: Small.Record) -> Bool {
        guard clock.restartsOn.contains(event.name) else { return false }
        return missed(event, record).contains { _, after in
            after.clock != nil && event.from.contains(after.state) && !isMissedWell(event, after)
        }
    }

    /// The clock is as missed as it was when it has caused its event and begun again.
    func staysMissed(_ clock: Small.Clock, _ event: Small.Event, _ record: Small.Record) -> Bool {
        guard let earlier = record.clock else { return false }
        let days = [clock.starts, clock.until].compactMap(\.self)
        return missed(event, record).contains { today, after in
            let begins =
                clock.restartsOn.contains(event.name) || days.contains { record.values[$0] != after.values[$0] }
            guard begins, let running = after.clock else { return false }
            return running.due <= earlier.due && running.due < today
        }
    }

    /// The clock's event leaves some item where the clock caused it, and does not begin it again.
    func runsOnce(_ name: String) -> Bool {
        guard let clock = small.clocks.first(where: { $0.name == name }), let event = clock.event else { return false }
        if clock.restartsOn.contains(small.events[event].name) { return false }
        return records.contains { record in
            record.clock != nil && missed(small.events[event], record).contains { $0.to.state == record.state }
        }
    }

    static let system = 9

    /// Somebody causes it, or a clock that runs: what the host alone may do of its own accord is nobody's way on.
    func isOwn(_ step: Step) -> Bool {
        if step.scene.actor != Self.system { return true }
        return records[step.from].clock != nil && small.clocks.contains { $0.event == step.event }
    }

    func isRunning(_ record: Small.Record) -> Bool { record.clock != nil }

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
