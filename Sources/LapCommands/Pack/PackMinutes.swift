import ArgumentParser
import Packs
import Register

struct PackMinutes: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "minutes", abstract: "The minutes pack of a meeting.")

    @OptionGroup var meeting: MeetingPackOptions
    @OptionGroup var options: PackOptions
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        try await PackRun(options: options, common: common, edition: meeting.edition).run(context) { view, workplace in
            let meeting = try view.item(self.meeting.ref, workflow: "meeting")
            guard try !view.attendance(of: meeting).isEmpty else {
                throw Failure(
                    .refused, "Nobody is recorded as having been at \(meeting.reference), so there are no minutes.",
                    hint: "lap meeting attend \(meeting.reference) --present NAME")
            }
            return .minutes(try view.papers(of: meeting, asOf: workplace.day))
        }
    }
}
