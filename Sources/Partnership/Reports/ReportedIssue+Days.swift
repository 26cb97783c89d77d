import Workflow

/// What issues did within some days. Each is counted on the day it happened, so that quarters add up to the year.
extension ReportedIssue {
    public func isTakenIn(within days: ClosedRange<Day>) -> Bool { steps.first.map { days.contains($0.on) } ?? false }

    /// Something that begins at an end, as what goes straight to the safeguarding service, ends as it is taken in.
    public func endings(within days: ClosedRange<Day>) -> Int {
        let begun = steps.first.map { !$0.isOpen && days.contains($0.on) ? 1 : 0 } ?? 0
        return begun + times(within: days) { !$0.isOpen }
    }

    public func reopenings(within days: ClosedRange<Day>) -> Int { times(within: days, \.isOpen) }

    /// The days within some days on which it got its outcome.
    public func settlements(within days: ClosedRange<Day>) -> [Day] {
        turns { !$0.isSettled && $1.isSettled && $0.isOpen }.filter(days.contains)
    }

    /// A meeting had decided something about it by a day, and not only put it off.
    public func wasDecided(by day: Day) -> Bool { decisions.contains { $0.on <= day && $0.kind != .deferred } }

    /// What came of a clock.
    public struct Answered: Hashable, Sendable {
        public let clock: Clock
        /// The day on which it was answered; nil while it runs.
        public let on: Day?
        /// In time until the end of its due day. A clock that stood still has the time that was left to it.
        public let isLate: Bool
    }

    /// The clocks that were answered within some days, and those that ran on the last of them. What fell away, because
    /// the issue did or what it waits for changed, is answered by nobody; but a safeguarding matter is, by being passed on.
    public func clocks(within days: ClosedRange<Day>) -> [Answered] {
        var answered: [Answered] = []
        var running: [String: Clock] = [:]
        var state: String?
        for step in steps where step.on <= days.upperBound {
            for (name, clock) in running.sorted(by: { $0.key < $1.key })
            where step.clocks[name] == nil || step.restarted.contains(name) {
                let isAnswer = step.state != state || step.restarted.contains(name) || step.answered.contains(name)
                guard isAnswer, !step.isDropped || clock.isDiverting, days.contains(step.on) else { continue }
                answered.append(
                    Answered(clock: clock, on: step.on, isLate: (clock.pausedOn ?? step.on) > clock.due))
            }
            running = step.clocks
            state = step.state
        }
        for (_, clock) in running.sorted(by: { $0.key < $1.key }) {
            answered.append(
                Answered(clock: clock, on: nil, isLate: (clock.pausedOn ?? days.upperBound) > clock.due))
        }
        return answered
    }

    /// Of the days within some days by which its family was promised to hear: whether they had heard by then.
    public func promises(within days: ClosedRange<Day>) -> [Bool] {
        var promised: [(day: Day, place: Int)] = []
        for (place, step) in steps.enumerated() {
            if let day = step.replyBy, place == 0 || steps[place - 1].replyBy != day { promised.append((day, place)) }
        }
        return promised.filter { days.contains($0.day) }.compactMap { day, place in
            let later = steps[(place + 1)...].filter { $0.on <= days.upperBound }
            if let told = later.lazy.compactMap(\.told).first, told <= day { return true }
            if let drop = later.first(where: \.isDropped), drop.on <= day { return nil }
            return false
        }
    }
}
