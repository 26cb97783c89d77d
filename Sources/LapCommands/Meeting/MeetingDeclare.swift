import ArgumentParser
import Ledger
import Register
import UseCases

struct MeetingDeclare: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "declare", abstract: "Record an interest somebody declared in an agenda item.")

    @Argument(help: "The meeting, north-2020-01-14.") var ref: String
    @Argument(help: "The agenda item, 8.1.") var item: String
    @Option(help: "Who declares it.") var person: String
    @Option(help: "What it is.") var interest: String
    @Flag(help: "They left for the item, and count neither for its quorum nor its decision.") var withdraws = false
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let session = try Session(context, common)
        let declared = try session.perform(
            DeclareInterest(interest, of: person, in: item, of: ref, withdraws: withdraws)
        ).answer
        let details = try session.workplace.details(in: interest, under: item, of: ref, for: session.request)
        let withdrew = declared.withdrew ? ", and withdrew" : ""
        try await context.answer(
            Answer(
                "Declared by \(declared.person) for item \(declared.item)\(withdrew).\n",
                json: JSON(encoding: declared).adding("warnings", JSON(encoding: details))), common)
        if !common.json { context.console.complain(DetailWarning(details: details).text) }
    }
}
