extension Definition {
    /// A picture in the language of Mermaid.
    public func mermaid(_ marks: DiagramMarks = DiagramMarks()) -> String {
        var lines = ["---", "title: \(title)", "---", "stateDiagram-v2", "  direction LR"]
        for state in states {
            lines.append("  state \"\(state.title.replacing("\"", with: "'"))\" as \(Self.identifier(state.name))")
        }
        for arrow in arrows {
            let events = arrow.events.filter { event in marks.role.map(event.by.contains) ?? true }
            guard !events.isEmpty else { continue }
            let from = arrow.from.map(Self.identifier) ?? "[*]"
            let label = events.map(\.name).joined(separator: ", ")
            lines.append("  \(from) --> \(Self.identifier(arrow.to)) : \(label)")
        }
        for state in states where state.isEnd { lines.append("  \(Self.identifier(state.name)) --> [*]") }
        let visited = states.map(\.name).filter { marks.visited.contains($0) && $0 != marks.current }
        if !visited.isEmpty {
            lines.append("  classDef visited fill:#eeeeee")
            lines += visited.map { "  class \(Self.identifier($0)) visited" }
        }
        if let current = marks.current {
            lines.append("  classDef current fill:#ffdd00,font-weight:bold")
            lines.append("  class \(Self.identifier(current)) current")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Mermaid's names have no hyphens; a letter in front keeps clear of its own words.
    private static func identifier(_ name: String) -> String {
        "s_" + name.replacing("-", with: "_")
    }
}
