import Workflow

/// One arrow of a picture: all the events that lead from one place to a state.
struct DiagramArrow {
    enum Origin: Hashable {
        case start
        case state(String)
        /// What can happen nearly anywhere is one arrow from a box of its own, or nobody could follow the others.
        case states([String])
    }

    let from: Origin
    let to: String
    var events: [Event]
}

extension Definition {
    /// Arrows in the order of the file, those that stay in a state left out.
    var arrows: [DiagramArrow] {
        var arrows: [DiagramArrow] = []
        for event in events {
            for to in event.targets.compactMap(\.state) {
                for origin in origins(of: event, to: to) {
                    guard let found = arrows.firstIndex(where: { $0.from == origin && $0.to == to }) else {
                        arrows.append(DiagramArrow(from: origin, to: to, events: [event]))
                        continue
                    }
                    if arrows[found].events.last?.name != event.name { arrows[found].events.append(event) }
                }
            }
        }
        return arrows
    }

    /// The sets of states that have a box of their own, in the order of the file.
    var diagramGroups: [[String]] {
        var groups: [[String]] = []
        for case .states(let states) in arrows.map(\.from) where !groups.contains(states) { groups.append(states) }
        return groups
    }

    /// What the box of a set of states says.
    func title(ofGroup states: [String]) -> String {
        let others = self.states.filter { !$0.isEnd && !states.contains($0.name) }.map(\.title)
        guard !others.isEmpty else { return "Any state but an end" }
        return "Any state but an end, \(Sentences.list(others, "or"))"
    }

    private func origins(of event: Event, to: String) -> [DiagramArrow.Origin] {
        guard !event.begins else { return [.start] }
        let sources = event.from.filter { $0 != to }
        let unfinished = states.filter { !$0.isEnd }.map(\.name)
        let isNearlyAnywhere = sources.count > 4 && sources.count > unfinished.count / 2
        guard isNearlyAnywhere, Set(sources).isSubset(of: unfinished) else { return sources.map { .state($0) } }
        return [.states(unfinished.filter(sources.contains))]
    }
}
