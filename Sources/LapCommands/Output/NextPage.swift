import Ledger
import Register
import UseCases
import Workflow

/// Every event of an item for somebody: allowed with what it asks, or refused with every reason.
struct NextPage {
    let reference: String
    let noun: String
    let workflow: String

    func show(_ context: Context, _ options: CommonOptions) async throws {
        let found = try Session(context, options).ask(NextSteps(reference, workflow: workflow))
        let json = JSON.array(found.steps.map { object($0, found.ref) })
        try await context.answer(Answer(text(found, width: context.console.width), json: json), options)
    }

    private func object(_ step: Step, _ reference: String) -> JSON {
        var members: [String: JSON] = [
            "event": .string(step.event), "title": .string(step.title), "by": .array(step.by.map(JSON.string)),
            "allowed": .bool(step.allowed),
            "reasons": .array(
                step.reasons.map { reason in
                    let hints = reason.hints(noun: .of(workflow: workflow), reference: reference)
                    return .object([
                        "sentence": .string(reason.sentence),
                        "remedy": hints.isEmpty ? .null : .string(hints.joined(separator: " ")),
                        "code": .string(reason.code),
                    ])
                }),
        ]
        if step.allowed {
            members["required"] = .array(step.required.map(JSON.string))
            members["optional"] = .array(step.optional.map(JSON.string))
        }
        return .object(members)
    }

    private func text(_ found: StepsAnswer, width: Int) -> String {
        var lines = ["\(found.ref) is at “\(found.stateTitle)”.", ""]
        var refused: [String] = []
        var elsewhere: [String] = []
        for step in found.steps {
            if step.allowed {
                lines += allowed(step, found.ref, width: width)
            } else if step.isElsewhere {
                elsewhere.append(step.event)
            } else {
                refused.append("  \(step.event)")
                refused += step.reasons.flatMap { reason in
                    Printed.wrapped(
                        reason.said(noun: .of(workflow: workflow), reference: found.ref), width: width - 6
                    )
                    .map { "      " + $0 }
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

    private func allowed(_ step: Step, _ reference: String, width: Int) -> [String] {
        let command = "lap \(noun) \(step.event) \(reference)" + step.missing.map { " --\($0) …" }.joined()
        let summary = step.summary.map { ["      \($0)"] } ?? []
        let depends = step.unless.flatMap { sentence in
            Printed.wrapped("Unless: \(sentence)", width: width - 6).map { "      " + $0 }
        }
        return Printed.wrapped(command, width: max(width - 2, 40)).map { "  " + $0 } + summary + depends
    }
}
