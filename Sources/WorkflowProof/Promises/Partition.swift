import Workflow

/// The values of each field that are looked at one by one, and those that are looked at together, as nothing in the
/// definition tells them apart.
struct Partition {
    private struct Found {
        var texts: Set<String> = []
        var numbers: Set<Int> = []
        /// It is compared with other names, so that each value counts for itself.
        var isCompared = false

        /// true when there was something new in the other.
        mutating func take(from other: Found) -> Bool {
            let before = (texts.count, numbers.count, isCompared)
            texts.formUnion(other.texts)
            numbers.formUnion(other.numbers)
            isCompared = isCompared || other.isCompared
            return before != (texts.count, numbers.count, isCompared)
        }
    }

    private let definition: Definition
    private let found: [String: Found]
    private let texts: [String: [String]]
    private let parts: [String: [AbstractValue]]
    /// Time was not up before all was found that is told apart.
    let isWhole: Bool

    init(_ definition: Definition, _ budget: Budget = .unlimited) {
        let found = Self.found(definition, budget)
        self.init(definition, found, isWide: false, isWhole: !budget.isSpent)
    }

    /// The same with numbers looked at one by one further than what is compared needs at first sight.
    func widened() -> Partition { Partition(definition, found, isWide: true, isWhole: isWhole) }

