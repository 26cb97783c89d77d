import ArgumentParser
import Register

struct MemberLeave: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "leave", abstract: "End a person's seat; the seat stays, vacant.")

    @Argument(help: "Who.") var person: String
    @Option(help: ArgumentHelp("The seat.", valueName: "body/role")) var seat: String
    @Option(help: ArgumentHelp("The last day; the day of --on or today unless told.", valueName: "day")) var to: String?
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let workplace = try Session(context, common)
        let last = try to.map { try DayText.read($0, today: context.today) } ?? workplace.day
        let name = try workplace.write("member leave") { operation, _ in
            guard let person = try operation.view.person(person) else {
                throw MemberCommand.unknown(person, operation.view)
            }
            guard let held = try operation.view.seats(of: person, on: last).first(where: { $0.written == seat }) else {
                throw Failure(
                    .notFound, "\(person.name) does not hold \(Printed.safe(seat, limit: 40)) on \(last).",
                    hint: "See: lap member list")
            }
            try operation.leave(held, on: last)
            return person.name
        }
        try await context.answer(
            Answer("\(name) leaves \(seat) after \(last.description).\n", json: .object(["seat": .string(seat)])),
            common)
    }
}
