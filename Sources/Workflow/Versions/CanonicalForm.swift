extension Definition {
    /// A text that two definitions share exactly when they mean the same: what a host hashes to address a definition by
    /// its content. Comments, layout and the spelling-out of groups leave it alone; titles and sentences, which people
    /// read, are part of it.
    public var canonicalForm: String {
        var lines = CanonicalLines()
        lines.add("workflow", name, title, calendar ?? "")
        for role in roles { lines.add("role", role, title(ofRole: role)) }
        for section in sections {
            lines.add("section", section.name, section.title, section.readers.joined(separator: " "))
        }
        for (part, fields) in [("field", fields), ("fact", facts)] {
            for field in fields {
                lines.add(
                    part, field.name, field.title, field.help ?? "", "\(field.kind)", field.section ?? "",
                    String(field.limit))
            }
        }
        for state in states {
            lines.add(
                "state", state.name, state.title, "\(state.isEnd)", state.needs.joined(separator: " "),
                state.usual ?? "")
        }
        for event in events { add(event, to: &lines) }
        for rule in rules { add(rule, to: &lines) }
        for clock in clocks {
            lines.add(
                "clock", clock.name, clock.title, clock.runsIn.joined(separator: " "), clock.condition?.text ?? "",
                clock.starts ?? "", clock.lasts.map { "\($0)" } ?? "",
                clock.orLater.map { "\($0)" } ?? "", clock.until ?? "",
                clock.rolls.map { "\($0)" }.joined(separator: " "),
                clock.pausesIn.joined(separator: " "), clock.pausesWhen ?? "", clock.restartsOn.joined(separator: " "),
                "\(clock.whenMissed)", clock.warns.map(String.init) ?? "")
        }
        return lines.text
    }

    private func add(_ event: Event, to lines: inout CanonicalLines) {
        lines.add(
            "event", event.name, event.title, event.summary ?? "", event.from.joined(separator: " "),
            event.by.joined(separator: " "), event.clears.joined(separator: " "), event.erases.joined(separator: " "))
        for target in event.targets { lines.add("to", target.state ?? "", target.condition?.text ?? "") }
        for ask in event.asks {
            var requirement = "required"
            switch ask.requirement {
            case .required: break
            case .optional: requirement = "optional"
            case .requiredWhen(let condition, let because): requirement = "when \(condition.text) \(because ?? "")"
            }
            lines.add("ask", ask.field, requirement, ask.fallback?.text ?? "", "\(ask.isFresh)")
        }
        for rule in event.rules { add(rule, to: &lines) }
        for assignment in event.sets { lines.add("set", assignment.field, assignment.expression.text) }
        for (field, step) in event.adds.sorted(by: { $0.key < $1.key }) { lines.add("add", field, String(step)) }
        for effect in event.effects {
            lines.add("effect", effect.name)
            for (name, expression) in effect.arguments.sorted(by: { $0.key < $1.key }) {
                lines.add("argument", name, expression.text)
            }
        }
    }

    private func add(_ rule: Rule, to lines: inout CanonicalLines) {
        lines.add(
            "rule", rule.condition.text, rule.otherwise, rule.remedy ?? "", rule.code ?? "",
            rule.except.joined(separator: " "))
    }
}

/// Lines of fields, each preceded by its length so that no two records can look alike.
private struct CanonicalLines {
    private(set) var text = ""

    mutating func add(_ fields: String...) {
        for field in fields { text += "\(field.utf8.count):\(field) " }
        text += "\n"
    }
}
