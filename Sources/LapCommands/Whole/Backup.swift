import ArgumentParser
import Foundation
import Ledger
import UseCases

struct Backup: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the register to a file while others go on working, checked from end to end.",
        discussion:
            "Encrypted with age to the recipients of .lap/config.yaml. Beside FILE lie FILE.json, which tells what is in it, and FILE.erasures.jsonl, the list of what was erased so far: keep that one apart."
    )

    @Argument(help: "The file to make; nothing is replaced.") var file: String
    @Flag(name: [.customShort("n"), .customLong("dry-run")], help: "Try everything, and leave nothing.")
    var dryRun = false
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        guard file != "-", !file.isEmpty else {
            throw Failure(
                .usage, "A backup is three files, and goes into a folder.", hint: "lap backup /media/stick/monday")
        }
        let session = try Session(context, common)
        let recipients = try Config.read(session.folder).recipients
        let made = try await session.backUp(to: context.file(file), recipients: recipients, rehearsing: dryRun)
        let manifest = made.manifest
        let size = "\((manifest.size + 1023) / 1024) KB"
        let keys = recipients.count == 1 ? "one key" : "\(recipients.count) keys"
        let secret =
            manifest.encrypted
            ? "Encrypted to \(keys)."
            : "It is not encrypted: whoever has the file reads everything. Name recipients in .lap/config.yaml."
        context.stored.hasMade = !dryRun
        try await context.answer(
            Answer(
                """
                \(dryRun ? "Would back up" : "Backed up") \(manifest.operations.of("operation")) to \(file) (\(size)). \(secret)
                Keep \(URL(filePath: file).lastPathComponent).erasures.jsonl apart from it: \(made.erased) erased so far.

                """, json: JSON(encoding: made)), common)
    }
}
