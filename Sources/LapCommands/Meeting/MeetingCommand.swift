import ArgumentParser

struct MeetingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "meeting", abstract: "Meetings, from the day they are scheduled until their minutes are signed.",
        discussion:
            "Verbs besides these: schedule, publish, hold, conclude, circulate and every event of the workflow (lap workflow show meeting), each with its own --help.",
        subcommands: [
            MeetingList.self, MeetingShow.self, MeetingNext.self, MeetingSeriesCommand.self, MeetingAttend.self,
            MeetingDeclare.self, MeetingTerms.self,
        ])
}
