import ArgumentParser
import Ledger
import Register
import Workflow
import WorkflowProof

struct WorkflowExplain: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say an event in words: who, where, what is asked, what must hold, what follows.")

    @Argument(help: "Its name, a file, or - for standard input.") var workflow: String
    @Argument(help: "The event.") var event: String
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let definition = try WorkflowSource.named(workflow, context, common).definition()
        let name = Noun.all.first { $0.workflow == definition.name }?.aliases[event] ?? event
        guard let explanation = definition.explanation(of: name) else {
            throw Failure.unknown("event", event, among: definition.events.map(\.name))
        }
        let json = JSON.object([
            "workflow": .string(definition.name), "event": .string(name), "title": .string(explanation.title),
            "summary": .string(explanation.summary),
            "lines": .array(
                explanation.lines.map {
                    .object(["heading": .string($0.heading), "sentence": .string($0.sentence)])
                }),
        ])
        try await context.answer(Answer(text(explanation, width: context.console.width), json: json), common)
    }

    /// Sentences below one another, each heading said once.
    private func text(_ explanation: EventExplanation, width: Int) -> String {
        var lines = [[explanation.title, explanation.summary].compactMap { $0 }.joined(separator: ": ")]
        var heading = ""
        for line in explanation.lines {
            if line.heading != heading { lines.append("") }
            for (index, part) in Printed.wrapped(line.sentence, width: width - 11).enumerated() {
                let isFirst = index == 0 && line.heading != heading
                lines.append(Columns.pad(isFirst ? "\(line.heading):" : "", to: 9) + (index == 0 ? " " : "   ") + part)
            }
            heading = line.heading
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
