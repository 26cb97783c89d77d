import ArgumentParser
import Ledger
import Register
import UseCases

struct Fsck: ContextCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check the register: its journal's chain, every row against it, every history against its workflow.")

    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let report = try Session(context, common).ask(CheckRegister())
        guard report.problems.isEmpty else {
            throw Failure(
                .failed, lines: Array(report.problems.prefix(50)),
                hints: ["Keep this file, and go back to the last backup that passes lap fsck."])
        }
        try await context.answer(
            Answer(
                "Sound: \(report.operations) operations, \(report.items) items.\n",
                json: .object(["operations": .number(report.operations), "items": .number(report.items)])), common)
    }
}
