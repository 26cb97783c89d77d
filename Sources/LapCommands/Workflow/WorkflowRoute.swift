import Workflow

/// A sequence of events as the arrows lead, rules left aside.
struct WorkflowRoute {
    struct Step {
        let event: Event
        /// nil before it begins.
        let from: String?
        let to: String
        /// The clocks that run there.
        let clocks: [Definition.Clock]
    }

    let steps: [Step]

    /// Why events cannot follow one another.
    struct DeadEnd: Error {
        /// From 1.
        let step: Int
        let sentence: String
    }

    /// Follows the events from the start; where one leads to several states, whichever the later ones, or `end`, need.
    init(_ names: [String], in definition: Definition, to end: String? = nil) throws {
        // Each layer: the states that can be reached by then, with the state before.
        var layers: [[String: String?]] = []
        var events: [Event] = []
        for (index, name) in names.enumerated() {
            guard let event = definition.event(name) else {
                throw Failure.unknown("event", name, among: definition.events.map(\.name))
            }
            let sources = layers.last.map { Array($0.keys).sorted() } ?? []
            var layer: [String: String?] = [:]
            let starts: [String?] = index == 0 ? [nil] : sources.map { $0 }
            for source in starts where source.map(event.from.contains) ?? event.begins {
                for target in event.targets {
                    if let to = target.state ?? source, layer[to] == nil { layer[to] = .some(source) }
                }
            }
            guard !layer.isEmpty else {
                throw DeadEnd(step: index + 1, sentence: Self.sentence(event, after: sources, in: definition))
            }
            layers.append(layer)
            events.append(event)
        }
        var steps: [Step] = []
        var place =
            end.flatMap { layers.last?.keys.contains($0) == true ? $0 : nil } ?? layers.last?.keys.sorted().first
        for (event, layer) in zip(events, layers).reversed() {
            guard let to = place else { break }
            let from = layer[to] ?? nil
            let clocks = definition.clocks.filter { $0.runsIn.contains(to) }
            steps.insert(Step(event: event, from: from, to: to, clocks: clocks), at: 0)
            place = from
        }
        self.steps = steps
    }

    private static func sentence(_ event: Event, after states: [String], in definition: Definition) -> String {
        func titles(_ names: [String]) -> String {
            names.map { "“\(definition[$0]?.title ?? $0)”" }.joined(separator: ", ")
        }
        if states.isEmpty { return "“\(event.name)” does not begin anything; it happens from \(titles(event.from))." }
        if event.begins { return "“\(event.name)” begins an item, and this one has begun." }
        return "“\(event.name)” happens from \(titles(event.from)); by then it is at \(titles(states))."
    }
}

extension Definition.Clock {
    /// `Acknowledge: 3 working days`.
    var words: String {
        let deadline = until.map { "until \($0)" }
        let span = [deadline, lasts?.words].compactMap { $0 }.joined(separator: ", otherwise ")
        return "\(title): \(span)" + (condition.map { ", when \($0.text)" } ?? "")
    }
}
