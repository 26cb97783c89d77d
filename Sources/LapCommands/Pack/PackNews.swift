import ArgumentParser
import Partnership
import UseCases

struct PackNews: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "news", abstract: "The chair’s update on a meeting: what its public minutes tell, in short.")

    @Argument(help: "The meeting, north-2020-01-14.") var ref: String
    @Option(help: ArgumentHelp("Join the body’s meetings from this day on.", valueName: "day")) var from: String?
    @OptionGroup var options: PackOptions
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let day = try from.map { try DayText.read($0, today: context.today) }
        try await PackRun(options: options, common: common).run(
            MakeNews(on: ref, from: day, asDraft: options.draft), context)
    }
}
