import ArgumentParser
import UseCases

struct PackBoard: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "board", abstract: "The Board's pack: a brief for each escalated issue, the ask first.")

    @OptionGroup var meeting: MeetingPackOptions
    @OptionGroup var options: PackOptions
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        try await PackRun(options: options, common: common).run(
            MakeBoardPack(of: meeting.ref, for: meeting.edition, asDraft: options.draft), context)
    }
}
