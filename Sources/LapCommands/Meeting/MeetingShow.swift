import ArgumentParser

struct MeetingShow: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one meeting: its dates, agenda, attendance and decisions.")

    @Argument(help: "The meeting, north-2020-01-14.") var ref: String
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws { try await MeetingPage(reference: ref).show(context, common) }
}
