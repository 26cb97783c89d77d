/// What is known of a tracked field while all items are looked at together.
enum AbstractValue: Hashable {
    case unset
    case exact(Value)
    /// Set, to a value that is not told apart from others.
    case vague
}

/// A state, and what tracked fields hold in it.
struct AbstractRecord: Hashable {
    var state: String?
    var values: [String: AbstractValue]

    func with(_ value: AbstractValue, for name: String) -> AbstractRecord {
        var record = self
        record.values[name] = value
        return record
    }

    /// A scope in which everything untracked is unknown.
    func scope(state: String?) -> Scope {
        var scope = Self.empty
        scope.state = state
        for (name, value) in values {
            switch value {
            case .unset: scope.unset.insert(name)
            case .exact(let value): scope.fields[name] = value
            case .vague: scope.vague.insert(name)
            }
        }
        return scope
    }

    private static let empty: Scope = {
        let setting = Setting(on: Day.sample, actor: Actor(person: "", roles: []))
        var scope = Scope(fields: [:], before: [:], state: nil, setting: setting)
        scope.isAbstract = true
        return scope
    }()
}

extension Expression {
    enum Possibility {
        case surely, maybe, never
    }

    /// Whether it can hold in an abstract scope: what is unknown because a field is empty does not hold, what is unknown
    /// because it is not looked at may.
    func possibility(in scope: Scope) -> Possibility {
        switch truth(in: scope) {
        case .holds: .surely
        case .fails: .never
        case .unknown: root.isVague(in: scope) ? .maybe : .never
        }
    }
}

extension ExpressionNode {
    fileprivate func isVague(in scope: Scope) -> Bool {
        switch self {
        case .field(let name): scope.fields[name] == nil && !scope.unset.contains(name)
        case .before, .fact, .today, .person, .roles: true
        default: children.contains { $0.isVague(in: scope) }
        }
    }
}
