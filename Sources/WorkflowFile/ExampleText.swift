import Workflow

extension ExampleFile {
    /// A story written as an example, which `read` reads back: what was played can be played again.
    public static func text(_ story: Story, named name: String, title: String) -> String {
        var lines = ["\(name):", "  title: \(quoted(title))", "  steps:"]
        var told: [String: Value] = [:]
        for step in story.steps {
            var parts = ["tick: \(step.on)"]
            if let event = step.event {
                parts = ["do: \(event)", "on: \(step.on)"]
                parts.append("as: [\(step.actor.roles.joined(separator: ", "))]")
                parts.append("by: \(quoted(step.actor.person))")
                if !step.given.isEmpty { parts.append("give: \(mapping(step.given))") }
            }
            var facts = step.facts.mapValues { written($0) }
            for name in told.keys where facts[name] == nil { facts[name] = unknown }
            if step.facts != told { parts.append("facts: \(mapping(facts))") }
            told = step.facts
            parts.append(step.to.map { "leads-to: \($0)" } ?? "refused: yes")
            lines.append("    - {\(parts.joined(separator: ", "))}")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What an example writes of a fact that the host no longer tells.
    static let unknown = "unknown"

    private static func mapping(_ values: [String: Value]) -> String {
        mapping(values.mapValues { written($0) })
    }

    private static func mapping(_ texts: [String: String]) -> String {
        "{" + texts.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + "}"
    }

    private static func written(_ value: Value) -> String {
        switch value {
        case .text(let text): quoted(text)
        case .number(let number): String(number)
        case .day(let day): day.description
        case .flag(let flag): flag ? "yes" : "no"
        case .list(let names): quoted(names.joined(separator: ", "))
        }
    }

    private static func quoted(_ text: String) -> String {
        JSONText.string(text).written()
    }
}
