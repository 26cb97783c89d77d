import ArgumentParser
import UseCases

struct Show: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract:
            "Show whatever a reference names: an issue, a meeting, an action, a commitment, a plan action, a decision.")

    @Argument(help: "N-7, north-2020-01-14, A-3, U-1, IP-3.5 or D-north-2020-3.") var ref: String
    @OptionGroup var past: AsOfOption
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let isDecision = ref.uppercased().hasPrefix("D-")
        if isDecision, past.asOf != nil {
            throw Failure(
                .usage, "A decision stands as it was taken: --as-of is for what changes.", hint: "lap show \(ref)")
        }
        if past.asOf != nil { return try await ItemPage(reference: ref, asOf: past).show(context, common) }
        if isDecision { return try await DecisionPage(reference: ref).show(context, common) }
        if try Session(context, common).ask(NameWorkflow(of: ref)) == "meeting" {
            try await MeetingPage(reference: ref).show(context, common)
        } else {
            try await ItemPage(reference: ref).show(context, common)
        }
    }
}
