import Workflow

/// The variables of some formulas: names of conditions, and terms that are no more than bounded.
struct Vocabulary {
    enum Kind: Hashable {
        case number(ClosedRange<Int>)
        /// By its number.
        case day(ClosedRange<Int>)
        /// By the names `yes` and `no`.
        case flag
        /// A choice; nil for a text, which may be anything.
        case name([String]?)
        /// Choices; nil for references.
        case list([String]?)

        /// Of an integer; nil for what is none.
        var range: ClosedRange<Int>? {
            switch self {
            case .number(let range), .day(let range): range
            default: nil
            }
        }

        /// What a name can be.
        var names: NameSet {
            switch self {
            case .flag: .only(["no", "yes"])
            case .name(let names?): .only(Set(names))
            default: .except([])
            }
        }
    }

    struct Variable {
        let node: ExpressionNode
        let kind: Kind
        /// What it reads, which may hold less than its kind says; nil for what is no field and no fact.
        var field: Field?
        /// It stands for a calculation that only `axioms` say something about.
        var isTerm = false
    }

    /// The days that records can hold.
    static let days = Day.kept
    /// No number further from 0 is looked at.
    static let largest = 1_000_000_000_000_000

    /// The first is the number 0.
    private(set) var variables = [Variable(node: .literal(.number(0)), kind: .number(0...0))]
    /// What holds of terms, whatever is on record.
    var axioms: [Formula] = []
    private var positions: [ExpressionNode: Int] = [:]
    private var unclear: [Unclear: Int] = [:]
    /// By the key of a fact: that a sum of several integers is at most a number.
    private(set) var sums: [Int: SumBound] = [:]

    /// Something that formulas say without being able to tell what it means.
    enum Unclear: Hashable {
        case condition(ExpressionNode, isFailure: Bool)
        case sum([Int: Int], atMost: Int)
    }

    /// The variable that a node was met as.
    func known(_ node: ExpressionNode) -> Int? { positions[node] }

    mutating func position(of node: ExpressionNode, _ kind: Kind, _ field: Field? = nil) -> Int {
        if let known = positions[node] { return known }
        variables.append(Variable(node: node, kind: kind, field: field))
        positions[node] = variables.count - 1
        return variables.count - 1
    }

    /// A calculation of which no more is known than `axioms` say: the days that some months or working days lead to, or
    /// the working days between two days.
    mutating func position(ofTerm node: ExpressionNode, _ kind: Kind) -> (position: Int, isNew: Bool) {
        if let known = positions[node] { return (known, false) }
        let position = position(of: node, kind)
        variables[position].isTerm = true
        return (position, true)
    }

    mutating func fact(_ meaning: Unclear) -> Formula {
        let key = unclear[meaning] ?? unclear.count
        unclear[meaning] = key
        if case .sum(let factors, let most) = meaning { sums[key] = SumBound(factors: factors, atMost: most) }
        return .fact(.unclear(key, true))
    }
}
