import ArgumentParser
import Ledger
import Register
import UseCases

struct MemberLeave: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "leave", abstract: "End a person's seat; the seat stays, vacant.")

    @Argument(help: "Who.") var person: String
    @Option(help: ArgumentHelp("The seat.", valueName: "body/role")) var seat: String
    @Option(help: ArgumentHelp("The last day; the day of --on or today unless told.", valueName: "day")) var to: String?
    @Flag(help: "Though it leaves an area without anybody who sees to its issues.") var leaveVacant = false
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let last = try to.map { try DayText.read($0, today: context.today) }
        let session = try Session(context, common)
        let seat = try SeatText.read(seat)
        let ended = try session.leaving(vacant: leaveVacant) { isVacant in
            try session.perform(EndSeat(seat, of: person, after: last, leavesVacant: isVacant)).answer
        }
        try await context.answer(
            Answer(
                ended.last.map { "\(ended.person) leaves \(ended.seat) after \($0).\n" }
                    ?? "\(ended.person) does not take \(ended.seat).\n", json: JSON(encoding: ended)), common)
    }
}
