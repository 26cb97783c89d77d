import Workflow

/// Leads items through a definition with the kernel itself: what it says happened, has happened.
final class Player {
    /// An item that the kernel led to where it is.
    struct Situation {
        let item: Item
        /// The one before; -1 for the start.
        let cameFrom: Int
        let step: Story.Step?
        let depth: Int
    }

    let study: Study
    let material: Material
    private(set) var situations = [Situation(item: Item(), cameFrom: -1, step: nil, depth: 0)]
    private var known: [Item: Int] = [Item(): 0]
    private var byState: [String?: [Int]] = [nil: [0]]
    /// The events that somebody can cause in a state.
    private var events: [String?: [Event]] = [:]
    /// For each event, in each state, an item that it happened to there.
    private(set) var happened: [String: [String?: Int]] = [:]
    private var furtherLooks: Set<String> = []
    private var stepsLeft = 60_000

    var definition: Definition { study.definition }

    init(_ study: Study) {
        self.study = study
        material = Material(study)
        known.reserveCapacity(Self.situationLimit)
        for event in study.definition.events where !event.by.isEmpty {
            for state in event.begins ? [nil] : event.from.map(Optional.some) {
                events[state, default: []].append(event)
            }
        }
    }

    // MARK: - What was seen

    func items(at state: String) -> [Item] { (byState[state] ?? []).map { situations[$0].item } }

    func positions(at state: String?) -> [Int] { byState[state] ?? [] }

    func hasHappened(_ event: String) -> Bool { happened[event] != nil }

    /// How an item came to where it is.
    func story(of position: Int, then last: Story.Step? = nil) -> Story {
        var steps = [last].compactMap(\.self)
        var position = position
        while position > 0 {
            if let step = situations[position].step { steps.append(step) }
            position = situations[position].cameFrom
        }
        return Story(steps.reversed())
    }

    // MARK: - Steps

    /// Lets an event happen to an item that was seen; where it leads, nil when it is refused.
    func step(_ attempt: Attempt, from position: Int) -> Int? {
        guard stepsLeft > 0 else { return nil }
        stepsLeft -= 1
        let before = situations[position].item
        let decision = definition.decide(attempt.event.name, on: before, given: attempt.given, in: attempt.setting)
        guard case .accepted(let change) = decision else { return nil }
        if let found = known[change.item] {
            note(attempt.event, at: before.state, found)
            return found
        }
        situations.append(
            Situation(
                item: change.item, cameFrom: position, step: attempt.step(to: change.to),
                depth: situations[position].depth + 1))
        let new = situations.count - 1
        known[change.item] = new
        byState[change.to, default: []].append(new)
        note(attempt.event, at: before.state, new)
        return new
    }

    private func note(_ event: Event, at state: String?, _ position: Int) {
        if happened[event.name]?[state] == nil { happened[event.name, default: [:]][state] = position }
    }

    // MARK: - Looking around

    /// Lets every event happen that easily does, from every state that is found on the way; then those that only happen
    /// with what the rules ask for.
    func explore() {
        var position = 0
        var tried: [String?: [Int]] = [:]
        while !study.budget.isSpent {
            while position < situations.count, situations.count < Self.situationLimit {
                lookAround(position, &tried)
                position += 1
            }
            let before = situations.count
            for event in definition.events where !hasHappened(event.name) && !places(of: event).isEmpty {
                guard !study.budget.isSpent else { return }
                if play(event) == nil {
                    lookFurther(for: event, about: study.rules(of: event).map(\.root)) { play(event, from: $0) != nil }
                }
            }
            guard situations.count > before else { return }
        }
    }

    private static let situationLimit = 1_500
    /// How many items of one state are looked at closely.
    private static let itemLimit = 24

    private func lookAround(_ position: Int, _ tried: inout [String?: [Int]]) {
        let state = situations[position].item.state
        // A large definition has more items to look at, from each of which less is learnt.
        let turns = definition.events.count > 30 ? 2 : 4
        guard let events = events[state] else { return }
        var counts = tried[state] ?? Array(repeating: 0, count: events.count)
        defer { tried[state] = counts }
        for (index, event) in events.enumerated() where counts[index] < turns {
            counts[index] += 1
            let wanted = counts[index] == 1 ? 4 : 1
            var accepted = 0
            for attempt in material.plain(event, situations[position].item) {
                if step(attempt, from: position) != nil { accepted += 1 }
                if accepted == wanted { break }
            }
        }
    }

