/// The names that something can be.
enum NameSet {
    case only(Set<String>)
    case except(Set<String>)

    var isEmpty: Bool {
        if case .only(let names) = self { names.isEmpty } else { false }
    }

    func narrowed(to other: NameSet) -> NameSet {
        switch (self, other) {
        case (.only(let left), .only(let right)): .only(left.intersection(right))
        case (.only(let left), .except(let right)): .only(left.subtracting(right))
        case (.except(let left), .only(let right)): .only(right.subtracting(left))
        case (.except(let left), .except(let right)): .except(left.union(right))
        }
    }

    func isDisjoint(with other: NameSet) -> Bool { narrowed(to: other).isEmpty }

    /// Whether it is one of the names; nil when it may or may not be.
    func isWithin(_ names: Set<String>) -> Bool? {
        if isDisjoint(with: .only(names)) { return false }
        return isDisjoint(with: .except(names)) ? true : nil
    }

    /// All of them in order or, where there is no end of them, enough for a number of different ones.
    func choices(_ count: Int) -> [String] {
        switch self {
        case .only(let names): names.sorted()
        case .except(let names):
            (0...(count + names.count)).lazy.map { Self.other($0) }.filter { !names.contains($0) }
        }
    }

    /// A name that is none of these.
    static func other(than names: some Collection<String>) -> String {
        NameSet.except(Set(names)).choices(1)[0]
    }

    private static func other(_ index: Int) -> String { index == 0 ? "other" : "other-\(index + 1)" }
}
