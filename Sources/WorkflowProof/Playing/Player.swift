import Workflow

/// Leads items through a definition with the kernel itself: what it says happened, has happened.
final class Player {
    /// An item that the kernel led to where it is.
    struct Situation {
        let item: Item
        /// The one before; -1 for the start.
        let cameFrom: Int
        /// What led it there; nil for the start.
        let step: Story.Step?
        let depth: Int

        /// The events of the step.
        var events: [String] { step.map { Story([$0]).events } ?? [] }
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
    /// Where it was looked for more, so that it is not done twice.
    var furtherLooks: Set<String> = []
    private var stepsLeft = 60_000

    var definition: Definition { study.definition }

    init(_ study: Study) {
        self.study = study
        material = Material(study)
        known.reserveCapacity(Self.situationLimit)
        for event in study.definition.events {
            let places = event.begins ? [nil] : event.from.map(Optional.some)
            for state in places where study.causes.mayCause(event, restingAt: state) {
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
            steps += [situations[position].step].compactMap(\.self)
            position = situations[position].cameFrom
        }
        return Story(steps.reversed())
    }

    // MARK: - Steps

    /// Lets an event happen to an item that was seen; where it leads, nil when it is refused.
    func step(_ attempt: Attempt, from position: Int) -> Int? { take(attempt, from: position)?.to }

    /// The same, with all that happened on the way. What the host causes only when a clock is missed, it causes by letting
    /// time pass.
    func take(_ attempt: Attempt, from position: Int) -> (to: Int, strides: [Stride])? {
        guard stepsLeft > 0 else { return nil }
        stepsLeft -= 1
        guard let strides = strides(attempt, from: position), let last = strides.last else { return nil }
        let new = situations.count
        let found = Self.entry(&known[last.after, default: new])
        for stride in strides { note(stride.event, at: stride.before.state, found) }
        if found < new { return (found, strides) }
        situations.append(situation(strides, by: attempt, from: position))
        byState[last.after.state, default: []].append(new)
        return (new, strides)
    }

    private func strides(_ attempt: Attempt, from position: Int) -> [Stride]? {
        let before = situations[position].item
        guard isLeftToClocks(attempt) else {
            return study.strides(attempt.event.name, on: before, given: attempt.given, in: attempt.setting)
        }
        guard let setting = missing(attempt, position) else { return nil }
        let strides = study.tick(before, in: setting).strides
        return strides.contains { $0.event == attempt.event.name } ? strides : nil
    }

    /// Why an event is refused to an item that was seen, and the step by which it is; nil where it happens, or nothing makes
    /// the host cause it.
    func refusal(of attempt: Attempt, from position: Int) -> ([Reason], Story.Step)? {
        let before = situations[position].item
        guard isLeftToClocks(attempt) else {
            let decision = definition.decide(
                attempt.event.name, on: before, given: attempt.given, in: attempt.setting)
            if case .refused(let reasons) = decision { return (reasons, attempt.step(to: nil)) }
            return nil
        }
        guard let setting = missing(attempt, position) else { return nil }
        for step in study.tick(before, in: setting).ticked.steps {
            guard case .refused(let reasons, attempt.event.name) = step.course else { continue }
            return (
                reasons, Story.Step(event: nil, on: setting.on, actor: .system, facts: setting.facts, to: nil)
            )
        }
        return nil
    }

    /// When the clock that causes the event is missed; nil when none runs that does.
    private func missing(_ attempt: Attempt, _ position: Int) -> Setting? {
        let item = situations[position].item
        let due = clocks(causing: attempt.event, position).compactMap { item.clocks[$0.name]?.due }.min()
        guard attempt.given.isEmpty, let due else { return nil }
        var setting = attempt.setting
        setting.on = max(setting.on, due + 1, situations[position].step?.on ?? due)
        return Day.kept.contains(setting.on) ? setting : nil
    }

    private func isLeftToClocks(_ attempt: Attempt) -> Bool {
        attempt.setting.actor == .system && study.causes.binds(attempt.event)
    }

    /// The clocks that run and cause an event when they are missed.
    func clocks(causing event: Event, _ position: Int) -> [Definition.Clock] {
        let item = situations[position].item
        return definition.clocks.filter { clock in
            guard clock.whenMissed.event == event.name, let running = item.clocks[clock.name] else { return false }
            return running.pausedOn == nil && running.fired == nil && running.due < Day.kept.upperBound
        }
    }

    private func situation(_ strides: [Stride], by attempt: Attempt, from position: Int) -> Situation {
        let last = strides[strides.count - 1]
        let isTick = isLeftToClocks(attempt)
        let causes = strides.dropFirst(isTick ? 0 : 1).map(\.event)
        return Situation(
            item: last.after, cameFrom: position,
            step: Story.Step(
                event: isTick ? nil : attempt.event.name, given: attempt.given, on: last.setting.on,
                actor: attempt.setting.actor, facts: attempt.setting.facts, to: last.after.state, causes: causes),
            depth: situations[position].depth + 1)
    }

    /// What an entry of a dictionary holds, which is made if there is none, so that its key is hashed once.
    private static func entry(_ position: inout Int) -> Int { position }

    private func note(_ event: String, at state: String?, _ position: Int) {
        if happened[event]?[state] == nil { happened[event, default: [:]][state] = position }
    }

    // MARK: - Looking around

    /// Lets every event happen that easily does, from every state that is found on the way; then those that only happen
    /// with what the rules ask for.
    func explore() {
        var position = 0
        var tried: [String?: [Int]] = [:]
        while !study.budget.isSpent {
            while position < situations.count, situations.count < Self.situationLimit, !study.budget.isSpent {
                lookAround(position, &tried)
                position += 1
            }
            let before = situations.count
            for event in definition.events where !hasHappened(event.name) && !places(of: event).isEmpty {
                guard !study.budget.isSpent else { return }
                if play(event) == nil {
                    let rules = ([event] + rivals(of: event)).flatMap(study.rules)
                    lookFurther(for: event, about: rules.map(\.root)) { play(event, from: $0) != nil }
                }
            }
            guard situations.count > before else { return }
        }
    }

    /// What other clocks cause, which may come first, where nothing but clocks causes an event.
    private func rivals(of event: Event) -> [Event] {
        guard study.causes.isLeftToHost(event) else { return [] }
        let others = definition.clocks.filter { clock in
            clock.whenMissed.event != event.name && !Set(clock.runsIn).isDisjoint(with: event.from)
        }
        return others.compactMap { $0.whenMissed.event.flatMap(definition.event) }
    }

    static let situationLimit = 1_500
    /// How many items of one state are looked at closely.
    static let itemLimit = 24

    private func lookAround(_ position: Int, _ tried: inout [String?: [Int]]) {
        let state = situations[position].item.state
        // A large definition has more items to look at, from each of which less is learnt.
        let turns = definition.events.count > 30 ? 2 : 4
        guard let events = events[state] else { return }
        var counts = tried[state] ?? Array(repeating: 0, count: events.count)
        defer { tried[state] = counts }
        for (index, event) in events.enumerated() where counts[index] < turns {
            counts[index] += 1
            let wanted = counts[index] == 1 ? turns : 1
            var accepted = 0
            for attempt in plain(event, position) {
                if step(attempt, from: position) != nil { accepted += 1 }
                if accepted == wanted { break }
            }
        }
    }

    /// The simplest ways to cause an event, that of a clock which runs first.
    private func plain(_ event: Event, _ position: Int) -> some Sequence<Attempt> {
        let item = situations[position].item
        let byClock =
            clocks(causing: event, position).isEmpty || !event.isForPeople ? [] : [material.byHost(event)]
        return [AnySequence(byClock), AnySequence(material.plain(event, item))].lazy.joined()
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

    /// It happened to an item in a state, or can be made to.
    func happens(_ event: Event, at state: String) -> Bool {
        if happened[event.name]?[state] != nil { return true }
        return positions(at: state).suffix(Self.itemLimit).contains { play(event, from: $0) != nil }
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

    /// Where an event can happen, among the items that were seen.
    func places(of event: Event) -> [Int] {
        let states = event.begins ? [nil] : event.from.map(Optional.some)
        return states.flatMap { positions(at: $0).prefix(Self.itemLimit) }
    }

    /// The end of a path: as a situation of its own where the item was seen before in another way.
    func last(_ attempt: Attempt, _ strides: [Stride], from position: Int, to found: Int) -> Int {
        let way = situation(strides, by: attempt, from: position)
        if situations[found].cameFrom == position, situations[found].step == way.step { return found }
        situations.append(way)
        return situations.count - 1
    }
}
