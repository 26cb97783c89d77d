import Workflow

extension Player {
    /// Leads more items to where an event can happen, with other values in the fields that some conditions read.
    ///
    /// - Parameter isEnough: whether an item is what was looked for, so that no other need be.
    func lookFurther(
        for event: Event, about conditions: [ExpressionNode]? = nil, until isEnough: (Int) -> Bool = { _ in false }
    ) {
        let nodes = conditions ?? event.targets.compactMap(\.condition?.root)
        let fields = Set(nodes.flatMap(\.names).compactMap(\.fieldName)).filter { name in
            event.ask(name)?.isFresh != true && study.partition.parts(of: name).count > 1
        }
        lookFurther(at: Set(event.from), about: Array(fields.sorted().prefix(4)), until: isEnough)
    }

    /// Leads more items to some states, with other values in some fields.
    func lookFurther(
        at states: Set<String>, about fields: [String], until isEnough: (Int) -> Bool = { _ in false }
    ) {
        guard furtherLooks.insert("\(states.sorted()) \(fields)").inserted else { return }
        let exploration = Exploration(study, tracking: fields, recordLimit: 2_000, study.budget.part(4))
        for path in exploration.paths(Self.itemLimit, to: { $0.state.map(states.contains) ?? false }) {
            guard !study.budget.isSpent, let record = path.steps.last?.record else { return }
            let isKnown = positions(at: record.state).contains { position in
                zip(fields, record.values).allSatisfy { $1.contains(situations[position].item.fields[$0]) }
            }
            if !isKnown, let found = follow(path, width: 4, breadth: 3), isEnough(found) { return }
        }
    }

    /// Follows a path from the start, with what tracked fields are to hold after each step; the item at its end, which
    /// breaks the claim if there is one.
    ///
    /// - Parameters:
    ///   - width: how many items are led along side by side.
    ///   - breadth: how many one step may make of one.
    func follow(
        _ path: AbstractPath, breaking claim: StepClaim? = nil, width: Int = 32, breadth: Int = 8
    ) -> Int? {
        // By how many steps lie behind them: what follows from one is some of the next.
        var places = [[0]] + path.steps.map { _ in [Int]() }
        var seen = path.steps.map { _ in Set<[Value?]>() }
        let readLater = readLater(path)
        for (index, step) in path.steps.enumerated() {
            guard let event = definition.event(step.event), !study.budget.isSpent else { return nil }
            for place in places[index] where places[index + 1].count < width {
                let from = situations[place].item.state
                guard from.map(event.from.contains) ?? event.begins else { continue }
                let isLast = index == path.steps.count - 1
                let values = path.values(after: index)
                let breaking = isLast ? claim : nil
                let targets = event.targets.indices.filter { (event.targets[$0].state ?? from) == step.record.state }
                var attempts = targets.flatMap { target in
                    solved(event, from: place, Aim(target: target, values: values, breaking: breaking))
                }
                attempts += material.varied(event, situations[place].item, values, readLater: readLater[index])
                var accepted = 0
                for attempt in attempts where accepted < breadth {
                    guard let (found, strides) = take(attempt, from: place) else { continue }
                    let item = situations[found].item
                    let end = index + strides.count - 1
                    guard end < path.steps.count,
                        strides.map(\.event) == path.steps[index...end].map(\.event),
                        item.state == path.steps[end].record.state,
                        path.values(after: end).allSatisfy({ $1.contains(item.fields[$0]) })
                    else { continue }
                    let isAtEnd = end == path.steps.count - 1
                    if isAtEnd, let claim, !claim.isBroken(definition, along: strides) { continue }
                    let reached = last(attempt, strides, from: place, to: found)
                    if isAtEnd { return reached }
                    // Of items that the rest of the way does not tell apart one is enough.
                    let told = readLater[end] + path.tracked
                    guard seen[end].insert(told.map { item.fields[$0] }).inserted else { continue }
                    accepted += 1
                    places[end + 1].append(reached)
                }
            }
        }
        return nil
    }

    /// For each step, the fields that events further on the way read or need.
    private func readLater(_ path: AbstractPath) -> [[String]] {
        var later: [[String]] = []
        var read: [String] = []
        for step in path.steps.reversed() {
            later.append(read)
            guard let event = definition.event(step.event) else { continue }
            let conditions =
                study.rules(of: event) + event.targets.compactMap(\.condition) + event.sets.map(\.expression)
            var names = conditions.flatMap { $0.root.names.compactMap(\.fieldName).sorted() }
            names += step.record.state.flatMap { definition[$0]?.needs } ?? []
            names += event.asks.filter { !$0.isFresh && $0.requirement == .required }.map(\.field)
            for name in names where !read.contains(name) { read.append(name) }
        }
        return later.reversed()
    }
}
