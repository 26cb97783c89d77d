import Workflow

/// What is known of a field while many items are looked at together.
enum AbstractValue: Hashable {
    case unset
    case exact(Value)
    /// A number in a range.
    case between(ClosedRange<Int>)
    /// One of some names.
    case among(Set<String>)
    /// Set, to a value that is not told apart from others.
    case vague

    init(_ value: Value?) {
        self = value.map(AbstractValue.exact) ?? .unset
    }

    /// The numbers it can be; nil when it is none.
    var numbers: ClosedRange<Int>? {
        switch self {
        case .exact(.number(let number)): number...number
        case .between(let range): range
        default: nil
        }
    }

    /// `yes`, of what is known for sure.
    var word: String? {
        switch self {
        case .unset: "empty"
        case .exact(let value): value.word
        case .between(let range): "between \(range.lowerBound) and \(range.upperBound)"
        case .among, .vague: nil
        }
    }

    /// Whether a concrete value is one of those it stands for.
    func contains(_ value: Value?) -> Bool {
        switch (self, value) {
        case (.unset, nil): true
        case (.exact(let mine), let value?): mine == value
        case (.between(let range), .number(let number)?): range.contains(number)
        case (.among(let names), .text(let name)?): names.contains(name)
        case (.vague, .some): true
        default: false
        }
    }
}
