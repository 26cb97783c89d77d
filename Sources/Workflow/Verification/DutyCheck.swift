/// Finds separations of duties that one person with all the roles could not satisfy: an event that whoever caused an
/// earlier one may not cause, both for the same single role.
struct DutyCheck {
    let definition: Definition

    func findings() -> [Finding] {
        var findings: [Finding] = []
        for event in definition.events {
            for (index, rule) in event.rules.enumerated() {
                for field in Self.excluded(rule.condition.root) {
                    let writers = writers(of: field).filter { $0.name != event.name }
                    let people = event.by.filter { $0 != "system" }
                    guard !writers.isEmpty, writers.contains(where: { !Set($0.by).isDisjoint(with: people) }) else {
                        continue
                    }
                    let roles = people.map(definition.title(ofRole:))
                    findings.append(
                        Finding(
                            .needsTwoPeople, .rule(index + 1, of: event.name),
                            "“\(event.title)” needs a second person as \(Sentences.list(roles, "or")) when the first "
                                + "one has caused “\(writers[0].title)”.",
                            path: [writers[0].name, event.name]))
                }
            }
        }
        return findings
    }

    /// Fields that the acting person must differ from.
    private static func excluded(_ node: ExpressionNode) -> [String] {
        switch node {
        case .compare(.unequal, .person, .field(let name)), .compare(.unequal, .field(let name), .person): [name]
        default: node.children.flatMap(excluded)
        }
    }

    /// Events that put the acting person into a field.
    private func writers(of field: String) -> [Event] {
        definition.events.filter { event in
            event.sets.contains { $0.field == field && $0.expression.root == .person }
                || event.ask(field)?.fallback?.root == .person
        }
    }
}
