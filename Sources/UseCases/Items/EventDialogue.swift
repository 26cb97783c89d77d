import Workflow

/// What is still to be asked before an event can happen, in the order of the workflow, and what a refusal means for what
/// was answered. A door words it; which question comes next is the same behind every door.
public struct EventDialogue: Sendable {
    /// What is asked next.
    public enum Next: Sendable {
        /// Answers that would satisfy a rule, each way the fields that it takes; those given already are left out.
        case satisfy(Reason, ways: [[Field]])
        case field(Field)
        /// A field that may be left empty.
        case offer(Field)
        /// Everything was asked.
        case nothing
    }

    public let event: Event
    private let definition: Definition
    /// The fields that can be given, in the order of the workflow.
    public let fields: [Field]
    /// The names of the fields and the sentences of the rules that were asked about.
    private var asked: Set<String> = []
    /// Something was missing from the first, so that it is a conversation.
    private var isTalk = false

    public init(_ event: Event, of definition: Definition) {
        self.event = event
        self.definition = definition
        fields = event.asks.compactMap { definition.field($0.field) }
    }

    /// First what is optional and a rule makes necessary as things stand, then what is missing. Nothing is asked twice.
    ///
    /// - Parameter reasons: why the event cannot happen yet.
    public mutating func next(_ reasons: [Reason], given: [String: Value]) -> Next {
        if let rule = reasons.first(where: { isOpen($0, given: given) && !asked.contains($0.sentence) }) {
            asked.insert(rule.sentence)
            let ways = ways(toSatisfy: rule).map { way in way.filter { given[$0.name] == nil } }
            return .satisfy(rule, ways: ways.filter { !$0.isEmpty })
        }
        let missing = Set(missing(in: reasons).map(\.name)).subtracting(asked)
        if !missing.isEmpty { isTalk = true }
        let offers = isTalk && event.begins ? Set(definition.offers(of: event, given: given)) : []
        let open = offers.subtracting(asked).subtracting(given.keys)
        guard let field = fields.first(where: { missing.contains($0.name) || open.contains($0.name) }) else {
            return .nothing
        }
        asked.insert(field.name)
        return missing.contains(field.name) ? .field(field) : .offer(field)
    }

    /// Nothing that is still to be given could make it happen.
    public func isFinal(_ reasons: [Reason]) -> Bool {
        let knowsPlace = missing(in: reasons).allSatisfy { !EventDialogue.places.contains($0.kind) }
        return reasons.contains { reason in
            switch reason.kind {
            case .state, .unknownEvent: true
            case .role: knowsPlace
            case .rule, .target: event.asks.isEmpty
            case .missing, .value, .stateNeeds: false
            }
        }
    }

    /// The reasons that answers do not remove.
    public func firm(_ reasons: [Reason]) -> [Reason] { reasons.filter { $0.kind != .missing } }

    /// The rules that say no whatever is answered.
    public func unanswerable(_ reasons: [Reason]) -> [Reason] {
        reasons.filter { $0.kind == .rule && ways(toSatisfy: $0).isEmpty }
    }

    /// What a rule has against an answer that was not said before. What another answer still to come would satisfy is asked
    /// for next, and no objection yet.
    public func objections(
        to field: Field, in reasons: [Reason], before: [Reason], given: [String: Value]
    ) -> [Reason] {
        reasons.filter { reason in
            [.rule, .value].contains(reason.kind) && !before.contains(reason)
                && (reason.wanted.contains(field.name) || !isOpen(reason, given: given))
        }
    }

    /// The rule is among the reasons still.
    public func isUnsatisfied(_ rule: Reason, in reasons: [Reason]) -> Bool {
        reasons.contains { $0.kind == .rule && $0.code == rule.code && $0.sentence == rule.sentence }
    }

    /// The asked field that a field's value is worked out from when it is not given: a district gives the area. Nil when
    /// there is none, or it was given.
    public func standIn(for field: Field, given: [String: Value]) -> Field? {
        guard let facts = event.ask(field.name)?.fallback?.facts else { return nil }
        let subjects = facts.map { String($0.prefix { $0 != "." }) }
        return fields.first { subjects.contains($0.name) && given[$0.name] == nil }
    }

    /// The fields that reasons speak of and that the event takes.
    public func named(in reasons: [Reason]) -> [Field] {
        fields.filter { field in reasons.contains { $0.wanted.contains(field.name) } }
    }

    /// Fields that say where an item belongs, and so whose seats count towards it.
    private static let places: [Field.Kind] = ["area", "district", "body", "meeting", "issue"].map(
        Field.Kind.reference)

    private func missing(in reasons: [Reason]) -> [Field] {
        fields.filter { field in reasons.contains { $0.kind == .missing && $0.field == field.name } }
    }

    /// The ways in which an answer would satisfy a rule, each the fields it takes.
    private func ways(toSatisfy reason: Reason) -> [[Field]] {
        reason.remedies.compactMap { remedy in
            guard case .give(let names) = remedy else { return nil }
            let asked = names.compactMap { name in fields.first { $0.name == name } }
            return asked.isEmpty ? nil : asked
        }
    }

    /// A rule that something not given yet would satisfy.
    private func isOpen(_ reason: Reason, given: [String: Value]) -> Bool {
        reason.kind == .rule && ways(toSatisfy: reason).joined().contains { given[$0.name] == nil }
    }
}

extension Reason {
    /// The fields that it is about, or that would help.
    fileprivate var wanted: Set<String> {
        remedies.reduce(into: Set([field].compactMap(\.self))) { names, remedy in
            if case .give(let fields) = remedy { names.formUnion(fields) }
        }
    }
}
