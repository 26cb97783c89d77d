import Ledger
import Register
import UseCases

/// One decision for people.
struct DecisionPage {
    let reference: String

    func show(_ context: Context, _ options: CommonOptions) async throws {
        let decision = try Session(context, options).ask(ShowDecision(reference))
        let principle = decision.principle
        let kind = decision.kind + (principle == nil ? "" : " in principle")
        let standing = principle.map { "\n\($0.sentence) Followed up as \($0.commitment)." } ?? ""
        let text = """
            \(decision.ref)  \(kind)\(decision.provisional ? " (provisional)" : "")
            Resolved: \(decision.wording)\(standing)
            Taken at \(decision.meeting)\(decision.issue.map { " on \($0)" } ?? "").

            """
        try await context.answer(Answer(text, json: JSON(encoding: decision)), options)
    }
}
