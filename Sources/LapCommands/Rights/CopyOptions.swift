import ArgumentParser
import Foundation
import Ledger
import Register
import UseCases

/// What every command takes that gives out what is held, and how it does.
struct CopyOptions: ParsableArguments {
    @Argument(help: "The request, R-1.") var request: String
    @Option(help: ArgumentHelp("The folder to write to; made when it is not there.", valueName: "folder"))
    var to: String
    @Option(name: .customLong("black-out"), help: "Words to be taken out; may be given several times.")
    var blackOut: [String] = []
    @Option(
        help: "Words that another family's record says of them and that may be given out; may be given several times.")
    var release: [String] = []
    @Flag(
        name: .customLong("looked-at"),
        help: "The names of others that are left may stand, and what others wrote is left out but for released words.")
    var lookedAt = false

    static let discussion = """
        What is another family's is taken out. Names of others are listed first: give each with --black-out, or say with \
        --looked-at that the rest may stand. Where another family's record tells of them, that is listed too, and nothing of \
        it is given out but words that are named with --release.
        """

    /// - Parameter name: the command's, for the log.
    func run(_ context: Context, _ common: CommonOptions, as name: String) async throws {
        let session = try Session(context, common)
        try session.workplace.mustLieOutside(context.file(to))
        let copy = try session.copy(for: request, hiding: blackOut, releasing: release, isLookedAt: lookedAt)
        var lines: [String] = []
        var hints: [String] = []
        if !copy.suspects.isEmpty {
            lines.append("Names of others may stand in it: \(copy.suspects.joined(separator: ", ")).")
            hints.append("Give --black-out WORDS for each that tells of somebody else, and --looked-at for the rest.")
        }
        if !copy.withheld.isEmpty {
            let places = Set(copy.withheld.map { "\($0.ref), \($0.field)" }).sorted()
            lines.append("Others wrote of them, and nothing of it is given out: \(places.joined(separator: "; ")).")
            hints.append(
                "Give --release WORDS for what tells of nobody else there, and --looked-at to leave out the rest.")
        }
        guard lookedAt || lines.isEmpty else { throw Failure(.refused, lines: lines, hints: hints) }
        let stem = copy.data.request
        let files = ["\(to)/\(stem).html", "\(to)/\(stem).json"]
        try PrivateFiles.write(
            [
                ("\(stem).html", Data(copy.html.utf8)),
                ("\(stem).json", Data((try JSON(encoding: copy.data).text + "\n").utf8)),
            ], to: context.file(to))
        let done = try session.perform(GiveOut(copy, as: name))
        try await context.answer(
            Answer(
                (files + ["Next: lap request answer \(stem) --answer …"]).joined(separator: "\n") + "\n",
                json: .object([
                    "files": .array(files.map(JSON.string)), "request": JSON(encoding: done.answer),
                ])), common)
    }
}
