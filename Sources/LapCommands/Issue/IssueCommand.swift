import ArgumentParser

struct IssueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue", abstract: "Concerns, from the day they come in until the family has heard back.",
        discussion:
            "Verbs besides these: raise, and every event of the workflow (lap workflow show issue), each with its own --help.",
        subcommands: [
            IssueList.self, IssueShow.self, IssueNext.self, IssueImport.self, IssueHandover.self,
            IssueMistaken.self,
        ])
}
