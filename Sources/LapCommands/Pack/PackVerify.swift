import ArgumentParser
import Foundation
import Ledger
import Partnership
import UseCases

struct PackVerify: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Tell which issued papers some files are.",
        discussion:
            "A file is known by what it holds, whatever it is called. One that was never issued ends with status 1.")

    @Argument(help: "Files, and folders that hold some.") var files: [String]
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let papers = try Session(context, common).ask(VerifyPapers(files.map { context.file($0) }))
        try await context.answer(Answer(papers.map { "\(line($0))\n" }.joined(), json: JSON(encoding: papers)), common)
        if papers.isEmpty { throw Failure(.refused, "There is no file there.") }
        if !papers.allSatisfy(\.isIssued) { throw Failure(.refused, lines: []) }
    }

    private func line(_ file: VerifiedPaper) -> String {
        let name = Printed.safe(file.file)
        guard let paper = file.paper, let state = file.state else {
            return "\(name): no paper that was issued, as far as you may know."
        }
        let was = "\(name): \(paper.file), number \(paper.number), issued on \(paper.issued.words)"
        let replaced = file.replacedBy.map { " \($0) replaces it." } ?? ""
        return switch state {
        case .stands: "\(was). It stands."
        case .recalled: "\(was). It was recalled\(paper.recalled.map { " on \($0.words)" } ?? "").\(replaced)"
        case .redacted: "\(was). What it holds was taken out of the record since: destroy this copy.\(replaced)"
        case .replaced: "\(was).\(replaced)"
        }
    }
}
