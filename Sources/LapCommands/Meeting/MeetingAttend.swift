import ArgumentParser
import Ledger
import Register
import UseCases

struct MeetingAttend: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "attend", abstract: "Record who was at a meeting, who sent apologies, and who came for whom.")

    @Argument(help: "The meeting, north-2020-01-14.") var ref: String
    @Option(help: ArgumentHelp("Was there; may be given several times.", valueName: "person")) var present: [String] =
        []
    @Option(help: ArgumentHelp("Sent apologies.", valueName: "person")) var apologies: [String] = []
    @Option(help: ArgumentHelp("Neither came nor said so.", valueName: "person")) var absent: [String] = []
    @Option(help: ArgumentHelp("Sent a deputy: MEMBER=DEPUTY.", valueName: "member=deputy")) var deputy: [String] = []
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        guard !(present + apologies + absent + deputy).isEmpty else {
            throw Failure(.usage, "Who was there?", hint: "lap meeting attend \(ref) --present NAME --apologies NAME")
        }
        let deputies = try deputy.map { pair -> Attend.Entry in
            let names = pair.split(separator: "=").map(String.init)
            guard names.count == 2 else {
                throw Failure(
                    .usage, "A deputy is written MEMBER=DEPUTY.",
                    hint: "For instance --deputy \"DCO North=Deputy DCO North\".")
            }
            return .deputised(names[0], by: names[1])
        }
        let entries = present.map(Attend.Entry.present) + apologies.map(Attend.Entry.apologies)
        let done = try Session(context, common).perform(
            Attend(meeting: ref, entries: entries + absent.map(Attend.Entry.absent) + deputies))
        try await context.answer(Answer(Sentence.quorum(done.answer), json: JSON(encoding: done.answer)), common)
    }
}

/// Sentences that several commands say.
enum Sentence {
    static func quorum(_ finding: QuorumAnswer) -> String {
        let missing = finding.missing.joined(separator: ", ")
        var lines = ["\(finding.meeting): " + (finding.quorate ? "quorate." : "not quorate; missing \(missing).")]
        if finding.needsParentRep {
            lines.append(
                finding.parentRep
                    ? "Present: \(finding.parentTitle)."
                    : "No \(finding.parentTitle): the meeting is non-compliant (R8).")
        }
        if finding.provisional {
            lines.append("Its decisions are provisional until a later meeting confirms them.")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
