import ArgumentParser
import Ledger
import Partnership
import UseCases
import Workflow

struct MeetingSeriesCommand: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "series", abstract: "Schedule the meetings of a year by a rule.",
        discussion: """
            None falls on a weekend, a bank holiday or into the school holidays: it takes place a week later or earlier, \
            and where that is no better not at all. Look first with --dry-run.
            """)

    @Argument(help: "The body, such as north.") var body: String
    @Option(help: ArgumentHelp("month, \"2 months\", week or \"2 weeks\".", valueName: "time")) var every = "month"
    @Option(help: ArgumentHelp("\"second tuesday\", \"last thursday\" or 15; of a week, tuesday.", valueName: "day"))
    var onThe: String
    @Option(help: "The first day that is looked at.") var from: String
    @Option(help: "The last one.") var until: String
    @Option(help: "When it begins, 10:00.") var time: String?
    @Option(help: "Where it meets.") var venue: String?
    @Option(help: "How to join from elsewhere.") var howToJoin: String?
    @Option(help: "Whom to ask about access.") var accessContact: String?
    @Option(help: ArgumentHelp("Not on this day; may be given several times.", valueName: "day")) var except: [String] =
        []
    @Flag(name: [.customShort("n"), .customLong("dry-run")], help: "Say what would happen, and change nothing.")
    var dryRun = false
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        guard let series = MeetingSeries(every: every, on: onThe) else {
            throw Failure(
                .badData, "“Every \(every) on the \(onThe)” is no rule that is known.",
                hint: "For instance --every month --on-the \"second tuesday\", --every \"2 weeks\" --on-the monday.")
        }
        let first = try DayText.read(from, today: context.today)
        let last = try DayText.read(until, today: context.today)
        guard first <= last else {
            throw Failure(.badData, "\(last) comes before \(first).", hint: "Give --from the earlier day.")
        }
        var given: [String: Value] = [:]
        for (name, text) in [
            ("time", time), ("venue", venue), ("how-to-join", howToJoin), ("access-contact", accessContact),
        ] {
            if let text { given[name] = .text(text) }
        }
        let (answer, operation) = try Session(context, common).perform(
            ScheduleSeries(
                body: body, series: series, days: first...last, given: given,
                except: Set(except.map { try DayText.read($0, today: context.today) })),
            rehearsing: dryRun)
        try await context.answer(
            Answer(told(answer, isDone: operation != nil), json: JSON(encoding: answer)), common)
    }

    private func told(_ answer: ScheduledSeries, isDone: Bool) -> String {
        var lines = answer.meetings.map { meeting in
            let moved = meeting.insteadOf.map { ", instead of \($0.words), which is \(meeting.because ?? "")" } ?? ""
            return "\(meeting.ref)  \(meeting.date.wordsWithWeekday)\(moved)"
        }
        lines += answer.there.map { "There is a meeting on \($0.words) already." }
        lines += answer.left.map {
            "None on \($0.date.words), which is \($0.because); nor is there a free day in the weeks beside it."
        }
        let count = answer.meetings.count
        lines.append("\(isDone ? "Scheduled" : "Would schedule") \(count) \(count == 1 ? "meeting" : "meetings").")
        return lines.joined(separator: "\n") + "\n"
    }
}
