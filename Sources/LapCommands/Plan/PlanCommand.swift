import ArgumentParser

struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "The partnership's plan actions.",
        discussion:
            "Verbs besides these are the events of the workflow (lap workflow show plan-action), each with its own --help.",
        subcommands: [PlanList.self, PlanShow.self])
}
