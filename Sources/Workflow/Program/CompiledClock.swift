/// A clock with every name in it resolved.
final class CompiledClock: Sendable {
    /// What the clock does in a state.
    enum Activity: Sendable {
        case none, runs, waits
    }

    let clock: Definition.Clock
    /// By position of a state.
    let activity: [Activity]
    let condition: Code?
    /// The fields whose days decide when it is due.
    let days: [Int]
    let pausesWhen: Int?
    /// The fields that decide how it stands; nil when something else does too.
    private let dependencies: FieldMask?

    /// By position of an event: whether the clock begins again with it.
    private let restartsOn: [Bool]

    init(_ clock: Definition.Clock, _ events: [Event], _ layout: Layout) {
        self.clock = clock
        var activity = Array(repeating: Activity.none, count: layout.statePositionCount)
        for state in clock.pausesIn { activity[layout.state(state)] = .waits }
        for state in clock.runsIn { activity[layout.state(state)] = .runs }
        self.activity = activity
        condition = clock.condition.map { Code($0, layout) }
        days = clock.days.compactMap(layout.field)
        restartsOn = events.map { clock.restartsOn.contains($0.name) }
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
        event.map { restartsOn[$0.position] } ?? false
    }
}

extension Code {
    /// The fields it reads; nil when it reads anything besides.
    fileprivate var fieldsAlone: [Int]? {
        var fields: [Int] = []
        for node in nodes {
            switch node {
            case .field(let field): fields.append(Int(field))
            case .compareField(_, let field, _): fields.append(Int(field))
            case .before, .fact, .today, .state, .isState, .person, .roles, .shift, .workingDaysBetween: return nil
            default: break
            }
        }
        return fields
    }
}
