import Workflow

/// Leads items through a definition with the kernel itself: what it says happened, has happened.
final class Player {
    /// An item that the kernel led to where it is.
    struct Situation {
        let item: Item
        /// The one before; -1 for the start.
        let cameFrom: Int
        /// The event that led it there, then what followed from that; none for the start.
        let steps: [Story.Step]
        let depth: Int
    }

    let study: Study
    let material: Material
    private(set) var situations = [Situation(item: Item(), cameFrom: -1, steps: [], depth: 0)]
    private var known: [Item: Int] = [Item(): 0]
    private var byState: [String?: [Int]] = [nil: [0]]
    /// The events that somebody can cause in a state.
    private var events: [String?: [Event]] = [:]
    /// For each event, in each state, an item that it happened to there.
    private(set) var happened: [String: [String?: Int]] = [:]
    /// Where it was looked for more, so that it is not done twice.
    var furtherLooks: Set<String> = []
    private var stepsLeft = 60_000
    /// The events that clocks cause, with which the host gives nothing.
    private let byClocks: Set<String>

    var definition: Definition { study.definition }

    init(_ study: Study) {
        self.study = study
        material = Material(study)
        byClocks = Set(study.definition.clocks.compactMap(\.whenMissed.event))
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
            steps += situations[position].steps.reversed()
            position = situations[position].cameFrom
        }
        return Story(steps.reversed())
    }

    // MARK: - Steps

    /// Lets an event happen to an item that was seen; where it leads, nil when it is refused.
    func step(_ attempt: Attempt, from position: Int) -> Int? { take(attempt, from: position)?.to }

    /// The same, with all that happened on the way.
    func take(_ attempt: Attempt, from position: Int) -> (to: Int, changes: [Change])? {
        guard stepsLeft > 0 else { return nil }
        if !attempt.given.isEmpty, attempt.setting.actor == .system, byClocks.contains(attempt.event.name) {
            return nil
        }
        stepsLeft -= 1
        let before = situations[position].item
        let changes = study.changes(attempt.event.name, on: before, given: attempt.given, in: attempt.setting)
        guard let changes, let change = changes.last else { return nil }
        let new = situations.count
        let found = Self.entry(&known[change.item, default: new])
        for change in changes { note(change.event, at: change.from, found) }
        if found < new { return (found, changes) }
        situations.append(situation(changes, by: attempt, from: position))
        byState[change.to, default: []].append(new)
        return (new, changes)
    }

    private func situation(_ changes: [Change], by attempt: Attempt, from position: Int) -> Situation {
        Situation(
            item: changes[changes.count - 1].item, cameFrom: position,
            steps: [attempt.step(to: changes[0].to)]
                + changes.dropFirst().map { change in
                    Story.Step(
                        event: change.event, on: attempt.setting.on, actor: .system, facts: attempt.setting.facts,
                        to: change.to)
                },
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
                    lookFurther(for: event, about: study.rules(of: event).map(\.root)) { play(event, from: $0) != nil }
                }
            }
            guard situations.count > before else { return }
        }
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
    func last(_ attempt: Attempt, _ changes: [Change], from position: Int, to found: Int) -> Int {
        let way = situation(changes, by: attempt, from: position)
        if situations[found].cameFrom == position, situations[found].steps == way.steps { return found }
        situations.append(way)
        return situations.count - 1
    }
}
