import ArgumentParser

struct AgendaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agenda", abstract: "The agenda of a meeting.",
        subcommands: [AgendaCall.self, AgendaBuild.self, AgendaCheck.self, AgendaShow.self, AgendaRelease.self])
}
