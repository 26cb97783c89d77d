import Workflow

extension Definition {
    /// A picture in the language of Mermaid.
    public func mermaid(_ marks: DiagramMarks = DiagramMarks()) -> String {
        var lines = ["---", "title: \(title.yamlQuoted)", "---", "stateDiagram-v2", "  direction LR"]
        for state in states {
            lines.append("  state \"\(state.title.replacing("\"", with: "'"))\" as \(Self.identifier(state.name))")
        }
        for states in diagramGroups {
            lines.append("  state \"\(title(ofGroup: states).replacing("\"", with: "'"))\" as \(node(.states(states)))")
        }
        for arrow in arrows {
            let events = arrow.events.filter { event in marks.role.map(event.by.contains) ?? true }
            guard !events.isEmpty else { continue }
            let label = events.map(\.name).joined(separator: ", ")
            lines.append("  \(node(arrow.from)) --> \(node(arrow.to)) : \(label)")
        }
        for state in states where state.isEnd { lines.append("  \(Self.identifier(state.name)) --> [*]") }
        let visited = states.map(\.name).filter { marks.visited.contains($0) && $0 != marks.current }
        if !visited.isEmpty {
            lines.append("  classDef visited fill:#cfe3f7")
            lines += visited.map { "  class \(Self.identifier($0)) visited" }
        }
        if let current = marks.current {
            lines.append("  classDef current fill:#ffdd00,font-weight:bold")
            lines.append("  class \(Self.identifier(current)) current")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func node(_ place: DiagramArrow.Place) -> String {
        switch place {
        case .start: "[*]"
        case .state(let name): Self.identifier(name)
        case .states(let names): "group_\((diagramGroups.firstIndex(of: names) ?? 0) + 1)"
        }
    }

    /// Mermaid's names have no hyphens; a letter in front keeps clear of its own words.
    private static func identifier(_ name: String) -> String {
        "s_" + name.replacing("-", with: "_")
    }
}

extension String {
    /// As YAML reads it back, whatever is in it.
    fileprivate var yamlQuoted: String {
        "\"" + replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
    }
}
