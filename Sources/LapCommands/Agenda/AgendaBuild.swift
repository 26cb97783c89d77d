import ArgumentParser
import Register

struct AgendaBuild: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Lay out a meeting's agenda from what is brought to it.",
        discussion:
            "Issues deferred to this meeting are put on it first. Until the agenda is published it is built anew each time; after that it is frozen, and what came since is added as a numbered supplement."
    )

    @Argument(help: "The meeting, north-2020-01-14.") var ref: String
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let built = try Session(context, common).write("agenda build") { operation, standing in
            try operation.buildAgenda(of: operation.view.item(ref, workflow: "meeting"), as: standing)
        }
        var lines = built.items.map(AgendaText.line)
        if let supplement = built.supplement {
            lines.insert("Supplement \(supplement): \(built.matters.joined(separator: ", ")).", at: 0)
        }
        if !built.carried.isEmpty { lines.append("Carried to this meeting: \(built.carried.joined(separator: ", ")).") }
        lines += built.heldBack.map { "Not carried: \($0)" }
        lines.append("Next: lap meeting publish \(ref)")
        try await context.answer(
            Answer(
                lines.joined(separator: "\n") + "\n",
                json: .object([
                    "agenda": .array(built.items.map(AgendaText.json)), "supplement": .number(built.supplement),
                    "carried": .array(built.carried.map(JSON.string)),
                ])), common)
    }
}
