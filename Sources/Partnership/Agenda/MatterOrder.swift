import Workflow

extension [Matter] {
    /// The same in an order: of several rules the next decides where the one before finds two alike.
    func ordered(by rules: [StandingItem.Order]) -> [Matter] {
        guard !rules.isEmpty else { return self }
        return enumerated().sorted { left, right in
            for rule in rules {
                if rule.comes(left.element, before: right.element) { return true }
                if rule.comes(right.element, before: left.element) { return false }
            }
            return left.offset < right.offset
        }.map(\.element)
    }
}

extension StandingItem.Order {
    fileprivate func comes(_ left: Matter, before right: Matter) -> Bool {
        switch self {
        case .purpose: rank(left.purpose) < rank(right.purpose)
        case .theme: comes(left.theme, before: right.theme)
        case .age: comes(left.received, before: right.received)
        case .carried: left.carries > right.carries
        case .part: left.ground == nil && right.ground != nil
        }
    }

    /// What has none comes last.
    private func comes<Value: Comparable>(_ left: Value?, before right: Value?) -> Bool {
        guard let left else { return false }
        return right.map { left < $0 } ?? true
    }

    /// An issue has its item's purpose, and so stands where that one's would.
    private func rank(_ purpose: StandingItem.Purpose?) -> Int {
        switch purpose {
        case .decision, .approval, nil: 0
        case .assurance: 1
        case .discussion: 2
        case .information: 3
        }
    }
}
