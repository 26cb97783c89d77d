import Workflow

/// Facts that hold together, as far as each kind of fact is known to agree with the others.
struct Cube {
    private let variables: [Vocabulary.Variable]
    private var isSet: [Bool?]
    private var names: [NameSet]
    private var lists: [Int: [String: Bool]] = [:]
    /// The texts that lists have, or lack.
    private var members: [Member] = []
    /// The names beside which a list has none.
    private var wholes: [Int: Set<String>] = [:]
    private var bounds: DifferenceBounds
    /// Texts that are the same have the same root.
    private var roots: [Int]
    private var apart: [(Int, Int)] = []
    private var unclear: [Int: Bool] = [:]
    /// Variables that some fact is about.
    private(set) var touched: Set<Int> = []

    /// By key, what unclear facts say of sums.
    private let sums: [Int: SumBound]

    init(_ vocabulary: Vocabulary) {
        variables = vocabulary.variables
        sums = vocabulary.sums
        isSet = variables.map { $0.node.isAlwaysKnown ? true : nil }
        names = variables.map(\.kind.names)
        bounds = DifferenceBounds(variables.map(\.kind.range))
        roots = Array(variables.indices)
    }

    /// Facts of which the meaning is not known in full.
    private var isUnclear: Bool { unclear.keys.contains { sums[$0] == nil } }

    /// What holds of sums.
    private var bounding: [SumBound] {
        unclear.keys.sorted().compactMap { key in
            sums[key].map { unclear[key] == true ? $0 : $0.opposite }
        }
    }

    /// What holds of sums does not contradict the rest, as far as that is looked at.
    var sumsFit: Bool {
        if sums.isEmpty || unclear.isEmpty { return true }
        let bounding = bounding
        return bounding.isEmpty || SumBound.canAllHold(bounding, bounds)
    }
    var usesTerms: Bool { touched.contains { variables[$0].isTerm } }

    /// Whether a fact holds; nil when it may or may not.
    func decides(_ fact: Fact) -> Bool? {
        switch fact {
        case .isSet(let one, let holds): return isSet[one].map { $0 == holds }
        case .among(let one, let wanted, let holds):
            return names[roots[one]].isWithin(wanted).map { $0 == holds }
        case .has(let list, let name, let holds):
            if let known = lists[list]?[name] { return known == holds }
            return wholes[list].flatMap { $0.contains(name) ? nil : !holds }
        case .contains(let list, let one, let holds):
            let known = members.first { $0.list == list && roots[$0.text] == roots[one] }
            return known.map { $0.holds == holds }
        case .within(let list, let names, let holds):
            return wholes[list].flatMap { $0.isSubset(of: names) ? holds : nil }
        case .difference(let one, let other, let limit): return bounds.decides(one, less: other, atMost: limit)
        case .same(let one, let other, let holds):
            let (first, second) = (roots[one], roots[other])
            if first == second { return holds }
            if let name = names[first].only, name == names[second].only { return holds }
            return areApart(first, second) || names[first].isDisjoint(with: names[second]) ? !holds : nil
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
            return !names[roots[one]].isEmpty && narrowMembers()
        case .has(let list, let name, let holds):
            touched.insert(list)
            lists[list, default: [:]][name] = holds
            return canBeFilled(list) && narrowMembers()
        case .contains(let list, let one, let holds):
            touched.formUnion([list, one])
            members.append(Member(list: list, text: one, holds: holds))
            return narrowMembers()
        case .within(let list, let names, true):
            touched.insert(list)
            wholes[list] = wholes[list].map { $0.intersection(names) } ?? names
            return canBeFilled(list) && narrowMembers()
        case .within(let list, _, false):
            // That there is something else is not looked at.
            unclear[-list] = true
        case .difference(let one, let other, let limit):
            touched.formUnion([one, other])
            return bounds.bound(one, less: other, atMost: limit)
        case .same(let one, let other, true):
            touched.formUnion([one, other])
            let (kept, lost) = (roots[one], roots[other])
            names[kept] = names[kept].narrowed(to: names[lost])
            for index in roots.indices where roots[index] == lost { roots[index] = kept }
            return !names[kept].isEmpty && narrowMembers()
        case .same(let one, let other, false):
            touched.formUnion([one, other])
            apart.append((one, other))
            return apartCanDiffer()
        case .unclear(let key, let holds):
            unclear[key] = holds
            if let sum = sums[key] { touched.formUnion(sum.factors.keys) }
        }
        return true
    }

    /// A list on record has an entry, and no more than it may.
    private func canBeFilled(_ list: Int) -> Bool {
        let known = lists[list] ?? [:]
        if known.values.count(where: { $0 }) > Field.listLimit { return false }
        if let whole = wholes[list] {
            guard known.allSatisfy({ !$0.value || whole.contains($0.key) }) else { return false }
            guard whole.contains(where: { known[$0] != false }) else { return false }
        }
        guard case .list(let names?) = variables[list].kind else { return true }
        return names.contains { known[$0] != false } && known.allSatisfy { !$0.value || names.contains($0.key) }
    }
}

extension Cube {
    /// A text that a list has, or lacks.
    private struct Member {
        let list: Int
        let text: Int
        let holds: Bool
    }

