import ArgumentParser

struct RiskCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "risk",
        abstract: "What may go wrong, how likely and how grave that is, and what is done about it.",
        discussion:
            "Verbs besides these are the events of the workflow (lap workflow show risk), each with its own --help.",
        subcommands: [RiskList.self, RiskShow.self, RiskNext.self])
}
