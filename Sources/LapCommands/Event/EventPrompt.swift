import Register
import UseCases
import Workflow

/// Asks a person at the terminal for what an event needs, in the order of the workflow. What can be told before more is
/// typed is told before, and what was typed is kept when the event is refused.
struct EventPrompt {
    let session: Session
    let noun: Noun
    let event: Event
    let fields: [Field]
    let prompter: Prompter

    private var console: any Console { prompter.console }

    /// The event with everything given that it needs. Throws what stands in the way, whatever else were given.
    func completed(_ deed: CauseEvent) async throws -> CauseEvent {
        var deed = deed
        var asked: Set<String> = []
        var reasons = try objections(to: deed)
        let ruled = reasons.filter { $0.kind == .rule }
        if !ruled.isEmpty, try !isFinal(reasons) {
            // Something optional, which a rule makes necessary as things stand.
            tell(ruled)
            for field in named(in: ruled) {
                asked.insert(field.name)
                (deed, reasons) = try await asking(for: field, deed, reasons)
            }
        }
        while let field = missing(in: reasons).first(where: { !asked.contains($0.name) }) {
            asked.insert(field.name)
            (deed, reasons) = try await asking(for: field, deed, reasons)
        }
        return deed
    }

    /// The event with other values for what the reasons name. Throws when they name nothing, or nothing was changed.
    func corrected(_ deed: CauseEvent, after reasons: [Reason]) async throws -> CauseEvent {
        let refusal = Refusal(reasons: reasons, noun: noun, reference: deed.item)
        let wanted = named(in: reasons)
        guard !wanted.isEmpty else { throw refusal }
        console.complain(refusal.failure.text)
        console.complain("What was given is kept. An empty line leaves something as it is.\n")
        var changes: [String: Value] = [:]
        for field in wanted {
            let value = try await prompter.ask(for: field, over: deed.given[field.name], mayBeEmpty: true)
            if let value, value != deed.given[field.name] { changes[field.name] = value }
        }
        guard !changes.isEmpty else {
            throw Failure(refusal.failure.code, "\(event.title) stays refused; nothing was changed.")
        }
        return try await completed(deed.giving(changes))
    }

    /// Asks for a field until it is something that the register knows, and says what a rule has against it at once: given
    /// a second time, the same value stays.
    private func asking(
        for field: Field, _ deed: CauseEvent, _ before: [Reason]
    ) async throws -> (CauseEvent, [Reason]) {
        var last: Value?
        while true {
            let (asked, value) = try await answer(to: field, deed, over: last)
            let given = deed.giving([asked.name: value])
            do {
                let reasons = try objections(to: given)
                let news = reasons.filter { [.rule, .value].contains($0.kind) && !before.contains($0) }
                if news.isEmpty || value == last {
                    if try isFinal(reasons) { throw Refusal(reasons: firm(reasons), noun: noun, reference: deed.item) }
                    return (given, reasons)
                }
                tell(news)
                last = value
            } catch RegisterError.badInput(let line, let remedies) {
                tell(line, remedies)
            } catch RegisterError.notFound(let line, let remedies) {
                tell(line, remedies)
            }
        }
    }

    /// The value of a field, or of the one that stands in for it: a district gives the area.
    private func answer(to field: Field, _ deed: CauseEvent, over last: Value?) async throws -> (Field, Value) {
        guard let other = other(for: field), deed.given[other.name] == nil else {
            guard let value = try await prompter.ask(for: field, over: last) else { throw prompter.ended(at: field) }
            return (field, value)
        }
        let said = "\(field.title) (or nothing, to give the \(other.title) instead)"
        if let value = try await prompter.ask(for: field, as: said, mayBeEmpty: true) { return (field, value) }
        guard let value = try await prompter.ask(for: other) else { throw prompter.ended(at: other) }
        return (other, value)
    }

    /// The asked field that a field's value is worked out from when it is not given.
    private func other(for field: Field) -> Field? {
        guard let facts = event.ask(field.name)?.fallback?.facts else { return nil }
        let subjects = facts.map { String($0.prefix { $0 != "." }) }
        return fields.first { subjects.contains($0.name) }
    }

    private func objections(to deed: CauseEvent) throws -> [Reason] {
        let reasons = try judged(deed)
        if try isFinal(reasons) { throw Refusal(reasons: firm(reasons), noun: noun, reference: deed.item) }
        return reasons
    }

    private func judged(_ deed: CauseEvent) throws -> [Reason] {
        while true {
            do {
                return try session.workplace.objections(to: deed, for: session.request)
            } catch RegisterError.busy where prompter.waits() {}
        }
    }

    /// Nothing that is still to be given could make it happen.
    private func isFinal(_ reasons: [Reason]) throws -> Bool {
        let knowsPlace = missing(in: reasons).allSatisfy { !EventPrompt.places.contains($0.kind) }
        return reasons.contains { reason in
            switch reason.kind {
            case .state, .unknownEvent: true
            case .role: knowsPlace
            case .rule, .target: event.asks.isEmpty
            case .missing, .value, .stateNeeds: false
            }
        }
    }

    /// Fields that say where an item belongs, and so whose seats count towards it.
    private static let places: [Field.Kind] = ["area", "district", "body", "meeting", "issue"].map(
        Field.Kind.reference)

    /// The reasons that answers do not remove.
    private func firm(_ reasons: [Reason]) -> [Reason] { reasons.filter { $0.kind != .missing } }

    private func missing(in reasons: [Reason]) -> [Field] {
        fields.filter { field in reasons.contains { $0.kind == .missing && $0.field == field.name } }
    }

    /// The fields that reasons speak of and that the event takes.
    private func named(in reasons: [Reason]) -> [Field] {
        fields.filter { field in reasons.contains { $0.wanted.contains(field.name) } }
    }

    private func tell(_ reasons: [Reason]) {
        for reason in reasons { console.complain(reason.said(noun: noun, reference: nil) + "\n") }
    }

    private func tell(_ line: String, _ remedies: [Remedy]) {
        let hints = remedies.map { $0.text(noun: noun, reference: nil) }
        console.complain(Printed.safe(([line] + hints).joined(separator: " ")) + "\n")
    }
}
