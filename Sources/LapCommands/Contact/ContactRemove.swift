import ArgumentParser
import Ledger
import UseCases

struct ContactRemove: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Let papers print it no longer.")

    @Argument(help: "Its id, from lap contact list.") var id: String
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let removed = try Session(context, common).perform(RemoveContact(id)).answer
        try await context.answer(
            Answer("\(removed.title) is off the record.\n", json: JSON(encoding: removed)), common)
    }
}
