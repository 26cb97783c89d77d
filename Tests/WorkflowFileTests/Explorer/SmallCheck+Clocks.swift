import Workflow

// What is said of clocks, against what came of them when they were missed.
extension SmallCheck {
    /// What is said of a clock, of the last time that passed: on the record as it was when the clock was missed.
    mutating func shown(_ finding: Finding, _ clock: Int, _ steps: [Played], _ last: Played) throws(Wrong) {
        guard let miss = last.misses.first(where: { $0.clock == clock }) else {
            throw Wrong(words: "the clock is not missed")
        }
        guard finding.sentence.contains("at “\(small.states[miss.before.state].name)”") else {
            throw Wrong(words: "it is missed elsewhere")
        }
        if finding.code == .clockEventRefused || finding.code == .clockEventWaits {
            return try refused(finding, miss, steps, last.after)
        }
        guard let after = miss.strides?.last?.after else { throw Wrong(words: "its event is refused") }
        if finding.code == .clockStaysMissed {
            guard tried.staysMissed(clock, miss.before) else { throw Wrong(words: "it is missed no longer") }
            return
        }
        guard after.state == miss.before.state, !tried.isCounting(last.after, clock) else {
            throw Wrong(words: "it does not leave an item where it was, or begins again")
        }
        if tried.isRunning(last.after, apartFrom: clock) { throw Wrong(words: "another clock runs") }
    }

    private mutating func refused(
        _ finding: Finding, _ miss: Small.Miss, _ steps: [Played], _ last: Small.Record
    ) throws(Wrong) {
        let clock = miss.clock
        guard miss.strides == nil else { throw Wrong(words: "its event happens") }
        if tried.isMissedWell(clock, miss.before) { throw Wrong(words: "it happens there") }
        if finding.sentence.contains("is always refused") {
            let there = tried.records.filter { $0.state == miss.before.state && tried.isCounting($0, clock) }
            if let well = there.first(where: { tried.isMissedWell(clock, $0) }) {
                throw Wrong(words: "it happens at \(well)")
            }
            return
        }
        guard tried.isCounting(last, clock) else { throw Wrong(words: "the clock does not run on") }
        if tried.isMissedWell(clock, last) { throw Wrong(words: "it happens then") }
        if finding.sentence.hasPrefix("Once ") {
            guard steps.flatMap(\.misses).contains(where: { $0.clock == clock && $0.strides != nil }) else {
                throw Wrong(words: "it did not happen before")
            }
            return
        }
        let onwards = SmallExplorer(small, from: [last], days: [0, 1, 2, 3], people: [0, 1, 2])
        let isWell = onwards.records.contains { record in
            record.state == last.state && onwards.isCounting(record, clock) && onwards.isMissedWell(clock, record)
        }
        if finding.code == .clockEventRefused, isWell { throw Wrong(words: "it happens at last") }
        if finding.code == .clockEventWaits, onwards.isComplete {
            counts[isWell ? "waits" : "waits for nobody", default: 0] += 1
        }
    }
}
