import Workflow

extension Definition {
    /// A picture in the language of Graphviz.
    public func dot(_ marks: DiagramMarks = DiagramMarks()) -> String {
        var lines = [
            "digraph \(Self.quoted(name)) {", "  rankdir=LR;", "  nodesep=0.35;", "  label=\(Self.quoted(title));",
            "  node [shape=box, style=rounded, fontname=\"sans-serif\"];",
            "  edge [fontname=\"sans-serif\", fontsize=10];", "  \"(start)\" [shape=point];",
        ]
        for state in states {
            var attributes = ["label=\(Self.quoted(state.title))"]
            if state.isEnd { attributes.append("peripheries=2") }
            if state.name == marks.current {
                attributes.append("style=\"rounded,filled,bold\", fillcolor=\"#ffdd00\"")
            } else if marks.visited.contains(state.name) {
                attributes.append("style=\"rounded,filled\", fillcolor=\"#cfe3f7\"")
            }
            lines.append("  \(Self.quoted(state.name)) [\(attributes.joined(separator: ", "))];")
        }
        for states in diagramGroups {
            let label = Self.quoted(title(ofGroup: states))
            lines.append("  \(node(.states(states))) [label=\(label), style=\"rounded,dashed\"];")
        }
        for arrow in arrows {
            let label = arrow.events.map(\.name).joined(separator: "\\n")
            var attributes = ["label=\"\(label)\""]
            if let role = marks.role {
                let isTheirs = arrow.events.contains { $0.by.contains(role) }
                attributes.append(isTheirs ? "penwidth=2" : "color=\"#bbbbbb\", fontcolor=\"#767676\"")
            }
            lines.append("  \(node(arrow.from)) -> \(node(arrow.to)) [\(attributes.joined(separator: ", "))];")
        }
        return (lines + ["}", ""]).joined(separator: "\n")
    }

    private func node(_ place: DiagramArrow.Place) -> String {
        switch place {
        case .start: "\"(start)\""
        case .state(let name): Self.quoted(name)
        case .states(let names): "\"(group \((diagramGroups.firstIndex(of: names) ?? 0) + 1))\""
        }
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
