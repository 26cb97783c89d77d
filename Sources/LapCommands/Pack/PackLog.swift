import ArgumentParser
import Packs
import UseCases

struct PackLog: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "A body’s action log on its own, or what one person leads or helps with.")

    @Argument(help: "The LAP or another body, its area, or one of its meetings: north.") var ref: String
    @Option(help: ArgumentHelp("Only what they lead or help with; not in public.", valueName: "person"))
    var lead: String?
    @Option(help: "Whom it is for: public, members, restricted or chair; with --lead members unless told.")
    var edition: Edition?
    @OptionGroup var options: PackOptions
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        try await PackRun(options: options, common: common).run(
            MakeLog(
                of: ref, lead: lead, for: edition ?? (lead == nil ? .public : .members), asDraft: options.draft),
            context)
    }
}
