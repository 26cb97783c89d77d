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
        if let due = item.item.due, let clock = item.definition.clock(due.clock) {
            text += " \(clock.title) by \(due.on.words)."
        }
        if !outcome.recorded.isEmpty { text += " Recorded \(outcome.recorded.joined(separator: ", "))." }
        text += "\n"
        if let next = try next() { text += "Next: lap \(noun.name) \(next) \(item.reference)\n" }
        return text
    }

    /// The first step forward that this person may cause.
    private func next() throws -> String? {
        let open = try operation.view.options(for: item, as: standing, on: operation.on).compactMap { option in
            if case .open = option.verdict { option.event } else { nil }
        }
        let order = Dictionary(uniqueKeysWithValues: item.definition.states.enumerated().map { ($1.name, $0) })
        let here = order[item.state] ?? 0
        let forward = open.filter { event in
            guard event.from.count < order.count / 2, let target = event.targets.first?.state else { return false }
            return (order[target] ?? 0) > here && item.definition[target]?.isEnd != true
        }
        return forward.first?.name
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
        if let window = try operation.view.appealWindow(of: item), window >= operation.on {
            lines.append("The time to appeal to the tribunal ends on \(window.words).")
        }
        if !rehearsing { lines.append("Undo with: lap undo \(operation.id)") }
        return lines.isEmpty ? nil : lines.joined(separator: "\n") + "\n"
    }
}
