import ArgumentParser
import Ledger
import Partnership
import Register
import UseCases

struct MinutesResolve: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve", abstract: "Record what the meeting resolved under an item that is about no issue.",
        discussion: "What is decided on an issue is recorded by the issue’s own events (lap issue next).")

    @Argument(help: "The meeting, north-2020-01-14.") var ref: String
    @Argument(help: "The agenda item, 11.1.") var item: String
    @Option(help: "What follows “Resolved: That”.") var that: String
    @Option(help: "What follows it as i., ii., iii.; can be given several times.") var limb: [String] = []
    @Option(help: "noted, agreed, not-agreed, agreed-with-amendment, deferred, delegated or referred.")
    var kind: DecisionLine.Kind = .agreed
    @Option(name: .customLong("for"), help: "Votes for it.") var inFavour: Int?
    @Option(help: "Votes against it.") var against: Int?
    @Option(help: "Who did not vote.") var abstained: Int?
    @Flag(help: "The votes were equal, and the chair’s casting vote decided.") var casting = false
    @Option(help: "Who asked that it be minuted that they do not agree, and why: \"PERSON: WORDS\".")
    var dissent: [String] = []
    @Flag(help: "It is agreed in principle, because it is somebody else’s to decide.") var inPrinciple = false
    @Option(help: ArgumentHelp("Whose decision it needs.", valueName: "organisation")) var subjectTo: String?
    @Option(
        help: ArgumentHelp(
            "Where it goes on: what is deferred to a meeting or next, what is delegated to a group or a person, what is referred to an organisation.",
            valueName: "name")) var to: String?
    @Option(help: ArgumentHelp("By when that is asked for, or to be reported on.", valueName: "day")) var by: String?
    @Option(help: ArgumentHelp("Who sees to it; whoever minutes unless given.", valueName: "person")) var owner: String?
    @Flag(help: "Though it tells of what was taken in private, it is for the public minutes.") var inPublic = false
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let deed = ResolveItem(
            that, limbs: limb, kind: kind, under: item, of: ref, vote: try vote(), dissents: try dissent.map(reading),
            inPrinciple: try principle(context), onward: try onward(context), isForPublic: inPublic)
        let session = try Session(context, common)
        let done = try session.perform(deed)
        let decision = done.answer
        let text = ([that] + limb).joined(separator: "\n")
        let details = try session.workplace.details(in: text, under: item, of: ref, for: session.request)
        let provisional = decision.provisional ? " It is provisional." : ""
        let resolved =
            (kind == .notAgreed ? "Not agreed" : "Resolved") + (decision.principle == nil ? "" : " in principle")
        try await context.answer(
            Answer(
                "\(decision.ref) recorded.\(provisional) \(resolved): \(words(decision.wording))\n"
                    + (followedUp(decision).map { "\(Printed.safe($0, limit: 2_000))\n" } ?? "")
                    + "Undo with: lap undo \(done.operation)\n",
                json: JSON(encoding: decision).adding("warnings", JSON(encoding: details))), common)
        if !common.json { context.console.complain(DetailWarning(details: details).text) }
    }

    private func followedUp(_ decision: DecisionAnswer) -> String? {
        decision.principle.map { "\($0.sentence) That is followed up as \($0.commitment)." }
            ?? decision.report.map { "\($0.sentence) That is followed up as \($0.commitment)." }
            ?? decision.comesBack.map { "\($0.sentence) It is \($0.matter)." }
    }

    /// The limbs on lines of their own.
    private func words(_ wording: String) -> String {
        let lines = wording.split(whereSeparator: \.isNewline).map { Printed.safe(String($0), limit: 2_000) }
        return zip(lines.indices, lines).map { $0 == 0 ? $1 : "\n  \($1)" }.joined()
    }

    private func principle(_ context: Context) throws -> ResolveItem.InPrinciple? {
        guard inPrinciple else {
            guard subjectTo == nil else {
                throw Failure(
                    .usage, "Only what is agreed in principle needs somebody else’s decision.",
                    hint: "Give --in-principle too.")
            }
            return nil
        }
        guard let subjectTo, let by else {
            throw Failure(
                .usage, "What is agreed in principle needs somebody’s decision, by a day.",
                hint: "Give --subject-to and --by.")
        }
        return ResolveItem.InPrinciple(
            subjectTo: subjectTo, by: try DayText.read(by, today: context.today), owner: owner)
    }

    private func onward(_ context: Context) throws -> ResolveItem.Onward? {
        guard to != nil || !inPrinciple && (by != nil || owner != nil) else { return nil }
        return ResolveItem.Onward(
            to: to, by: try by.map { try DayText.read($0, today: context.today) }, owner: inPrinciple ? nil : owner)
    }

    private func vote() throws -> Vote? {
        let counts = [inFavour, against, abstained].compactMap(\.self)
        guard !counts.isEmpty || casting else { return nil }
        guard let inFavour, let against, counts.allSatisfy({ $0 >= 0 }) else {
            throw Failure(.usage, "A vote has those for it and those against it.", hint: "Give --for and --against.")
        }
        return Vote(inFavour: inFavour, against: against, abstained: abstained ?? 0, isCasting: casting)
    }

    private func reading(_ text: String) throws -> ResolveItem.Dissent {
        let parts = text.split(separator: ":", maxSplits: 1).map {
            $0.trimmingPrefix(while: \.isWhitespace)
        }
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            throw Failure(
                .usage, "“\(Printed.safe(text, limit: 60))” does not say who dissents, and why.",
                hint: "Write --dissent \"Education North: The cost is not known\".")
        }
        return ResolveItem.Dissent(String(parts[0]), String(parts[1]))
    }
}

extension DecisionLine.Kind: ExpressibleByArgument {}
