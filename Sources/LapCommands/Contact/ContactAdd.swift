import ArgumentParser
import Ledger
import UseCases

struct ContactAdd: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Let papers print how an office or a service is reached.")

    @Argument(help: "What it is called.") var title: String
    @Option(help: "Its telephone numbers, e-mail addresses and postcodes, in any order.") var reach: String
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let session = try Session(context, common)
        let added = try session.perform(AddContact(title, reach: reach, in: session.workplace)).answer
        try await context.answer(
            Answer(
                "\(added.title) is on record as \(added.id): papers may print \(added.reach).\n",
                json: JSON(encoding: added)),
            common)
    }
}
