import ArgumentParser

struct AgendaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agenda", abstract: "The agenda of a meeting.",
        subcommands: [AgendaBuild.self, AgendaShow.self, AgendaRelease.self])
}
