import ArgumentParser

struct MinutesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "minutes", abstract: "What was said under each item of a meeting.",
        discussion:
            "Circulating, agreeing and signing the minutes are events of the meeting: lap meeting circulate-minutes, agree-minutes, sign-minutes.",
        subcommands: [MinutesEdit.self, MinutesRecord.self, MinutesShow.self, MinutesResolve.self, MinutesExclude.self])
}
