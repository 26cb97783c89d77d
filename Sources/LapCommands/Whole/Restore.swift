import ArgumentParser
import Foundation
import Ledger
import UseCases

struct Restore: ContextCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a register of a backup, in a folder that holds nothing.",
        discussion:
            "The backup is compared with the FILE.json beside it and checked from end to end. What was erased since is erased again by the newest list beside it, or the one of --erasures; without one the register says since when that is not known."
    )

    @Argument(help: "The backup.") var file: String
    @Argument(help: "The folder to make the register in.") var folder: String
    @Option(help: ArgumentHelp("The newest list of what was erased.", valueName: "file")) var erasures: String?
    @Option(help: ArgumentHelp("The file with the age key, for an encrypted backup.", valueName: "file"))
    var identity: String?
    @Flag(name: [.customShort("n"), .customLong("dry-run")], help: "Try everything, and leave nothing.")
    var dryRun = false
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let restoring = RestoreRegister(
            context.file(file), into: context.file(folder), erasures: erasures.map(context.file),
            identity: identity.map(context.file))
        let restored = try await restoring.perform(
            with: Share(context), environment: context.environment, for: Session.request(context, common),
            rehearsing: dryRun, user: { try Config.read($0).user }, now: context.now)
        let day = restored.made.prefix(10)
        let erasures =
            restored.erasuresAreKnown
            ? "Erased again: \(restored.erased) (the list is of \(restored.erasuresKnownUntil.prefix(10)))."
            : "There is no newer list of what was erased: what was erased since \(day) may be here again."
        try await context.answer(
            Answer(
                """
                \(dryRun ? "Would restore" : "Restored") \(restored.operations) operations of \(day) to \(folder). \(erasures)
                Next: cd \(folder), then lap status

                """, json: JSON(encoding: restored)), common)
    }
}