    /// Texts are one of what lists have, and none of what they lack; false when one cannot be any.
    private mutating func narrowMembers() -> Bool {
        for member in members {
            let root = roots[member.text]
            let listed = Set((lists[member.list] ?? [:]).filter { $0.value != member.holds }.keys)
            names[root] = names[root].narrowed(to: .except(listed))
            if member.holds, let whole = wholes[member.list] { names[root] = names[root].narrowed(to: .only(whole)) }
            if names[root].isEmpty { return false }
            let isElsewhere = members.contains {
                $0.list == member.list && roots[$0.text] == root && $0.holds != member.holds
            }
            if isElsewhere { return false }
        }
        return apartCanDiffer()
    }

    /// No two texts that differ can only be the same.
    private func apartCanDiffer() -> Bool {
        apart.allSatisfy { one, other in
            let (first, second) = (roots[one], roots[other])
            guard first != second else { return false }
            return names[first].only.map { $0 != names[second].only } ?? true
        }
    }

    /// Two texts are known to differ, as a list has only one of them if nothing else.
    private func areApart(_ first: Int, _ second: Int) -> Bool {
        let isSaid = apart.contains {
            let (left, right) = (roots[$0.0], roots[$0.1])
            return (left, right) == (first, second) || (left, right) == (second, first)
        }
        if isSaid { return true }
        return members.contains { one in
            roots[one.text] == first
                && members.contains { $0.list == one.list && roots[$0.text] == second && $0.holds != one.holds }
        }
    }

    /// A record of which all its facts hold, as far as their meaning is known; nil when none is found soon.
    func witness() -> Witness? {
        guard let texts = texts() else { return nil }
        let wishes: [Wish] = bounding.isEmpty ? [.none] : [.none, .least, .most]
        let starts = usesTerms && isSure ? TermEnds.starts : [.sample]
        for (start, wish) in starts.flatMap({ start in wishes.map { (start, $0) } }) {
            guard let numbers = numbers(near: start, wish) else { continue }
            var values: [(ExpressionNode, Value?)] = []
            for one in touched.sorted() where one != 0 && !variables[one].isTerm {
                if isSet[one] == false {
                    values.append((variables[one].node, nil))
                    continue
                }
                guard let value = value(of: one, texts, numbers) else { return nil }
                // What is the same as a text may hold less of it.
                if variables[one].field?.check(value) != nil { return nil }
                values.append((variables[one].node, value))
            }
            return Witness(values: values)
        }
        return nil
    }

    /// What is meant by its facts is known in full, and a witness hangs on no calendar.
    var isSure: Bool {
        !isUnclear && touched.allSatisfy { !variables[$0].isTerm || TermEnds.isSure(variables[$0].node) }
    }

    /// Integers that fit together, days near a start if they can be; nil when none are found.
    private func numbers(near start: Day, _ bent: Wish) -> [Int: Int]? {
        var bounds = bounds
        let bounding = bounding
        var numbers: [Int: Int] = [:]
        let integers = touched.filter { $0 != 0 && variables[$0].kind.range != nil }.sorted()
        var terms = integers.filter { variables[$0].isTerm }
        // What is compared with terms comes after what they are worked out from.
        let read = terms.reduce(into: Set<ExpressionNode>()) { $0.formUnion(variables[$1].node.names) }
        let names = integers.filter { !variables[$0].isTerm }
        let today = names.filter { variables[$0].node == .today }
        for one in today + names.filter({ read.contains(variables[$0].node) }) + names where numbers[one] == nil {
            var wish = 0
            if case .day = variables[one].kind { wish = start.number }
            for room in bounding.compactMap({ $0.room(for: one, bounds) }) {
                switch bent {
                case .none: wish = min(max(wish, room.lowerBound), room.upperBound)
                case .least: wish = room.lowerBound
                case .most: wish = room.upperBound
                }
            }
            numbers[one] = Self.fix(one, near: wish, &bounds)
            var open: [Int] = []
            for term in terms {
                let known = { (node: ExpressionNode) in
                    names.first { variables[$0].node == node }.flatMap { numbers[$0] }
                }
                guard let number = TermEnds.number(variables[term].node, known) else {
                    open.append(term)
                    continue
                }
                guard bounds.range(of: term).contains(number) else { return nil }
                numbers[term] = Self.fix(term, near: number, &bounds)
            }
            terms = open
        }
        return terms.isEmpty && bounding.allSatisfy { $0.holds(numbers) } ? numbers : nil
    }

    /// What integers are chosen where sums leave them some room.
    private enum Wish {
        case none, least, most
    }

    /// nil when a list would have what it lacks.
    private func value(of one: Int, _ texts: [Int: String], _ numbers: [Int: Int]) -> Value? {
        switch variables[one].kind {
        case .number: return numbers[one].map { .number($0) }
        case .day: return numbers[one].map { .day(Day(number: $0)) }
        case .flag: return .flag(texts[roots[one]] == "yes")
        case .name: return .text(texts[roots[one]] ?? NameSet.other(than: []))
        case .list(let choices):
            let known = lists[one] ?? [:]
            let mine = members.filter { $0.list == one }
            let entries = Set(known.filter(\.value).keys).union(
                mine.filter(\.holds).compactMap { texts[roots[$0.text]] })
            let lacking = Set(known.filter { !$0.value }.keys).union(
                mine.filter { !$0.holds }.compactMap { texts[roots[$0.text]] })
            guard entries.isDisjoint(with: lacking), entries.count <= Field.listLimit else { return nil }
            if !entries.isEmpty { return .list(entries.sorted()) }
            let other = (choices ?? wholes[one]?.sorted())?.first { !lacking.contains($0) }
            return .list([other ?? NameSet.other(than: lacking)])
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
        chosen.allSatisfy { other, taken in taken != name || !areApart(root, other) }
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
