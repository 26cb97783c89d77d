import ArgumentParser
import Foundation
import Ledger
import Register
import Workflow

/// The whole program: one command line in, an exit status out.
public enum Lap {
    public static let version = "0.1.0"

    /// The command line as the system gave it, without the program's name; nil for what is not UTF-8.
    public static func arguments(_ raw: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> [String?] {
        var arguments: [String?] = []
        var index = 1
        while let argument = raw[index] {
            arguments.append(String(validatingCString: argument))
            index += 1
        }
        return arguments
    }

    /// Runs the command line of a program. One that is not UTF-8 is refused: stored, it would be something else.
    public static func run(_ arguments: [String?], _ context: Context) async -> Int32 {
        let readable = arguments.compactMap(\.self)
        guard readable.count == arguments.count else {
            let failure = Failure(
                .usage, "The command line is not UTF-8 text.", hint: "Set the terminal and the locale to UTF-8.")
            context.console.complain(failure.text)
            return failure.code.rawValue
        }
        return await run(readable, context)
    }

    /// Runs a command line (without the program's name). Everything it says goes through the context's console.
    ///
    /// - Returns: the exit status: 0 done, 1 refused by a rule, 64 usage, 65 bad data, 66 not found, 70 internal, 73 cannot
    ///   write, 75 try again, 77 not permitted, 78 configuration, 130 interrupted.
    public static func run(_ arguments: [String], _ context: Context) async -> Int32 {
        let arguments = Spelling.normal(arguments)
        var status: Int32 = 0
        do {
            try context.mustHaveDirectory()
            status = try await answer(arguments, context)
        } catch RegisterError.alreadyDone(let operation, let references, undoneBy: nil) {
            let done = AlreadyDone(operation: operation, references: references)
            context.console.write(arguments.contains("--json") ? done.json.text + "\n" : done.sentence + "\n")
        } catch {
            if let said = answer(error) {
                context.console.write(said + "\n")
            } else {
                let failure = (parserFailure(error) ?? Failure(error)).saying(stored: context.stored.operation)
                context.console.complain(failure.text)
                status = failure.code.rawValue
            }
        }
        guard status == 0, context.console.hasLost else { return status }
        let failure = Failure(
            .cannotWrite, "What was to be printed could not be written.",
            hint: context.stored.operation.map { "What was to be done is stored as operation \($0): see lap log." }
                ?? (context.stored.hasMade
                    ? "What was to be made is there." : "Let it go where there is room. Nothing was changed."))
        context.console.complain(failure.text)
        return failure.code.rawValue
    }

    private static func answer(_ arguments: [String], _ context: Context) async throws -> Int32 {
        var arguments = arguments
        if let first = arguments.first, !first.hasPrefix("-"), Spelling.known(first) == nil {
            arguments = try UserConfig.read(context).expanded(arguments)
            if arguments.first == first, let plugin = Plugin(first, context) {
                return try await context.console.run(plugin.file, Array(arguments.dropFirst()))
            }
        }
        try await answer(lap: arguments, context)
        return 0
    }

    /// What a command of lap's own answers.
    private static func answer(lap arguments: [String], _ context: Context) async throws {
        if let event = try Spelling.event(in: arguments, context) { return try await event.run(context) }
        let arguments = try Spelling.listing(in: arguments, context)
        var command = try parsed(arguments)
        if let runnable = command as? any ContextCommand {
            try await runnable.run(context)
        } else {
            try command.run()
        }
    }

    /// The command of a command line, parsed alone where it can be: the tree of all commands is made for help and for
    /// complaints, which name what stands above a command.
    private static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
        let (command, rest) = try Spelling.command(of: arguments, root: LapCommand.self)
        if let command, let parsed = try? command.parseAsRoot(rest) { return parsed }
        return try LapCommand.parseAsRoot(arguments)
    }

    /// Not one of the parser's.
    private static func isOurs(_ error: any Error) -> Bool {
        error is Failure || error is RegisterError || error is LedgerError
    }

    /// Help and the version reach us as errors of the parser, but are answers.
    private static func answer(_ error: any Error) -> String? {
        guard !isOurs(error), LapCommand.exitCode(for: error) == .success else {
            return nil
        }
        return LapCommand.fullMessage(for: error)
    }

    /// The argument parser's own errors in this program's words.
    private static func parserFailure(_ error: any Error) -> Failure? {
        guard !isOurs(error), LapCommand.exitCode(for: error) == .validationFailure
        else {
            return nil
        }
        return Failure(
            .usage, ParserWords.said(LapCommand.message(for: error)), hint: "See what there is with --help.")
    }
}

/// A command that runs in a context.
protocol ContextCommand: ParsableCommand {
    func run(_ context: Context) async throws
}

struct LapCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lap", abstract: "A register for local area partnerships.", version: Lap.version,
        groupedSubcommands: [
            CommandGroup(
                name: "The whole register",
                subcommands: [
                    Init.self, Status.self, PlannerCommand.self, Intake.self, Tracker.self, ReportCommand.self,
                    Drafts.self, Show.self,
                    Log.self, Find.self, Search.self, Undo.self, Tick.self, Fsck.self, Redact.self, Backup.self,
                    Restore.self, Erasures.self, Export.self, Import.self, ConfigCommand.self,
                    CompletionCommand.self, Complete.self, HelpCommand.self,
                ]),
            CommandGroup(
                name: "What it is about",
                subcommands: [
                    IssueCommand.self, MeetingCommand.self, AgendaCommand.self, MinutesCommand.self,
                    DecisionCommand.self, ActionCommand.self, CommitmentCommand.self, QuestionCommand.self,
                    PlanCommand.self, GapCommand.self, RiskCommand.self,
                    BreachCommand.self, RequestCommand.self,
                    RaiserCommand.self, RetentionCommand.self, MemberCommand.self, SeatCommand.self, ThemeCommand.self,
                    ContactCommand.self,
                    PackCommand.self,
                    WorkflowCommand.self,
                ]),
        ],
        helpNames: [.short, .long])
}
