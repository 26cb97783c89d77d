import ArgumentParser
import Ledger
import Register
import StrictYAML
import UseCases
import Workflow
import WorkflowFile
import WorkflowProof

struct WorkflowCheck: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Read and verify workflows, and say all that is wrong with each.",
        discussion:
            "Exits with 0 when no mistake is found, 1 when a finding is not explained by a waiver, 65 when one is no "
            + "workflow, 66 when one is not there. What was not found out is no mistake, unless --strict. Of several, "
            + "each is told, whatever is wrong with others."
    )

    @Argument(help: "Files, or names of workflows in force; - for standard input; every one in force unless told.")
    var files: [String] = []
    @Option(
        help: ArgumentHelp(
            "How long each may take, 5 unless told; what was not reached by then is said to be open.",
            valueName: "count"))
    var seconds: Double?
    @Flag(help: "Exit with 1 also when something was not found out.") var strict = false
    @OptionGroup var common: CommonOptions

    /// For each file anew.
    private var budget: Budget { .seconds(seconds ?? WorkflowCommand.usualSeconds) }

    func run(_ context: Context) async throws {
        if let seconds, !(0.01...86_400).contains(seconds) {
            throw Failure(.usage, "A check takes more than no time, and less than a day.", hint: "--seconds 5")
        }
        let share = try WorkflowCommand.share(context, common)
        let words = files.isEmpty ? try share.workflowNames() : files
        let calendars = try? share.calendars()
        var lines: [CheckLine] = []
        // Of files in which no mistake is found: those of which something is open come before all else.
        var open: [String] = []
        var sound: [String] = []
        var worst: Failure.Code?
        var unread: [Failure] = []
        for word in words {
            let source: WorkflowSource
            do {
                source = try WorkflowSource.named(word, context, common)
            } catch let failure as Failure where words.count > 1 {
                unread.append(failure)
                continue
            }
            let result = WorkflowFile.check(
                source.text, name: source.name, host: Share.host, budget, calendars: calendars,
                beside: share.workflow)
            switch result {
            case .failure(let problems):
                lines += problems.problems.map { CheckLine($0, file: source.name) }
                worst = .badData
            case .success(let checked):
                lines += checked.findings.map { CheckLine($0, in: checked.definition, file: source.name, word: word) }
                let seats = try StaffFindings(checked.definition, word: word, budget, context, common)
                lines += seats.findings.map { finding, bodies in
                    let placed = checked.placed(finding)
                    return CheckLine(placed, in: checked.definition, file: source.name, word: word, bodies: bodies)
                }
                let broken = checked.findings.map(\.finding).unexplained.count
                if broken > 0 {
                    worst = worst ?? .refused
                } else if let line = CheckLine.open(checked.definition, checked.findings, file: source.name) {
                    open.append(line)
                    if strict { worst = worst ?? .refused }
                } else {
                    sound.append(CheckLine.sound(checked.definition, file: source.name))
                }
            }
        }
        let text = (open + lines.flatMap { $0.lines(width: context.console.width) } + sound).map { $0 + "\n" }.joined()
        try await context.answer(Answer(text, json: .array(lines.map(\.json))), common)
        if let first = unread.first {
            throw Failure(
                worst == .badData ? .badData : first.code, lines: unread.flatMap(\.lines),
                hints: unread.flatMap(\.hints))
        }
        if let worst { throw Failure(worst, lines: []) }
    }
}
