import ArgumentParser
import UseCases

struct PackAgenda: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "agenda", abstract: "The agenda pack of a meeting.")

    @OptionGroup var meeting: MeetingPackOptions
    @OptionGroup var options: PackOptions
    @Flag(help: "Somebody has read the files that go out with it for personal details.") var papersRead = false
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        try await PackRun(options: options, common: common, papersRead: papersRead).run(
            MakeAgendaPack(of: meeting.ref, for: meeting.edition, asDraft: options.draft), context)
    }
}
