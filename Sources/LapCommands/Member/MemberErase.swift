import ArgumentParser
import Ledger
import Register
import UseCases

struct MemberErase: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase", abstract: "Take a person's name and address out of the register, for good.",
        discussion: "What they did stays in the journal, by a key that says nothing of them. This cannot be undone.")

    @Argument(help: "Who.") var person: String
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let erased = try Session(context, common).perform(ErasePerson(person)).answer
        try await context.answer(Answer("\(erased.name) erased.\n", json: JSON(encoding: erased)), common)
    }
}
