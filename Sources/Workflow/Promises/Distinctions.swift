/// What the expressions of a definition can tell apart among the values of each field. Values that nothing tells apart are
/// looked at as one.
struct Distinctions {
    private struct Found {
        var texts: Set<String> = []
        var numbers: Set<Int> = []
        /// It is compared with other names, so that each value counts for itself.
        var isCompared = false
    }

    private var byField: [String: Found] = [:]

    init(_ definition: Definition) {
        let promised = definition.promises.compactMap(\.expression)
        for expression in definition.expressions + promised { collect(expression.root) }
        // What is told apart in a copy is told apart in what it was copied from.
        let copies = Seals(definition: definition).copies.compactMap { copy in copy.field.map { (copy.from, $0) } }
        for _ in copies {
            for (source, copy) in copies {
                guard let found = byField[copy] else { continue }
                byField[source, default: Found()].texts.formUnion(found.texts)
                byField[source, default: Found()].numbers.formUnion(found.numbers)
                if found.isCompared { byField[source, default: Found()].isCompared = true }
            }
        }
    }

    private mutating func collect(_ node: ExpressionNode) {
        switch node {
        case .compare, .oneOf, .element, .add, .subtract:
            let names = node.names
            for case .field(let name) in names {
                var found = byField[name] ?? Found()
                found.texts.formUnion(node.texts)
                found.numbers.formUnion(node.numbers)
                if names.count > 1 { found.isCompared = true }
                byField[name] = found
            }
        default: break
        }
        for child in node.children { collect(child) }
    }

    /// The number from which on all counts are looked at as one; nil when each counts for itself.
    func cap(_ field: String) -> Int? {
        guard let found = byField[field] else { return 1 }
        return found.isCompared ? nil : found.numbers.reduce(1) { $0 + abs($1) }
    }

    /// Values of which one stands for all that nothing tells apart.
    func samples(_ field: Field) -> [AbstractValue] {
        let found = byField[field.name] ?? Found()
        switch field.kind {
        case .flag: return [.exact(.flag(true)), .exact(.flag(false))]
        case .choice(let choices):
            let names = choices.map(\.name)
            guard !found.isCompared else { return names.map { .exact(.text($0)) } }
            let told = names.filter(found.texts.contains)
            guard !told.isEmpty else { return [.vague] }
            let other = names.first { !found.texts.contains($0) }
            return (told + [other].compactMap(\.self)).map { .exact(.text($0)) }
        case .number(let range):
            guard !found.isCompared else { return [.vague] }
            var numbers: Set = [range.lowerBound, range.upperBound]
            for first in found.numbers.union([0]) {
                for second in found.numbers.union([0]) {
                    for step in -1...1 { numbers.formUnion([first + second + step, first - second + step]) }
                }
            }
            let told = numbers.filter(range.contains)
            return told.count <= Self.sampleLimit ? told.sorted().map { .exact(.number($0)) } : [.vague]
        default: return [.vague]
        }
    }

    /// More numbers than this are not looked at one by one.
    private static let sampleLimit = 40
}

extension ExpressionNode {
    fileprivate var texts: Set<String> {
        switch self {
        case .literal(.text(let text)): [text]
        case .literal(.list(let names)): Set(names)
        default: children.reduce(into: []) { $0.formUnion($1.texts) }
        }
    }

    fileprivate var numbers: Set<Int> {
        if case .literal(.number(let number)) = self { return [number] }
        return children.reduce(into: []) { $0.formUnion($1.numbers) }
    }
}
