import Ledger
import Register
import UseCases
import Workflow

/// Asks a person at the terminal for what an event needs, in the order of the workflow. What can be told before more is
/// typed is told before, and what was typed is kept when the event is refused.
struct EventPrompt {
    let session: Session
    let noun: Noun
    let dialogue: EventDialogue
    let prompter: Prompter
    let typed = Typed()

    /// The event with all that was answered so far, whatever becomes of the rest.
    final class Typed {
        var deed: CauseEvent?
    }

    private var console: any Console { prompter.console }

    /// The event with everything given that it needs. Throws what stands in the way, whatever else were given.
    func completed(_ deed: CauseEvent) async throws -> CauseEvent {
        var deed = deed
        var dialogue = dialogue
        try mustBePossible(deed)
        if let item = deed.item, dialogue.event.ask("method") != nil {
            let needs = try session.ask(TellNeeds(item))
            if !needs.isEmpty { console.complain(Printed.safe(Telling.needs(needs)) + "\n") }
        }
        var reasons = try objections(to: deed)
        tell(dialogue.unanswerable(reasons))
        while true {
            switch dialogue.next(reasons, given: deed.given) {
            case .satisfy(let rule, let ways): (deed, reasons) = try await asking(ways, for: rule, deed, reasons)
            case .field(let field):
                guard let given = try await asking(for: field, deed, reasons) else { throw prompter.ended(at: field) }
                (deed, reasons) = given
            case .offer(let field): (deed, reasons) = try await offering(field, deed, reasons)
            case .nothing: return deed
            }
        }
    }

    /// Asks for a field that may be left empty.
    private func offering(
        _ field: Field, _ deed: CauseEvent, _ before: [Reason]
    ) async throws -> (CauseEvent, [Reason]) {
        try await asking(for: field, deed, before, as: "\(field.title) (or nothing)") ?? (deed, before)
    }

    /// Nothing is asked for what is refused whatever were given.
    private func mustBePossible(_ deed: CauseEvent) throws {
        guard let item = deed.item else { return }
        let steps = try session.ask(NextSteps(item, workflow: noun.workflow)).steps
        guard let step = steps.first(where: { $0.event == dialogue.event.name }), !step.allowed else { return }
        throw Refusal(reasons: step.reasons, noun: noun, reference: item)
    }

    /// Asks for what would satisfy a rule: whoever has nothing to say to the first way is asked for the next.
    private func asking(
        _ ways: [[Field]], for rule: Reason, _ deed: CauseEvent, _ before: [Reason]
    ) async throws -> (CauseEvent, [Reason]) {
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
                if !dialogue.isUnsatisfied(rule, in: reasons) { return (given, reasons) }
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
        let wanted = dialogue.named(in: reasons)
        guard !wanted.isEmpty else { throw refusal }
        console.complain(refusal.failure.text)
        console.complain("What was given is kept. An empty line leaves something as it is.\n")
        var changes: [String: Value] = [:]
        for field in wanted {
            let value = try await prompter.ask(for: field, over: deed.given[field.name], mayBeEmpty: true)
            if let value, value != deed.given[field.name] { changes[field.name] = value }
        }
        guard !changes.isEmpty else {
            throw Failure(refusal.failure.code, "\(dialogue.event.title) stays refused; nothing was changed.")
        }
        return try await completed(deed.giving(changes))
    }

    /// Asks for a field until it is something that the register knows, and says what a rule has against it at once: given
    /// a second time, the same value stays. Nil when it was left empty where it may be.
    private func asking(
        for field: Field, _ deed: CauseEvent, _ before: [Reason], orElse other: Field? = nil,
        as offer: String? = nil
    ) async throws -> (CauseEvent, [Reason])? {
        var last: Value?
        while true {
            guard let (asked, value) = try await answer(to: field, deed, over: last, orElse: other, as: offer) else {
                return nil
            }
            let given = deed.giving([asked.name: value])
            do {
                let reasons = try objections(to: given)
                let news = dialogue.objections(to: asked, in: reasons, before: before, given: given.given)
                if news.isEmpty || value == last {
                    typed.deed = given
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
        to field: Field, _ deed: CauseEvent, over last: Value?, orElse alternative: Field?, as offer: String?
    ) async throws -> (Field, Value)? {
        if let offer {
            return try await prompter.ask(for: field, as: offer, over: last, mayBeEmpty: true).map { (field, $0) }
        }
        if let alternative {
            let said = "\(field.title) (or nothing, to give the \(alternative.title) instead)"
            return try await prompter.ask(for: field, as: said, over: last, mayBeEmpty: true).map { (field, $0) }
        }
        guard let other = dialogue.standIn(for: field, given: deed.given) else {
            guard let value = try await prompter.ask(for: field, over: last) else { throw prompter.ended(at: field) }
            return (field, value)
        }
        let said = "\(field.title) (or nothing, to give the \(other.title) instead)"
        if let value = try await prompter.ask(for: field, as: said, mayBeEmpty: true) { return (field, value) }
        guard let value = try await prompter.ask(for: other) else { throw prompter.ended(at: other) }
        return (other, value)
    }

    private func objections(to deed: CauseEvent) throws -> [Reason] {
        let reasons = try judged(deed)
        try check(reasons, of: deed)
        return reasons
    }

    /// Throws once nothing that is still to be given could make it happen.
    private func check(_ reasons: [Reason], of deed: CauseEvent) throws {
        guard dialogue.isFinal(reasons) else { return }
        throw Refusal(reasons: dialogue.firm(reasons), noun: noun, reference: deed.item)
    }

    private func judged(_ deed: CauseEvent) throws -> [Reason] {
        while true {
            do {
                return try session.objections(to: deed)
            } catch LedgerError.busy where prompter.waits() {}
        }
    }

    private func tell(_ reasons: [Reason]) {
        for reason in reasons { console.complain(reason.said(noun: noun, reference: nil) + "\n") }
    }

    private func tell(_ line: String, _ remedies: [Remedy]) {
        let hints = remedies.map { $0.text(noun: noun, reference: nil) }
        console.complain(Printed.safe(([line] + hints).joined(separator: " ")) + "\n")
    }
}
