import ArgumentParser
import UseCases
import Workflow

struct MemberCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "member", abstract: "People, the seats they hold, and what they may.",
        subcommands: [
            MemberAdd.self, MemberSeat.self, MemberLeave.self, MemberList.self, MemberMay.self, MemberEdit.self,
            MemberExport.self, MemberErase.self, MemberImport.self,
        ])
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

    func seats() throws -> [SeatName] { try seat.map(SeatText.read) }

    func terms(today: Day) throws -> SeatTerms {
        SeatTerms(
            since: try from.map { try DayText.read($0, today: today) },
            until: try to.map { try DayText.read($0, today: today) }, organisation: organisation, deputyFor: deputyFor)
    }
}
