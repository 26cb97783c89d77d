import ArgumentParser
import Ledger
import Partnership
import Register
import UseCases
import Workflow

struct Tick: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "tick",
        abstract: "Let time pass: what a missed clock causes is done, once, by the register itself.",
        discussion: "One operation, or none when nothing was missed. Made to be run every day; twice does no harm.")

    @Flag(name: [.customShort("n"), .customLong("dry-run")], help: "Say what would happen, and change nothing.")
    var dryRun = false
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let session = try Session(context, common)
        let (ticked, operation) = try session.perform(LetTimePass(), rehearsing: dryRun)
        let text = ticked.map { line($0) + "\n" }.joined()
        let nothing = "No clock that causes anything was missed by \(session.day.words).\n"
        try await context.answer(
            Answer(ticked.isEmpty ? nothing : text, json: JSON(encoding: ticked.map(\.line))), common)
        if let operation, ticked.contains(where: \.line.happened), !common.json {
            context.console.complain("Undo with: lap undo \(operation)\n")
        }
    }

    private func line(_ tick: TickAnswer) -> String {
        let reference = tick.line.ref
        let missed = "“\(tick.line.clock)” was missed on \(tick.line.due)"
        switch tick.result {
        case .happened(let from, let to):
            let change = from == to ? "still \(to)" : "\(from ?? "(start)") → \(to)"
            return "\(reference): \(change). \(missed)."
        case .refused(let reasons):
            let said = reasons.map { reason in
                ([reason.sentence] + reason.hints(noun: .of(workflow: tick.workflow), reference: reference))
                    .joined(separator: " Hint: ")
            }
            return "\(reference): unchanged. \(missed), but: \(said.joined(separator: " "))"
        case .later(let day):
            return "\(reference): unchanged. \(missed), but it changed on \(day)."
        case .undone(let day):
            return "\(reference): unchanged. \(missed), but “\(tick.line.event)” was undone on \(day). "
                + "Hint: Cause it yourself when it should happen after all."
        }
    }
}
