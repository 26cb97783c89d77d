import ArgumentParser

struct QuestionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "question",
        abstract:
            "What members of the Board ask about an issue before its meeting, and the support or concern they note.",
        discussion:
            "Verbs besides these are the events of the workflow (lap workflow show question), each with its own --help.",
        subcommands: [QuestionList.self, QuestionShow.self, QuestionNext.self])
}
