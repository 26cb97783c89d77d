import ArgumentParser

struct BreachCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "breach", abstract: "Personal details that got out, and what was decided about it.",
        discussion:
            "A recalled paper opens one. Verbs besides these are the events of the workflow (lap workflow show breach), each with its own --help.",
        subcommands: [BreachList.self, BreachShow.self, BreachNext.self])
}
