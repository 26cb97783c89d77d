import Workflow

/// Facts that hold together, as far as each kind of fact is known to agree with the others.
struct Cube {
    private let variables: [Vocabulary.Variable]
    private var isSet: [Bool?]
    private var names: [NameSet]
    private var lists: [Int: [String: Bool]] = [:]
    private var bounds: DifferenceBounds
    /// Texts that are the same have the same root.
    private var roots: [Int]
    private var apart: [(Int, Int)] = []
    private var unclear: [Int: Bool] = [:]
    /// Variables that some fact is about.
    private(set) var touched: Set<Int> = []

    init(_ variables: [Vocabulary.Variable]) {
        self.variables = variables
        isSet = variables.map { $0.node.isAlwaysKnown ? true : nil }
        names = variables.map(\.kind.names)
        bounds = DifferenceBounds(variables.map(\.kind.range))
        roots = Array(variables.indices)
    }

    /// Facts of which the meaning is not known in full.
    var isUnclear: Bool { !unclear.isEmpty }
    var usesTerms: Bool { touched.contains { variables[$0].isTerm } }

    /// Whether a fact holds; nil when it may or may not.
    func decides(_ fact: Fact) -> Bool? {
        switch fact {
        case .isSet(let one, let holds): return isSet[one].map { $0 == holds }
        case .among(let one, let wanted, let holds):
            return names[roots[one]].isWithin(wanted).map { $0 == holds }
        case .has(let list, let name, let holds): return lists[list]?[name].map { $0 == holds }
        case .difference(let one, let other, let limit): return bounds.decides(one, less: other, atMost: limit)
        case .same(let one, let other, let holds):
            let (first, second) = (roots[one], roots[other])
            if first == second { return holds }
            let isApart = apart.contains {
                let (left, right) = (roots[$0.0], roots[$0.1])
                return (left, right) == (first, second) || (left, right) == (second, first)
            }
            return isApart || names[first].isDisjoint(with: names[second]) ? !holds : nil
        case .unclear(let key, let holds): return unclear[key].map { $0 == holds }
        }
    }

    func decides(_ formula: Formula) -> Bool? {
        switch formula {
        case .fact(let fact): return decides(fact)
        case .all(let parts):
            var isSure = true
            for part in parts {
                switch decides(part) {
                case false: return false
                case true: continue
                case nil: isSure = false
                }
            }
            return isSure ? true : nil
        case .any(let parts):
            var isSure = true
            for part in parts {
                switch decides(part) {
                case true: return true
                case false: continue
                case nil: isSure = false
                }
            }
            return isSure ? false : nil
        }
    }

    /// false when it contradicts what holds already.
    mutating func add(_ fact: Fact) -> Bool {
        switch decides(fact) {
        case true: return true
        case false: return false
        case nil: break
        }
        switch fact {
        case .isSet(let one, let holds):
            touched.insert(one)
            isSet[one] = holds
        case .among(let one, let wanted, let holds):
            touched.insert(one)
            names[roots[one]] = names[roots[one]].narrowed(to: holds ? .only(wanted) : .except(wanted))
            return !names[roots[one]].isEmpty
        case .has(let list, let name, let holds):
            touched.insert(list)
            lists[list, default: [:]][name] = holds
            return canBeFilled(list)
        case .difference(let one, let other, let limit):
            touched.formUnion([one, other])
            return bounds.bound(one, less: other, atMost: limit)
        case .same(let one, let other, true):
            touched.formUnion([one, other])
            let (kept, lost) = (roots[one], roots[other])
            names[kept] = names[kept].narrowed(to: names[lost])
            for index in roots.indices where roots[index] == lost { roots[index] = kept }
            return !names[kept].isEmpty
        case .same(let one, let other, false):
            touched.formUnion([one, other])
            apart.append((one, other))
        case .unclear(let key, let holds): unclear[key] = holds
        }
        return true
    }