    /// Lets an event happen to some item that was seen, if what its rules ask for can be found.
    func play(_ event: Event) -> Int? {
        for state in event.begins ? [nil] : event.from.map(Optional.some) {
            for position in positions(at: state).suffix(Self.itemLimit) {
                if let found = play(event, from: position) { return found }
            }
        }
        return nil
    }

    private func play(_ event: Event, from position: Int) -> Int? {
        for target in event.targets.indices {
            guard !study.budget.isSpent else { return nil }
            for attempt in solved(event, from: position, Aim(target: target)) {
                if let found = step(attempt, from: position) { return found }
            }
        }
        return nil
    }

    // MARK: - With an aim

    /// What a step is to come to.
    struct Aim {
        /// Which of the event's targets it takes; nil for any.
        var target: Int?
        /// What fields are to hold afterwards.
        var values: [String: AbstractValue] = [:]
        /// What it is to break.
        var breaking: StepClaim?
        /// What is to hold, and not to hold, of the record that it proposes.
        var holding: [ExpressionNode] = []
        var failing: [ExpressionNode] = []
    }

    /// What the rules ask for, as far as it can be worked out from them.
    func solved(_ event: Event, from position: Int, _ aim: Aim) -> [Attempt] {
        let item = situations[position].item
        var attempts: [Attempt] = []
        for target in aim.target.map({ [$0] }) ?? Array(event.targets.indices) {
            guard let state = event.targets[target].state ?? item.state else { continue }
            var record = study.record(of: event)
            if let from = item.state { record.states = [from] }
            for field in definition.fields { record.before[field.name] = AbstractValue(item.fields[field.name]) }
            var leaving = aim.breaking.map { $0.broken(at: state) } ?? .init(state: state)
            leaving.values = aim.values
            if let claim = aim.breaking, !claim.isAbout(from: item.state, to: state) { continue }
            let taken = event.targets[target].condition.map { [$0.root] } ?? []
            let passed = event.targets[..<target].map { $0.condition?.root ?? .literal(.flag(true)) }
            let answer = record.answer(
                holding: study.rules(of: event).map(\.root) + taken + aim.holding, failing: passed + aim.failing,
                leaving: leaving)
            if case .possible(let witness) = answer { attempts += material.attempts(event, item, witness) }
        }
        return attempts
    }

    /// Where an event can happen, among the items that were seen.
    func places(of event: Event) -> [Int] {
        let states = event.begins ? [nil] : event.from.map(Optional.some)
        return states.flatMap { positions(at: $0).prefix(Self.itemLimit) }
    }

    /// What might make an event lead nowhere.
    func lost(_ event: Event, from position: Int) -> [Attempt] {
        let item = situations[position].item
        var record = study.record(of: event)
        if let from = item.state { record.states = [from] }
        for field in definition.fields { record.before[field.name] = AbstractValue(item.fields[field.name]) }
        let answer = record.answer(
            holding: study.rules(of: event).map(\.root), failing: event.targets.compactMap(\.condition?.root))
        guard case .possible(let witness) = answer else { return [] }
        return material.attempts(event, item, witness)
    }

    /// Leads more items to where an event can happen, with other values in the fields that some conditions read.
    ///
    /// - Parameter isEnough: whether an item is what was looked for, so that no other need be.
    func lookFurther(
        for event: Event, about conditions: [ExpressionNode]? = nil, until isEnough: (Int) -> Bool = { _ in false }
    ) {
        let nodes = conditions ?? event.targets.compactMap(\.condition?.root)
        let fields = Set(nodes.flatMap(\.names).compactMap(\.fieldName)).filter { name in
            event.ask(name)?.isFresh != true && study.partition.parts(of: name).count > 1
        }
        lookFurther(at: Set(event.from), about: Array(fields.sorted().prefix(4)), until: isEnough)
    }

    /// Leads more items to some states, with other values in some fields.
    func lookFurther(
        at states: Set<String>, about fields: [String], until isEnough: (Int) -> Bool = { _ in false }
    ) {
        guard furtherLooks.insert("\(states.sorted()) \(fields)").inserted else { return }
        let exploration = Exploration(study, tracking: fields, recordLimit: 2_000, study.budget.part(4))
        for path in exploration.paths(Self.itemLimit, to: { $0.state.map(states.contains) ?? false }) {
            guard !study.budget.isSpent, let record = path.steps.last?.record else { return }
            let isKnown = positions(at: record.state).contains { position in
                zip(fields, record.values).allSatisfy { $1.contains(situations[position].item.fields[$0]) }
            }
            if !isKnown, let found = follow(path, width: 4, breadth: 3), isEnough(found) { return }
        }
    }

