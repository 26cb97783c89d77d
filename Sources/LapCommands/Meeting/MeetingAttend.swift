import ArgumentParser
import Register

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
        let (meeting, finding) = try Workplace(context, common).write("meeting attend") { operation, _ in
            let meeting = try operation.view.item(ref, workflow: "meeting")
            func person(_ name: String) throws -> Person {
                guard let person = try operation.view.person(name) else {
                    throw MemberCommand.unknown(name, operation.view)
                }
                return person
            }
            for name in present { try operation.mark(person(name), .present, at: meeting) }
            for name in apologies { try operation.mark(person(name), .apologies, at: meeting) }
            for name in absent { try operation.mark(person(name), .absent, at: meeting) }
            for pair in deputy {
                let names = pair.split(separator: "=").map(String.init)
                guard names.count == 2 else {
                    throw Failure(
                        .usage, "A deputy is written MEMBER=DEPUTY.",
                        hint: "For instance --deputy \"DCO North=Deputy DCO North\".")
                }
                try operation.mark(person(names[0]), .deputised, at: meeting, deputy: person(names[1]))
            }
            return (meeting, try operation.view.finding(of: meeting))
        }
        try await context.answer(Answer(Sentence.quorum(meeting.reference, finding), json: json(finding)), common)
    }

    private func json(_ finding: MeetingFinding) -> JSON {
        .object([
            "quorate": .bool(finding.isQuorate), "parentRep": .bool(finding.hasParentRep),
            "compliant": .bool(finding.finding.isCompliant), "provisional": .bool(finding.finding.isProvisional),
            "missing": .array(finding.finding.missing.map { .string($0.joined(separator: " or ")) }),
        ])
    }
}

/// Sentences that several commands say.
enum Sentence {
    static func quorum(_ reference: String, _ finding: MeetingFinding) -> String {
        var lines = ["\(reference): " + (finding.isQuorate ? "quorate." : "not quorate; missing \(missing(finding)).")]
        if finding.finding.needsParentRepresentative {
            lines.append(
                finding.hasParentRep
                    ? "A parent carer representative was present."
                    : "No parent carer representative: the meeting is non-compliant (R8).")
        }
        if finding.finding.isProvisional {
            lines.append("Its decisions are provisional until a later meeting confirms them.")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func missing(_ finding: MeetingFinding) -> String {
        finding.finding.missing.map { $0.joined(separator: " or ") }.joined(separator: ", ")
    }
}
