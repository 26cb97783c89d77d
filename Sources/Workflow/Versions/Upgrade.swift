/// What becomes of an item that would go on under a later definition.
public struct UpgradeVerdict: Hashable, Sendable {
    public enum Answer: Hashable, Sendable {
        /// Its whole history is possible under the later definition and leads to the same state.
        case moves
        /// Its history is possible, but leads to another state: it stays under the earlier definition.
        case held
        /// Its history lacks what the later definition asks.
        case needsInput
        /// Its history is not possible under the later definition.
        case refused
    }

    public let answer: Answer
    /// Why, in words; for `moves`, what differs in the record, if anything.
    public let sentences: [String]
    /// The position, from 0, of the recorded event that decided it; nil when the whole history did.
    public let position: Int?
    /// The item under the later definition; nil unless it moves.
    public let item: Item?
}

/// What becomes of an item's clocks when it moves to a later definition.
public enum ClockPolicy: String, Hashable, Sendable, CaseIterable {
    /// As they run, those that the later definition does not know left out.
    case keep
    /// Those of its state begin on the day of the move.
    case restart
    /// As they would run had the later definition been in force from the start.
    case rebase
    /// None.
    case drop
}

extension Definition {
    /// Replays an item's own history under this definition. History is not changed by it, whatever comes out.
    public func verdict(
        on history: [RecordedEvent], of item: Item, clocks policy: ClockPolicy, on day: Day
    ) -> UpgradeVerdict {
        switch replay(history) {
        case .failure(let failure):
            let lacks = failure.reasons.allSatisfy { $0.kind == .missing || $0.kind == .stateNeeds }
            return UpgradeVerdict(
                answer: lacks ? .needsInput : .refused, sentences: failure.reasons.map(\.sentence),
                position: failure.position, item: nil)
        case .success(let instance):
            let replayed = instance.item
            guard replayed.state == item.state else {
                let there = replayed.state.map(title(ofState:)) ?? "nowhere"
                let here = item.state.map(title(ofState:)) ?? "nowhere"
                return UpgradeVerdict(
                    answer: .held, sentences: ["Its history leads to “\(there)”, and it is at “\(here)”."],
                    position: nil, item: nil)
            }
            var moved = replayed
            moved.clocks = running(policy, item, replayed, history.last?.setting, day)
            let names = Set(item.fields.keys).union(replayed.fields.keys)
            let different = names.filter { item.fields[$0] != replayed.fields[$0] }.sorted()
            return UpgradeVerdict(
                answer: .moves, sentences: different.map { "\(field($0)?.title ?? $0) differs." }, position: nil,
                item: moved)
        }
    }

    private func running(
        _ policy: ClockPolicy, _ item: Item, _ replayed: Item, _ last: Setting?, _ day: Day
    ) -> [String: RunningClock] {
        switch policy {
        case .keep: return item.clocks.filter { clock($0.key) != nil }
        case .rebase:
            // What was dealt with stays so where the due day is still the same.
            return replayed.clocks.merging(item.clocks) { $0.due == $1.due ? $1 : $0 }.filter {
                replayed.clocks[$0.key] != nil
            }
        case .drop: return [:]
        case .restart:
            guard var setting = last, let state = replayed.state else { return [:] }
            setting.on = day
            let position = program.layout.state(state)
            let frame = Frame(program, replayed.fields, state: position, setting: setting)
            var clocks: [String: RunningClock] = [:]
            for clock in program.clocks {
                clocks[clock.clock.name] = try? frame.advance(clock, nil, at: position, after: nil)
            }
            return clocks
        }
    }
}
