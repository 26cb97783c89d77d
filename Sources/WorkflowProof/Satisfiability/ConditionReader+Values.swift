import Workflow

extension ConditionReader {
    /// A name stands for what is known of it.
    mutating func agrees(_ name: ExpressionNode, with value: AbstractValue) -> Formula {
        switch value {
        case .unset: return .not(isSet(name))
        case .vague: return isSet(name)
        case .between(let range):
            let low = holds(.compare(.atLeast, name, .literal(.number(range.lowerBound))))
            return .all([isSet(name), low, holds(.compare(.atMost, name, .literal(.number(range.upperBound))))])
        case .among(let names):
            return .all([
                isSet(name), .any(names.sorted().map { holds(.compare(.equal, name, .literal(.text($0)))) }),
            ])
        case .exact(.list(let names)):
            let entries = names.map { holds(.element(.literal(.text($0)), of: name)) }
            return .all([isSet(name)] + entries + lacking(name, names))
        case .exact(let value): return holds(.compare(.equal, name, .literal(value)))
        }
    }
}
