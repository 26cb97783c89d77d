import ArgumentParser
import Ledger
import UseCases

struct SeatEdit: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Say which organisation a seat is for now.")

    @Argument(help: ArgumentHelp("The seat.", valueName: "body/role")) var seat: String
    @Option(help: "Which of several: the organisation that it is for today.") var organisation: String?
    @Option(help: ArgumentHelp("The organisation that it is for from now on.", valueName: "organisation"))
    var become: String
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let made = try Session(context, common).perform(
            ShapeSeat(.rename(become), of: SeatText.read(seat), organisation: organisation)
        ).answer
        try await context.answer(
            Answer("It is \(SeatText.words(made)) now.\n", json: JSON(encoding: made)), common)
    }
}
