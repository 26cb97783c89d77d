/// A clock with every name in it resolved.
final class CompiledClock: Sendable {
    let clock: Clock
    /// By position of a state.
    let runsIn: [Bool]
    let condition: Code?
    /// The fields whose days decide when it is due.
    let days: [Int]
    let pausesWhen: Int?

    init(_ clock: Clock, _ layout: Layout) {
        self.clock = clock
        var runsIn = Array(repeating: false, count: layout.statePositionCount)
        for state in clock.runsIn { runsIn[layout.state(state)] = true }
        self.runsIn = runsIn
        condition = clock.condition.map { Code($0, layout) }
        days = clock.days.compactMap(layout.field)
        pausesWhen = clock.pausesWhen.flatMap(layout.field)
    }

    func restarts(on event: CompiledEvent?) -> Bool {
        guard let event, !clock.restartsOn.isEmpty else { return false }
        return clock.restartsOn.contains(event.name)
    }
}
