import ArgumentParser
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
