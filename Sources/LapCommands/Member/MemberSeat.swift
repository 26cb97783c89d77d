import ArgumentParser
import Ledger
import Register
import UseCases

struct MemberSeat: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "seat", abstract: "Give a person another seat.")

    @Argument(help: "Who.") var person: String
    @OptionGroup var seats: SeatOptions
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        guard !seats.seat.isEmpty else {
            throw Failure(.usage, "Which seat?", hint: "Add --seat BODY/ROLE.")
        }
        let deed = SeatPerson(person, in: try seats.seats(), terms: try seats.terms(today: context.today))
        let seated = try Session(context, common).perform(deed).answer
        try await context.answer(
            Answer(
                "\(seated.name) seated: \(SeatText.words(seated)).\n" + SeatText.others(seated),
                json: JSON(encoding: seated.seats)),
            common)
    }
}
