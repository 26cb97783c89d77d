import Workflow

/// Plays the same thing twice, with other values in what few may read, and looks whether others see a difference.
struct SecretProbe {
    let study: Study
    /// The fields that few may read.
    let hidden: Set<String>
    /// These, and what few may read that holds something of them.
    let known: Set<String>
    /// Others may read the field.
    let isOpen: (String) -> Bool
    /// Others see the state and the clocks, and what is handed to the host.
    let showsCodes: Bool
    let showsEffects: Bool

    struct Difference {
        let story: Story
        /// The value, and the other one, by which what others see differs; nil for none.
        let field: String
        let values: (Value?, Value?)
        /// The first thing that differs, a part of a sentence.
        let shown: String
    }

    /// What others see after a step.
    private struct Sight: Hashable {
        let state: String?
        let fields: [String: Value]
        let clocks: [String: RunningClock]
        let effects: [EffectCall]
    }

    private struct Play {
        let value: Value?
        var steps: [Story.Step] = []
        var seen: [Sight] = []
        /// For each step that was tried, what of `known` was on record before it, and was given.
        var held: [[Set<String>]] = []
        /// The last that was tried was refused.
        var isRefused = false
    }

    /// - Parameters:
    ///   - story: without time that passes.
    ///   - isByRefusal: whether it is a difference, too, that the last step is refused though as much of what few may read is
    ///     on record and given.
    func difference(in story: Story, isByRefusal: Bool) -> Difference? {
        varied(story, isByRefusal) ?? varied(leftToDefaults(story), isByRefusal)
    }

    /// The same where nothing is given that a default would be worked out for of what few may read.
    private func leftToDefaults(_ story: Story) -> Story {
        Story(
            story.steps.map { step in
                let asks = step.event.flatMap(study.definition.event)?.asks ?? []
                let defaults = asks.filter { !($0.fallback?.root.told.isDisjoint(with: known) ?? true) }
                let worked = Set(defaults.map(\.field))
                return Story.Step(
                    event: step.event, given: step.given.filter { !worked.contains($0.key) }, on: step.on,
                    actor: step.actor, facts: step.facts, to: step.to)
            })
    }

    private func varied(_ story: Story, _ isByRefusal: Bool) -> Difference? {
        for index in story.steps.indices {
            guard let event = story.steps[index].event.flatMap(study.definition.event) else { return nil }
            for ask in event.asks where hidden.contains(ask.field) {
                guard !study.budget.isSpent else { return nil }
                let values: [Value?] =
                    [story.steps[index].given[ask.field], nil]
                    + study.player.material.samples(ask.field, Item()).prefix(Self.sampleLimit).map(Optional.some)
                let plays = values.compactMap { play(story, giving: $0, ask.field, at: index) }
                for (position, one) in plays.enumerated() {
                    for other in plays[..<position] {
                        if let found = difference(one, other, ask.field) { return found }
                        guard isByRefusal else { continue }
                        let last = story.steps.count - 1
                        let found = refusal(of: one, but: other, last) ?? refusal(of: other, but: one, last)
                        if let (story, words) = found {
                            return Difference(
                                story: story, field: ask.field, values: (one.value, other.value), shown: words)
                        }
                    }
                }
            }
        }
        return nil
    }

    private static let sampleLimit = 8

    private func play(_ story: Story, giving value: Value?, _ field: String, at index: Int) -> Play? {
        if let value, study.definition.field(field)?.check(value) != nil { return nil }
        var item = Item()
        var play = Play(value: value)
        for (position, step) in story.steps.enumerated() {
            guard let event = step.event else { break }
            var given = step.given
            if position == index { given[field] = value }
            let setting = Setting(
                on: step.on, actor: step.actor, facts: step.facts, calendars: study.player.material.calendars)
            let course = study.definition.course(of: event, on: item, given: given, in: setting, by: study.host)
            play.held.append([known.intersection(item.fields.keys), known.intersection(given.keys)])
            play.isRefused = course.changes == nil
            // What follows may be another event with other values.
            guard let changes = course.changes, changes.count == 1 else { break }
            let change = changes[0]
            item = change.item
            play.steps.append(
                Story.Step(
                    event: event, given: given, on: step.on, actor: step.actor, facts: step.facts, to: change.to))
            play.seen.append(
                Sight(
                    state: showsCodes ? item.state : nil, fields: item.fields.filter { isOpen($0.key) },
                    clocks: showsCodes ? item.clocks : [:], effects: showsEffects ? change.effects : []))
        }
        return play.seen.count > index || play.isRefused ? play : nil
    }

    /// A step is refused in one play and happens in the other, where nothing that came before shows a difference.
    private func refusal(of one: Play, but other: Play, _ step: Int) -> (Story, String)? {
        guard one.isRefused, one.seen.count == step, other.seen.count > step, one.held[step] == other.held[step],
            let event = other.steps[step].event.flatMap(study.definition.event)
        else { return nil }
        return (Story(Array(other.steps[...step])), "“\(event.title)” is refused or happens")
    }

    private func difference(_ one: Play, _ other: Play, _ field: String) -> Difference? {
        guard let index = zip(one.seen, other.seen).enumerated().first(where: { $1.0 != $1.1 })?.offset else {
            return nil
        }
        return Difference(
            story: Story(Array(one.steps[...index])), field: field, values: (one.value, other.value),
            shown: words(one.seen[index], other.seen[index]))
    }

    private func words(_ one: Sight, _ other: Sight) -> String {
        let definition = study.definition
        if one.state != other.state {
            let titles = [one.state, other.state].map { "“\($0.map(definition.title(ofState:)) ?? "")”" }
            return "it is at \(titles[0]) or at \(titles[1])"
        }
        for field in definition.fields where one.fields[field.name] != other.fields[field.name] {
            let values = [one, other].map { $0.fields[field.name]?.word ?? "empty" }
            return "“\(field.name)” is \(values[0]) or \(values[1])"
        }
        for clock in definition.clocks where one.clocks[clock.name] != other.clocks[clock.name] {
            let (first, second) = (one.clocks[clock.name], other.clocks[clock.name])
            return "“\(clock.title)” is \(words(first, beside: second)) or \(words(second, beside: first))"
        }
        return "something else is handed to the program"
    }

    /// How a clock stands, as far as it is told from another.
    private func words(_ clock: RunningClock?, beside other: RunningClock?) -> String {
        guard let clock else { return "not running" }
        if let paused = clock.pausedOn, other?.pausedOn != paused { return "standing still since \(paused)" }
        let isDueAlike = other.map { $0.due == clock.due && $0.pausedOn == nil } ?? false
        return isDueAlike ? "begun on \(clock.started)" : "due on \(clock.due)"
    }
}