    private init(_ definition: Definition, _ found: [String: Found], isWide: Bool, isWhole: Bool) {
        self.definition = definition
        self.found = found
        self.isWhole = isWhole
        texts = found.mapValues { $0.texts.subtracting([Actor.system.person]).sorted() }
        parts = Dictionary(
            definition.fields.map { ($0.name, Self.parts($0, found[$0.name] ?? Found(), isWide)) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The texts that it is compared with, or may hold by way of a copy, but for the host's name.
    func texts(of field: String) -> [String] { texts[field] ?? [] }

    /// Every value of a field, in parts.
    func parts(of field: String) -> [AbstractValue] { parts[field] ?? [.vague] }

    /// The same for what is given, where many parts are one.
    func choices(of field: String) -> [AbstractValue] {
        let parts = parts(of: field)
        return parts.count > Self.choiceLimit ? [whole(field)] : parts
    }

    /// All values of a field as one.
    func whole(_ field: String) -> AbstractValue {
        switch definition.field(field)?.kind {
        case .number(let range): .between(range)
        case .choice(let choices): .among(Set(choices.map(\.name)))
        default: .vague
        }
    }

    /// What a field holds of a value that is put into it, in parts; nothing when it cannot hold it.
    func held(_ value: AbstractValue, in field: String) -> [AbstractValue] {
        guard let kind = definition.field(field)?.kind else { return [] }
        switch (kind, value) {
        case (_, .unset): return [.unset]
        case (.number(let range), .exact), (.number(let range), .between):
            guard let numbers = value.numbers, numbers.overlaps(range) else { return [] }
            return held(numbers.clamped(to: range), in: field, within: range)
        case (.choice, .exact(.text(let name))):
            let held = parts(of: field).filter { $0.contains(.text(name)) }
            return held == [.vague] ? [.vague] : held
        case (.choice, .among(let names)):
            return parts(of: field).filter { part in
                if case .among(let others) = part { return !others.isDisjoint(with: names) }
                return names.contains { part.contains(.text($0)) }
            }
        case (.number, .vague), (.choice, .vague), (.flag, .vague): return parts(of: field)
        case (_, .exact(let value)):
            guard definition.field(field)?.check(value) == nil else { return [] }
            if case .list = value { return [.vague] }
            return [.exact(value)]
        default: return [.vague]
        }
    }

    private func held(_ numbers: ClosedRange<Int>, in field: String, within range: ClosedRange<Int>) -> [AbstractValue]
    {
        let held = parts(of: field).filter { $0.numbers?.overlaps(numbers) ?? false }
        // A value beyond what is told apart stands for all there.
        return held.count <= Self.choiceLimit ? held : [.between(range)]
    }

    /// More parts than this are not looked at one by one when any may be given.
    private static let choiceLimit = 40
    /// The most numbers in a row that are looked at one by one, and so many of a field that holds no more.
    private static let rowLimit = 120
    private static let smallest = 16
    /// How far numbers are looked at one by one when that was not far enough.
    private static let wideReach = 30

    /// Some value of the field stands for many numbers.
    func isCoarse(_ field: String) -> Bool {
        parts(of: field).contains { if case .between = $0 { true } else { false } }
    }

    // MARK: - What is told apart

    private static func parts(_ field: Field, _ found: Found, _ isWide: Bool) -> [AbstractValue] {
        switch field.kind {
        case .flag: return [.exact(.flag(true)), .exact(.flag(false))]
        case .choice(let choices):
            let names = choices.map(\.name)
            let others = Set(names).subtracting(found.texts)
            if others.count < 2 || found.isCompared { return names.map { .exact(.text($0)) } }
            return names.filter(found.texts.contains).map { .exact(.text($0)) }
                + (others.isEmpty ? [] : [.among(others)])
        case .number(let range): return parts(range, found, isWide)
        default: return [.vague]
        }
    }

    private static func parts(_ range: ClosedRange<Int>, _ found: Found, _ isWide: Bool) -> [AbstractValue] {
        let numbers = found.numbers.union([0]).filter { (-Vocabulary.largest...Vocabulary.largest).contains($0) }
        let reach = numbers.reduce(1) { min($0 + abs($1), 10_000) }
        let isSmall =
            range.lowerBound > Int.min / 2 && range.upperBound < Int.max / 2
            && range.upperBound - range.lowerBound < smallest
        let row = isSmall ? range : isWide ? -1...max(reach, wideReach) : -reach...reach
        var points: Set<Int> = [range.lowerBound, range.upperBound]
        if isSmall || row.count <= rowLimit {
            points.formUnion(row)
        } else {
            // The smallest first, so that it is always the same ones that are left out.
            let ordered = numbers.sorted { (abs($0), $0) < (abs($1), $1) }
            for first in ordered {
                for second in ordered {
                    guard points.count < rowLimit else { break }
                    for step in -1...1 { points.formUnion([first + second + step, first - second + step]) }
                }
                guard points.count < rowLimit else { break }
            }
        }
        var parts: [AbstractValue] = []
        var next = range.lowerBound
        for point in points.filter(range.contains).sorted() {
            if next < point { parts.append(.between(next...(point - 1))) }
            parts.append(.exact(.number(point)))
            guard point < range.upperBound else { break }
            next = point + 1
        }
        return parts
    }

    private static func found(_ definition: Definition, _ budget: Budget) -> [String: Found] {
        var found: [String: Found] = [:]
        func collect(_ node: ExpressionNode) {
            switch node {
            case .compare, .oneOf, .element, .add, .subtract:
                let names = node.names
                for name in names.compactMap(\.fieldName) {
                    found[name, default: Found()].texts.formUnion(node.texts)
                    found[name, default: Found()].numbers.formUnion(node.numbers)
                    if names.count > 1 { found[name, default: Found()].isCompared = true }
                }
            default: break
            }
            for child in node.children { collect(child) }
        }
        let promised = definition.promises.compactMap(\.expression)
        for expression in definition.expressions + promised where !budget.isSpent { collect(expression.root) }
        // What is told apart in a copy is told apart in what it was copied from.
        var sources: [String: Set<String>] = [:]
        for event in definition.events where !budget.isSpent {
            for copy in definition.copies(by: event) {
                if let field = copy.field { sources[field, default: []].insert(copy.from) }
            }
        }
        var changed = Set(found.keys)
        while let copy = changed.popFirst(), !budget.isSpent {
            guard let other = found[copy] else { continue }
            for source in sources[copy] ?? [] where found[source, default: Found()].take(from: other) {
                changed.insert(source)
            }
        }
        return found
    }
}

extension ExpressionNode {
    /// Every text that stands in it, and every number.
    var texts: Set<String> {
        switch self {
        case .literal(.text(let text)): [text]
        case .literal(.list(let names)): Set(names)
        default: children.reduce(into: []) { $0.formUnion($1.texts) }
        }
    }

    var numbers: Set<Int> {
        if case .literal(.number(let number)) = self { return [number] }
        return children.reduce(into: []) { $0.formUnion($1.numbers) }
    }
}
