import ArgumentParser
import Foundation
import Ledger
import UseCases

struct PackCopy: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "copy", abstract: "Give out one issued file as it was, whatever went out since.",
        discussion: "For those who could make it; a recalled one for the information officer alone.")

    @Argument(help: "Its SHA-256, or the first six digits or more, as lap pack issued --json shows it.")
    var sha256: String
    @Option(help: ArgumentHelp("The folder to write to; made when it is not there.", valueName: "folder"))
    var to = "packs"
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let file = try await Session(context, common).copyIssued(sha256, to: context.file(to))
        let line =
            "\(to)/\(URL(filePath: file.path).lastPathComponent)  "
            + "(\((file.size + 1023) / 1024) KB\(PackRun.origin(of: file)))\n"
        try await context.answer(Answer(line, json: JSON(encoding: file)), common)
    }
}
