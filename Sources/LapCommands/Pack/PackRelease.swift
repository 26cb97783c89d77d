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
    @Option(
        help: ArgumentHelp(
            "The words as they stand there; may be given several times, and then all are released or none.",
            valueName: "words"))
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
        let done = try session.perform(ReleaseWords(word, at: at, in: ref, knowing: ordinary))
        let lines = done.answer.map {
            "Released in the papers of \($0.paper), \($0.places.joined(separator: "; ")), until the text changes.\n"
        }
        let text = lines.joined() + "Undo with: lap undo \(done.operation)\n"
        try await context.answer(Answer(text, json: JSON(encoding: done.answer)), common)
    }
}
