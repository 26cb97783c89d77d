import Workflow

extension Definition {
    /// The shortest sequence of events, by the arrows alone, to each state that can be reached.
    public func shortestPaths() -> [String: [String]] {
        TransitionGraph(self).paths
    }

    /// Sequences of events from the start that together take every arrow at least once, rules left aside.
    public func coveringPaths() -> [[String]] {
        let graph = TransitionGraph(self)
        var paths: [[String]] = []
        var left = graph.edges.indices.filter { index in
            graph.edges[index].from.map { graph.paths[$0] != nil } ?? true
        }
        while let first = left.first {
            let edge = graph.edges[first]
            var path = (edge.from.flatMap { graph.paths[$0] } ?? []) + [edge.event.name]
            var state = edge.to
            left.removeFirst()
            while let next = left.firstIndex(where: { graph.edges[$0].from == state }) {
                let edge = graph.edges[left[next]]
                path.append(edge.event.name)
                state = edge.to
                left.remove(at: next)
            }
            paths.append(path)
        }
        return paths
    }
}
