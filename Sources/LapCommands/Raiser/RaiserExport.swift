import ArgumentParser
import Foundation
import Ledger
import Register
import UseCases

struct RaiserExport: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the copy that a request asks for, as a page and as JSON.",
        discussion: """
            What is another family's is taken out. Names of others are listed first: give each with --black-out, or say \
            with --looked-at that the rest may stand.
            """)

    @Argument(help: "The request, R-1.") var request: String
    @Option(help: ArgumentHelp("The folder to write to; made when it is not there.", valueName: "folder"))
    var to: String
    @Option(name: .customLong("black-out"), help: "Words to be taken out; may be given several times.")
    var blackOut: [String] = []
    @Flag(name: .customLong("looked-at"), help: "The names of others that are left may stand.") var lookedAt = false
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let session = try Session(context, common)
        let copy = try session.copy(for: request, hiding: blackOut, isLookedAt: lookedAt)
        guard copy.suspects.isEmpty else {
            throw Failure(
                .refused,
                lines: ["Names of others may stand in it: \(copy.suspects.joined(separator: ", "))."],
                hints: ["Give --black-out WORDS for each that tells of somebody else, and --looked-at for the rest."])
        }
        let folder = context.file(to)
        let stem = copy.data.request
        try PrivateFiles.write(
            [
                ("\(stem).html", Data(copy.html.utf8)),
                ("\(stem).json", Data((try JSON(encoding: copy.data).text + "\n").utf8)),
            ], to: folder)
        let done = try session.perform(GiveOut(stem))
        try await context.answer(
            Answer(
                "\(to)/\(stem).html\n\(to)/\(stem).json\nNext: lap request answer \(stem) --answer …\n",
                json: .object([
                    "files": .array(["\(to)/\(stem).html", "\(to)/\(stem).json"].map(JSON.string)),
                    "request": JSON(encoding: done.answer),
                ])), common)
    }
}
