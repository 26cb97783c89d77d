import Workflow

/// Conditions that are sure of every record at rest in a state.
struct Invariants {
    let byState: [String: [Invariant]]
    /// The states that some event may lead to.
    let met: Set<String>

    func of(_ state: String) -> [Invariant] { byState[state] ?? [] }

    /// The same with more that is sure of every record.
    func adding(_ more: [Invariant]) -> Invariants {
        let all = byState.mapValues { known in known + more.filter { !known.contains($0) } }
        return Invariants(byState: all, met: met)
    }
}

extension Setting {
    /// Where conditions are read that hang on neither the day nor the actor.
    static let anyDay = Setting(on: .sample, actor: Actor(person: "", roles: []))
}

/// One of them. It reads nothing but the record.
struct Invariant: Hashable {
    enum Form: Hashable {
        case holds, doesNotHold, doesNotFail
    }

    let node: ExpressionNode
    let form: Form
    let fields: Set<String>

    init(_ node: ExpressionNode, _ form: Form) {
        self.node = node
        self.form = form
        fields = Set(node.names.compactMap(\.fieldName))
    }

    /// That it was so before an event, in a state.
    func formula(before state: String, _ reader: inout ConditionReader) -> Formula {
        let earlier = node.replacing { name in
            switch name {
            case .field(let field): .before(field)
            case .state: .literal(.text(state))
            default: nil
            }
        }
        switch form {
        case .holds: return reader.holds(earlier)
        case .doesNotHold: return .not(reader.holds(earlier))
        case .doesNotFail: return .not(reader.fails(earlier))
        }
    }

    /// The record that an event leaves behind when it is not so afterwards.
    func broken(at state: String) -> EventRecord.Aftermath {
        switch form {
        case .holds: EventRecord.Aftermath(state: state, failing: [node])
        case .doesNotHold: EventRecord.Aftermath(state: state, holding: [node])
        case .doesNotFail: EventRecord.Aftermath(state: state, holding: [.not(node)])
        }
    }

    /// By how its condition stands.
    func isSo(_ truth: Truth) -> Bool {
        switch form {
        case .holds: truth == .holds
        case .doesNotHold: truth != .holds
        case .doesNotFail: truth != .fails
        }
    }
}
