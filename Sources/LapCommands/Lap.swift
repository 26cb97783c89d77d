import ArgumentParser
import Foundation
import Ledger
import Register
import Workflow

/// The whole program: one command line in, an exit status out.
public enum Lap {
    public static let version = "0.1.0"

    /// Runs a command line (without the program's name). Everything it says goes through the context's console.
    ///
    /// - Returns: the exit status: 0 done, 1 refused by a rule, 64 usage, 65 bad data, 66 not found, 70 internal, 73 cannot
    ///   write, 75 try again, 77 not permitted, 78 configuration, 130 interrupted.
    public static func run(_ arguments: [String], _ context: Context) async -> Int32 {
        do {
            let arguments = Spelling.normal(arguments)
            if let event = try Spelling.event(in: arguments, context) {
                try await event.run(context)
                return 0
            }
            try Spelling.check(arguments, root: LapCommand.self)
            var command = try LapCommand.parseAsRoot(arguments)
            if let runnable = command as? any ContextCommand {
                try await runnable.run(context)
            } else {
                try command.run()
            }
            return 0
        } catch {
            if let said = answer(error) {
                context.console.write(said + "\n")
                return 0
            }
            let failure = parserFailure(error) ?? Failure(error)
            context.console.complain(failure.text)
            return failure.code.rawValue
        }
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
        let message =
            LapCommand.message(for: error).split(separator: "\n").first.map(String.init) ?? "That is no command."
        let said = message.hasSuffix(".") ? message : message + "."
        return Failure(
            .usage, said.replacing("Unknown option", with: "There is no option").replacing("Error: ", with: ""),
            hint: "See what there is with --help.")
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
                    Init.self, Status.self, Show.self, Log.self, Search.self, Undo.self, Tick.self, Fsck.self,
                    Redact.self,
                    HelpCommand.self,
                ]),
            CommandGroup(
                name: "What it is about",
                subcommands: [
                    IssueCommand.self, MeetingCommand.self, AgendaCommand.self, MinutesCommand.self,
                    DecisionCommand.self, ActionCommand.self, PlanCommand.self, BreachCommand.self, RequestCommand.self,
                    RaiserCommand.self, RetentionCommand.self, MemberCommand.self, ThemeCommand.self, PackCommand.self,
                    WorkflowCommand.self,
                ]),
        ],
        helpNames: [.short, .long])
}
