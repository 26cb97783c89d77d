import ArgumentParser

struct MeetingNext: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "next", abstract: "What can happen to a meeting now, who may do it, and why the rest cannot.")

    @Argument(help: "The meeting, north-2020-01-14.") var ref: String
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        try await NextPage(reference: ref, noun: "meeting", workflow: "meeting").show(context, common)
    }
}
