/// A two-valued combination of facts. Each name is set or not, and has a value even when it is not set, which nothing may
/// then look at: so a fact and its opposite leave nothing out, and three-valued conditions become formulas of two values.
indirect enum Formula: Hashable, Sendable {
    case fact(Fact)
    case all([Formula])
    case any([Formula])

    static let always = Formula.all([])
    static let never = Formula.any([])

    /// It holds of nothing, whatever its facts are about; that it does not say so leaves that open.
    var isPlainlyNever: Bool {
        switch self {
        case .fact: false
        case .all(let parts): parts.contains(where: \.isPlainlyNever)
        case .any(let parts): parts.allSatisfy(\.isPlainlyNever)
        }
    }

    static func not(_ formula: Formula) -> Formula {
        switch formula {
        case .fact(let fact): .fact(fact.opposite)
        case .all(let parts): .any(parts.map(Formula.not))
        case .any(let parts): .all(parts.map(Formula.not))
        }
    }
}

/// What can be known of variables, which are positions in a `Vocabulary`.
enum Fact: Hashable, Sendable {
    case isSet(Int, Bool)
    /// The variable's value is one of the names, or is none of them.
    case among(Int, Set<String>, Bool)
    /// The list has the name, or lacks it.
    case has(Int, String, Bool)
    /// The list has the text, or lacks it.
    case contains(Int, Int, Bool)
    /// The list has nothing but the names, or has something else.
    case within(Int, Set<String>, Bool)
    /// The first less the second is at most a number. Position 0 is the number 0.
    case difference(Int, Int, atMost: Int)
    /// Two texts are the same, or are not.
    case same(Int, Int, Bool)
    /// Something of which no more is known than that it holds or does not.
    case unclear(Int, Bool)

    var opposite: Fact {
        switch self {
        case .isSet(let one, let holds): .isSet(one, !holds)
        case .among(let one, let names, let holds): .among(one, names, !holds)
        case .has(let list, let name, let holds): .has(list, name, !holds)
        case .contains(let list, let one, let holds): .contains(list, one, !holds)
        case .within(let list, let names, let holds): .within(list, names, !holds)
        case .difference(let one, let other, let most): .difference(other, one, atMost: -most - 1)
        case .same(let one, let other, let holds): .same(one, other, !holds)
        case .unclear(let key, let holds): .unclear(key, !holds)
        }
    }
}
