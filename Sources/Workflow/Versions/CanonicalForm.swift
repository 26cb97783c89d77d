extension Definition {
    /// A text that two definitions share exactly when they mean the same: what a host hashes to address a definition by
    /// its content. Comments, layout and the spelling-out of groups leave it alone; so do promises, waivers and examples,
    /// which say something of a workflow and change nothing in it. Titles and sentences, which people read, are part of it.
    public var canonicalForm: String {
        var lines = CanonicalLines()
        lines.add("workflow", name, title, calendar ?? "", upgradedBy.joined(separator: " "))
        for role in roles { lines.add("role", role, title(ofRole: role)) }
        for section in sections {
            lines.add(
                "section", section.name, section.title, "\(section.isSealed)", "\(section.takesText)",
                "\(section.takesCodes)", "\(section.isSearched)")
            for reader in section.readers { lines.add("reader", reader.role, reader.condition?.canonical ?? "") }
        }
        for (part, fields) in [("field", fields), ("fact", facts)] {
            for field in fields {
                lines.add(
                    part, field.name, field.title, field.help ?? "", field.kind.canonical, field.section ?? "",
                    String(field.limit))
            }
        }
        for state in states {
            lines.add(
                "state", state.name, state.title, "\(state.isEnd)", state.needs.joined(separator: " "),
                state.usual ?? "", state.meanings.joined(separator: " "))
            add(state.effects, to: &lines)
        }
        for event in events { add(event, to: &lines) }
        for rule in rules { add(rule, to: &lines) }
        for clock in clocks {
            lines.add(
                "clock", clock.name, clock.title, clock.runsIn.joined(separator: " "), clock.condition?.canonical ?? "",
                clock.starts ?? "", clock.lasts?.canonical ?? "", clock.orLater?.starts ?? "",
                clock.orLater?.lasts.canonical ?? "", clock.until ?? "",
                clock.rolls.map(\.canonical).joined(separator: ", "), clock.pausesIn.joined(separator: " "),
                clock.pausesWhen ?? "", clock.restartsOn.joined(separator: " "),
                clock.whenMissed.canonical, clock.warns.map(String.init) ?? "",
                clock.meanings.joined(separator: " "))
        }
        return lines.text
    }

    private func add(_ event: Event, to lines: inout CanonicalLines) {
        lines.add(
            "event", event.name, event.title, event.summary ?? "", event.from.joined(separator: " "),
            event.by.joined(separator: " "), event.clears.joined(separator: " "), event.erases.joined(separator: " "))
        for target in event.targets { lines.add("to", target.state ?? "", target.condition?.canonical ?? "") }
        for ask in event.asks {
            var requirement = "required"
            switch ask.requirement {
            case .required: break
            case .optional: requirement = "optional"
            case .requiredWhen(let condition, let because): requirement = "when \(condition.canonical) \(because ?? "")"
            }
            lines.add("ask", ask.field, requirement, ask.fallback?.canonical ?? "", "\(ask.isFresh)")
        }
        for rule in event.rules { add(rule, to: &lines) }
        for assignment in event.sets { lines.add("set", assignment.field, assignment.expression.canonical) }
        for (field, step) in event.adds.sorted(by: { $0.key < $1.key }) { lines.add("add", field, String(step)) }
        add(event.effects, to: &lines)
    }

    private func add(_ effects: [Effect], to lines: inout CanonicalLines) {
        for effect in effects {
            lines.add("effect", effect.name, effect.condition?.canonical ?? "")
            for (name, expression) in effect.arguments.sorted(by: { $0.key < $1.key }) {
                lines.add("argument", name, expression.canonical)
            }
        }
    }

    private func add(_ rule: Rule, to lines: inout CanonicalLines) {
        lines.add(
            "rule", rule.condition.canonical, rule.otherwise, rule.code ?? "",
            rule.except.joined(separator: " "))
        for remedy in rule.remedies { lines.add(["remedy"] + remedy.canonical) }
    }
}

/// Lines of fields, each preceded by its length so that no two records can look alike.
private struct CanonicalLines {
    private(set) var text = ""

    mutating func add(_ fields: String...) { add(fields) }

    mutating func add(_ fields: [String]) {
        for field in fields { text += "\(field.utf8.count):\(field) " }
        text += "\n"
    }
}

extension Expression {
    /// Its words with one space between them, and its tree, which is what runs: neither can be another without the other.
    fileprivate var canonical: String {
        "\(words) = \(root.row.map { "\($0.utf8.count):\($0)" }.joined(separator: " "))"
    }

    private var words: String {
        guard let tokens = try? Lexer.tokens(of: text) else { return text }
        return tokens.map { token in
            switch token.kind {
            case .word(let word), .symbol(let word): word
            case .number(let number): String(number)
            case .day(let day): day.description
            case .quoted(let text): "'\(text.replacing("'", with: "''"))'"
            case .end: ""
            }
        }.joined(separator: " ")
    }
}

extension Field.Kind {
    fileprivate var canonical: String {
        func list(_ choices: [Field.Choice]) -> String {
            choices.map { "\($0.name.utf8.count):\($0.name) \($0.title.utf8.count):\($0.title)" }.joined(separator: " ")
        }
        return switch self {
        case .line: "line"
        case .text: "text"
        case .number(let range): "number \(range.lowerBound) to \(range.upperBound)"
        case .day: "day"
        case .flag: "flag"
        case .choice(let choices): "choice \(list(choices))"
        case .choices(let choices): "choices \(list(choices))"
        case .reference(let kind): "reference \(kind)"
        case .references(let kind): "references \(kind)"
        }
    }
}

extension Remedy {
    fileprivate var canonical: [String] {
        switch self {
        case .give(let fields): ["give"] + fields
        case .cause(let event, let workflow, let item, let giving):
            ["event", event, workflow ?? "", item ?? ""] + giving
        case .act(let roles): ["act"] + roles
        case .deed(let name, let item): ["deed", name, item ?? ""]
        case .date: ["date"]
        case .dated(let day): ["dated", "\(day)"]
        case .say(let sentence): ["say", sentence]
        }
    }
}

extension Period {
    fileprivate var canonical: String {
        switch self {
        case .workingDays(let count, let calendar): "\(count) working days in \(calendar)"
        case .days(let count): "\(count) days"
        case .months(let count): "\(count) months"
        }
    }
}

extension Roll {
    fileprivate var canonical: String {
        let days = range.map { "\($0.from) to \($0.to) " } ?? ""
        return "\(days)onto \(onto.rawValue) in \(calendar)"
    }
}

extension Definition.Clock.Missed {
    fileprivate var canonical: String {
        switch self {
        case .flag: "flag"
        case .event(let name): "event \(name)"
        case .pass: "pass"
        }
    }
}
