// What an event comes to with all that follows, and what time that passes does.
extension Small {
    /// One event on a record's way.
    struct Stride {
        let event: Int
        let before: Record
        let after: Record
        let scene: Scene
        /// What the host was told to do: to cause an event, by its position, or -1 to have something put right.
        let effects: [Int]
        var isAtRest = false
    }

    /// A missed clock that was tried as time passed, on the record as it was then.
    struct Miss {
        let clock: Int
        let before: Record
        /// nil when its event is refused.
        let strides: [Stride]?
    }

    static let system = 9

    func happens(_ event: Int, at state: Int) -> Bool {
        state < 0 ? events[event].from.isEmpty : events[event].from.contains(state)
    }

    /// nil when it is refused, or anything that follows.
    func course(
        _ event: Int, on record: Record, given: [Int: Int], _ scene: Scene,
        noting note: (Judgement, Int) -> Void = { _, _ in }
    ) -> [Stride]? {
        var left = 50
        guard var strides = course(event, on: record, given: given, scene, noting: note, &left) else { return nil }
        strides[strides.endIndex - 1].isAtRest = true
        return strides
    }

    private func course(
        _ event: Int, on record: Record, given: [Int: Int], _ scene: Scene, noting note: (Judgement, Int) -> Void,
        _ left: inout Int
    ) -> [Stride]? {
        let judgement = judge(events[event], on: record, given: given, scene)
        note(judgement, event)
        guard let result = judgement.result else { return nil }
        let isSame = events[event].asks.allSatisfy { ask in
            ask.isFresh || record.values[ask.field] == result.values[ask.field]
        }
        if isSame, judgement.effects.contains(where: { $0.follow == nil }) { return nil }
        var strides = [
            Stride(
                event: event, before: record, after: result, scene: scene,
                effects: judgement.effects.map { $0.follow ?? -1 })
        ]
        for next in judgement.effects.compactMap(\.follow) {
            let now = strides[strides.count - 1].after
            guard happens(next, at: now.state) else { continue }
            left -= 1
            let host = Scene(today: scene.today, actor: Self.system, roles: ["system"], fact: scene.fact)
            guard left > 0, let more = course(next, on: now, given: [:], host, noting: note, &left) else { return nil }
            strides += more
        }
        return strides
    }

    /// Nobody but a clock, or another event, makes the host cause it.
    func isBound(_ event: Int) -> Bool {
        let effects = events.flatMap(\.effects) + entering.flatMap(\.self)
        return clocks.contains { $0.event == event } || effects.contains { $0.follow == event }
    }

    /// Clocks that are missed by a day, the earliest first.
    func missed(_ record: Record, by day: Int) -> [Int] {
        let found = clocks.indices.filter { index in
            clocks[index].event != nil && record.clocks[index].map { $0.counts && $0.due < day } ?? false
        }
        func key(_ index: Int) -> (Int, String) { (record.clocks[index]?.due ?? 0, clocks[index].name) }
        return found.sorted { key($0) < key($1) }
    }

    /// The event of a clock that is missed; nil when it is refused.
    func cause(
        _ clock: Int, on record: Record, _ scene: Scene, noting note: (Judgement, Int) -> Void = { _, _ in }
    ) -> [Stride]? {
        guard let event = clocks[clock].event, happens(event, at: record.state) else { return nil }
        var fired = record
        fired.clocks[clock]?.hasFired = true
        return course(event, on: fired, given: [:], scene, noting: note)
    }

    /// Lets time pass until a day, and tries each clock that is missed.
    func tick(
        _ record: Record, _ day: Int, fact: Bool?, noting note: (Judgement, Int) -> Void = { _, _ in }
    ) -> [Miss] {
        let scene = Scene(today: day, actor: Self.system, roles: ["system"], fact: fact)
        var record = record
        var misses: [Miss] = []
        while let next = missed(record, by: day).first(where: { clock in !misses.contains { $0.clock == clock } }) {
            let strides = cause(next, on: record, scene, noting: note)
            misses.append(Miss(clock: next, before: record, strides: strides))
            record = strides?.last?.after ?? record
        }
        return misses
    }
}
