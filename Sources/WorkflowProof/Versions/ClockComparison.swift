import Workflow

/// Compares one clock of two definitions.
struct ClockComparison {
    let old: Definition.Clock
    let new: Definition.Clock
    let comparison: Comparison

    /// The later, for titles.
    private var definition: Definition { comparison.new }

    func differences() -> [Difference] {
        lengths() + states() + pauses() + rest()
    }

    private func lengths() -> [Difference] {
        var found: [Difference] = []
        if old.lasts != new.lasts {
            let (before, after) = Self.words(old.lasts, new.lasts)
            found.append(says(Self.effect(old.lasts, new.lasts), "lasts \(after), not \(before)"))
        }
        switch (old.orLater, new.orLater) {
        case (nil, let span?): found.append(says(.looser, "may end later, \(span.lasts.words) after \(span.starts)"))
        case (_?, nil): found.append(says(.tighter, "no longer ends later than it lasts"))
        case (let before?, let after?) where before != after:
            let (earlier, later) = Self.words(before.lasts, after.lasts)
            found.append(
                says(.other, "may end later, \(later) after \(after.starts), not \(earlier) after \(before.starts)"))
        default: break
        }
        if old.starts != new.starts || old.until != new.until {
            found.append(says(.other, "counts \(words(new)), not \(words(old))"))
        }
        if old.rolls != new.rolls { found.append(says(.other, "moves due days otherwise")) }
        return found
    }

    private func states() -> [Difference] {
        let added = new.runsIn.filter { !old.runsIn.contains($0) }
        let gone = old.runsIn.filter { !new.runsIn.contains($0) }
        return added.map { says(.tighter, "also runs at “\(definition.title(ofState: $0))”") }
            + gone.map { says(.looser, "no longer runs at “\(definition.title(ofState: $0))”") }
    }

    private func pauses() -> [Difference] {
        let added = new.pausesIn.filter { !old.pausesIn.contains($0) }
        let gone = old.pausesIn.filter { !new.pausesIn.contains($0) }
        var found = added.map { says(.looser, "stands still at “\(definition.title(ofState: $0))”") }
        found += gone.map { says(.tighter, "no longer stands still at “\(definition.title(ofState: $0))”") }
        if old.pausesWhen != new.pausesWhen {
            if let flag = old.pausesWhen { found.append(says(.tighter, "no longer stands still when \(flag)")) }
            if let flag = new.pausesWhen { found.append(says(.looser, "stands still when \(flag)")) }
        }
        let restarts = new.restartsOn.filter { !old.restartsOn.contains($0) }
        let kept = old.restartsOn.filter { !new.restartsOn.contains($0) }
        // What counts from a day on record does so as before when it begins again.
        let isFixed = new.starts != nil || new.until != nil
        let rest = isFixed ? ", \(words(new)) as before" : ""
        // What its own event begins again is missed again and again, rather than later.
        func effect(_ event: String, _ other: Difference.Effect) -> Difference.Effect {
            isFixed || new.whenMissed.event == event || old.whenMissed.event == event ? .other : other
        }
        return found + restarts.map { says(effect($0, .looser), "begins again with \($0)\(rest)") }
            + kept.map { says(effect($0, .tighter), "no longer begins again with \($0)") }
    }

    private func rest() -> [Difference] {
        var found: [Difference] = []
        if !comparison.isSame(old.condition, new.condition) {
            found.append(says(.other, "runs \(new.condition.map { "when “\($0.text)”" } ?? "without a condition")"))
        }
        if old.whenMissed != new.whenMissed { found.append(says(.other, "has another consequence when it is missed")) }
        if old.warns != new.warns {
            found.append(says(.other, new.warns.map { "warns \($0) days before" } ?? "no longer warns"))
        }
        return found
    }

    private func says(_ effect: Difference.Effect, _ words: String) -> Difference {
        Difference(.clock(new.name), effect, "“\(new.title)” \(words).")
    }
}

extension ClockComparison {
    /// Both, each with its calendar where nothing else tells them apart.
    private static func words(_ old: Period?, _ new: Period?) -> (String, String) {
        let (before, after) = (old?.words ?? "until its day", new?.words ?? "until its day")
        guard before == after, let earlier = old?.calendarName, let later = new?.calendarName else {
            return (before, after)
        }
        return ("\(before) in \(earlier)", "\(after) in \(later)")
    }

    /// `from begun`.
    private func words(_ clock: Definition.Clock) -> String {
        let start = clock.starts.map { "from \($0)" } ?? "from the day it begins"
        guard let until = clock.until else { return start }
        return clock.lasts == nil ? "until \(until)" : "until \(until), otherwise \(start)"
    }

    /// Whether a length of time is longer than another whenever it begins.
    private static func effect(_ old: Period?, _ new: Period?) -> Difference.Effect {
        guard let old, let new else { return .other }
        if let (before, after) = old.sameUnit(as: new) { return after > before ? .looser : .tighter }
        if new.likelyDays.lowerBound >= old.likelyDays.upperBound { return .looser }
        return new.likelyDays.upperBound <= old.likelyDays.lowerBound ? .tighter : .other
    }
}

extension Period {
    fileprivate func sameUnit(as other: Period) -> (Int, Int)? {
        switch (self, other) {
        case (.days(let one), .days(let other)), (.months(let one), .months(let other)): (one, other)
        case (.workingDays(let one, let mine), .workingDays(let other, let theirs)) where mine == theirs: (one, other)
        default: nil
        }
    }

    /// The fewest and the most days it takes in any calendar with a working day or more in most weeks: weekends and a
    /// fortnight of holidays lie between at most.
    fileprivate var likelyDays: ClosedRange<Int> {
        switch self {
        case .days(let count): count...count
        case .months(let count): count * 28...count * 31
        case .workingDays(let count, _): count...(2 * count + 10)
        }
    }
}
