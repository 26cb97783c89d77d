import ArgumentParser
import UseCases

struct DecisionList: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The decisions of a meeting or on an issue.")

    @Argument(help: "A meeting, north-2020-01-14, or an issue, N-7.") var ref: String
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let decisions = try Session(context, common).ask(ListDecisions(of: ref))
        try await context.answer(Answer(try Table(columns, lines: decisions)), common)
    }

    private var columns: [Table.Column] {
        [
            .init(header: "Ref", key: "ref"), .init(header: "Kind", key: "kind"),
            .init(header: "Meeting", key: "meeting"), .init(header: "Issue", key: "issue"),
            .init(header: "Provisional", key: "provisional"), .init(header: "In principle", key: "inPrinciple"),
            .init(header: "Follow-up", key: "followUp"),
            .init(header: "Wording", key: "wording", stretches: true, hasLimbs: true),
        ]
    }
}
