import ArgumentParser
import Foundation
import Ledger
import Partnership
import Register
import UseCases

struct PackRecall: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "recall",
        abstract: "Take back a paper that should not have gone out, and open a breach.",
        discussion:
            "The paper is known by what it holds, or else by its name. It is recalled in all of its formats and taken out of its folder; what replaces it is made beside it."
    )

    @Argument(help: "The file.") var file: String
    @Option(help: ArgumentHelp("What got out, and how it came to be noticed.", valueName: "text")) var because: String
    @Option(
        help: ArgumentHelp(
            "The words that should not be in it, as they stand: they tell whom it is about, and which other papers may hold them.",
            valueName: "words")) var words: String?
    @Option(help: ArgumentHelp("The time of day it became known; now unless told.", valueName: "time")) var at: String?
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        guard because.contains(where: { !$0.isWhitespace }) else {
            throw Failure(.usage, "Why it is recalled is missing.", hint: "Say what got out with --because.")
        }
        let session = try Session(context, common)
        let outcome = try await session.recall(context.file(file), because: because, words: words, at: at)
        let details = try session.workplace.details(
            inOpenFieldsOf: [outcome.recalled.breach], for: session.request)
        let telling = RecallTelling(
            outcome: outcome, folder: URL(filePath: file).deletingLastPathComponent().relativePath)
        try await context.answer(Answer(telling.text, json: telling.json), common)
        if let complaint = telling.complaint { context.console.complain(complaint) }
        if !common.json { context.console.complain(DetailWarning(details: details).text) }
    }
}
