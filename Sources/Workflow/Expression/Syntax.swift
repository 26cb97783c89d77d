/// An expression as written, before names are resolved and types checked.
struct Syntax: Sendable {
    enum Unit: Hashable, Sendable {
        case days, workingDays, months
    }

    indirect enum Form: Sendable {
        case word(String)
        case number(Int)
        case day(Day)
        case quoted(String)
        case list([Syntax])
        case period(Int, Unit)
        case not(Syntax)
        case and(Syntax, Syntax)
        case or(Syntax, Syntax)
        case implies(Syntax, Syntax)
        case compare(ExpressionNode.Comparison, Syntax, Syntax)
        case isIn(Syntax, Syntax)
        case has(Syntax, Syntax)
        case isSet(Syntax)
        case plus(Syntax, Syntax)
        case minus(Syntax, Syntax)
        case between(Syntax, Syntax, Unit)
    }

    let form: Form
    /// Bytes of UTF-8 in the text before it.
    let offset: Int
}
