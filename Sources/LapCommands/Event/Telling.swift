import Packs
import Register
import Workflow

/// What a person is told when an event has happened: old state and new, the next day that matters, what to do next, and
/// how to undo it.
struct Telling {
    let noun: Noun
    let outcome: Outcome
    let operation: Operation
    let standing: Standing

    private var item: StoredItem { outcome.item }

    func text(rehearsing: Bool) throws -> String {
        var text = rehearsing ? "Would be " : ""
        switch outcome.from {
        case nil: text += "\(item.reference): \(item.stateTitle)."
        case item.state:
            text +=
                "\(item.reference): \(item.definition.event(outcome.event)?.title ?? outcome.event); still \(item.stateTitle)."
        case let from?:
            text += "\(item.reference): \(item.definition[from]?.title ?? from) → \(item.stateTitle)."
        }
        if let due = item.due, let clock = item.definition.clock(due.clock) {
            text += " \(clock.title) by \(due.on.words)."
        }
        if !outcome.recorded.isEmpty { text += " Recorded \(outcome.recorded.joined(separator: ", "))." }
        text += "\n"
        if item.isOpen, let next = try next() { text += "Next: \(next)\n" }
        return text
    }

    /// What most often comes next here: with who may do it when this person may not, or what would have to come first.
    private func next() throws -> String? {
        let options = try operation.view.options(for: item, as: standing, on: operation.on)
        guard let usual = options.first(where: { $0.event.name == usualEvent }) else { return nil }
        let command = "lap \(noun.name) \(usual.event.name) \(item.reference)"
        guard case .refused(let reasons) = usual.verdict else { return command }
        if reasons.allSatisfy({ $0.kind == .role }) {
            return "\(command), by the \(usual.event.by.map(item.definition.title(ofRole:)).joined(separator: " or "))"
        }
        return reasons.flatMap(\.remedies).lazy.compactMap { $0.command(noun: noun, reference: item.reference) }.first
    }

    /// While the time to divert runs, nothing else comes first.
    private var usualEvent: String? {
        let mustDivert = item.definition.clocks(meaning: "divert").contains { item.item.clocks[$0.name] != nil }
        return mustDivert ? "divert" : item.definition[item.state]?.usual
    }

    /// What is worth knowing besides; nil when nothing is.
    func aside(rehearsing: Bool) throws -> String? {
        var lines: [String] = []
        if noun.workflow == "issue", outcome.from == nil, let theme = item.text("theme"), let area = item.text("area") {
            let alike = try operation.view.individualIssues(theme: theme, area: area, since: operation.on - 90)
            if alike.count >= 3 {
                lines.append(
                    "\(alike.count) individual issues of this theme and area in 90 days (\(alike.joined(separator: ", "))): "
                        + "consider one systemic issue, and merge or link them.")
            }
        }
        let besides = try operation.view.standings(of: item).filter { $0.clock.name != item.due?.clock }
        lines += besides.filter(\.isWorthTelling).map(\.sentence)
        if !rehearsing { lines.append("Undo with: lap undo \(operation.id)") }
        return lines.isEmpty ? nil : lines.joined(separator: "\n") + "\n"
    }
}
