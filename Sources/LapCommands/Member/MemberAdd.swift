import ArgumentParser
import Ledger
import Register
import UseCases

struct MemberAdd: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "Add a person, with their seats.")

    @Argument(help: ArgumentHelp("\"NAME <MAIL>\".", valueName: "person"))
    var person: String

    @OptionGroup var seats: SeatOptions
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let deed = AddPerson(person, seats: try seats.seats(), terms: try seats.terms(today: context.today))
        let added = try Session(context, common).perform(deed).answer
        let held =
            added.seats.isEmpty
            ? "; no seat yet: lap member seat \"\(added.name)\" --seat BODY/ROLE"
            : ": \(SeatText.words(added))"
        try await context.answer(
            Answer("\(added.name) added\(held).\n" + SeatText.others(added), json: JSON(encoding: added)), common)
        if !added.alike.isEmpty, !common.json {
            context.console.complain(
                "Looks like \(Printed.safe(added.alike.joined(separator: ", "))), who is somebody else on record.\n")
        }
    }
}
