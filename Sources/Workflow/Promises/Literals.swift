/// The literals of expressions, and the numbers around them that comparisons can tell apart.
struct Literals {
    private(set) var texts: Set<String> = []
    private var plainNumbers: Set<Int> = [0]

    mutating func collect(_ node: ExpressionNode) {
        switch node {
        case .literal(.text(let text)): texts.insert(text)
        case .literal(.list(let names)): texts.formUnion(names)
        case .literal(.number(let number)): plainNumbers.insert(number)
        default: break
        }
        for child in node.children { collect(child) }
    }

    var numbers: Set<Int> {
        var found: Set<Int> = []
        for first in plainNumbers {
            for second in plainNumbers {
                for step in -1...1 {
                    found.insert(first + second + step)
                    found.insert(first - second + step)
                }
            }
        }
        return found
    }
}
