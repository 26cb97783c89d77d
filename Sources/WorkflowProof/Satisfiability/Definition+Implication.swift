import Workflow

extension Definition {
    /// Whether one condition holds of every record that the other holds of; nil when that is not decided.
    public func implies(_ one: Expression, _ other: Expression) -> Bool? { implies([one], [other], .usual) }

    /// Whether some conditions hold of every record of which others hold together.
    func implies(_ ones: [Expression], _ others: [Expression], _ budget: Budget) -> Bool? {
        if budget.isSpent { return nil }
        var reader = ConditionReader(self)
        let wanted = Formula.all(others.map { reader.holds($0.root) })
        let formulas = ones.map { reader.holds($0.root) } + [.not(wanted)]
        return switch CubeSearch.answer(formulas, reader.vocabulary, budget) {
        case .impossible: true
        case .possible: false
        case .undecided: nil
        }
    }
}
