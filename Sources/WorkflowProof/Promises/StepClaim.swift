import Workflow

/// What is to be of every record that an event leaves behind, or of those that it leaves in some states coming from others.
struct StepClaim {
    enum Form: Hashable {
        case holds
        /// It fails, or is unknown.
        case doesNotHold
    }

    let expression: Expression
    let form: Form
    /// Only what enters one of these from another state; nil for every step.
    var entering: Set<String>?

    /// An event that leaves its fields as they are keeps it.
    var isKeptByStandingStill = false

    var node: ExpressionNode { expression.root }

    /// Whether it is about a step that leads from one state to another.
    func isAbout(from: String?, to: String) -> Bool {
        entering.map { from != to && $0.contains(to) } ?? true
    }

    /// It reads nothing but the record itself.
    var isAboutTheRecord: Bool { expression.isAboutTheRecord }

    /// What is to be of every record, as far as it says that of the record itself.
    var invariant: Invariant? {
        isAboutTheRecord ? Invariant(node, form == .holds ? .holds : .doesNotHold) : nil
    }

    /// The same wherever an item rests, as far as it says something of the record; nil when that is all that it says.
    var anywhere: StepClaim? {
        guard isAboutTheRecord else { return nil }
        let parts = form == .holds ? expression.disjuncts : expression.conjuncts
        let others = parts.filter { !$0.root.names.contains(.state) && !$0.root.names.isEmpty }
        guard let first = others.first, entering != nil || others.count < parts.count else { return nil }
        let root = others.dropFirst().reduce(first.root) { form == .holds ? .or($0, $1.root) : .and($0, $1.root) }
        return StepClaim(expression: Expression(text: expression.text, type: .flag, root: root), form: form)
    }

    var fields: [String] {
        Set(node.names.compactMap(\.fieldName)).sorted()
    }

    /// The record that an event leaves behind when it breaks the claim.
    func broken(at state: String) -> EventRecord.Aftermath {
        switch form {
        case .holds: EventRecord.Aftermath(state: state, failing: [node])
        case .doesNotHold: EventRecord.Aftermath(state: state, holding: [node])
        }
    }

    /// Whether what is known of a record leaves it possible that the claim is broken.
    func canBeBroken(_ outcomes: Outcomes) -> Bool {
        switch form {
        case .holds: outcomes != .holds
        case .doesNotHold: outcomes.contains(.holds)
        }
    }

    /// It is about each event by itself; other claims are about items at rest, and of those about the last event.
    var isOfEachEvent: Bool { entering != nil || isKeptByStandingStill }

    /// An event that leaves all as it is may break it.
    var isOfStill: Bool { !isOfEachEvent && !isAboutTheRecord }

    /// Whether the way that the kernel led an item breaks it.
    func isBroken(_ definition: Definition, along strides: [Stride]) -> Bool {
        strides.contains { stride in
            guard isOfEachEvent || stride.isAtRest, let state = stride.after.state,
                isAbout(from: stride.before.state, to: state)
            else { return false }
            let truth = definition.truth(
                of: expression, on: stride.after, before: stride.before, in: stride.setting)
            return form == .holds ? truth != .holds : truth == .holds
        }
    }
}

extension Promise {
    /// The claims about steps that together are what it promises; none for a promise of another kind. What is promised of
    /// several conditions together is proved of each by itself.
    var stepClaims: [StepClaim] {
        switch claim {
        case .always(let expression): expression.conjuncts.map { StepClaim(expression: $0, form: .holds) }
        case .never(let expression): expression.disjuncts.map { StepClaim(expression: $0, form: .doesNotHold) }
        case .entering(let states, let expression):
            expression.conjuncts.map { StepClaim(expression: $0, form: .holds, entering: Set(states)) }
        case .onlyGrows(let fields):
            fields.map { name in
                let grows = ExpressionNode.compare(.atLeast, .field(name), .before(name))
                let node = ExpressionNode.or(.not(.isSet(.before(name))), grows)
                return StepClaim(
                    expression: Expression(text: "\(name) only grows", type: .flag, root: node), form: .holds,
                    isKeptByStandingStill: true)
            }
        default: []
        }
    }
}

extension Expression {
    /// The conditions that it joins by `and`.
    var conjuncts: [Expression] {
        switch root {
        case .and(let left, let right):
            return [left, right].flatMap { Expression(text: text, type: .flag, root: $0).conjuncts }
        default: return [self]
        }
    }

    /// The conditions that it joins by `or`.
    var disjuncts: [Expression] {
        switch root {
        case .or(let left, let right):
            return [left, right].flatMap { Expression(text: text, type: .flag, root: $0).disjuncts }
        default: return [self]
        }
    }
}
