import Workflow

extension Definition {
    /// Whether one condition holds of every record that the other holds of; nil when that is not decided.
    public func implies(_ one: Expression, _ other: Expression) -> Bool? {
        var reader = ConditionReader(self)
        let formulas = [reader.holds(one.root), .not(reader.holds(other.root))]
        return switch CubeSearch.answer(formulas, reader.vocabulary) {
        case .impossible: true
        case .possible: false
        case .undecided: nil
        }
    }
}
