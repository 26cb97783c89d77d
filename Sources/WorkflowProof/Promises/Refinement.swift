import Workflow

/// Explores with more and more fields, as long as what is found cannot be played.
struct Refinement {
    let study: Study
    let budget: Budget

    private var definition: Definition { study.definition }

    enum Outcome {
        case none
        case found(Int)
        case lost(tracked: [String], AbstractPath?, isTooLarge: Bool)
    }

    /// Explores what some fields can hold. A way that seems to break the promise is played; where it cannot be, it is looked
    /// at again with the fields that the events on the way depend on, until it is gone or nothing more can be followed.
    func outcome(
        tracking fields: [String], claim: StepClaim? = nil, knowing sure: Invariants? = nil,
        avoiding avoided: Set<Promise.Waypoint> = [],
        recordLimit: Int = 50_000, by partition: Partition? = nil, isPlayed: Bool = true,
        isShown: (Int) -> Bool = { _ in true },
        then search: (Exploration) -> Exploration.Answer
    ) -> Outcome {
        var tracked = Array(fields.prefix(Exploration.fieldLimit))
        while true {
            let exploration = Exploration(
                study, tracking: tracked, recordLimit: recordLimit, invariants: sure, avoiding: avoided, by: partition,
                budget)
            switch search(exploration) {
            case .none: return .none
            case .tooLarge: return .lost(tracked: tracked, nil, isTooLarge: true)
            case .path(let path):
                if isPlayed, let found = study.player.follow(path, breaking: claim), isShown(found) {
                    return .found(found)
                }
                let further = dependencies(of: path.events, tracked).filter { !tracked.contains($0) }
                guard !further.isEmpty, tracked.count < Exploration.fieldLimit else {
                    return .lost(tracked: tracked, path, isTooLarge: false)
                }
                tracked += further.prefix(Exploration.fieldLimit - tracked.count)
            }
        }
    }

    /// Fields that the events of a path depend on, those of the last event first.
    func dependencies(of path: [String], _ tracked: [String]) -> [String] {
        var names: [String] = []
        for event in path.reversed().compactMap(definition.event) {
            let workedOut = event.sets.filter { tracked.contains($0.field) }.map(\.expression)
            let fallbacks = event.asks.filter { tracked.contains($0.field) }.compactMap(\.fallback)
            let read = study.rules(of: event) + event.targets.compactMap(\.condition) + workedOut + fallbacks
            let needed = event.targets.compactMap(\.state).flatMap { definition[$0]?.needs ?? [] }
            let kept = event.asks.filter { !$0.isFresh && $0.requirement == .required }.map(\.field)
            // What a number cannot hold refuses the event.
            func isSmall(_ name: String) -> Bool {
                if case .number(let range)? = definition.field(name)?.kind { range.upperBound < 100 } else { false }
            }
            let counted = event.adds.keys.filter(isSmall)
            let put = event.sets.filter { isSmall($0.field) && !$0.expression.root.fieldNames.isEmpty }
            names += read.flatMap { $0.root.names.compactMap(\.fieldName).sorted() } + needed.sorted() + kept
            names += counted.sorted() + put.flatMap { [$0.field] + $0.expression.root.fieldNames }
        }
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }

    func why(_ tracked: [String], _ path: AbstractPath?, _ isTooLarge: Bool, of claim: ExpressionNode? = nil) -> String
    {
        if budget.isSpent { return "time was up" }
        if isTooLarge { return "there are too many cases" }
        guard let path else { return "no way was found to show it" }
        let effects = path.events.compactMap(definition.event).first(where: study.causes.mayBeRefusedByEffects)
        let names = dependencies(of: path.events, tracked).prefix(4).map { definition.field($0)?.title ?? $0 }
        let way = path.events.joined(separator: ", ")
        let hanging = names.isEmpty ? "" : ", which hangs on \(Sentences.list(names.map { "“\($0)”" }, "and"))"
        let nodes =
            path.events.compactMap(definition.event).flatMap(study.rules).map(\.root) + (claim.map { [$0] } ?? [])
        let hard = Grounds(definition, nodes).words.map { "; it takes in \($0)" } ?? ""
        let following = effects.map { "; what the effects of “\($0.title)” cause or want may prevent it" } ?? ""
        return "whether \(way) can break it could be neither played nor ruled out\(hanging)\(hard)\(following)"
    }
}
