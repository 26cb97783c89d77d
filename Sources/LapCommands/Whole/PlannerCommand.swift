import ArgumentParser
import Ledger
import Partnership
import UseCases
import Workflow

struct PlannerCommand: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "planner",
        abstract:
            "The forward plan: Boards and their papers, reports, commitments, risks and gaps, days of other bodies.")

    @Option(help: ArgumentHelp("From this day; today unless told.", valueName: "day")) var from: String?
    @Option(help: ArgumentHelp("To this day; a year after the first unless told.", valueName: "day")) var to: String?
    @Flag(help: "As a calendar (iCalendar), for a file.") var ics = false
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let session = try Session(context, common)
        let first = try from.map { try DayText.read($0, today: context.today) } ?? session.day
        let last = try to.map { try DayText.read($0, today: context.today) } ?? first.adding(months: 12)
        guard first <= last else {
            throw Failure(.usage, "--to comes before --from.", hint: "For instance --from \(last) --to \(first).")
        }
        let planner = try session.ask(TellPlanner(first...last))
        if ics {
            context.console.write(planner.calendar)
        } else {
            let words = planner.lines.isEmpty ? "Nothing is planned from \(first) to \(last).\n" : text(planner.lines)
            try await context.answer(Answer(words, json: JSON(encoding: planner.lines)), common)
        }
    }

    /// A paragraph a month.
    private func text(_ lines: [PlannerLine]) -> String {
        var text = ""
        var month = ""
        for line in lines {
            let own = line.day.monthWords
            if own != month {
                text += (text.isEmpty ? "" : "\n") + own + "\n"
                month = own
            }
            let about = line.about.map { ". \($0)" } ?? ""
            text +=
                "  \(line.day)  " + [line.ref, line.title].compactMap(\.self).joined(separator: "  ") + about + "\n"
            for detail in line.details { text += "              \(detail)\n" }
        }
        return text
    }
}
