import Workflow

/// What conditions hang on that is only known within bounds, or that nothing but trying tells.
struct Grounds {
    private let definition: Definition
    /// Each a part of a sentence.
    private var found: [String] = []

    init(_ definition: Definition, _ nodes: [ExpressionNode], _ clocks: [Definition.Clock] = []) {
        self.definition = definition
        if clocks.contains(where: \.countsWorkingDays) { note("working days") }
        for node in nodes { collect(node) }
    }

    /// `working days and a list of names`; nil when there is nothing of the kind.
    var words: String? { found.isEmpty ? nil : Sentences.list(found, "and") }

    private mutating func note(_ words: String) {
        if !found.contains(words) { found.append(words) }
    }

    private mutating func collect(_ node: ExpressionNode) {
        switch node {
        case .workingDaysBetween, .shift(_, .workingDays): note("working days")
        case .shift(_, .months): note("how long months are")
        case .element(_, of: let list): if list != .roles { note("who or what is in a list") }
        case .fact: note("what the program tells")
        case .compare(_, let left, let right):
            if isText(left), isText(right) { note("texts that are compared") }
            let numbers = node.names.filter { kind($0).map(isNumber) ?? false }
            if numbers.count > 2 { note("a sum of several numbers") }
        default: break
        }
        for child in node.children { collect(child) }
    }

    private func kind(_ node: ExpressionNode) -> Field.Kind? {
        if let name = node.fieldName { return definition.field(name)?.kind }
        guard case .fact(let name) = node else { return nil }
        return definition.facts.first { $0.name == name }?.kind
    }

    private func isNumber(_ kind: Field.Kind) -> Bool {
        switch kind {
        case .number, .day: true
        default: false
        }
    }

    private func isText(_ node: ExpressionNode) -> Bool {
        switch node {
        case .literal(.text), .person: return true
        default: break
        }
        switch kind(node) {
        case .line, .text, .reference: return true
        default: return false
        }
    }
}

extension Study {
    /// `: time was up`, or `: it hangs on working days`; nothing when neither is so.
    func grounds(_ nodes: [ExpressionNode], _ clocks: [Definition.Clock] = []) -> String {
        if budget.isSpent { return ": time was up" }
        return Grounds(definition, nodes, clocks).words.map { ": it hangs on \($0)" } ?? ""
    }
}
