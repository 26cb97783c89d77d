import ArgumentParser
import Register
import UseCases

struct Show: ContextCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show whatever a reference names: an issue, a meeting, an action, a plan action, a decision.")

    @Argument(help: "N-7, north-2020-01-14, A-3, IP-3.5 or D-north-2020-3.") var ref: String
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let workplace = try Session(context, common)
        if ref.uppercased().hasPrefix("D-") {
            let decision = try workplace.read { view, standing in
                try standing.mustHoldSeat(toRead: "Decisions")
                return try view.decision(ref)
            }
            let provisional = decision.isProvisional ? " (provisional)" : ""
            let text = """
                \(decision.reference)  \(decision.kind)\(provisional)
                Resolved: That \(decision.wording)
                Taken at \(decision.meeting)\(decision.issue.map { " on \($0)" } ?? "").

                """
            return try await context.answer(Answer(text, json: DecisionList.json(decision)), common)
        }
        let workflow = try workplace.ask(NameWorkflow(of: ref))
        if workflow == "meeting" {
            try await MeetingPage(reference: ref).show(context, common)
        } else {
            try await ItemPage(reference: ref).show(context, common)
        }
    }
}
