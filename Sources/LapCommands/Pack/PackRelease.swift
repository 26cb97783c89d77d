import ArgumentParser
import Ledger
import Register
import UseCases

struct PackRelease: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "Let words that look like a personal detail stand in a paper.",
        discussion:
            "Valid in that place alone, and until the text there changes. Who released them is in the journal.")

    @Argument(help: "The meeting, north-2020-01-14, or the issue that a letter is about, N-7.") var ref: String
    @Option(help: ArgumentHelp("The words as they stand there; may be given several times.", valueName: "words"))
    var word: [String]
    @Option(
        help: ArgumentHelp(
            "Where they stand, where that is in several texts: “item 8.1, discussed”, as the refusal names it.",
            valueName: "place"))
    var at: String?
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let session = try Session(context, common)
        let ordinary = try session.workplace.share.ordinaryWords()
        var answers: [ReleasedWords] = []
        var text = ""
        for words in word {
            let done = try session.perform(ReleaseWords(words, at: at, in: ref, knowing: ordinary))
            answers.append(done.answer)
            text +=
                "Released in the papers of \(done.answer.paper), \(done.answer.places.joined(separator: "; ")), until the text changes.\n"
                + "Undo with: lap undo \(done.operation)\n"
        }
        try await context.answer(Answer(text, json: JSON(encoding: answers)), common)
    }
}
