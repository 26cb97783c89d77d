import Workflow

/// Plays every story once more, from the beginning, before it is told: what it shows has then been seen on the very steps that
/// are printed. Where holidays are not at hand, it has to be seen whatever they are.
final class Retelling {
    private let study: Study

    private var definition: Definition { study.definition }

    init(study: Study) {
        self.study = study
    }

    /// The finding, or that it was not found out when its story does not show it.
    func confirmed(_ finding: Finding) -> Finding {
        guard let story = finding.story, !calendars.allSatisfy({ shows(finding, story, $0) }) else { return finding }
        let why = study.lacksHolidays ? "it hangs on holidays, which are not known here" : "played again, it was not so"
        if finding.code == .promiseBroken, case .promise(let name) = finding.subject {
            let title = definition.promises.first { $0.name == name }?.title ?? name
            return Finding(
                .promiseUnproved, finding.subject,
                "“\(title)” was not proved: whether \(story.events.joined(separator: ", ")) breaks it was not found out, as "
                    + "\(why).")
        }
        return Finding(
            .notShown, finding.subject,
            "Whether \(finding.code.rawValue) is to be said of it was not found out, as \(why).")
    }

    /// Each way in which days may be counted: as they are, or as they might be.
    private lazy var calendars: [Calendars] = {
        guard study.lacksHolidays else { return [study.calendars] }
        return [study.calendars]
            + Self.closed.map { weekdays in
                let holidays = Self.days.filter { weekdays.contains($0.weekday) }
                return Calendars(
                    study.calendars.names.map { WorkingCalendar(name: $0, holidays: holidays, covers: 1...9999) })
            }
    }()

    /// Weekdays that are all holidays: few, or all but one.
    private static let closed: [Set<Int>] = [[1, 3], [1, 2, 4, 5]]
    /// Some decades around the days on which things happen in stories.
    private static let days = stride(from: -4_000, to: 8_000, by: 1).map { Day.sample + $0 }

    /// The kernel goes the way of the story, and what it comes to is what the finding says.
    private func shows(_ finding: Finding, _ story: Story, _ calendars: Calendars) -> Bool {
        var items = [Item()]
        var ticked: Ticked?
        // What follows from the last event that somebody caused, and what of it is still to come.
        var (chain, following) = (1, [String]())
        for step in story.steps {
            let setting = Setting(on: step.on, actor: step.actor, facts: step.facts, calendars: calendars)
            let before = items[items.count - 1]
            guard let event = step.event else {
                let now = definition.tick(before, in: setting)
                guard following.isEmpty, !now.changes.contains(where: study.isFollowed),
                    step.to.map({ $0 == now.item.state }) ?? now.isRefused
                else { return false }
                items.append(now.item)
                ticked = now
                continue
            }
            if following.isEmpty {
                let changes = study.changes(event, on: before, given: step.given, in: setting)
                guard changes != nil || step.to == nil else { return false }
                following = changes?.map(\.event) ?? [event]
                chain = following.count
            }
            guard following.removeFirst() == event else { return false }
            ticked = nil
            switch definition.decide(event, on: before, given: step.given, in: setting) {
            case .accepted(let change):
                guard change.to == step.to else { return false }
                items.append(change.item)
            case .refused: guard step.to == nil else { return false }
            }
        }
        guard following.isEmpty, let last = items.last, let step = story.steps.last else { return false }
        switch (finding.code, finding.subject) {
        case (.clockEventRefused, .clock(let name)), (.clockEventWaits, .clock(let name)):
            return ticked?.steps.contains { step in
                if case .refused = step.decision { step.missed.clock == name } else { false }
            } ?? false
        case (.clockStaysMissed, .clock(let name)):
            return last.clocks[name].map { $0.pausedOn == nil && $0.fired == nil && $0.due < step.on } ?? false
        case (.clockRunsOnce, .clock(let name)):
            let counting = definition.clocks.filter { $0.name != name && $0.whenMissed != .pass }
            return counting.allSatisfy { last.clocks[$0.name] == nil }
                && last.clocks[name].map { $0.fired != nil } ?? true
        case (.stateWithoutClock, .state(let name)):
            return definition.clocks.allSatisfy { clock in
                clock.whenMissed == .pass || !clock.runsIn.contains(name) || last.clocks[clock.name] == nil
            }
        case (.ambiguousClocks, .clock(let name)):
            guard let due = last.clocks[name]?.due else { return false }
            return last.clocks.contains { $0.key != name && $0.value.due == due }
        case (.promiseBroken, .promise(let name)):
            guard let promise = definition.promises.first(where: { $0.name == name }), items.count > 1 else {
                return true
            }
            let setting = Setting(on: step.on, actor: step.actor, facts: step.facts, calendars: calendars)
            return breaks(promise, Array(items.suffix(chain + 1)), story, setting)
        default: return true
        }
    }

    /// The last event, with what follows from it, breaks the promise, as far as one can.
    ///
    /// - Parameter items: before it, and as each left it.
    private func breaks(_ promise: Promise, _ items: [Item], _ story: Story, _ setting: Setting) -> Bool {
        let last = items[items.count - 1]
        switch promise.claim {
        case .always, .never, .entering, .onlyGrows:
            return promise.stepClaims.contains { claim in
                claim.isBroken(definition, along: items, in: setting)
            }
        case .before(let states, let waypoint):
            let isThere = last.state.map(states.contains) ?? false
            switch waypoint {
            case .event(let name): return isThere && !story.events.contains(name)
            case .state(let name): return isThere && !story.steps.contains { $0.to == name }
            }
        case .canReach(_, let sources, let when):
            guard last.state.map(sources.contains) ?? false, !study.lacksHolidays || isSame(story) else {
                return false
            }
            return when.map { definition.truth(of: $0, on: last, before: last, in: .anyDay) == .holds } ?? true
        case .read: return true
        }
    }

    /// The item at the end of a story holds the same however days are counted.
    private func isSame(_ story: Story) -> Bool {
        let ends = calendars.map { calendars in
            story.steps.reduce(Item()) { item, step in
                let setting = Setting(on: step.on, actor: step.actor, facts: step.facts, calendars: calendars)
                guard let event = step.event else { return definition.tick(item, in: setting).item }
                if case .accepted(let change) = definition.decide(event, on: item, given: step.given, in: setting) {
                    return change.item
                }
                return item
            }.fields
        }
        return Set(ends).count < 2
    }
}

extension Ticked {
    /// What happened.
    var changes: [Change] {
        steps.compactMap { if case .accepted(let change) = $0.decision { change } else { nil } }
    }

    /// The event of some missed clock was refused.
    var isRefused: Bool {
        steps.contains { if case .refused = $0.decision { true } else { false } }
    }
}
