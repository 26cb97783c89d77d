import Workflow

/// Whether fields surely hold what an event works out, whatever else is on record.
struct SureWrites {
    let exploration: Exploration

    private var study: Study { exploration.study }
    private var definition: Definition { study.definition }

    /// The fields because of which the event may be refused, as what it works out may be more than one of them holds.
    func unsure(
        _ step: Exploration.Step, _ given: AbstractRecord, _ record: AbstractRecord
    ) -> [String] {
        let event = step.event
        var hurdles: Set<String> = []
        for (index, assignment) in event.sets.enumerated() {
            let written = Set(event.sets[..<index].map(\.field))
            if !fits(assignment.expression.root, into: assignment.field, after: written, given, record) {
                hurdles.insert(assignment.field)
            }
        }
        for (name, count) in event.adds.sorted(by: { $0.key < $1.key }) {
            guard case .number(let range)? = definition.field(name)?.kind, !onlyCounts(name, range) else { continue }
            var starts = [range, 0...0]
            if event.clears.contains(name) {
                starts = [0...0]
            } else if let position = exploration.positions[name], !event.sets.contains(where: { $0.field == name }) {
                starts = [given.values[position].numbers ?? (given.values[position] == .unset ? 0...0 : range)]
            }
            let fits = starts.allSatisfy { start in
                let (least, under) = start.lowerBound.addingReportingOverflow(count)
                let (most, over) = start.upperBound.addingReportingOverflow(count)
                return !under && !over && range.contains(least) && range.contains(most)
            }
            if !fits { hurdles.insert(name) }
        }
        return Array(hurdles)
    }

    /// A number without a range of its own that events only set to small ones and add to: no item lives through as many
    /// events as it takes to fill it.
    private func onlyCounts(_ name: String, _ range: ClosedRange<Int>) -> Bool {
        guard range.lowerBound <= 0, range.upperBound >= Self.countLimit else { return false }
        if let known = study.countsOnly[name] { return known }
        let countsOnly = definition.events.allSatisfy { event in
            guard event.ask(name) == nil else { return false }
            return event.sets.filter { $0.field == name }.allSatisfy { assignment in
                guard case .literal(.number(let number)) = assignment.expression.root else { return false }
                return (0...1_000).contains(number)
            }
        }
        study.countsOnly[name] = countsOnly
        return countsOnly
    }

    private static let countLimit = 999_999_999

    /// Whether a field surely holds whatever an expression gives.
    ///
    /// - Parameter written: what the event wrote before.
    private func fits(
        _ node: ExpressionNode, into name: String, after written: Set<String>, _ given: AbstractRecord,
        _ record: AbstractRecord
    ) -> Bool {
        guard let field = definition.field(name) else { return false }
        switch field.kind {
        case .flag: return true
        case .day:
            if case .literal(let day) = node { return field.check(day) == nil }
            return node.daysAway <= Self.daysLeft
        case .number(let range):
            // What the event itself writes is not known any more where it has been written over.
            var tracked = exploration.positions
            for name in written { tracked[name] = nil }
            let code = AbstractCode(node, definition, tracked: tracked)
            let scene = AbstractCode.Scene(values: given.values, before: record.values, state: record.state)
            return code.values(on: scene).allSatisfy { value in
                if value == .unset { return true }
                return value.numbers.map { range.contains($0) } ?? false
            }
        default: return definition.surelyFits(node, in: field)
        }
    }

    /// A way is sure of items whose days are a hundred years and more from the first and the last.
    private static let daysLeft = 36_524
}

extension Definition {
    /// A field holds whatever an expression gives: of texts, names and lists.
    func surelyFits(_ node: ExpressionNode, in field: Field) -> Bool {
        switch node {
        case .literal(let value): return field.check(value) == nil
        case .person: return true
        case .state, .roles:
            switch field.kind {
            case .choice, .choices: return true
            default: return field.textLimit >= 64
            }
        case .field(let name), .before(let name): return self.field(name).map { surelyFits($0, field) } ?? false
        case .fact(let name): return facts.first { $0.name == name }.map { surelyFits($0, field) } ?? false
        default: return false
        }
    }

    private func surelyFits(_ source: Field, _ field: Field) -> Bool {
        switch (source.kind, field.kind) {
        case (.line, .line), (.line, .text), (.text, .text), (.reference, .line), (.reference, .text),
            (.reference, .reference), (.line, .reference), (.references, .references):
            return source.textLimit <= field.textLimit
        case (.choice(let names), .choice(let allowed)), (.choices(let names), .choices(let allowed)):
            return names.allSatisfy { name in allowed.contains { $0.name == name.name } }
        case (.choice(let names), .line), (.choice(let names), .text), (.choice(let names), .reference):
            return names.allSatisfy { $0.name.utf8.count <= field.textLimit }
        default: return false
        }
    }
}

extension ExpressionNode {
    /// The most days that the lengths of time in it lead away.
    fileprivate var daysAway: Int {
        let further = children.map(\.daysAway).reduce(0, +)
        guard case .shift(_, let period) = self else { return further }
        return switch period {
        case .days(let count): further + abs(count)
        case .months(let count): further + abs(count) * 31
        case .workingDays(let count, _): further + abs(count) * 14
        }
    }
}
