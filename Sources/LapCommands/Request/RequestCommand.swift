import ArgumentParser

struct RequestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "request",
        abstract: "Requests about what is held on people: copies, corrections, erasing, keeping.",
        discussion:
            "Verbs besides these are the events of the workflow (lap workflow show request), each with its own --help.",
        subcommands: [RequestList.self, RequestShow.self, RequestNext.self])
}
