import ArgumentParser
import Packs
import Register

struct PackAgenda: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "agenda", abstract: "The agenda pack of a meeting.")

    @OptionGroup var meeting: MeetingPackOptions
    @OptionGroup var options: PackOptions
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        try await PackRun(options: options, common: common, edition: meeting.edition).run(context) { view, workplace in
            let meeting = try view.item(self.meeting.ref, workflow: "meeting")
            let papers = try view.papers(of: meeting, asOf: workplace.day)
            guard !papers.agenda.isEmpty else {
                throw Failure(
                    .refused, "\(meeting.reference) has no agenda yet.", hint: "lap agenda build \(meeting.reference)")
            }
            return .agenda(papers)
        }
    }
}
