/// The names that something can be.
enum NameSet {
    case only(Set<String>)
    case except(Set<String>)

    var isEmpty: Bool {
        if case .only(let names) = self { names.isEmpty } else { false }
    }

    /// The one that it has to be; nil when there are several or none.
    var only: String? {
        if case .only(let names) = self, names.count == 1 { names.first } else { nil }
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
    ///
    /// - Parameter most: the characters that one may have.
    func choices(_ count: Int, most: Int = .max) -> [String] {
        switch self {
        case .only(let names): return names.sorted()
        case .except(let names):
            let long = (0...(count + names.count)).map { Self.other($0) }
            let isRoom = long.allSatisfy { $0.utf8.count <= most }
            return (isRoom ? long : Self.short).filter { !names.contains($0) }
        }
    }

    private static let short = "abcdefghijklmnopqrstuvwyz0123456789".map(String.init)

    /// A name that is none of these.
    static func other(than names: some Collection<String>) -> String {
        NameSet.except(Set(names)).choices(1)[0]
    }

    private static func other(_ index: Int) -> String { index == 0 ? "other" : "other-\(index + 1)" }
}
