import Ledger
import Register
import UseCases

/// One decision for people.
struct DecisionPage {
    let reference: String

    func show(_ context: Context, _ options: CommonOptions) async throws {
        let decision = try Session(context, options).ask(ShowDecision(reference))
        let text = """
            \(decision.ref)  \(decision.kind)\(decision.principle == nil ? "" : " in principle")\(decision.provisional ? " (provisional)" : "")
            Resolved: \(decision.wording)\(decision.principle.map { "\n\($0.sentence) Followed up as \($0.commitment)." } ?? "")
            Taken at \(decision.meeting)\(decision.issue.map { " on \($0)" } ?? "").

            """
        try await context.answer(Answer(text, json: JSON(encoding: decision)), options)
    }
}
