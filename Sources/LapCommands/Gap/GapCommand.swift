import ArgumentParser

struct GapCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gap",
        abstract: "Gaps in services: where they were found, whom they were told to, what came of it.",
        discussion:
            "Verbs besides these are the events of the workflow (lap workflow show gap), each with its own --help.",
        subcommands: [GapList.self, GapShow.self, GapNext.self])
}
