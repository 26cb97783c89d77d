import ArgumentParser
import Ledger
import Register
import UseCases

struct MemberEdit: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Correct a person's name or address.",
        discussion: "Minutes that went out keep the name that they were circulated with.")

    @Argument(help: "Who, as they are on record.") var person: String
    @Option(help: "Their name.") var name: String?
    @Option(help: ArgumentHelp("Their address.", valueName: "mail")) var email: String?
    @Flag(help: "What they were called before was never theirs, or must not be told: it is erased for good.")
    var mistaken = false
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        guard name != nil || email != nil else {
            throw Failure(.usage, "What is to be corrected?", hint: "Give --name, --email or both.")
        }
        guard !mistaken || name != nil else {
            throw Failure(
                .usage, "What are they called?", hint: "Give --name with --mistaken; the name they have, if it stays.")
        }
        let edited = try Session(context, common).perform(
            EditPerson(person, name: name, address: email, isMistaken: mistaken)
        ).answer
        try await context.answer(Answer("\(edited.name) corrected.\n", json: JSON(encoding: edited)), common)
    }
}
