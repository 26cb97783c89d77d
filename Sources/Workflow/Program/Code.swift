/// An expression as the kernel reads it: its tree in a row, names resolved to positions. A name that the layout does not
/// have has no value.
final class Code: Sendable {
    enum Node: Sendable {
        case nothing
        case literal(Int32)
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
        case oneOf(Int32, list: Int32)
        case element(Int32, of: Int32)
        case isSet(Int32)
        case add(Int32, Int32)
        case subtract(Int32, Int32)
        case shift(Int32, by: Int32)
        case daysBetween(Int32, Int32)
        case workingDaysBetween(Int32, Int32, calendar: Int32)
    }

    /// Operands come before what they are operands of; the whole expression is the last.
    let nodes: [Node]
    let literals: [Value]
    let lists: [[Int32]]
    let durations: [Duration]
    let calendars: [String]

    init(_ expression: Expression, _ layout: Layout) {
        var writer = CodeWriter(layout: layout)
        _ = writer.write(expression.root)
        nodes = writer.nodes
        literals = writer.literals
        lists = writer.lists
        durations = writer.durations
        calendars = writer.calendars
    }

    var root: Int32 { Int32(nodes.count - 1) }
}

private struct CodeWriter {
    let layout: Layout
    var nodes: [Code.Node] = []
    var literals: [Value] = []
    var lists: [[Int32]] = []
    var durations: [Duration] = []
    var calendars: [String] = []

    /// Appends a tree and gives the position of its root.
    mutating func write(_ tree: ExpressionNode) -> Int32 {
        let node = node(tree)
        nodes.append(node)
        return Int32(nodes.count - 1)
    }

    private mutating func node(_ tree: ExpressionNode) -> Code.Node {
        switch tree {
        case .literal(let value): .literal(keep(value, in: &literals))
        case .field(let name): layout.field(name).map { .field(Int32($0)) } ?? .nothing
        case .before(let name): layout.field(name).map { .before(Int32($0)) } ?? .nothing
        case .fact(let name): layout.fact(name).map { .fact(Int32($0)) } ?? .nothing
        case .today: .today
        case .state: .state
        case .person: .person
        case .roles: .roles
        case .not(let inner): .not(write(inner))
        case .and(let left, let right): .and(write(left), write(right))
        case .or(let left, let right): .or(write(left), write(right))
        case .compare(let comparison, let left, let right): .compare(comparison, write(left), write(right))
        case .oneOf(let one, let list): .oneOf(write(one), list: keep(list.map { write($0) }, in: &lists))
        case .element(let one, let list): .element(write(one), of: write(list))
        case .isSet(let inner): .isSet(write(inner))
        case .add(let left, let right): .add(write(left), write(right))
        case .subtract(let left, let right): .subtract(write(left), write(right))
        case .shift(let day, let duration): .shift(write(day), by: keep(duration, in: &durations))
        case .daysBetween(let left, let right): .daysBetween(write(left), write(right))
        case .workingDaysBetween(let left, let right, let calendar):
            .workingDaysBetween(write(left), write(right), calendar: keep(calendar, in: &calendars))
        }
    }

    private func keep<Element>(_ element: Element, in row: inout [Element]) -> Int32 {
        row.append(element)
        return Int32(row.count - 1)
    }
}
