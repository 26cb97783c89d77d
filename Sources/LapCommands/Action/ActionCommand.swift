import ArgumentParser

struct ActionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "action", abstract: "What was agreed to be done, by whom and by when.",
        discussion:
            "Verbs besides these: add, and every event of the workflow (lap workflow show action), each with its own --help.",
        subcommands: [ActionList.self, ActionShow.self, ActionNext.self])
}
