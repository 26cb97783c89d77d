import ArgumentParser
import Packs
import Register

struct PackBoard: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "board", abstract: "The Board's pack: a brief for each escalated issue, the ask first.")

    @OptionGroup var meeting: MeetingPackOptions
    @OptionGroup var options: PackOptions
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        try await PackRun(options: options, common: common, edition: meeting.edition).run(context) { view, workplace in
            .board(try view.boardPapers(of: view.item(self.meeting.ref, workflow: "meeting"), asOf: workplace.day))
        }
    }
}
