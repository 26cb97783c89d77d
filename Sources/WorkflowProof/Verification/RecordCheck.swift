import Workflow

/// Finds fields that nothing writes or reads.
struct RecordCheck {
    let definition: Definition

    func findings() -> [Finding] {
        var findings: [Finding] = []
        let written = written()
        let read = read()
        for field in definition.fields {
            if !written.contains(field.name), read.fields.contains(field.name) {
                findings.append(
                    Finding(
                        .fieldNeverWritten, .field(field.name), "“\(field.name)” is read, but no event ever writes it.")
                )
            } else if !written.contains(field.name) {
                findings.append(
                    Finding(.fieldNeverUsed, .field(field.name), "No event asks for “\(field.name)” or works it out."))
            }
        }
        for fact in definition.facts where !read.facts.contains(fact.name) {
            findings.append(Finding(.factNeverUsed, .fact(fact.name), "Nothing asks for “\(fact.name)”."))
        }
        return findings
    }

    private func written() -> Set<String> {
        var names: Set<String> = []
        for event in definition.events {
            names.formUnion(event.asks.map(\.field))
            names.formUnion(event.sets.map(\.field))
            names.formUnion(event.adds.keys)
        }
        return names
    }

    private func read() -> (fields: Set<String>, facts: Set<String>) {
        var fields = Set(definition.states.flatMap(\.needs))
        var mentions: Set<String> = []
        for expression in definition.expressions { mentions.formUnion(expression.root.mentions) }
        for clock in definition.clocks {
            fields.formUnion(clock.days + [clock.pausesWhen].compactMap(\.self))
        }
        return (fields.union(mentions), mentions)
    }
}

extension Definition {
    /// Every expression in it.
    var expressions: [Expression] {
        var found = rules.map(\.condition) + clocks.compactMap(\.condition)
        found += sections.flatMap(\.readers).compactMap(\.condition)
        for event in events {
            found += event.rules.map(\.condition) + event.sets.map(\.expression)
            found += event.targets.compactMap(\.condition) + event.asks.compactMap(\.fallback)
            for ask in event.asks {
                if case .requiredWhen(let condition, _) = ask.requirement { found.append(condition) }
            }
        }
        for effect in events.flatMap(\.effects) + states.flatMap(\.effects) {
            found += effect.arguments.values + [effect.condition].compactMap(\.self)
        }
        return found
    }
}
