import ArgumentParser
import Ledger
import Register
import UseCases

struct AgendaBuild: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Lay out a meeting's agenda from what is brought to it.",
        discussion:
            "Issues deferred to this meeting are put on it first, and what was carried and waits for one. Until the agenda is published it is built anew each time; after that it is frozen, and what came since is added as a numbered supplement."
    )

    @Argument(help: "The meeting, north-2020-01-14.") var ref: String
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let session = try Session(context, common)
        let built = try session.perform(BuildAgenda(of: ref)).answer
        let agenda = try session.ask(ShowAgenda(of: ref))
        try await context.answer(Answer(text(built, agenda), json: json(built, agenda)), common)
    }

    private func text(_ built: BuiltAgenda, _ agenda: [AgendaItemAnswer]) -> String {
        var lines = agenda.map(AgendaText.line)
        if let supplement = built.supplement {
            let matters = built.matters.isEmpty ? "an answer given in private" : built.matters.joined(separator: ", ")
            lines.insert("Supplement \(supplement): \(matters).", at: 0)
        }
        if !built.carried.isEmpty { lines.append("Carried to this meeting: \(built.carried.joined(separator: ", ")).") }
        lines += built.heldBack.map { "Not carried: \($0)" }
        if !built.isPublished { lines.append("Next: lap meeting publish \(built.meeting)") }
        return lines.joined(separator: "\n") + "\n"
    }

    private func json(_ built: BuiltAgenda, _ agenda: [AgendaItemAnswer]) throws -> JSON {
        .object([
            "agenda": try JSON(encoding: agenda), "supplement": .number(built.supplement),
            "carried": try JSON(encoding: built.carried),
        ])
    }
}
