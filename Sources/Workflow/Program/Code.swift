/// Expressions as the kernel reads them: their trees in a row, names resolved to positions. A name that the layout does not
/// have has no value.
final class Code: Sendable {
    /// One of the expressions: its nodes, of which the last is the root.
    struct Term: BitwiseCopyable, Sendable {
        let first: Int32
        let root: Int32
    }

    enum Node: BitwiseCopyable, Sendable {
        case constant(Cell)
        case field(Int32)
        case before(Int32)
        case fact(Int32)
        case today
        case state
        case person
        case roles
        case not(Int32)
        case and(Int32, Int32)
        case or(Int32, Int32)
        case compare(ExpressionNode.Comparison, Int32, Int32)
        /// A comparison of a field with a constant, which most are.
        case compareField(ExpressionNode.Comparison, Int32, Cell)
        /// Whether the state is the one at a position, which targets often ask.
        case isState(Int32)
        /// One of those listed from one place to another.
        case oneOf(Int32, from: Int32, to: Int32)
        case element(Int32, of: Int32)
        case isSet(Int32)
        case add(Int32, Int32)
        case subtract(Int32, Int32)
        case shift(Int32, by: Int32)
        case daysBetween(Int32, Int32)
        case workingDaysBetween(Int32, Int32, calendar: Int32)
    }

    /// Operands come before what they are operands of.
    let nodes: [Node]
    /// Texts that are no names of the layout, and lists.
    let literals: [Value]
    let listed: [Int32]
    let periods: [Period]
    let calendars: [String]

    init(_ writer: CodeWriter) {
        nodes = writer.nodes
        literals = writer.literals
        listed = writer.listed
        periods = writer.periods
        calendars = writer.calendars
    }

    /// Of a single expression.
    convenience init(_ expression: Expression, _ layout: Layout) {
        var writer = CodeWriter(layout)
        _ = writer.write(expression)
        self.init(writer)
    }

    /// The whole code as one expression.
    var whole: Term { Term(first: 0, root: Int32(nodes.count - 1)) }

    func nodes(of term: Term) -> ArraySlice<Node> { nodes[Int(term.first)...Int(term.root)] }
}

/// Writes expressions one after the other.
struct CodeWriter {
    private let layout: Layout
    fileprivate var nodes: [Code.Node] = []
    fileprivate var literals: [Value] = []
    fileprivate var listed: [Int32] = []
    fileprivate var periods: [Period] = []
    fileprivate var calendars: [String] = []

    init(_ layout: Layout) {
        self.layout = layout
    }

    mutating func write(_ expression: Expression) -> Code.Term {
        let first = Int32(nodes.count)
        return Code.Term(first: first, root: write(expression.root))
    }

    private mutating func write(_ tree: ExpressionNode) -> Int32 {
        let node = node(tree)
        nodes.append(node)
        return Int32(nodes.count - 1)
    }

    private mutating func node(_ tree: ExpressionNode) -> Code.Node {
        switch tree {
        case .literal(let value): .constant(constant(value))
        case .field(let name): layout.field(name).map { .field(Int32($0)) } ?? .constant(.empty)
        case .before(let name): layout.field(name).map { .before(Int32($0)) } ?? .constant(.empty)
        case .fact(let name): layout.fact(name).map { .fact(Int32($0)) } ?? .constant(.empty)
        case .today: .today
        case .state: .state
        case .person: .person
        case .roles: .roles
        case .not(let inner): .not(write(inner))
        case .and(let left, let right): .and(write(left), write(right))
        case .or(let left, let right): .or(write(left), write(right))
        case .compare(let comparison, let left, let right): compare(comparison, left, right)
        case .oneOf(let one, let list): oneOf(one, list)
        case .element(let one, let list): .element(write(one), of: write(list))
        case .isSet(let inner): .isSet(write(inner))
        case .add(let left, let right): .add(write(left), write(right))
        case .subtract(let left, let right): .subtract(write(left), write(right))
        case .shift(let day, let period): .shift(write(day), by: keep(period, in: &periods))
        case .daysBetween(let left, let right): .daysBetween(write(left), write(right))
        case .workingDaysBetween(let left, let right, let calendar):
            .workingDaysBetween(write(left), write(right), calendar: keep(calendar, in: &calendars))
        }
    }

    private mutating func constant(_ value: Value) -> Cell {
        switch value {
        case .number(let number): .number(number)
        case .day(let day): .day(day)
        case .flag(let flag): .flag(flag)
        case .text(let text): layout.name(text).map(Cell.name) ?? .literal(keep(value, in: &literals))
        case .list: .literal(keep(value, in: &literals))
        }
    }

    private mutating func compare(
        _ comparison: ExpressionNode.Comparison, _ one: ExpressionNode, _ other: ExpressionNode
    ) -> Code.Node {
        let (left, right) = (write(one), write(other))
        switch (nodes[Int(left)], nodes[Int(right)]) {
        case (.field(let field), .constant(let cell)): return .compareField(comparison, field, cell)
        case (.state, .constant(.name(let name))) where comparison == .equal: return .isState(name)
        default: return .compare(comparison, left, right)
        }
    }

    private mutating func oneOf(_ one: ExpressionNode, _ list: [ExpressionNode]) -> Code.Node {
        let place = write(one)
        let places = list.map { write($0) }
        listed += places
        return .oneOf(place, from: Int32(listed.count - places.count), to: Int32(listed.count))
    }

    private func keep<Element>(_ element: Element, in row: inout [Element]) -> Int32 {
        row.append(element)
        return Int32(row.count - 1)
    }
}
