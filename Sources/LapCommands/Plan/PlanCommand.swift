import ArgumentParser
import Register

struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "The partnership's plan actions.",
        discussion:
            "Verbs besides these are the events of the workflow (lap workflow show plan-action), each with its own --help.",
        subcommands: [PlanList.self, PlanShow.self])
}

struct PlanList: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List plan actions.")
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let rows = try Workplace(context, common).read { view, standing in
            try view.planActions().map { item -> [JSON] in
                [
                    .string(item.reference), .string(item.state), .string(item.day("due")?.description),
                    .array(item.list("concerns").map(JSON.string)),
                    .string(standing.mayReadSummaries ? item.text("title") : nil),
                ]
            }
        }
        try await context.answer(
            Answer(
                Table(
                    [
                        .init(header: "Ref", key: "ref"), .init(header: "State", key: "state"),
                        .init(header: "Due", key: "due"), .init(header: "Concerns", key: "concerns"),
                        .init(header: "Action", key: "title", stretches: true),
                    ], rows: rows)), common)
    }
}

struct PlanShow: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one plan action with its history.")
    @Argument(help: "The plan action, IP-3.5.") var ref: String
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        try await ItemPage(reference: ref, workflow: "plan-action").show(context, common)
    }
}

struct ThemeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "theme", abstract: "What issues can be about.", subcommands: [ThemeList.self])
}

struct ThemeList: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List themes, their other names, and the concern each counts towards.")
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let themes = try Workplace(context, common).read { view, _ in try view.reference.themes }
        try await context.answer(
            Answer(
                Table(
                    [
                        .init(header: "Theme", key: "theme"), .init(header: "Title", key: "title", stretches: true),
                        .init(header: "Concern", key: "concern"), .init(header: "Also", key: "aliases"),
                    ],
                    rows: themes.map {
                        [.string($0.id), .string($0.title), .number($0.concern), .array($0.aliases.map(JSON.string))]
                    })), common)
    }
}
