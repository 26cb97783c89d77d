import ArgumentParser
import Register

struct DecisionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decision", abstract: "What meetings decided, typed and numbered.",
        subcommands: [DecisionList.self])
}
