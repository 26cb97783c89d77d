extension ExpressionNode.Comparison {
    /// Of two values of types that the reader found comparable; nil for two that are not.
    func holds(_ left: Value, _ right: Value) -> Bool? {
        switch self {
        case .equal: return left == right
        case .unequal: return left != right
        case .less: return ordered(left, right).map { $0 < 0 }
        case .atMost: return ordered(left, right).map { $0 <= 0 }
        case .more: return ordered(left, right).map { $0 > 0 }
        case .atLeast: return ordered(left, right).map { $0 >= 0 }
        }
    }

    private func ordered(_ left: Value, _ right: Value) -> Int? {
        switch (left, right) {
        case (.number(let first), .number(let second)): first < second ? -1 : first == second ? 0 : 1
        case (.day(let first), .day(let second)): first < second ? -1 : first == second ? 0 : 1
        default: nil
        }
    }
}

extension Day {
    /// Years 1 to 9999, the days that can be written.
    static let kept = Day(number: -719_162)...Day(number: 2_932_896)
}
