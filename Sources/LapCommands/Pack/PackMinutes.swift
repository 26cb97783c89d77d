import ArgumentParser
import UseCases

struct PackMinutes: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "minutes", abstract: "The minutes pack of a meeting, or one item of it.")

    @OptionGroup var meeting: MeetingPackOptions
    @Option(help: "An extract: the minutes of this item alone, 8.1.") var item: String?
    @OptionGroup var options: PackOptions
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        try await PackRun(options: options, common: common).run(
            MakeMinutesPack(of: meeting.ref, for: meeting.edition, item: item, asDraft: options.draft), context)
    }
}
