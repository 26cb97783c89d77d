/// Finds separations of duties that one person with all the roles could not satisfy: an event that whoever caused an
/// earlier one may not cause, both for the same single role.
struct DutyCheck {
    let definition: Definition

    func findings() -> [Finding] {
        let graph = TransitionGraph(definition)
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
                            path: graph.path(through: [writers[0], event])))
                }
            }
        }
        return findings
    }

    /// The same with the people who really hold the roles: events that nobody can cause, and separations of duties that
    /// leave nobody because one person holds all the seats.
    func findings(staff: [String: Set<String>]) -> [Finding] {
        let graph = TransitionGraph(definition)
        var findings: [Finding] = []
        for event in definition.events where !event.by.contains("system") {
            let people = people(event, staff)
            guard people.count == 1 else { continue }
            for (index, rule) in event.rules.enumerated() {
                for field in Self.excluded(rule.condition.root) {
                    let writers = writers(of: field).filter { !self.people($0, staff).isEmpty }
                    guard let writer = writers.first(where: { self.people($0, staff) == people }) else { continue }
                    findings.append(
                        Finding(
                            .onePersonDeadlock, .rule(index + 1, of: event.name),
                            "Only one person can “\(event.title)”, and that person alone can “\(writer.title)”, which "
                                + "must be someone else.", path: graph.path(through: [writer, event])))
                }
            }
        }
        return findings + unheld(staff)
    }

    /// Roles that nobody holds, each with the events that nobody can cause for that reason.
    private func unheld(_ staff: [String: Set<String>]) -> [Finding] {
        let stuck = definition.events.filter { !$0.by.contains("system") && people($0, staff).isEmpty }
        var told: [[String]] = []
        for event in stuck where !told.contains(event.by) { told.append(event.by) }
        return told.map { roles in
            let events = stuck.filter { $0.by == roles }
            return Finding(
                .roleNotHeld, .event(events[0].name),
                "Nobody is \(Sentences.list(roles.map(definition.title(ofRole:)), "or")), so nobody can "
                    + "\(Sentences.list(events.map { "“\($0.title)”" }, "or")).")
        }
    }

    private func people(_ event: Event, _ staff: [String: Set<String>]) -> Set<String> {
        event.by.reduce(into: []) { $0.formUnion(staff[$1] ?? []) }
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
