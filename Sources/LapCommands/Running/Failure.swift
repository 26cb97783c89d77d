import Foundation
import Ledger
import Packs
import ProfileFile
import Register
import StrictYAML
import UseCases
import Workflow

/// A command that did not do what it was asked: what to say, and how to exit.
struct Failure: Error {
    enum Code: Int32 {
        /// A rule says no.
        case refused = 1
        case usage = 64
        case badData = 65
        case notFound = 66
        case failed = 70
        case cannotWrite = 73
        case tryAgain = 75
        case notPermitted = 77
        case configuration = 78
        case interrupted = 130
    }

    let code: Code
    /// Sentences, each on a line of its own; none when the answer has said it all.
    let lines: [String]
    let hints: [String]

    init(_ code: Code, _ line: String, hint: String? = nil) {
        self.init(code, lines: [line], hints: hint.map { [$0] } ?? [])
    }

    init(_ code: Code, lines: [String], hints: [String] = []) {
        self.code = code
        self.lines = lines
        self.hints = hints
    }

    /// The same, when the command had stored something before it failed.
    func saying(stored operation: Int?) -> Failure {
        guard let operation else { return self }
        return Failure(code, lines: lines + ["What was to be done is stored as operation \(operation)."], hints: hints)
    }

    /// `lap: what happened.` and `Hint: how to fix it.`
    var text: String {
        var text = lines.map { "lap: \(Printed.safe($0))\n" }.joined()
        var told: Set<String> = []
        for hint in hints where told.insert(hint).inserted { text += "Hint: \(Printed.safe(hint))\n" }
        return text
    }
}

