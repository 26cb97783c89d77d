import ArgumentParser
import Ledger
import UseCases

struct Status: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "What needs doing next, for whoever asks, most urgent first.")

    @Option(help: "Only these areas, with commas; those of whoever asks unless told.") var area: String?
    @Flag(help: "The whole partnership.") var all = false
    @Option(help: "At most so many lines of each list.") var limit = 50
    @OptionGroup var past: AsOfOption
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        guard limit > 0 else { throw Failure(.usage, "--limit is a number from 1.", hint: "For instance --limit 20.") }
        let session = try Session(context, common)
        let scope: TellStatus.Scope =
            all ? .all : area.map { .areas($0.split(separator: ",").map(String.init)) } ?? .own
        let asOf = try past.day(context)
        let told = try session.ask(TellStatus(scope, asOf: asOf, limit: limit, in: session.workplace), on: asOf)
        try await context.answer(
            Answer(
                damage(session)
                    + StatusText(told: told, day: asOf ?? session.day, width: context.console.width).text,
                json: JSON(encoding: told.status)),
            common)
    }

    /// That nothing can be recorded comes before what there is to do.
    private func damage(_ session: Session) -> String {
        session.workplace.foundDamaged.map {
            "FOUND DAMAGED on \(Printed.safe($0)): nothing is written to this register until lap fsck finds it sound.\n\n"
        } ?? ""
    }
}
