import ArgumentParser
import Register

struct MemberAdd: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "Add a person, with their seats.")

    @Argument(help: ArgumentHelp("\"NAME <MAIL>\".", valueName: "person"))
    var person: String

    @OptionGroup var seats: SeatOptions
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        guard let person = Person(written: person) else {
            throw Failure(
                .badData, "That is no name and address.", hint: "Write \"Board Secretary <secretary@example.org>\".")
        }
        let held = try Session(context, common).write("member add") { operation, _ in
            try operation.add(person)
            return try seats.seat(person, in: operation, today: context.today)
        }
        let text = held.map(\.written).joined(separator: ", ")
        try await context.answer(
            Answer(
                "\(person.name) added\(held.isEmpty ? "; no seat yet: lap member seat \"\(person.name)\" --seat BODY/ROLE" : ": \(text)").\n",
                json: .object(["person": .string(person.id), "seats": .array(held.map { .string($0.written) })])),
            common)
    }
}
