import ArgumentParser
import Ledger
import UseCases

struct SeatEdit: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Correct what the organisation of a seat is called.",
        discussion:
            "Papers of past meetings that are made again say so too. Where another organisation takes over, close the seat and open another."
    )

    @Argument(help: ArgumentHelp("The seat.", valueName: "body/role")) var seat: String
    @Option(help: "Which of several: what it is called on record.") var organisation: String?
    @Option(help: ArgumentHelp("What it is called.", valueName: "organisation"))
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
