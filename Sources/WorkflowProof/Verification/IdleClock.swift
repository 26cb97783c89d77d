import Workflow

/// A clock that never runs where it would, as its condition never holds there or its day is never on record.
struct IdleClock {
    let study: Study
    let clock: Definition.Clock

    private var days: [String] {
        [clock.starts, clock.lasts == nil ? clock.until : nil].compactMap(\.self)
    }

    /// The rest of a sentence that begins `“Reminder” never runs: `.
    var words: String {
        let titles = days.map { "“\(study.definition.field($0)?.title ?? $0)”" }
        let missing = titles.isEmpty ? [] : ["\(Sentences.list(titles, "or")) is never on record there"]
        let failing = clock.condition.map { ["“\($0.text)” never holds there"] } ?? []
        return Sentences.list(failing + missing, "or") + "."
    }

    /// Proved of every item: false also when it is not known.
    func neverRuns(in state: String) -> Bool {
        guard clock.condition != nil || !days.isEmpty, clock.condition?.isAboutTheRecord ?? true else { return false }
        let positions = study.player.positions(at: state)
        if positions.contains(where: { study.player.situations[$0].item.clocks[clock.name] != nil }) { return false }
        let read = Set((clock.condition?.root.names.compactMap(\.fieldName) ?? []) + days).sorted()
        let exploration = Exploration(
            study, tracking: Array(read.prefix(Exploration.fieldLimit)), recordLimit: 4_000, study.budget.part(4))
        let condition = clock.condition.map {
            AbstractCode($0.root, study.definition, tracked: exploration.positions)
        }
        // Where it may stand still it goes on from where an item only passes.
        let answer = exploration.walk(isOfEachEvent: !clock.pausesIn.isEmpty) { _, _, to, _ in
            guard to.state == state else { return false }
            let scene = AbstractCode.Scene(values: to.values, before: to.values, state: state)
            guard condition?.outcomes(on: scene).contains(.holds) ?? true else { return false }
            return days.allSatisfy { day in exploration.positions[day].map { to.values[$0] != .unset } ?? true }
        }
        if case .none = answer { return true }
        return false
    }
}
