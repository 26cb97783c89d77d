import Workflow

// What the event writes, in order.
extension EventRecord {
    /// When it writes a field: 1 when it asks, then each of what it sets, then what it clears and adds to.
    func moments(of field: String) -> [Int] {
        var moments: [Int] = event.ask(field) == nil ? [] : [Self.asking]
        for (index, assignment) in event.sets.enumerated() where assignment.field == field {
            moments.append(Self.asking + 1 + index)
        }
        if event.clears.contains(field) { moments.append(Self.clearing) }
        if event.adds[field] != nil { moments.append(Self.adding) }
        return moments
    }

    private static let asking = 1
    private static let clearing = 100_000
    private static let adding = 100_001

    /// A field as it stands after a moment.
    private func reading(_ field: String, after moment: Int, _ reader: inout ConditionReader) -> ExpressionNode {
        let moments = moments(of: field)
        guard let last = moments.last(where: { $0 <= moment }) else { return .before(field) }
        return last == moments.last ? .field(field) : reader.moment("\(field)@\(last)", of: field)
    }

    private func reading(_ node: ExpressionNode, after moment: Int, _ reader: inout ConditionReader) -> ExpressionNode {
        node.replacing { name in
            guard case .field(let field) = name else { return nil }
            return reading(field, after: moment, &reader)
        }
    }

    /// What is known of a field, read as `node`, because of what was written at a moment.
    func wrote(
        _ field: String, at moment: Int, _ node: ExpressionNode, _ reader: inout ConditionReader
    ) -> [Formula] {
        switch moment {
        case Self.asking:
            guard let ask = event.ask(field) else { return [] }
            return asked(ask, node, &reader)
        case Self.clearing: return [.not(reader.isSet(node))]
        case Self.adding:
            guard let step = event.adds[field] else { return [] }
            let count = ExpressionNode.literal(.number(step))
            let alone = reader.holds(.compare(.equal, node, count))
            if event.clears.contains(field) { return [alone] }
            let start = reading(field, after: Self.clearing, &reader)
            let more = reader.holds(.compare(.equal, node, .add(start, count)))
            return [.any([.all([.not(reader.isSet(start)), alone]), more])]
        default:
            let expression = event.sets[moment - Self.asking - 1].expression.root
            let value = reading(expression, after: moment - 1, &reader)
            return [reader.equals(node, value)].compactMap(\.self)
        }
    }

    private func asked(_ ask: Ask, _ node: ExpressionNode, _ reader: inout ConditionReader) -> [Formula] {
        let isSet = reader.isSet(node)
        var formulas: [Formula] = []
        switch ask.requirement {
        case .required: formulas.append(isSet)
        case .requiredWhen(let condition, _):
            let condition = reading(condition.root, after: Self.asking, &reader)
            formulas.append(.any([isSet, .not(reader.holds(condition))]))
        case .optional: break
        }
        let fallback = ask.fallback.flatMap { self.fallback($0.root, of: ask, &reader) }
        let earlier = ExpressionNode.before(ask.field)
        if reason.isHosts || isGivenNothing {
            let worked = fallback.flatMap { reader.equals(node, $0) }
            let fallen = worked ?? .always
            // Nobody knows how its condition stood at its turn.
            let nothing =
                ask.fallback == nil ? Formula.not(isSet) : ask.isConditional ? .any([.not(isSet), fallen]) : fallen
            if ask.isFresh {
                formulas.append(nothing)
            } else if let kept = reader.equals(node, earlier) {
                formulas.append(
                    .any([.all([reader.isSet(earlier), kept]), .all([.not(reader.isSet(earlier)), nothing])]))
            }
        } else {
            if !ask.isFresh { formulas.append(.any([isSet, .not(reader.isSet(earlier))])) }
            if !ask.isConditional, let fallback, let value = reader.hasValue(fallback) {
                formulas.append(.any([isSet, .not(value)]))
            }
        }
        return formulas
    }

    /// The default as it is read. Defaults are taken in order, so that those further on are not on record yet: nil when it
    /// hangs on one of those.
    private func fallback(
        _ fallback: ExpressionNode, of ask: Ask, _ reader: inout ConditionReader
    ) -> ExpressionNode? {
        let index = event.asks.firstIndex { $0.field == ask.field } ?? 0
        let open = Set(event.asks[index...].filter { $0.fallback != nil }.map(\.field))
        guard open.isDisjoint(with: fallback.mentions) else { return nil }
        return reading(fallback, after: Self.asking, &reader)
    }
}