extension Failure {
    /// What an error from below means to the person at the terminal.
    init(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let refusal as Refusal: self = refusal.failure
        case let error as RegisterError: self.init(error)
        case let error as LedgerError: self.init(error)
        case let refused as TableRefused: self.init(refused)
        case let problem as ConfigurationProblem:
            self.init(.configuration, lines: problem.lines, hints: problem.remedies.map { $0.text() })
        case let problems as Problems:
            self.init(problems, code: .configuration)
        case let moved as MinutesMoved: self.init(moved)
        case let problems as FileProblems:
            self.init(
                .configuration, lines: problems.files.flatMap { Failure($0, code: .configuration).lines },
                hints: problems.files.flatMap { Failure($0, code: .configuration).hints })
        case let problem as PackProblem: self.init(problem)
        case let problem as BackupProblem: self.init(problem)
        case let disk as FullDisk:
            self.init(
                .cannotWrite,
                "The disk at \(Printed.safe(disk.disk, limit: 200)) is full: there is no room for \(Printed.safe(disk.path, limit: 200)), and nothing was changed.",
                hint: "Make room, or choose a place on another disk.")
        case is UnwritableFolder:
            self.init(.cannotWrite, "The folder cannot be made there.", hint: "Choose a folder you may write to.")
        case is RegisterExists:
            self.init(
                .cannotWrite, "There is a register in that folder already.", hint: "Look at it with: lap status")
        case let log as UnwritableLog:
            self.init(
                .cannotWrite,
                ["What is opened has to be logged, and the log cannot be written.", log.whose].compactMap(\.self)
                    .joined(
                        separator: " "),
                hint: "Let whoever uses the register write into .lap/opened: a folder with files of its own, no links.")
        case let left as LeftBehind:
            self.init(
                .cannotWrite, "In that folder lies .lap/\(left.name), of a register that is gone.",
                hint: "Put that register back beside it, or move the file away.")
        case let error as CocoaError where error.code == .fileWriteOutOfSpace:
            self = error.filePath.map { Failure(FullDisk($0)) } ?? Failure(LedgerError.full)
        case let error as CocoaError
        where [.fileWriteUnknown, .fileWriteNoPermission, .fileWriteVolumeReadOnly].contains(error.code):
            self.init(.cannotWrite, "It cannot be written there.", hint: "Choose a folder you may write to, with room.")
        case is CancellationError: self.init(.interrupted, "Interrupted; nothing was changed.")
        default: self.init(.failed, "Something failed that should not: \(type(of: error)).")
        }
    }

    /// `workflow.yaml:12:3: sentence`, a line for each.
    init(_ problems: Problems, code: Code) {
        self.init(
            code,
            lines: problems.problems.map { problem in
                "\(problems.name):\(problem.line):\(problem.column): \(problem.sentence)"
                    + (problem.hint.map { " \($0)" } ?? "")
            })
    }

    private init(_ error: RegisterError) {
        switch error {
        case .refused(let reasons): self.init(reasons)
        case .notPermitted(let line, let remedies):
            self.init(.notPermitted, lines: [line], hints: remedies.map { $0.text() })
        case .nobody(let name, let nearest):
            self.init(
                .notPermitted, "There is nobody called “\(name)” in this register.",
                hint: nearest.map { "Did you mean “\($0)”?" })
        case .badInput(let line, let remedies): self.init(.badData, lines: [line], hints: remedies.map { $0.text() })
        case .notFound(let line, let remedies): self.init(.notFound, lines: [line], hints: remedies.map { $0.text() })
        case .unconfirmed(let operation):
            self.init(
                .cannotWrite,
                "It is stored as operation \(operation), but the disk did not confirm that it will stay.",
                hint: "Do not repeat it: look with lap log, and have the disk checked.")
        case .unknown(let operation):
            self.init(
                .cannotWrite, "The disk failed, and does not say whether it is stored as operation \(operation).",
                hint: "Have the disk checked, and look with lap log before you repeat it.")
        case .alreadyDone(let operation, let references, let undo):
            let done = AlreadyDone(operation: operation, references: references)
            self.init(
                .refused, undo.map(done.sentence(undoneBy:)) ?? done.sentence,
                hint: undo.map { _ in "To do it again, give another key: that of what was undone stays used." })
        case .keyTaken(let operation):
            self.init(
                .refused, "Operation \(operation) did something else under that key.",
                hint: "Give each command a key of its own; one that is repeated is repeated word for word.")
        case .moved(let reference, let expected, let actual):
            self.init(
                .tryAgain, "\(reference) is at version \(actual), not \(expected): somebody changed it.",
                hint: "Look at what changed with lap log \(reference), then try again with --expect \(actual).")
        case .damaged(let what):
            self.init(.failed, "The register contradicts itself: \(what).", hint: "Check it with lap fsck.")
        }
    }

    private init(_ error: LedgerError) {
        switch error {
        case .busy:
            self.init(
                .tryAgain, "Another lap is writing to this register.",
                hint: "Try again in a moment; nothing was changed.")
        case .readOnly:
            self.init(
                .cannotWrite, "This register cannot be written to.",
                hint: "Check who may write to the folder .lap and the file in it.")
        case .cannotOpen:
            self.init(.notFound, "The register's file cannot be opened.", hint: "Check who may read the folder .lap.")
        case .occupied:
            self.init(
                .cannotWrite, "There is something in that file already.",
                hint: "Choose another folder for the register.")
        case .disk(true):
            self.init(
                .cannotWrite, "The disk could not be written to; nothing was changed.",
                hint: "Have the disk checked, then try again.")
        case .disk(false):
            self.init(.failed, "The disk could not be read.", hint: "Have the disk checked; copy what it still gives.")
        case .full: self.init(.cannotWrite, "The disk is full; nothing was changed.")
        case .foreign:
            self.init(
                .configuration, "That file is not a register.",
                hint: "A register is made by lap init and lies in .lap/register.sqlite.")
        case .newer(let schema, let known):
            self.init(
                .configuration, "This register was written by a newer lap (schema \(schema); this one knows \(known)).",
                hint: "Install that lap, or a newer one.")
        case .unverified(let findings):
            self.init(
                .failed, lines: findings.first + ["The journal does not verify, so nothing is made from it."],
                hints: ["Keep this file, and go back to the last backup that passes lap fsck."])
        case .corrupt:
            self.init(
                .failed, "The register's file is damaged.",
                hint:
                    "Copy the folder .lap, then go back to the last backup, or take what is left: lap restore --salvage .lap/register.sqlite FOLDER"
            )
        case .unstorable:
            self.init(
                .badData, "A text has a NUL character in it, which cannot be stored; nothing was changed.",
                hint: "Take it out: a file in another encoding than UTF-8 often has some.")
        case .erased:
            self.init(.refused, "What would be stored was erased for good once; nothing was changed.")
        case .constraint(let what):
            self.init(.failed, "The register does not hold with that: \(what).", hint: "Check it with lap fsck.")
        case .damaged(let what):
            self.init(.failed, "The register contradicts itself: \(what).", hint: "Check it with lap fsck.")
        }
    }

    /// A refusal is about who asks when only that stands in the way, about the input when only values do, and otherwise
    /// about a rule.
    ///
    /// - Parameters:
    ///   - noun: what was refused something; nil when that is not known.
    ///   - reference: its own; nil for one that has not begun.
    init(_ reasons: [Reason], noun: Noun? = nil, reference: String? = nil) {
        let kinds = Set(reasons.map(\.kind))
        let code: Code =
            if kinds == [.role] {
                .notPermitted
            } else if kinds.isSubset(of: [.value]) {
                .badData
            } else if kinds.isSubset(of: [.missing, .value, .unknownEvent]) {
                .usage
            } else {
                .refused
            }
        self.init(
            code,
            lines: reasons.map { reason in reason.code.map { "\(reason.sentence) (\($0))" } ?? reason.sentence },
            hints: reasons.flatMap { $0.hints(noun: noun, reference: reference) })
    }
}
