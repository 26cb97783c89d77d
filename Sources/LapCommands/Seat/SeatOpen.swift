import ArgumentParser
import Ledger
import UseCases

struct SeatOpen: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "open", abstract: "Make a seat that nobody fills yet.")

    @Argument(help: ArgumentHelp("The seat.", valueName: "body/role")) var seat: String
    @Option(help: "The organisation that fills it.") var organisation: String?
    @Option(help: ArgumentHelp("The first day; the day of --on or today unless told.", valueName: "day"))
    var from: String?
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let day = try from.map { try DayText.read($0, today: context.today) }
        let made = try Session(context, common).perform(
            ShapeSeat(.open(day), of: SeatText.read(seat), organisation: organisation)
        ).answer
        try await context.answer(
            Answer(
                "\(SeatText.words(made)) is there, and vacant.\nNext: lap member seat NAME --seat \(made.seat)\n",
                json: JSON(encoding: made)), common)
    }
}
