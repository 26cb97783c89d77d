import ArgumentParser
import Partnership
import Register
import Workflow

struct MemberCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "member", abstract: "People and the seats they hold.",
        subcommands: [MemberAdd.self, MemberSeat.self, MemberLeave.self, MemberList.self])
}

/// What seating someone takes, for a new person and for one already known.
struct SeatOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A seat; may be given several times.", valueName: "body/role"))
    var seat: [String] = []

    @Option(help: ArgumentHelp("First day in the seat.", valueName: "day"))
    var from: String?

    @Option(help: ArgumentHelp("Last day in the seat.", valueName: "day"))
    var to: String?

    @Option(help: "The organisation they come from.")
    var organisation: String?

    @Option(name: .customLong("deputy-for"), help: ArgumentHelp("Whom they stand in for.", valueName: "person"))
    var deputyFor: String?

    /// Seats someone, in every seat named.
    func seat(_ person: Person, in operation: Operation, today: Day) throws -> [Seat] {
        let view = operation.view
        let roles = try view.seats().map(\.role) + view.definition("issue").roles
        let bodies = try view.reference.bodies
        let since = try from.map { try DayText.read($0, today: today) }
        let until = try to.map { try DayText.read($0, today: today) }
        if let since, let until, until < since {
            throw Failure(
                .badData, "The seat would end on \(until), before it begins on \(since).", hint: "Swap --from and --to."
            )
        }
        let deputyFor = try deputyFor.map { name in
            guard let person = try view.person(name) else { throw MemberCommand.unknown(name, view) }
            return person
        }
        return try seat.map { text in
            let seat = try SeatText.read(text, bodies: bodies, roles: roles)
            return try operation.take(
                body: seat.body, role: seat.role, person: person, since: since, until: until,
                organisation: organisation, deputyFor: deputyFor)
        }
    }
}

extension MemberCommand {
    static func unknown(_ name: String, _ view: View) -> Failure {
        let names = (try? view.people().map(\.name)) ?? []
        return Failure(
            .notFound, "There is nobody called “\(Printed.safe(name, limit: 60))” in this register.",
            hint: NearMiss.hint(for: name, among: names) ?? "See who there is with: lap member list")
    }
}

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
        let held = try Workplace(context, common).write("member add") { operation, _ in
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

struct MemberSeat: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "seat", abstract: "Give a person another seat.")

    @Argument(help: "Who.") var person: String
    @OptionGroup var seats: SeatOptions
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        guard !seats.seat.isEmpty else {
            throw Failure(.usage, "Which seat?", hint: "Add --seat BODY/ROLE.")
        }
        let (name, held) = try Workplace(context, common).write("member seat") { operation, _ in
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

struct MemberLeave: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "leave", abstract: "End a person's seat; the seat stays, vacant.")

    @Argument(help: "Who.") var person: String
    @Option(help: ArgumentHelp("The seat.", valueName: "body/role")) var seat: String
    @Option(help: ArgumentHelp("The last day; the day of --on or today unless told.", valueName: "day")) var to: String?
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let workplace = try Workplace(context, common)
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

struct MemberList: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Who holds which seat; vacant seats too.")

    @Option(help: "Only one body's seats.") var body: String?
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let workplace = try Workplace(context, common)
        let rows = try workplace.read { view, _ in
            try view.seats(body: body, on: workplace.day).map { seat -> [JSON] in
                [
                    .string(seat.body), .string(seat.role), .string(seat.person?.name), .string(seat.person?.email),
                    .string(seat.organisation), .string(seat.since?.description), .string(seat.until?.description),
                    .string(seat.deputyFor),
                ]
            }
        }
        try await context.answer(
            Answer(
                Table(
                    [
                        .init(header: "Body", key: "body"), .init(header: "Role", key: "role"),
                        .init(header: "Person", key: "person", stretches: true), .init(header: "Address", key: "email"),
                        .init(header: "Organisation", key: "organisation"), .init(header: "From", key: "from"),
                        .init(header: "To", key: "to"), .init(header: "Deputy for", key: "deputyFor"),
                    ], rows: rows)), common)
    }
}
