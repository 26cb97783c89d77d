import Ledger
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
        tell(reasons.filter { $0.kind == .rule && alternatives(of: $0).isEmpty })
        while true {
            // First what is optional, and what a rule makes necessary as things stand.
            if let rule = reasons.first(where: { isOpen($0, in: deed) && !asked.contains($0.sentence) }) {
                asked.insert(rule.sentence)
                (deed, reasons) = try await asking(insteadOf: rule, deed, reasons)
            } else if let field = missing(in: reasons).first(where: { !asked.contains($0.name) }) {
                asked.insert(field.name)
                guard let given = try await asking(for: field, deed, reasons) else { throw prompter.ended(at: field) }
                (deed, reasons) = given
            } else {
                return deed
            }
        }
    }

    /// The ways in which an answer would satisfy a rule, each the fields it takes.
    private func alternatives(of reason: Reason) -> [[Field]] {
        reason.remedies.compactMap { remedy in
            guard case .give(let names) = remedy else { return nil }
            let asked = names.compactMap { name in fields.first { $0.name == name } }
            return asked.isEmpty ? nil : asked
        }
    }

    /// A rule that something not given yet would satisfy.
    private func isOpen(_ reason: Reason, in deed: CauseEvent) -> Bool {
        reason.kind == .rule && alternatives(of: reason).joined().contains { deed.given[$0.name] == nil }
    }

    /// Asks for what would satisfy a rule: whoever has nothing to say to the first way is asked for the next.
    private func asking(
        insteadOf rule: Reason, _ deed: CauseEvent, _ before: [Reason]
    ) async throws -> (CauseEvent, [Reason]) {
        let ways = alternatives(of: rule).filter { way in way.contains { deed.given[$0.name] == nil } }
        if ways.count == 1 { console.complain(leading(to: rule) + "\n") }
        for (position, way) in ways.enumerated() {
            var (given, reasons) = (deed, before)
            var isFirst = true
            for field in way where given.given[field.name] == nil {
                let other = ways.dropFirst(position + 1).first?.first
                guard let next = try await asking(for: field, given, reasons, orElse: isFirst ? other : nil) else {
                    break
                }
                (given, reasons) = next
                isFirst = false
                if !reasons.contains(where: { $0.kind == .rule && $0.code == rule.code && $0.sentence == rule.sentence }
                ) {
                    return (given, reasons)
                }
            }
            if !isFirst { return (given, reasons) }
        }
        return (deed, before)
    }

    /// Why something is asked that is not always needed.
    private func leading(to rule: Reason) -> String {
        let said = rule.remedies.compactMap { remedy -> String? in
            if case .say(let sentence) = remedy { return sentence }
            return nil
        }
        return ([rule.sentence] + said).joined(separator: " ")
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
    /// a second time, the same value stays. Nil when it was left empty for another that may stand in for it.
    private func asking(
        for field: Field, _ deed: CauseEvent, _ before: [Reason], orElse other: Field? = nil
    ) async throws -> (CauseEvent, [Reason])? {
        var last: Value?
        while true {
            guard let (asked, value) = try await answer(to: field, deed, over: last, orElse: other) else { return nil }
            let given = deed.giving([asked.name: value])
            do {
                let reasons = try objections(to: given)
                // What another answer still to come would satisfy is asked for next.
                let news = reasons.filter { reason in
                    [.rule, .value].contains(reason.kind) && !before.contains(reason)
                        && (reason.wanted.contains(asked.name) || !isOpen(reason, in: given))
                }
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
    private func answer(
        to field: Field, _ deed: CauseEvent, over last: Value?, orElse alternative: Field?
    ) async throws -> (Field, Value)? {
        if let alternative {
            let said = "\(field.title) (or nothing, to give the \(alternative.title) instead)"
            return try await prompter.ask(for: field, as: said, over: last, mayBeEmpty: true).map { (field, $0) }
        }
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
                return try session.objections(to: deed)
            } catch LedgerError.busy where prompter.waits() {}
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
