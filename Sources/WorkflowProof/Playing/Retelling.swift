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
        var last = Item()
        var ticked: Ticked?
        // The way as a whole, and what of it came of the last step.
        var (way, end) = ([Stride](), [Stride]())
        for step in story.steps {
            let setting = Setting(on: step.on, actor: step.actor, facts: step.facts, calendars: calendars)
            if let event = step.event {
                ticked = nil
                end = study.strides(event, on: last, given: step.given, in: setting) ?? []
                guard end.last?.after.state == step.to else { return false }
                last = end.last?.after ?? last
            } else {
                let now = study.tick(last, in: setting)
                guard step.to.map({ $0 == now.ticked.item.state }) ?? now.ticked.isRefused else { return false }
                (last, end, ticked) = (now.ticked.item, now.strides, now.ticked)
            }
            way += end
        }
        guard let step = story.steps.last else { return false }
        func course(_ clock: String) -> Course? { ticked?.steps.first { $0.missed.clock == clock }?.course }
        switch (finding.code, finding.subject) {
        case (.clockEventRefused, .clock(let name)), (.clockEventWaits, .clock(let name)):
            return course(name).map { $0.changes == nil } ?? false
        case (.clockStaysMissed, .clock(let name)):
            // What another clock caused first may have refused it.
            guard course(name)?.changes != nil else { return false }
            return last.clocks[name].map { $0.pausedOn == nil && $0.fired == nil && $0.due < step.on } ?? false
        case (.clockRunsOnce, .clock(let name)):
            guard course(name)?.changes != nil else { return false }
            let counting = definition.clocks.filter { $0.name != name && $0.whenMissed != .pass }
            return counting.allSatisfy { last.clocks[$0.name] == nil }
                && last.clocks[name].map { $0.fired != nil } ?? true
        case (.stateWithoutClock, .state(let name)):
            return last.state == name
                && definition.clocks.allSatisfy { clock in
                    clock.whenMissed == .pass || !clock.runsIn.contains(name) || last.clocks[clock.name] == nil
                }
        case (.ambiguousClocks, .clock(let name)):
            guard let due = last.clocks[name]?.due else { return false }
            return last.clocks.contains { $0.key != name && $0.value.due == due }
        case (.promiseBroken, .promise(let name)):
            guard let promise = definition.promises.first(where: { $0.name == name }), !way.isEmpty else {
                return true
            }
            return breaks(promise, last, way, end, story)
        default: return true
        }
    }

    /// The end of the way breaks the promise, as far as one can.
    private func breaks(_ promise: Promise, _ last: Item, _ way: [Stride], _ end: [Stride], _ story: Story) -> Bool {
        switch promise.claim {
        case .always, .never, .entering, .onlyGrows:
            return promise.stepClaims.contains { $0.isBroken(definition, along: end) }
        case .before(let states, let waypoints):
            guard last.state.map(states.contains) ?? false else { return false }
            return !way.contains { stride in
                waypoints.contains { waypoint in
                    switch waypoint {
                    case .event(let name): stride.event == name
                    case .state(let name): stride.after.state == name
                    }
                }
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
                guard let event = step.event else { return study.tick(item, in: setting).ticked.item }
                return study.strides(event, on: item, given: step.given, in: setting)?.last?.after ?? item
            }.fields
        }
        return Set(ends).count < 2
    }
}
