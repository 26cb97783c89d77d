import Workflow

/// One arrow of a picture: all the events that lead from one place to another, or stay there.
struct DiagramArrow {
    enum Place: Hashable {
        case start
        case state(String)
        /// What can happen nearly anywhere is one arrow from a box of its own, or nobody could follow the others.
        case states([String])
    }

    let from: Place
    let to: Place
    var events: [Event]
}

extension Definition {
    /// Arrows in the order of the file.
    var arrows: [DiagramArrow] {
        var arrows: [DiagramArrow] = []
        for event in events {
            for (from, to) in event.targets.flatMap({ ends(of: event, $0) }) {
                guard let found = arrows.firstIndex(where: { $0.from == from && $0.to == to }) else {
                    arrows.append(DiagramArrow(from: from, to: to, events: [event]))
                    continue
                }
                if arrows[found].events.last?.name != event.name { arrows[found].events.append(event) }
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

    private func ends(of event: Event, _ target: Target) -> [(from: DiagramArrow.Place, to: DiagramArrow.Place)] {
        if event.begins { return target.state.map { [(.start, .state($0))] } ?? [] }
        guard let to = target.state else { return places(event.from).map { ($0, $0) } }
        let moving = places(event.from.filter { $0 != to }).map { (from: $0, to: DiagramArrow.Place.state(to)) }
        return moving + (event.from.contains(to) ? [(.state(to), .state(to))] : [])
    }

    private func places(_ sources: [String]) -> [DiagramArrow.Place] {
        let unfinished = states.filter { !$0.isEnd }.map(\.name)
        let shared = unfinished.filter(sources.contains)
        guard shared.count > 4, shared.count > unfinished.count / 2 else { return sources.map { .state($0) } }
        return [.states(shared)] + sources.filter { !shared.contains($0) }.map { .state($0) }
    }
}
