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

    /// The same for what is equal, and mostly another for what is not.
    var mark: Int {
        switch self {
        case .unset: 1
        case .vague: 2
        case .exact(.flag(let flag)): flag ? 3 : 4
        case .exact(.number(let number)): number &* 7 &+ 5
        case .exact(.text(let text)): text.utf8.reduce(6) { $0 &* 33 &+ Int($1) }
        case .exact(.day(let day)): day.number
        case .exact(.list(let names)): names.count &+ 8
        case .between(let range): range.lowerBound &* 11 &+ range.upperBound
        case .among(let names): names.count &+ 9
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
