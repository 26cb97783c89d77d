import ArgumentParser
import Register
import Workflow

struct Tick: ContextCommand {
    static let configuration = CommandConfiguration(
        abstract: "Let time pass: what a missed clock causes is done, once, by the register itself.",
        discussion: "One operation, or none when nothing was missed. Made to be run every day; twice does no harm.")

    @Flag(name: [.customShort("n"), .customLong("dry-run")], help: "Say what would happen, and change nothing.")
    var dryRun = false
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let workplace = try Session(context, common)
        let (ticked, operation) = try workplace.write("tick", asRegister: true, rehearsing: dryRun) {
            operation, standing in
            try standing.must(.tick)
            return (try operation.tick(), operation.id)
        }
        let text = ticked.map { line($0) + "\n" }.joined()
        let nothing = "No clock that causes anything was missed by \(workplace.day.words).\n"
        try await context.answer(
            Answer(ticked.isEmpty ? nothing : text, json: .array(ticked.map(object))), common)
        let happened = ticked.contains { if case .happened = $0.result { true } else { false } }
        if happened, !dryRun, !common.json { context.console.complain("Undo with: lap undo \(operation)\n") }
    }

    private func line(_ tick: TickedClock) -> String {
        let missed = "“\(tick.clock)” was missed on \(tick.due)"
        switch tick.result {
        case .happened(let outcome):
            let from = outcome.from.map { outcome.item.definition[$0]?.title ?? $0 } ?? "(start)"
            let change = from == outcome.item.stateTitle ? "still \(from)" : "\(from) → \(outcome.item.stateTitle)"
            return "\(tick.reference): \(change). \(missed)."
        case .refused(let reasons):
            let said = reasons.map { reason in
                ([reason.sentence] + reason.hints(noun: .of(workflow: tick.workflow), reference: tick.reference))
                    .joined(separator: " Hint: ")
            }
            return "\(tick.reference): unchanged. \(missed), but: \(said.joined(separator: " "))"
        case .later(let day):
            return "\(tick.reference): unchanged. \(missed), but it changed on \(day)."
        case .undone(let day):
            return "\(tick.reference): unchanged. \(missed), but “\(tick.event)” was undone on \(day). "
                + "Hint: Cause it yourself when it should happen after all."
        }
    }

    private func object(_ tick: TickedClock) -> JSON {
        var members: [String: JSON] = [
            "ref": .string(tick.reference), "clock": .string(tick.clock), "due": .string(tick.due.description),
            "event": .string(tick.event), "happened": .bool(false), "from": .null, "state": .null,
            "reasons": .array([]),
        ]
        switch tick.result {
        case .happened(let outcome):
            members["happened"] = .bool(true)
            members["from"] = .string(outcome.from)
            members["state"] = .string(outcome.item.state)
        case .refused(let reasons): members["reasons"] = .array(reasons.map { .string($0.sentence) })
        case .later(let day): members["reasons"] = .array([.string("It changed on \(day).")])
        case .undone(let day): members["reasons"] = .array([.string("It was undone on \(day).")])
        }
        return .object(members)
    }
}
