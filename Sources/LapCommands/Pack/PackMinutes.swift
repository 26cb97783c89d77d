import ArgumentParser
import UseCases

struct PackMinutes: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "minutes", abstract: "The minutes pack of a meeting.")

    @OptionGroup var meeting: MeetingPackOptions
    @OptionGroup var options: PackOptions
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        try await PackRun(options: options, common: common).run(
            MakeMinutesPack(of: meeting.ref, for: meeting.edition, asDraft: options.draft), context)
    }
}
