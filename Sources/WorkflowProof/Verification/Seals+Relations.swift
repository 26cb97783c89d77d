import Workflow

// Rules that relate what few may read to what more people may.
extension Seals {
    /// A rule by which a field might be told from another one.
    struct Relation {
        let event: Event
        let from: String
        let field: String
        let bound: Bound
    }

    /// How far a comparison narrows a field down.
    enum Bound {
        /// The field is at most, or at least, something: together they may fix it.
        case above, below
        /// It may be fixed.
        case any
    }

    /// By the order of events: where rules, all taken together, might fix what one of some fields holds for people without
    /// some roles. One bound alone on a day or a number of many does not.
    func relations(of fields: Set<String>, besides roles: Set<String>) -> [Relation] {
        let known = copies(of: fields).reduce(into: fields) { $0.formUnion([$1.field].compactMap(\.self)) }
        let open = definition.fields.map(\.name).filter { name in
            !known.contains(name) && readers(field: name)?.isSubset(of: roles) != true
        }
        let all = definition.events.flatMap { event -> [Relation] in
            let rules = event.rules + definition.rules.filter { !$0.except.contains(event.name) }
            return rules.flatMap { rule in
                relations(in: rule.condition.root, known, Set(open), isPlain: true).map {
                    Relation(event: event, from: $0.from, field: $0.field, bound: $0.bound)
                }
            }
        }
        return all.filter { relation in
            relation.bound == .any || all.contains { $0.from == relation.from && $0.bound != relation.bound }
        }
    }

    /// - Parameter isPlain: the condition holds where the rule does, rather than that it fails.
    private func relations(
        in node: ExpressionNode, _ known: Set<String>, _ open: Set<String>, isPlain: Bool
    ) -> [(from: String, field: String, bound: Bound)] {
        switch node {
        case .and, .or: return node.children.flatMap { relations(in: $0, known, open, isPlain: isPlain) }
        case .not(let inner): return relations(in: inner, known, open, isPlain: false)
        case .compare, .oneOf, .element:
            let told = Set(node.names.compactMap(\.fieldName))
            return told.intersection(known).sorted().flatMap { from in
                told.intersection(open).sorted().compactMap { field in
                    let bound = isPlain ? bound(node, on: from) : .any
                    return bound.map { (from, field, $0) }
                }
            }
        default: return node.children.flatMap { relations(in: $0, known, open, isPlain: isPlain) }
        }
    }

    /// nil when it narrows nothing down.
    private func bound(_ node: ExpressionNode, on field: String) -> Bound? {
        guard case .compare(let comparison, let left, let right) = node else { return .any }
        let isLeft = left.isBare(field) && !right.tells(field)
        guard isLeft || right.isBare(field) && !left.tells(field) else { return .any }
        switch (comparison, definition.field(field)?.kind) {
        case (.unequal, .line), (.unequal, .text), (.unequal, .reference), (.unequal, .day): return nil
        case (.less, .day), (.atMost, .day): return isLeft ? .below : .above
        case (.more, .day), (.atLeast, .day): return isLeft ? .above : .below
        case (.less, .number(let range)), (.atMost, .number(let range)):
            return range.count < Self.many ? .any : isLeft ? .below : .above
        case (.more, .number(let range)), (.atLeast, .number(let range)):
            return range.count < Self.many ? .any : isLeft ? .above : .below
        default: return .any
        }
    }

    /// A number that can be so many is not told by one bound.
    private static let many = 1_000
}

extension ExpressionNode {
    fileprivate func tells(_ field: String) -> Bool { names.contains { $0.fieldName == field } }

    /// The field, or a day some time from it.
    fileprivate func isBare(_ field: String) -> Bool {
        switch self {
        case .field(let name), .before(let name): name == field
        case .shift(let day, _): day.isBare(field)
        default: false
        }
    }
}
