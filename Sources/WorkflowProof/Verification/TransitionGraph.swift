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

    /// Paths keep clear of the state to avoid.
    init(_ definition: Definition, avoiding avoided: String? = nil) {
        self.definition = definition
        var edges: [Edge] = []
        for event in definition.events {
            let sources: [String?] = event.begins ? [nil] : event.from
            for source in sources {
                for target in event.targets {
                    guard let to = target.state ?? source else { continue }
                    edges.append(Edge(event: event, from: source, to: to))
                }
            }
        }
        self.edges = edges
        var paths: [String: [String]] = [:]
        var queue: [(state: String?, path: [String])] = [(nil, [])]
        var position = 0
        while position < queue.count {
            let (state, path) = queue[position]
            position += 1
            for edge in edges where edge.from == state && paths[edge.to] == nil && edge.to != avoided {
                paths[edge.to] = path + [edge.event.name]
                queue.append((edge.to, path + [edge.event.name]))
            }
        }
        self.paths = paths
    }

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
        var frontier = targets
        for distance in 1...max(1, definition.states.count) {
            let origins = edges.filter { frontier.contains($0.to) }.compactMap(\.from)
            frontier = Set(origins).subtracting(distances.keys)
            for state in frontier { distances[state] = distance }
        }
        return distances
    }

    /// The states from which some of the targets can be reached, targets included.
    func reaching(_ targets: Set<String>) -> Set<String> {
        var found = targets
        var grew = true
        while grew {
            grew = false
            for edge in edges where found.contains(edge.to) {
                if let from = edge.from, found.insert(from).inserted { grew = true }
            }
        }
        return found
    }

    func findings(_ study: Study) -> [Finding] {
        var findings: [Finding] = []
        let reaching = reachingAnEnd()
        func story(_ state: State) -> Story? {
            study.player.positions(at: state.name).first.map { study.player.story(of: $0) }
        }
        for state in definition.states {
            let subject = Subject.state(state.name)
            guard let path = paths[state.name] else {
                findings.append(Finding(.unreachableState, subject, "Nothing leads to “\(state.title)”."))
                continue
            }
            guard !state.isEnd else { continue }
            let exits = edges.filter { $0.from == state.name && $0.to != state.name }
            if exits.isEmpty {
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
            let actors = edges.filter { $0.from == state.name }.flatMap(\.event.by).filter { $0 != "system" }
            if actors.isEmpty {
                findings.append(
                    Finding(
                        .nobodyCanAct, subject, "No role can do anything at “\(state.title)”.", path: path,
                        story: story(state)))
            }
        }
        for event in definition.events where !event.begins {
            if event.from.allSatisfy({ paths[$0] == nil }) {
                findings.append(
                    Finding(.deadEvent, .event(event.name), "“\(event.title)” happens only where nothing leads."))
            }
        }
        return findings
    }
}
