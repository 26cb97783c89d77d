import ArgumentParser
import Ledger
import Partnership
import Register
import UseCases

struct IssueHandover: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "handover", abstract: "Give all open issues that somebody owns to somebody else.",
        discussion: """
            In one operation, on the day of --on or today. Each family that is to be told who deals with it now is listed, with \
            how to reach them and what they need. What cannot be handed over stays, and is told with why.
            """)

    @Argument(help: "Who owns them.") var giver: String
    @Argument(help: "Who owns them from then on.") var taker: String
    @Option(help: "Only of these areas, with commas.") var area: String?
    @Flag(name: [.customShort("n"), .customLong("dry-run")], help: "Say what would happen, and change nothing.")
    var dryRun = false
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let session = try Session(context, common)
        let areas = (area ?? "").split(separator: ",").map(String.init)
        let (handed, operation) = try session.perform(
            HandOverCases(from: giver, to: taker, areas: areas), rehearsing: dryRun)
        try await context.answer(Answer(text(handed, session), json: JSON(encoding: handed)), common)
        if let operation, !common.json { context.console.complain("Undo with: lap undo \(operation)\n") }
    }

    private func text(_ handed: HandedOver, _ session: Session) -> String {
        let count = handed.families.count.of("issue")
        var lines = [
            "\(dryRun ? "Would go" : "Gone") from \(handed.from) to \(handed.to) on \(session.day.words): \(count)."
        ]
        let told = handed.families.filter { !$0.isNameless }
        if !told.isEmpty { lines += ["", "To be told who deals with it now:"] }
        lines += told.map { family in
            let reach = [family.name, family.contact].compactMap(\.self).joined(separator: ", ")
            let needs = family.needs.isEmpty ? "" : "  \(Telling.needs(family.needs))"
            return "  \(Columns.pad(family.ref, to: 6))  \(reach.isEmpty ? family.title ?? "" : reach)\(needs)"
        }
        let nameless = handed.families.filter(\.isNameless).map(\.ref)
        if !nameless.isEmpty { lines.append("Raised without a name: \(nameless.joined(separator: ", ")).") }
        if !handed.left.isEmpty { lines += ["", "Stays with \(handed.from):"] }
        lines += handed.left.map { "  \(Columns.pad($0.ref, to: 6))  \($0.reasons.joined(separator: " "))" }
        return lines.joined(separator: "\n") + "\n"
    }
}
