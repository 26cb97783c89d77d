import ArgumentParser
import Ledger
import Partnership
import Register
import UseCases

struct AgendaCheck: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Say what is missing for a meeting to come; exit 1 when something is.",
        discussion:
            "What waits and is not on its agenda is listed with the reason, and what came late; neither is missing.")

    @Argument(help: "The meeting, north-2020-01-14.") var ref: String
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let checked = try Session(context, common).ask(CheckAgenda(of: ref))
        let lines = checked.findings.map { "  \(FindingText.line($0, of: checked.meeting))" }
        let count = checked.findings.count(where: \.isMissing)
        var text: [String] = []
        if count > 0 { text += ["Missing:"] + lines.prefix(count) }
        if count < lines.count { text += ["To be known:"] + lines.dropFirst(count) }
        if count == 0 { text.append("Nothing is missing for \(checked.meeting).") }
        try await context.answer(Answer(text.joined(separator: "\n") + "\n", json: JSON(encoding: checked)), common)
        if checked.isMissingSomething { throw Failure(.refused, lines: []) }
    }
}

/// What was found about a meeting to come, in words.
enum FindingText {
    static func line(_ finding: AgendaFinding, of meeting: String) -> String {
        let item = finding.item.map { "Item \($0)" } ?? finding.ref ?? ""
        let ref = finding.item == nil ? nil : finding.ref
        let title = finding.title.map { " (\([ref, $0].compactMap(\.self).joined(separator: ": ")))" } ?? ""
        let what = item + title
        let who = finding.who.joined(separator: ", ")
        let by = finding.day.map { $0.wordsWithWeekday } ?? ""
        return switch finding.kind {
        case .noAgenda: "There is no agenda yet, which goes out by \(by): lap agenda build \(meeting)"
        case .notIssued: "A supplement has not been issued: lap meeting supplement \(meeting) --late-reason …"
        case .stale: "What is brought has changed since the agenda was laid out: lap agenda build \(meeting)"
        case .notPublished: "Notice should have been given by \(by): lap meeting publish \(meeting)"
        case .noCall: "Nobody was called for items, which was due by \(by): lap agenda call \(meeting)"
        case .unanswered: "Late since \(by) with an answer to the call: \(who)"
        case .noLead: "\(what): nobody leads it; the seat of \(who) is vacant"
        case .noPaper: "\(what): no paper"
        case .toFollow:
            "\(what): its paper \(finding.isMissing ? "should have been there by" : "follows by") \(by)"
                + (who.isEmpty ? "" : ", from \(who)")
        case .noRecommendation: "\(what): it does not say what the meeting is asked to do"
        case .noPrivateReason: "\(what): it is taken in private without a reason"
        case .overrun:
            "\(finding.minutes ?? 0) minutes are allowed, and the meeting lasts \(finding.allowed ?? 0)"
        case .noParentRepresentative:
            "No parent representative is expected" + (who.isEmpty ? "" : ": \(who) sent apologies") + " (R8)"
        case .chairAway: "The chair sends apologies: \(who)"
        case .noChair: "The seat of the chair is vacant"
        case .minutesToAgree:
            "The minutes of \(by) are still to be agreed: lap meeting agree-minutes \(what) --agreed-at \(meeting)"
        case .late: "\(what): late, because \(Printed.safe(finding.because.first ?? "", limit: 200))"
        case .waiting: "\(what): \(waits(finding))"
        }
    }

    private static func waits(_ finding: AgendaFinding) -> String {
        switch finding.cause {
        case .toBeBuilt: "waits, and comes when the agenda is built"
        case .putOff: "put off to \(finding.because.first ?? "another meeting")"
        case .consent: "waits: no consent to its being talked about"
        case .rules: "waits: \(finding.because.joined(separator: " "))"
        case .notBrought, nil: "waits: nobody has put it on an agenda"
        }
    }
}
