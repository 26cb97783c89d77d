import ArgumentParser
import Ledger
import Register
import UseCases

struct Fsck: ContextCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check the register: its journal's chain, every row against it, every history against its workflow.")

    @Option(
        help: ArgumentHelp(
            "The journal has to hold this head, as it was printed by an earlier check or in papers.", valueName: "head")
    )
    var against: String?

    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let report = try Session(context, common).ask(CheckRegister(against: against))
        guard report.problems.isEmpty else {
            let more = report.count - report.problems.count
            throw Failure(
                .failed, lines: report.problems + (more > 0 ? ["And \(more) more."] : []),
                hints: ["Keep this file, and go back to the last backup that passes lap fsck."])
        }
        try await context.answer(
            Answer(
                "Sound: \(report.operations) operations, \(report.items) items.\n"
                    + (report.head.map { "Head: \($0)\n" } ?? "") + unknown(report),
                json: .object([
                    "operations": .number(report.operations), "items": .number(report.items),
                    "head": .string(report.head), "erasuresUnknownSince": .string(report.erasuresUnknownSince),
                ])), common)
    }

    private func unknown(_ report: CheckedRegister) -> String {
        report.erasuresUnknownSince.map {
            "Restored from a backup: what was erased since \($0.prefix(10)) may be here again.\n"
        } ?? ""
    }
}
