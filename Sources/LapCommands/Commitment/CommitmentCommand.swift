import ArgumentParser

struct CommitmentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "commitment",
        abstract: "What somebody outside was promised, and what they have to decide of what was agreed in principle.",
        discussion:
            "Verbs besides these are the events of the workflow (lap workflow show commitment), each with its own --help.",
        subcommands: [CommitmentList.self, CommitmentShow.self, CommitmentNext.self])
}
