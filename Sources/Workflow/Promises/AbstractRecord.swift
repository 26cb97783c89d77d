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

    /// `safeguarding is yes`, of what is known for sure.
    var words: [String] {
        values.sorted { $0.key < $1.key }.compactMap { name, value in
            switch value {
            case .unset: "\(name) is empty"
            case .exact(let value): "\(name) is \(value.word)"
            case .vague: nil
            }
        }
    }

    func with(_ value: AbstractValue, for name: String) -> AbstractRecord {
        var record = self
        record.values[name] = value
        return record
    }

    /// A frame in which everything untracked is unknown.
    func frame(_ layout: Layout) -> Frame {
        var exact: [String: Value] = [:]
        var vague: Set<Int> = []
        var unset: Set<Int> = []
        for (name, value) in values {
            guard let field = layout.field(name) else { continue }
            switch value {
            case .unset: unset.insert(field)
            case .exact(let value): exact[name] = value
            case .vague: vague.insert(field)
            }
        }
        var frame = Frame(layout, exact, state: layout.state(state))
        frame.sight = .abstract(vague: vague, unset: unset)
        return frame
    }
}

/// Whether something can hold of an item that is known in part.
enum Possibility {
    case surely, maybe, never
}

extension Frame {
    /// What is unknown because a field is empty does not hold; what is unknown because it is not looked at may.
    func possibility(of term: Code.Term, in code: Code) -> Possibility {
        switch truth(of: term, in: code) {
        case .holds: .surely
        case .fails: .never
        case .unknown: isVague(code.nodes(of: term)) ? .maybe : .never
        }
    }

    private func isVague(_ nodes: ArraySlice<Code.Node>) -> Bool {
        guard case .abstract(_, let unset) = sight else { return false }
        return nodes.contains { node in
            switch node {
            case .field(let field), .compareField(_, let field, _): isEmpty(Int(field)) && !unset.contains(Int(field))
            case .before, .fact, .today, .person, .roles: true
            default: false
            }
        }
    }
}