    /// Follows a path from the start, with what tracked fields are to hold after each step; the item at its end, which
    /// breaks the claim if there is one.
    ///
    /// - Parameters:
    ///   - width: how many items are led along side by side.
    ///   - breadth: how many one step may make of one.
    func follow(
        _ path: AbstractPath, breaking claim: StepClaim? = nil, width: Int = 32, breadth: Int = 8
    ) -> Int? {
        var places = [0]
        let readLater = readLater(path)
        for (index, step) in path.steps.enumerated() {
            guard let event = definition.event(step.event), !study.budget.isSpent else { return nil }
            let isLast = index == path.steps.count - 1
            let values = path.values(after: index)
            var next: [Int] = []
            var seen: Set<[Value?]> = []
            let told = (readLater[index] + path.tracked)
            for place in places where next.count < width {
                let from = situations[place].item.state
                guard from.map(event.from.contains) ?? event.begins else { continue }
                let breaking = isLast ? claim : nil
                let targets = event.targets.indices.filter { (event.targets[$0].state ?? from) == step.record.state }
                var attempts = targets.flatMap { target in
                    solved(event, from: place, Aim(target: target, values: values, breaking: breaking))
                }
                attempts += material.varied(event, situations[place].item, values, readLater: readLater[index])
                var accepted = 0
                for attempt in attempts where accepted < breadth {
                    let before = situations[place].item
                    guard let found = self.step(attempt, from: place) else { continue }
                    let item = situations[found].item
                    guard item.state == step.record.state, values.allSatisfy({ $1.contains(item.fields[$0]) }) else {
                        continue
                    }
                    if let breaking, !breaking.isBroken(definition, from: before, to: item, in: attempt.setting) {
                        continue
                    }
                    let reached = last(attempt, from: place, to: found)
                    if isLast { return reached }
                    // Of items that the rest of the way does not tell apart one is enough.
                    guard seen.insert(told.map { item.fields[$0] }).inserted else { continue }
                    accepted += 1
                    next.append(reached)
                }
            }
            places = next
        }
        return nil
    }

    /// For each step, the fields that events further on the way read or need.
    private func readLater(_ path: AbstractPath) -> [[String]] {
        var later: [[String]] = []
        var read: [String] = []
        for step in path.steps.reversed() {
            later.append(read)
            guard let event = definition.event(step.event) else { continue }
            let conditions =
                study.rules(of: event) + event.targets.compactMap(\.condition) + event.sets.map(\.expression)
            var names = conditions.flatMap { $0.root.names.compactMap(\.fieldName).sorted() }
            names += step.record.state.flatMap { definition[$0]?.needs } ?? []
            names += event.asks.filter { !$0.isFresh && $0.requirement == .required }.map(\.field)
            for name in names where !read.contains(name) { read.append(name) }
        }
        return later.reversed()
    }

    /// The end of a path: as a situation of its own where the item was seen before in another way.
    func last(_ attempt: Attempt, from position: Int, to found: Int) -> Int {
        if situations[found].cameFrom == position, situations[found].step?.event == attempt.event.name { return found }
        situations.append(
            Situation(
                item: situations[found].item, cameFrom: position,
                step: attempt.step(to: situations[found].item.state ?? ""), depth: situations[position].depth + 1))
        return situations.count - 1
    }

    /// Looks for a step that breaks a claim among all items that were seen.
    func search(breaking claim: StepClaim, _ budget: Budget) -> Int? {
        for position in situations.indices.prefix(Self.situationLimit) {
            let before = situations[position].item
            for event in definition.events where before.state.map(event.from.contains) ?? event.begins {
                guard !event.by.isEmpty, !budget.isSpent else { continue }
                if let entering = claim.entering {
                    let to = event.targets.compactMap { $0.state ?? before.state }
                    guard to.contains(where: { entering.contains($0) && $0 != before.state }) else { continue }
                }
                for attempt in solved(event, from: position, Aim(breaking: claim)) {
                    guard let found = step(attempt, from: position) else { continue }
                    let item = situations[found].item
                    if claim.isBroken(definition, from: before, to: item, in: attempt.setting) {
                        return last(attempt, from: position, to: found)
                    }
                }
            }
        }
        return nil
    }
}

/// What somebody may try.
struct Attempt {
    let event: Event
    var given: [String: Value]
    var setting: Setting

    func step(to state: String?) -> Story.Step {
        Story.Step(
            event: event.name, given: given, on: setting.on, actor: setting.actor, facts: setting.facts, to: state)
    }
}
