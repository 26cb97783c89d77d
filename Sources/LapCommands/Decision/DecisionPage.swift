import Ledger
import Partnership
import Register
import UseCases

/// One decision for people.
struct DecisionPage {
    let reference: String

    func show(_ context: Context, _ options: CommonOptions) async throws {
        let decision = try Session(context, options).ask(ShowDecision(reference))
        let principle = decision.principle
        let kind = (decision.kind ?? "") + (principle == nil ? "" : " in principle")
        let standing =
            principle.map { "\n\($0.sentence) Followed up as \($0.commitment)." }
            ?? decision.report.map { "\n\($0.sentence) Followed up as \($0.commitment)." }
            ?? decision.comesBack.map { "\n\($0.sentence) It is \($0.matter)." } ?? ""
        // What was put to a meeting and not agreed, nobody resolved.
        let isProposed = decision.issue == nil && decision.kind == DecisionLine.Kind.notAgreed.rawValue
        let text = """
            \(decision.ref)  \(kind)\(decision.provisional ? " (provisional)" : "")
            \(isProposed ? "Proposed" : "Resolved"): \(decision.wording)\(standing)
            Taken at \(decision.meeting)\(decision.issue.map { " on \($0)" } ?? "").

            """
        try await context.answer(Answer(text, json: JSON(encoding: decision)), options)
    }
}
