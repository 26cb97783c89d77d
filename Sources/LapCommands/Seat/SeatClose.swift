import ArgumentParser
import Ledger
import Partnership
import UseCases

struct SeatClose: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "End a seat that nobody fills any more.",
        discussion: "It stays on record: past meetings keep it.")

    @Argument(help: ArgumentHelp("The seat.", valueName: "body/role")) var seat: String
    @Option(help: "Which of several: the organisation that fills it.") var organisation: String?
    @Option(help: ArgumentHelp("The last day; the day of --on or today unless told.", valueName: "day")) var to: String?
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let day = try to.map { try DayText.read($0, today: context.today) }
        let made = try Session(context, common).perform(
            ShapeSeat(.close(day), of: SeatText.read(seat), organisation: organisation)
        ).answer
        try await context.answer(
            Answer(
                "\(SeatText.words(made)) ends after \(made.last.map(\.words) ?? "today").\n", json: JSON(encoding: made)
            ),
            common)
    }
}
