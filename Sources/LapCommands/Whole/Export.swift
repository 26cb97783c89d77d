import ArgumentParser
import Foundation
import Ledger
import UseCases

struct Export: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write out everything that is stored, as JSON Lines.",
        discussion: "Every value is in it, and it is not encrypted. lap import --all makes the same register of it.")

    @Argument(help: "The file to make, nothing is replaced; - for standard output.") var file: String
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let session = try Session(context, common)
        if file == "-" { return try session.export { context.console.write($0) } }
        try session.export(to: context.file(file))
        context.stored.hasMade = true
        try await context.answer(
            Answer(
                "Everything is in \(file), not encrypted.\n", json: .object(["file": .string(context.file(file).path)])),
            common)
    }
}