    /// A list on record has an entry, and no more than it may.
    private func canBeFilled(_ list: Int) -> Bool {
        let known = lists[list] ?? [:]
        if known.values.count(where: { $0 }) > Field.listLimit { return false }
        guard case .list(let names?) = variables[list].kind else { return true }
        return names.contains { known[$0] != false } && known.allSatisfy { !$0.value || names.contains($0.key) }
    }
}

extension Cube {
    /// A record of which all its facts hold; nil when none is found soon.
    func witness() -> Witness? {
        guard let texts = texts() else { return nil }
        var bounds = bounds
        var values: [(ExpressionNode, Value?)] = []
        let today = touched.filter { variables[$0].node == .today }
        for one in today + touched.subtracting(today).sorted() where one != 0 && !variables[one].isTerm {
            let value: Value? = isSet[one] == false ? nil : value(of: one, texts, &bounds)
            // What is the same as a text may hold less of it.
            if let value, variables[one].field?.check(value) != nil { return nil }
            values.append((variables[one].node, value))
        }
        return Witness(values: values)
    }

    private func value(of one: Int, _ texts: [Int: String], _ bounds: inout DifferenceBounds) -> Value {
        switch variables[one].kind {
        case .number: return .number(Self.fix(one, near: 0, &bounds))
        case .day: return .day(Day(number: Self.fix(one, near: Day.sample.number, &bounds)))
        case .flag: return .flag(texts[roots[one]] == "yes")
        case .name: return .text(texts[roots[one]] ?? NameSet.other(than: []))
        case .list(let choices):
            let known = lists[one] ?? [:]
            let entries = known.filter(\.value).keys.sorted()
            let other = choices?.first { known[$0] != false } ?? NameSet.other(than: known.keys)
            return .list(entries.isEmpty ? [other] : entries)
        }
    }

    /// The integer nearest to a wish that it can be; from then on it is that.
    private static func fix(_ one: Int, near wish: Int, _ bounds: inout DifferenceBounds) -> Int {
        let range = bounds.range(of: one)
        let number = min(max(wish, range.lowerBound), range.upperBound)
        _ = bounds.bound(one, less: 0, atMost: number) && bounds.bound(0, less: one, atMost: -number)
        return number
    }

    /// A name for each text by its root, different where they must be.
    private func texts() -> [Int: String]? {
        let open = Set(touched.filter { variables[$0].kind.range == nil }.map { roots[$0] })
        // Those with few names choose first.
        let order = open.sorted().map { (root: $0, choices: names[$0].choices(open.count, most: most($0))) }
            .sorted { $0.choices.count < $1.choices.count }
        var chosen: [Int: String] = [:]
        var tries = 1000
        func choose(_ position: Int) -> Bool {
            guard position < order.count else { return true }
            let (root, choices) = order[position]
            for name in choices where isFree(name, for: root, chosen) {
                tries -= 1
                guard tries > 0 else { return false }
                chosen[root] = name
                if choose(position + 1) { return true }
            }
            chosen[root] = nil
            return false
        }
        return choose(0) ? chosen : nil
    }

    /// The most characters that all of those hold which are the same.
    private func most(_ root: Int) -> Int {
        touched.filter { roots[$0] == root }.compactMap { variables[$0].field?.textLimit }.min() ?? .max
    }

    private func isFree(_ name: String, for root: Int, _ chosen: [Int: String]) -> Bool {
        apart.allSatisfy { one, other in
            let (left, right) = (roots[one], roots[other])
            if left == root { return chosen[right] != name }
            return right != root || chosen[left] != name
        }
    }
}

extension ExpressionNode {
    /// Whatever happens has a day and a person with roles.
    fileprivate var isAlwaysKnown: Bool {
        switch self {
        case .today, .person, .roles: true
        default: false
        }
    }
}

extension Day {
    /// Examples lie around it.
    static let sample = Day(number: 18_262)
}
