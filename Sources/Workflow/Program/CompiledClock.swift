/// A clock with every name in it resolved.
final class CompiledClock: Sendable {
    /// What the clock does in a state.
    enum Activity: Sendable {
        case none, runs, waits
    }

    let clock: Clock
    /// By position of a state.
    let activity: [Activity]
    let condition: Code?
    /// The fields whose days decide when it is due.
    let days: [Int]
    let pausesWhen: Int?
    /// The fields that decide how it stands; nil when something else does too.
    private let dependencies: FieldMask?

    init(_ clock: Clock, _ layout: Layout) {
        self.clock = clock
        var activity = Array(repeating: Activity.none, count: layout.statePositionCount)
        for state in clock.pausesIn { activity[layout.state(state)] = .waits }
        for state in clock.runsIn { activity[layout.state(state)] = .runs }
        self.activity = activity
        condition = clock.condition.map { Code($0, layout) }
        days = clock.days.compactMap(layout.field)
        pausesWhen = clock.pausesWhen.flatMap(layout.field)
        if let fields = condition.map(\.fieldsAlone) ?? [] {
            var dependencies = FieldMask()
            for field in fields + days { dependencies.insert(field) }
            if let pausesWhen { dependencies.insert(pausesWhen) }
            self.dependencies = dependencies
        } else {
            dependencies = nil
        }
    }

    /// An event that led from a state to another, writing only these fields, cannot have changed it.
    func isUntouched(by event: CompiledEvent, from before: Int, to after: Int, writing fields: FieldMask) -> Bool {
        guard let dependencies, activity[before] == activity[after] else { return false }
        return !dependencies.meets(fields) && !restarts(on: event)
    }

    func restarts(on event: CompiledEvent?) -> Bool {
        guard let event, !clock.restartsOn.isEmpty else { return false }
        return clock.restartsOn.contains(event.name)
    }
}

extension Code {
    /// The fields it reads; nil when it reads anything besides.
    fileprivate var fieldsAlone: [Int]? {
        var fields: [Int] = []
        for node in nodes {
            switch node {
            case .field(let field): fields.append(Int(field))
            case .before, .fact, .today, .state, .person, .roles, .shift, .workingDaysBetween: return nil
            default: break
            }
        }
        return fields
    }
}
