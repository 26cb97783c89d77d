import Workflow

/// The states as a graph, an edge for each way an event can lead, guards left aside.
struct TransitionGraph {
    struct Edge {
        let event: Event
        /// nil for the start.
        let from: String?
        let to: String
    }

    let definition: Definition
    let edges: [Edge]
    /// The shortest sequence of events that leads from the start to each reachable state.
    let paths: [String: [String]]
    /// Time was not up before it was made; otherwise it has neither edges nor paths.
    let isWhole: Bool
    /// Positions of edges, by the state they lead from and by the one they lead to.
    private let outgoing: [String?: [Int]]
    private let incoming: [String: [Int]]

    /// - Parameter isArrow: whether an event may be caused in a state.
    init(
        _ definition: Definition, _ budget: Budget = .unlimited, isArrow: (Event, String?) -> Bool = { _, _ in true }
    ) {
        self.definition = definition
        var edges: [Edge] = []
        for event in definition.events {
            let sources: [String?] = event.begins ? [nil] : event.from
            for source in sources where !budget.isSpent && isArrow(event, source) {
                for target in event.targets {
                    guard let to = target.state ?? source else { continue }
                    edges.append(Edge(event: event, from: source, to: to))
                }
            }
        }
        let outgoing = Dictionary(grouping: edges.indices) { edges[$0].from }
        var paths: [String: [String]] = [:]
        var queue: [(state: String?, path: [String])] = [(nil, [])]
        var position = 0
        while position < queue.count, !budget.isSpent {
            let (state, path) = queue[position]
            position += 1
            for edge in outgoing[state] ?? [] where paths[edges[edge].to] == nil {
                let longer = path + [edges[edge].event.name]
                paths[edges[edge].to] = longer
                queue.append((edges[edge].to, longer))
            }
        }
        isWhole = !budget.isSpent
        self.edges = isWhole ? edges : []
        self.paths = isWhole ? paths : [:]
        self.outgoing = isWhole ? outgoing : [:]
        incoming = Dictionary(grouping: self.edges.indices) { edges[$0].to }
    }

    /// The ways out of a state, and round it.
    func edges(from state: String) -> [Edge] { (outgoing[state] ?? []).map { edges[$0] } }

    /// The states from which some end can be reached.
    func reachingAnEnd() -> Set<String> {
        reaching(Set(definition.states.filter(\.isEnd).map(\.name)))
    }

    /// The shortest sequence of events from the start in which some events happen one after the other.
    func path(through events: [Event]) -> [String] {
        var reached: [String?: [String]] = [nil: []]
        for event in events {
            reached = extended(reached)
            var next: [String?: [String]] = [:]
            for edge in edges where edge.event.name == event.name {
                guard let path = reached[edge.from] else { continue }
                if path.count + 1 < next[edge.to]?.count ?? .max { next[edge.to] = path + [event.name] }
            }
            reached = next
        }
        return reached.values.min { ($0.count, $0.joined()) < ($1.count, $1.joined()) } ?? events.map(\.name)
    }

    /// The shortest sequences that lead on from where others lead to.
    private func extended(_ paths: [String?: [String]]) -> [String?: [String]] {
        var paths = paths
        var grew = true
        while grew {
            grew = false
            for edge in edges {
                guard let path = paths[edge.from], path.count + 1 < paths[edge.to]?.count ?? .max else { continue }
                paths[edge.to] = path + [edge.event.name]
                grew = true
            }
        }
        return paths
    }

    /// How many edges lead at least from each state to one of the targets, where there is a way.
    func distances(to targets: Set<String>) -> [String: Int] {
        var distances = Dictionary(targets.map { ($0, 0) }, uniquingKeysWith: { first, _ in first })
        var queue = Array(targets)
        var position = 0
        while position < queue.count {
            let distance = distances[queue[position]] ?? 0
            for edge in incoming[queue[position]] ?? [] {
                guard let from = edges[edge].from, distances[from] == nil else { continue }
                distances[from] = distance + 1
                queue.append(from)
            }
            position += 1
        }
        return distances
    }

    /// The states from which some of the targets can be reached, targets included.
    func reaching(_ targets: Set<String>) -> Set<String> {
        Set(distances(to: targets).keys)
    }

    func findings(_ study: Study) -> [Finding] {
        var findings: [Finding] = []
        let reaching = reachingAnEnd()
        func story(_ state: State) -> Story? {
            study.player.positions(at: state.name).first.map { study.player.story(of: $0) }
        }
        for state in definition.states where study.hasTime(for: .state(state.name)) {
            let subject = Subject.state(state.name)
            guard let path = paths[state.name] else {
                findings.append(Finding(.unreachableState, subject, "Nothing leads to “\(state.title)”."))
                continue
            }
            guard !state.isEnd else { continue }
            let leading = edges(from: state.name)
            if leading.allSatisfy({ $0.to == state.name }) {
                findings.append(
                    Finding(
                        .noWayOut, subject, "Nothing leads out of “\(state.title)”, and it is no end.", path: path,
                        story: story(state)))
            } else if !reaching.contains(state.name) {
                findings.append(
                    Finding(
                        .noWayToAnEnd, subject, "No end can be reached from “\(state.title)”.", path: path,
                        story: story(state)))
            }
        }
        for event in definition.events where !event.begins && study.hasTime(for: .event(event.name)) {
            if event.from.allSatisfy({ paths[$0] == nil }) {
                findings.append(
                    Finding(.deadEvent, .event(event.name), "“\(event.title)” happens only where nothing leads."))
            }
        }
        return findings
    }
}
