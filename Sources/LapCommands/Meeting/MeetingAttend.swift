import ArgumentParser
import Ledger
import Partnership
import Register
import UseCases
import Workflow

struct MeetingAttend: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "attend", abstract: "Record who was at a meeting, who sent apologies, and who came for whom.")

    @Argument(help: "The meeting, north-2020-01-14.") var ref: String
    @Option(help: ArgumentHelp("Was there; may be given several times.", valueName: "person")) var present: [String] =
        []
    @Option(help: ArgumentHelp("Sent apologies.", valueName: "person")) var apologies: [String] = []
    @Option(help: ArgumentHelp("Neither came nor said so.", valueName: "person")) var absent: [String] = []
    @Option(help: ArgumentHelp("Sent a deputy: MEMBER=DEPUTY.", valueName: "member=deputy")) var deputy: [String] = []
    @Option(help: ArgumentHelp("In attendance as a guest, no member.", valueName: "person")) var guest: [String] = []
    @Option(help: ArgumentHelp("In attendance as an adviser, no member.", valueName: "person")) var adviser: [String] =
        []
    @Option(help: ArgumentHelp("In attendance to take the minutes.", valueName: "person")) var minuteTaker: [String] =
        []
    @Option(help: ArgumentHelp("Took part online.", valueName: "person")) var online: [String] = []
    @Option(
        help: ArgumentHelp("Came later: PERSON=ITEM, the first item they were there for.", valueName: "person=item"))
    var arrived: [String] = []
    @Option(help: ArgumentHelp("Left: PERSON=ITEM, the first item they were not there for.", valueName: "person=item"))
    var left: [String] = []
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        guard !(present + apologies + absent + deputy + guest + adviser + minuteTaker + online + arrived + left).isEmpty
        else {
            throw Failure(.usage, "Who was there?", hint: "lap meeting attend \(ref) --present NAME --apologies NAME")
        }
        var entries = present.map(Attend.Entry.present) + apologies.map(Attend.Entry.apologies)
        entries += absent.map(Attend.Entry.absent)
        entries += try deputy.map { pair in
            let names = try MeetingAttend.pair(
                pair, "A deputy is written MEMBER=DEPUTY.", "--deputy \"DCO North=Deputy DCO North\"")
            return .deputised(names.0, by: names.1)
        }
        for (names, capacity) in [
            (guest, AttendanceLine.Capacity.guest), (adviser, .adviser), (minuteTaker, .minuteTaker),
        ] {
            entries += names.map { .attending($0, as: capacity) }
        }
        entries += online.map(Attend.Entry.online)
        entries += try arrived.map { pair in
            let came = try MeetingAttend.pair(
                pair, "Who came later is written PERSON=ITEM.", "--arrived \"Health North=8.1\"")
            return .arrived(came.0, at: came.1)
        }
        entries += try left.map { pair in
            let gone = try MeetingAttend.pair(pair, "Who left is written PERSON=ITEM.", "--left \"Health North=8.1\"")
            return .departed(gone.0, before: gone.1)
        }
        let done = try Session(context, common).perform(Attend(meeting: ref, entries: entries))
        try await context.answer(Answer(Sentence.quorum(done.answer), json: JSON(encoding: done.answer)), common)
    }

    private static func pair(_ text: String, _ sentence: String, _ instance: String) throws -> (String, String) {
        let names = text.split(separator: "=").map(String.init)
        guard names.count == 2 else { throw Failure(.usage, sentence, hint: "For instance \(instance).") }
        return (names[0], names[1])
    }
}

/// Sentences that several commands say.
enum Sentence {
    static func quorum(_ finding: QuorumAnswer) -> String {
        guard finding.met else {
            return "\(finding.meeting): apologies are recorded; whether it is quorate is settled when it opens.\n"
        }
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
        if !finding.seatless.isEmpty {
            let are =
                finding.seatless.count == 1
                ? "holds no seat there, and is in attendance without being a member."
                : "hold no seat there, and are in attendance without being members."
            lines.append("\(Sentences.list(finding.seatless, "and")) \(are)")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
