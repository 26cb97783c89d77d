import ArgumentParser
import Workflow

/// What is on record of a past day.
struct AsOfOption: ParsableArguments {
    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp("As it stood at the end of this day, whenever that was recorded.", valueName: "day"))
    var asOf: String?

    /// Nil when none was given. Throws `Failure` for a day that lies ahead.
    func day(_ context: Context) throws -> Day? {
        guard let day = try asOf.map({ try DayText.read($0, today: context.today) }) else { return nil }
        guard day <= context.today else {
            throw Failure(.badData, "\(day) lies ahead.", hint: "Give --as-of today or an earlier day.")
        }
        return day
    }
}
