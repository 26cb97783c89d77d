import ArgumentParser
import Register

struct MemberSeat: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "seat", abstract: "Give a person another seat.")

    @Argument(help: "Who.") var person: String
    @OptionGroup var seats: SeatOptions
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        guard !seats.seat.isEmpty else {
            throw Failure(.usage, "Which seat?", hint: "Add --seat BODY/ROLE.")
        }
        let (name, held) = try Session(context, common).write("member seat") { operation, _ in
            guard let person = try operation.view.person(person) else {
                throw MemberCommand.unknown(person, operation.view)
            }
            return (person.name, try seats.seat(person, in: operation, today: context.today))
        }
        try await context.answer(
            Answer(
                "\(name) seated: \(held.map(\.written).joined(separator: ", ")).\n",
                json: .array(held.map { .string($0.written) })), common)
    }
}
