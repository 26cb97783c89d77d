import Workflow

/// `lap issue accept --help`, made from the workflow.
struct EventHelp {
    let noun: String
    let verb: String
    let event: Event
    let definition: Definition
    let width: Int

    var text: String {
        let subject = event.begins ? "" : " REF"
        var lines = ["USAGE: lap \(noun) \(verb)\(subject) [OPTIONS]", ""]
        if let summary = event.summary { lines += [summary, ""] }
        let roles = event.by.map(definition.title(ofRole:)).joined(separator: ", ")
        lines.append("Who: \(roles).")
        if !event.begins {
            let from = event.from.map { definition[$0]?.title ?? $0 }
            lines += Printed.wrapped("From: \(from.joined(separator: ", ")).", width: width)
        }
        let targets = event.targets.compactMap(\.state).map { definition[$0]?.title ?? $0 }
        if !targets.isEmpty { lines.append("To: \(targets.joined(separator: " or ")).") }
        lines += ["", "OPTIONS (* must be given):"]
        for ask in event.asks {
            guard let field = definition.field(ask.field) else { continue }
            lines += option(ask, field)
        }
        if let files = Noun.of(workflow: definition.name)?.option(forFilesOf: event) {
            lines.append(
                Columns.pad("  --\(files)", to: 24) + "  A file that belongs to it; can be given several times.")
        }
        lines += [
            "",
            "Also: --as PERSON, --on DAY, --expect VERSION, --in-public, -n/--dry-run, --yes, --json, --register FOLDER.",
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    private func option(_ ask: Ask, _ field: Field) -> [String] {
        let mark =
            switch ask.requirement {
            case .required: ask.fallback == nil ? "*" : " "
            case .optional, .requiredWhen: " "
            }
        var said = field.title
        switch field.kind {
        case .choice(let choices), .choices(let choices): said += ": " + choices.map(\.name).joined(separator: ", ")
        case .day: said += " (a day)"
        case .flag: said += " (yes or no)"
        case .number: said += " (a number)"
        case .reference(let kind): said += " (\(kind))"
        case .references(let kind): said += " (\(kind), several with commas)"
        case .line, .text: break
        }
        if let help = field.help { said += ". \(help)" }
        if case .requiredWhen(_, let because?) = ask.requirement { said += " \(because)" }
        let name = "\(mark) --\(field.name)"
        let lines = Printed.wrapped(said, width: max(30, width - 26))
        return lines.enumerated().map { index, line in
            (index == 0 ? Columns.pad(name, to: 24) : String(repeating: " ", count: 24)) + "  " + line
        }
    }
}
