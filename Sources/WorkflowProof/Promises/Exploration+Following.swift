import Workflow

// What follows from an event before the item comes to rest.
extension Exploration {
    /// A record, and what happens next by itself: the first of it surely, the others as far as they may. None at rest.
    struct Place: Hashable {
        let record: AbstractRecord
        var pending: [Following] = []
    }

    /// An event that an effect causes, if the state has it.
    struct Following: Hashable {
        /// nil where the file does not name it.
        let event: String?
        let isSure: Bool
    }

    /// What an event that led to a record may make follow.
    func following(_ step: Step, from record: AbstractRecord, to arrived: AbstractRecord) -> [Following] {
        guard step.mayBeFollowed, let state = arrived.state else { return [] }
        let scene = AbstractCode.Scene(values: arrived.values, before: record.values, state: record.state)
        return study.causes.followers(of: step.event, from: record.state, to: state).compactMap { effect, event in
            let outcomes = effect.condition.map {
                step.event.erases.isEmpty
                    ? AbstractCode($0.root, study.definition, tracked: positions).outcomes(on: scene) : .any
            }
            guard outcomes?.contains(.holds) ?? true else { return nil }
            return Following(event: event?.name, isSure: event != nil && outcomes?.isSure ?? true)
        }
    }

    /// Where an item can be when an event has led it to a record: at rest there, or where something follows.
    func places(_ record: AbstractRecord, _ pending: [Following]) -> (rest: Place?, further: [Place]) {
        guard let state = record.state else { return (Place(record: record), []) }
        var further: [Place] = []
        for (index, next) in pending.enumerated() {
            let events = next.event.map { [$0] } ?? study.definition.events.map(\.name)
            let possible = events.filter { study.definition.event($0)?.from.contains(state) ?? false }
            further += possible.filter { !avoided.contains(.event($0)) }.map { name in
                let rest = pending[(index + 1)...]
                return Place(record: record, pending: [Following(event: name, isSure: true)] + rest)
            }
            if next.isSure, !possible.isEmpty { return (nil, further) }
        }
        return (Place(record: record), further)
    }

    /// Every record in which an item can come to rest when a clock is missed.
    func rests(ofMissing clock: Definition.Clock, _ record: AbstractRecord, by step: Step) -> [AbstractRecord] {
        var rests: [AbstractRecord] = []
        var queue: [Place] = []
        var seen: Set<Place> = []
        func arrive(_ arrived: AbstractRecord, _ pending: [Following]) {
            let (rest, further) = places(arrived, pending)
            if let rest, seen.insert(rest).inserted { rests.append(rest.record) }
            queue += further.filter { seen.insert($0).inserted }
        }
        for next in successors(ofMissing: clock, record, by: step) {
            arrive(next, following(step, from: record, to: next))
        }
        while let place = queue.popLast(), !budget.isSpent {
            for (step, next) in onward(from: place) {
                arrive(next, following(step, from: place.record, to: next) + place.pending.dropFirst())
            }
        }
        return budget.isSpent ? rests + [record] : rests
    }

    /// What the first of what follows leaves behind.
    func onward(from place: Place) -> [(step: Step, record: AbstractRecord)] {
        guard let name = place.pending.first?.event, let step = step(of: name) else { return [] }
        return successors(ofHost: .following, place.record, by: step).map { (step, $0) }
    }
}
