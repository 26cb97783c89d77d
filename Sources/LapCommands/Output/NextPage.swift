import Register
import Workflow

/// Every event of an item for somebody: allowed with what it asks, or refused with every reason.
struct NextPage {
    let reference: String
    let noun: String
    let workflow: String

    func show(_ context: Context, _ options: CommonOptions) async throws {
        let workplace = try Session(context, options)
        let (item, found) = try workplace.read { view, standing in
            let item = try view.item(reference, workflow: workflow)
            return (item, try view.options(for: item, as: standing, on: workplace.day))
        }
        let json = JSON.array(found.map { option in object(option, item) })
        try await context.answer(Answer(text(item, found, width: context.console.width), json: json), options)
    }

    /// What would help, in one text; nil when nothing is known to.
    private func remedy(on reason: Reason, _ item: StoredItem) -> String? {
        let hints = reason.hints(noun: .of(workflow: workflow), reference: item.reference)
        return hints.isEmpty ? nil : hints.joined(separator: " ")
    }

    private func object(_ option: Workflow.Option, _ item: StoredItem) -> JSON {
        var members: [String: JSON] = [
            "event": .string(option.event.name), "title": .string(option.event.title),
            "by": .array(option.event.by.map(JSON.string)),
        ]
        switch option.verdict {
        case .open(let asks):
            members["allowed"] = .bool(true)
            members["required"] = .array(
                asks.filter { $0.requirement == .required && $0.fallback == nil }.map { .string($0.field) })
            members["optional"] = .array(
                asks.filter { $0.requirement != .required || $0.fallback != nil }.map { .string($0.field) })
            members["reasons"] = .array([])
        case .refused(let reasons):
            members["allowed"] = .bool(false)
            members["reasons"] = .array(
                reasons.map { reason in
                    .object([
                        "sentence": .string(reason.sentence),
                        "remedy": .string(remedy(on: reason, item)), "code": .string(reason.code),
                    ])
                })
        }
        return .object(members)
    }

    private func text(_ item: StoredItem, _ options: [Workflow.Option], width: Int) -> String {
        var lines = ["\(item.reference) is at “\(item.stateTitle)”.", ""]
        var refused: [String] = []
        var elsewhere: [String] = []
        for option in options {
            switch option.verdict {
            case .open(let asks): lines += allowed(option, asks, item, width: width)
            case .refused(let reasons):
                if reasons.contains(where: { $0.kind == .state }) {
                    elsewhere.append(option.event.name)
                } else {
                    refused.append("  \(option.event.name)")
                    refused += reasons.flatMap { reason in
                        Printed.wrapped(
                            reason.said(noun: .of(workflow: workflow), reference: item.reference), width: width - 6
                        )
                        .map { "      " + $0 }
                    }
                }
            }
        }
        if lines.count == 2 { lines.append("Nothing, for whoever asks.") }
        if !refused.isEmpty { lines += ["", "Not now:"] + refused }
        if !elsewhere.isEmpty {
            lines += ["", "From other states:"]
            lines += Printed.wrapped(elsewhere.joined(separator: ", "), width: width - 2).map { "  " + $0 }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func allowed(_ option: Workflow.Option, _ asks: [Ask], _ item: StoredItem, width: Int) -> [String] {
        let required = asks.filter { ask in
            ask.requirement == .required && ask.fallback == nil && (ask.isFresh || item.item.fields[ask.field] == nil)
        }
        let command =
            "lap \(noun) \(option.event.name) \(item.reference)"
            + required.map { " --\($0.field) …" }.joined()
        let summary = option.event.summary.map { ["      \($0)"] } ?? []
        let depends = option.provided.flatMap { rule in
            Printed.wrapped("Unless: \(rule.otherwise)", width: width - 6).map { "      " + $0 }
        }
        return Printed.wrapped(command, width: max(width - 2, 40)).map { "  " + $0 } + summary + depends
    }
}
