import ArgumentParser
import Ledger
import Register
import UseCases

struct MemberEdit: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Correct a person's name or address.")

    @Argument(help: "Who, as they are on record.") var person: String
    @Option(help: "Their name.") var name: String?
    @Option(help: ArgumentHelp("Their address.", valueName: "mail")) var email: String?
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        guard name != nil || email != nil else {
            throw Failure(.usage, "What is to be corrected?", hint: "Give --name, --email or both.")
        }
        let edited = try Session(context, common).perform(EditPerson(person, name: name, address: email)).answer
        try await context.answer(Answer("\(edited.name) corrected.\n", json: JSON(encoding: edited)), common)
    }
}
