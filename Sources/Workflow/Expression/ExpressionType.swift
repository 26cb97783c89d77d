/// What an expression gives.
public indirect enum ExpressionType: Hashable, Sendable {
    case number
    case text
    case day
    case flag
    /// One of these names.
    case choice([String])
    /// The name of a thing of this kind; nil for a quoted text in its place.
    case reference(String)
    /// Several texts, choices or references.
    case list(ExpressionType)

    public init(_ kind: Field.Kind) {
        switch kind {
        case .line, .text: self = .text
        case .number: self = .number
        case .day: self = .day
        case .flag: self = .flag
        case .choice(let choices): self = .choice(choices.map(\.name))
        case .choices(let choices): self = .list(.choice(choices.map(\.name)))
        case .reference(let kind): self = .reference(kind)
        case .references(let kind): self = .list(.reference(kind))
        }
    }

    /// For messages: `a number`, `one of no, yes, unsure`.
    public var sentence: String {
        switch self {
        case .number: "a number"
        case .text: "text"
        case .day: "a day"
        case .flag: "yes or no"
        case .choice(let names) where names.count > 6: "one of \(names.prefix(5).joined(separator: ", ")), …"
        case .choice(let names): "one of \(names.joined(separator: ", "))"
        case .reference(let kind): "the name of a \(kind)"
        case .list(.choice(let names)): "any of \(names.prefix(6).joined(separator: ", "))"
        case .list(.reference(let kind)): "several names of a \(kind)"
        case .list: "several texts"
        }
    }

    /// Values of the two types can be equal.
    func isComparable(with other: ExpressionType) -> Bool {
        switch (self, other) {
        case (.number, .number), (.text, .text), (.day, .day), (.flag, .flag): true
        case (.text, .reference), (.reference, .text): true
        case (.reference(let left), .reference(let right)): left == right
        case (.choice(let left), .choice(let right)): !Set(left).isDisjoint(with: right)
        case (.list(let left), .list(let right)): left.isComparable(with: right)
        default: false
        }
    }

    /// A value of this type can be kept in a field of that type.
    func fits(_ field: ExpressionType) -> Bool {
        switch (self, field) {
        case (.choice(let names), .choice(let allowed)): Set(names).isSubset(of: allowed)
        case (.choice, .text): true
        case (.reference, .text): true
        case (.list(let mine), .list(let theirs)): mine.fits(theirs)
        default: isComparable(with: field)
        }
    }
}
