import ArgumentParser
import Foundation
import Ledger
import UseCases

struct Erasures: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "erasures",
        abstract: "Put on record until when it is known what was erased since the backup a register was restored from.",
        discussion:
            "With a list, what it tells of is erased again. With --settled, whoever gives it answers for that: everybody who would know was asked, and everything was erased again."
    )

    @Argument(help: "The newest list of what was erased, made with a later backup.") var file: String?
    @Flag(help: "There is no list: everything that had been erased was erased again, one by one.") var settled = false
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        guard (file == nil) == settled else {
            throw Failure(
                .usage, "A list of what was erased, or --settled?",
                hint: "lap erasures FILE, or, when there is none and all was erased again: lap erasures --settled")
        }
        let session = try Session(context, common)
        let done = try session.perform(SettleErasures(of: file.map(context.file))).answer
        let said =
            done.until.map {
                "Erased again: \(done.erased). What was erased since \($0.prefix(10)), when the list was made, may be here again."
            }
            ?? "On record: what was erased since \(done.since.prefix(10)) was erased again."
        try await context.answer(
            Answer(
                said + "\n" + ErasedTelling.lines(mended: done.mended, dropped: done.dropped),
                json: JSON(encoding: done)), common)
    }
}
