/// What a picture of a workflow brings out.
public struct DiagramMarks: Hashable, Sendable {
    /// Steps that this role can cause stand out, others fade.
    public var role: String?
    /// Where an item is.
    public var current: String?
    /// Where it has been.
    public var visited: Set<String>

    public init(role: String? = nil, current: String? = nil, visited: Set<String> = []) {
        self.role = role
        self.current = current
        self.visited = visited
    }
}

/// One arrow of a picture: all the events that lead from one state to another.
struct DiagramArrow {
    /// nil for the start.
    let from: String?
    let to: String
    let events: [Event]
}

extension Definition {
    /// Arrows in the order of the file, those that stay in a state left out.
    var arrows: [DiagramArrow] {
        var order: [[String?]] = []
        var events: [[String?]: [Event]] = [:]
        for edge in TransitionGraph(self).edges where edge.from != edge.to {
            let key = [edge.from, edge.to]
            if events[key] == nil { order.append(key) }
            if events[key]?.contains(where: { $0.name == edge.event.name }) != true {
                events[key, default: []].append(edge.event)
            }
        }
        return order.compactMap { key in
            key[1].map { DiagramArrow(from: key[0], to: $0, events: events[key] ?? []) }
        }
    }
}
