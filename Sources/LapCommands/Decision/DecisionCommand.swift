import ArgumentParser

struct DecisionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decision", abstract: "What meetings decided, typed and numbered.",
        subcommands: [DecisionList.self])
}
