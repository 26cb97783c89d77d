import ArgumentParser
import Ledger
import UseCases

struct Import: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Make a register of what lap export wrote: the same operations, with the same hashes.",
        discussion: "For concerns in a spreadsheet, see lap issue import.")

    @Flag(help: "Everything: the file is a whole register.") var all = false
    @Argument(help: "What lap export wrote.") var file: String
    @Argument(help: "The folder to make the register in; this one unless told.") var folder = "."
    @Flag(name: [.customShort("n"), .customLong("dry-run")], help: "Try everything, and leave nothing.")
    var dryRun = false
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        guard all else {
            throw Failure(
                .usage, "What is to be imported?",
                hint:
                    "A whole register: lap import --all \(Printed.safe(file, limit: 60)). A spreadsheet: lap issue import."
            )
        }
        let request = try Session.request(context, common)
        guard request.who != nil else {
            throw Failure(.usage, "Who imports it?", hint: "Somebody who may restore the register: --as \"NAME\"")
        }
        let importing = ImportRegister(context.file(file), into: context.file(folder))
        let imported = try await importing.perform(
            with: Share(context), for: request, rehearsing: dryRun,
            remembering: { Config(user: $0).text }, now: context.now)
        context.stored.hasMade = !dryRun
        try await context.answer(
            Answer(
                """
                \(dryRun ? "Would import" : "Imported") \(imported.operations.of("operation")), \(imported.items.of("item")).
                Its head: \(Printed.safe(imported.printedHead)). Compare it with what lap fsck printed where it was exported.
                An export holds no configuration: backups are encrypted to the recipients in .lap/config.yaml, and to nobody until you name them there.
                What was erased since \(imported.erasuresUnknownSince.prefix(10)) may be here again: lap erasures FILE

                """,
                json: JSON(encoding: imported)), common)
    }
}
