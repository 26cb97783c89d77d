/// Looks for a record of which some formulas hold, cube by cube.
///
/// Formulas are taken apart into facts; of what they join by `or`, the shortest choice is tried first, and whatever is
/// decided by the facts so far is not tried at all. A cube is a way to make all of them hold.
struct CubeSearch {
    enum Answer {
        case impossible
        case possible(Witness)
        /// There are too many cases, or they hang on something that is only known within bounds. A record may be worth
        /// trying.
        case undecided(Witness?)

        /// A record that shows it, or may.
        var witness: Witness? {
            switch self {
            case .impossible: nil
            case .possible(let witness): witness
            case .undecided(let witness): witness
            }
        }
    }

    /// The most choices that are tried.
    static let limit = 5_000

    private let vocabulary: Vocabulary
    private let budget: Budget
    private var left = Self.limit
    private var isUndecided = false
    private var guess: Witness?

    static func answer(_ formulas: [Formula], _ vocabulary: Vocabulary, _ budget: Budget = .unlimited) -> Answer {
        if budget.isSpent { return .undecided(nil) }
        var search = CubeSearch(vocabulary: vocabulary, budget: budget)
        if let witness = search.find(formulas, Cube(vocabulary), withAxioms: false) {
            return .possible(witness)
        }
        return search.isUndecided ? .undecided(search.guess) : .impossible
    }

    private init(vocabulary: Vocabulary, budget: Budget) {
        self.vocabulary = vocabulary
        self.budget = budget
    }

    /// nil when there is none, or none is sure.
    private mutating func find(_ formulas: [Formula], _ cube: Cube, withAxioms: Bool) -> Witness? {
        var cube = cube
        var queue = formulas
        var choices: [[Formula]] = []
        repeat {
            while let formula = queue.popLast() {
                switch formula {
                case .fact(let fact): guard cube.add(fact) else { return nil }
                case .all(let parts): queue += parts
                case .any(let parts): choices.append(parts)
                }
            }
            var open: [[Formula]] = []
            for parts in choices {
                guard let live = Self.live(parts, cube) else { continue }
                guard let only = live.first else { return nil }
                if live.count == 1 { queue.append(only) } else { open.append(live) }
            }
            choices = open
        } while !queue.isEmpty
        guard let shortest = choices.indices.min(by: { choices[$0].count < choices[$1].count }) else {
            return end(cube, withAxioms: withAxioms)
        }
        let parts = choices.remove(at: shortest)
        var others = choices.map(Formula.any)
        for part in parts {
            left -= 1
            guard left > 0, !budget.isSpent else {
                isUndecided = true
                return nil
            }
            if let witness = find(others + [part], cube, withAxioms: withAxioms) { return witness }
            if case .fact(let fact) = part { others.append(.fact(fact.opposite)) }
        }
        return nil
    }

    /// The parts that can hold; nil when one does.
    private static func live(_ parts: [Formula], _ cube: Cube) -> [Formula]? {
        var live: [Formula] = []
        for part in parts {
            switch cube.decides(part) {
            case true: return nil
            case false: continue
            case nil: live.append(part)
            }
        }
        return live
    }

    private mutating func end(_ cube: Cube, withAxioms: Bool) -> Witness? {
        if !withAxioms, cube.usesTerms { return find(vocabulary.axioms, cube, withAxioms: true) }
        guard cube.sumsFit else { return nil }
        if cube.isSure || guess == nil, let witness = cube.witness() {
            if cube.isSure { return witness }
            guess = witness
        }
        isUndecided = true
        return nil
    }
}
