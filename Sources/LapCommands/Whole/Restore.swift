import ArgumentParser
import Foundation
import Ledger
import Register
import UseCases

struct Restore: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Make a register of a backup, in a folder that holds nothing.",
        discussion:
            "The backup is compared with the FILE.json beside it and checked from end to end. What was erased since is erased again by the lists beside it that go on from it, or the one of --erasures; without one the register says since when that is not known."
    )

    @Argument(help: "The backup.") var file: String
    @Argument(help: "The folder to make the register in.") var folder: String
    @Flag(help: "FILE is a damaged register: what its journal still proves is taken.") var salvage = false
    @Option(help: ArgumentHelp("The newest list of what was erased.", valueName: "file")) var erasures: String?
    @Option(help: ArgumentHelp("The file with the age key, for an encrypted backup.", valueName: "file"))
    var identity: String?
    @Option(
        help: ArgumentHelp(
            "The backup has to hold this head, as a check or a paper printed it last.", valueName: "head"))
    var against: String?
    @Flag(
        name: .customLong("accept-workflows"),
        help: "Let workflow files and templates of the backup come into force that the register has not worked with.")
    var acceptsFiles = false
    @Flag(name: [.customShort("n"), .customLong("dry-run")], help: "Try everything, and leave nothing.")
    var dryRun = false
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        if salvage { return try await salvaged(context) }
        let restoring = RestoreRegister(
            context.file(file), into: context.file(folder), erasures: erasures.map(context.file),
            identity: identity.map(context.file), acceptsFiles: acceptsFiles, against: against)
        let request = try Session.request(context, common)
        let restored: Restored
        var config = Config()
        do {
            restored = try await restoring.perform(
                with: Share(context), environment: context.environment, for: request, rehearsing: dryRun,
                user: {
                    config = try Config.read($0)
                    return config.user
                }, now: context.now)
        } catch RegisterError.notPermitted(_, _) where request.who == nil {
            throw Restore.nobody
        } catch RegisterError.nobody where request.who == nil {
            throw Restore.nobody
        }
        let day = restored.made.prefix(10)
        let erasures =
            told(restored)
            + " What was erased since \(restored.erasuresUnknownSince.prefix(10)) may be here again: lap erasures FILE"
        context.stored.hasMade = !dryRun
        try await context.answer(
            Answer(
                """
                \(dryRun ? "Would restore" : "Restored") \(restored.operations.of("operation")) of \(day) to \(folder). \(erasures)
                \(head(restored))\(ErasedTelling.lines(mended: restored.mended, dropped: restored.dropped))\(files(restored))\(Restore.line(of: config))Next: cd \(folder), then lap status

                """, json: JSON(encoding: restored)), common)
    }

    private static let nobody = Failure(
        .notPermitted, "Whoever the backup names as its user is not on record there as somebody who may restore it.",
        hint: "Name somebody who is: --as \"NAME\"")

    /// A backup authenticates nobody: what it was held against, or is to be compared with.
    private func head(_ restored: Restored) -> String {
        let held =
            against.map { "The backup holds \($0). The head of the backup: \(restored.head)\n" }
            ?? "The head of the backup: \(restored.head). Compare it with the last one printed: without --against nobody can tell a backup that was forged.\n"
        return held + "The head of the register, with this restoring: \(restored.headNow)\n"
    }

    /// What was erased again, and by which lists.
    private func told(_ restored: Restored) -> String {
        let days = restored.listsMade.map { String($0.prefix(10)) }
        guard let last = days.last else { return "There is no newer list of what was erased." }
        let lists =
            days.count == 1
            ? "the list is of \(last)" : "the lists are of \(days.dropLast().joined(separator: ", ")) and \(last)"
        return "Erased again: \(restored.erased) (\(lists))."
    }

    /// What the backup's configuration, which nothing vouches for, brings into force.
    private static func line(of config: Config) -> String {
        let keys = config.recipients.map(Printed.safe)
        let told = [
            config.user.map { "user: \(Printed.safe($0)) acts where nobody is named" },
            keys.isEmpty ? nil : "backups are encrypted to \(keys.joined(separator: ", "))",
        ].compactMap(\.self)
        guard !told.isEmpty else { return "" }
        return
            "In force from the backup's config.yaml, which anybody could have written: \(told.joined(separator: "; ")). Look whether that is right.\n"
    }

    /// A line for workflow files and templates that the register has not worked with.
    private func files(_ restored: Restored) -> String {
        guard !restored.strangeFiles.isEmpty else { return "" }
        let names = restored.strangeFiles.joined(separator: ", ")
        return acceptsFiles
            ? "In force, though it has not worked with them: \(names).\n"
            : "Not in force, as it has not worked with them: \(names). They lie in .lap/set-aside.\n"
    }

    private func salvaged(_ context: Context) async throws {
        guard erasures == nil, identity == nil, against == nil else {
            throw Failure(
                .usage, "A damaged register has no list of erasures, no key and no head.",
                hint: "lap restore --salvage FILE FOLDER --as NAME")
        }
        let salvaging = SalvageRegister(context.file(file), into: context.file(folder))
        let request = try Session.request(context, common)
        guard request.who != nil else {
            throw Failure(
                .usage, "Who salvages it?", hint: "Somebody who may restore the register: --as \"NAME\"")
        }
        let found = try await salvaging.perform(
            with: Share(context), for: request, rehearsing: dryRun, remembering: { Config(user: $0).text },
            now: context.now)
        let values =
            found.lost == 0
            ? found.operations == found.had ? "Nothing was lost." : "What came after them is lost."
            : "\(found.lost) sealed values are lost, and stand as erased."
        let rest =
            found.rest == 0
            ? ""
            : "What is proved of later ones, but cannot be put back, is in \(folder)/salvaged.jsonl, not encrypted.\n"
        let next =
            found.operations == 0
            ? "Without the first operation there is no register: enter anew what you need.\n"
            : "What was erased since its last operation may be here again: lap erasures FILE\nNext: cd \(folder), then lap log\n"
        context.stored.hasMade = !dryRun
        try await context.answer(
            Answer(
                """
                \(dryRun ? "Would salvage" : "Salvaged") \(found.operations) of \(found.had.of("operation")) to \(folder). \(values)
                \(rest)\(next)
                """, json: JSON(encoding: found)), common)
        for place in found.places { context.console.complain("Lost: \(Printed.safe(place))\n") }
        if found.lost > found.places.count {
            context.console.complain("And \(found.lost - found.places.count) more.\n")
        }
        for problem in found.problems { context.console.complain("Still: \(Printed.safe(problem))\n") }
        // There is no register, whatever lies in the folder.
        if found.operations == 0 { throw Failure(.badData, lines: []) }
    }
}
