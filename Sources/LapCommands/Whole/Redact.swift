import ArgumentParser
import Ledger
import Register
import UseCases

extension RedactText.Cause: ExpressibleByArgument {}

struct Redact: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "redact", abstract: "Take words out of what is kept with an item, for good.",
        discussion: """
            Also where it is final: a decision's wording, minutes that were agreed, the reason of a late item. What \
            replaced it since and what it replaced goes too. This cannot be undone. Says where, unless --yes.
            """)

    @Argument(help: "The issue, meeting, action or decision.") var ref: String
    @Option(help: "The words, as they stand; in whatever letter case.") var words: String?
    @Option(help: ArgumentHelp("Instead of words: a file that is attached, m-3-paper-1.pdf.", valueName: "file"))
    var paper: String?
    @Option(
        help: ArgumentHelp(
            "Why, for its history: named (they tell who somebody is), private (they tell of a private matter) or ordered.",
            valueName: "cause"))
    var because: RedactText.Cause
    @Flag(help: "Do it.") var yes = false
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if (words == nil) == (paper == nil) {
            throw ValidationError("Give either --words or --paper.")
        }
    }

    func run(_ context: Context) async throws {
        if let paper { return try await erase(paper, context) }
        guard let words else { return }
        let (redacted, _) = try Session(context, common).perform(
            RedactText(words, in: ref, because: because), rehearsing: !yes)
        let anew = ErasureTelling.papers(redacted: redacted.redactedPapers, erased: redacted.erasedPapers)
        let places = (redacted.places.map { "  \($0)" } + anew).map { "\($0)\n" }.joined()
        let said =
            yes
            ? "Taken out of \(redacted.ref) for good:\n\(places)"
            : "These words stand in \(redacted.ref):\n\(places)Nothing is changed yet. Say --yes to take them out.\n"
        let elsewhere = Dictionary(grouping: redacted.elsewhere, by: \.ref).sorted { $0.key < $1.key }.map {
            ref, places in
            "  \(ref), \(Set(places.map(\.field)).sorted().joined(separator: ", "))\n"
        }.joined()
        let also =
            elsewhere.isEmpty ? "" : "They stand elsewhere too; take them out there as well where they are the same:\n"
        let papers =
            redacted.papers.isEmpty
            ? ""
            : "Issued, and copies may hold them; take back each that does with lap pack recall:\n"
                + redacted.papers.map { "  \($0)\n" }.joined()
        try await context.answer(Answer(said + also + elsewhere + papers, json: JSON(encoding: redacted)), common)
    }

    private func erase(_ paper: String, _ context: Context) async throws {
        let (erased, _) = try Session(context, common).perform(
            EraseAttached(paper, of: ref, because: because), rehearsing: !yes)
        let said =
            yes
            ? "\(erased.file) is erased for good, and goes out with no paper any more.\n"
            : "\(erased.file) is kept with \(erased.ref). Nothing is changed yet. Say --yes to erase it.\n"
        let held =
            erased.held.isEmpty
            ? ""
            : (yes ? "With it went what was issued and held it:\n" : "What was issued and holds it goes with it:\n")
                + erased.held.map { "  \($0)\n" }.joined()
        let papers =
            erased.papers.isEmpty
            ? ""
            : "It went out with these; take back each with lap pack recall:\n"
                + erased.papers.map { "  \($0)\n" }.joined()
        try await context.answer(Answer(said + held + papers, json: JSON(encoding: erased)), common)
    }
}
