import Workflow

/// Two clocks that cause different events and may fall due on one day, so that nothing says which comes first.
struct TwoClocks {
    let study: Study
    let clock: Definition.Clock
    let other: Definition.Clock

    private var definition: Definition { study.definition }

    func finding() -> Finding? {
        guard !isApart, let state = states.first else { return nil }
        if clock.runsWith(other), clock.lasts == other.lasts, clock.orLater == other.orLater, clock.rolls == other.rolls
        {
            return ambiguous(state, "they", nil)
        }
        if let found = shown() { return ambiguous(found.state, "they can", found.story) }
        study.player.lookFurther(at: Set(states), about: Array(Set(clock.days + other.days).sorted().prefix(4)))
        if let found = shown() { return ambiguous(found.state, "they can", found.story) }
        return Finding(
            .notShown, .clock(other.name),
            "Whether “\(clock.title)” and “\(other.title)”, which both cause an event when they are missed at "
                + "“\(definition.title(ofState: state))”, can fall due on the same day was not found out"
                + "\(study.grounds([clock, other].compactMap(\.condition?.root), [clock, other])).")
    }

    private func ambiguous(_ state: String, _ words: String, _ story: Story?) -> Finding {
        Finding(
            .ambiguousClocks, .clock(other.name),
            "At “\(definition.title(ofState: state))” both “\(clock.title)” and “\(other.title)” cause an event when they "
                + "are missed, \(words) fall due on the same day, and nothing says which comes first.",
            path: study.graph.paths[state] ?? [], story: story)
    }

    // MARK: - Proved

    /// Where both may run at one time.
    private var states: [String] {
        clock.runsIn.filter { state in
            guard other.runsIn.contains(state), study.graph.paths[state] != nil else { return false }
            var reader = ConditionReader(definition)
            var formulas = [reader.holds(.compare(.equal, .state, .literal(.text(state))))]
            for one in [clock, other] {
                if let condition = one.condition { formulas.append(reader.holds(condition.root)) }
                if let flag = one.pausesWhen { formulas.append(.not(reader.holds(.field(flag)))) }
                if IdleClock(study: study, clock: one).neverRuns(in: state) { return false }
            }
            if case .impossible = CubeSearch.answer(formulas, reader.vocabulary, study.budget) { return false }
            return true
        }
    }

    /// They begin together, and one is surely over before the other.
    private var isApart: Bool {
        guard clock.runsWith(other), let one = clock.lasts, let two = other.lasts else { return false }
        guard clock.until == nil, [clock, other].allSatisfy({ $0.rolls.isEmpty && $0.orLater == nil }) else {
            return false
        }
        let standsStill = !clock.pausesIn.isEmpty || clock.pausesWhen != nil
        if standsStill, one.calendarName != nil || two.calendarName != nil { return false }
        // None and one are the same after a day that is no working day.
        if case .workingDays(let few, let name) = one, case .workingDays(let many, name) = two {
            return max(min(few, many), 1) < max(few, many)
        }
        return one.most < two.least || two.most < one.least
    }

    // MARK: - Played

    private func shown() -> (state: String, story: Story)? {
        let player = study.player
        for state in states {
            let positions = player.positions(at: state)
            for position in positions.prefix(12) where !study.budget.isSpent {
                if let story = moved(player.story(of: position), state) { return (state, story) }
            }
            guard [clock, other].contains(where: { !$0.countsPlainDays }) else { continue }
            for position in positions.prefix(2) {
                let story = player.story(of: position)
                for days in 0...366 where !study.budget.isSpent {
                    let later = story.later(by: days)
                    guard let (one, two) = running(player.item(after: later), state) else { break }
                    if one == two { return (state, later) }
                    // Too far from one another to meet on any day.
                    if abs(one - two) > Self.mostApart { break }
                }
            }
        }
        return nil
    }

    private static let mostApart = 40

    /// The same story, or with one day of it moved by what lies between the two, where both then fall due on one day.
    private func moved(_ story: Story, _ state: String) -> Story? {
        guard let (one, two) = running(study.player.item(after: story), state) else { return nil }
        if one == two { return story }
        let days = Set(clock.days + other.days).sorted()
        var stories: [Story] = []
        for (index, step) in story.steps.enumerated() {
            stories.append(story.later(by: abs(one - two), from: index))
            guard let event = step.event.flatMap(definition.event) else { continue }
            for field in days where event.ask(field) != nil {
                var values = [one, two]
                if case .day(let day)? = step.given[field] { values += [day + (one - two), day + (two - one)] }
                stories += values.map { story.giving(.day($0), field, at: index) }
            }
        }
        return stories.first { story in
            guard !study.budget.isSpent, let (one, two) = running(study.player.item(after: story), state) else {
                return false
            }
            return one == two
        }
    }

    /// When the two are due, where both run.
    private func running(_ item: Item?, _ state: String) -> (Day, Day)? {
        guard let item, item.state == state, let one = item.clocks[clock.name], let two = item.clocks[other.name],
            [one, two].allSatisfy({ $0.pausedOn == nil && $0.fired == nil })
        else { return nil }
        return (one.due, two.due)
    }
}

extension Definition.Clock {
    /// Whatever is on record, both begin on one day and run as long as the other does.
    fileprivate func runsWith(_ other: Definition.Clock) -> Bool {
        starts == other.starts && until == other.until && runsIn == other.runsIn && condition == other.condition
            && restartsOn == other.restartsOn && pausesIn == other.pausesIn && pausesWhen == other.pausesWhen
    }

    /// It falls due a number of days after it began.
    fileprivate var countsPlainDays: Bool {
        guard rolls.isEmpty, orLater == nil else { return false }
        if case .days? = lasts { return true }
        return lasts == nil
    }
}

extension Period {
    /// The fewest days that it comes to.
    fileprivate var least: Int {
        switch self {
        case .days(let count), .workingDays(let count, _): count
        case .months(let count): 28 * count
        }
    }

    /// The most days that it comes to; working days hang on how many holidays there are.
    fileprivate var most: Int {
        switch self {
        case .days(let count): count
        case .months(let count): 31 * count
        case .workingDays: .max
        }
    }
}
