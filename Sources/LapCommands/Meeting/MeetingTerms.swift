import ArgumentParser
import Ledger
import Partnership
import UseCases

struct MeetingTerms: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "terms", abstract: "Show a body’s terms of reference, or record that it agreed them anew.",
        discussion: "Without options, the versions on record, the last first.")

    @Argument(help: "The body, such as north.") var body: String
    @Option(help: ArgumentHelp("The meeting that agreed them.", valueName: "meeting")) var agreedAt: String?
    @Option(help: ArgumentHelp("The day they were agreed, where no meeting of it is on record.", valueName: "day"))
    var agreedOn: String?
    @Option(help: ArgumentHelp("The day by which they are to be reviewed.", valueName: "day")) var review: String?
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let session = try Session(context, common)
        guard agreedAt != nil || agreedOn != nil || review != nil else {
            let versions = try session.ask(ListTerms(of: body))
            return try await context.answer(Answer(try Table(columns, lines: versions)), common)
        }
        guard agreedAt == nil || agreedOn == nil else {
            throw Failure(
                .usage, "They were agreed at a meeting or on a day, and both are given.",
                hint: "Give --agreed-at or --agreed-on.")
        }
        guard let review else {
            throw Failure(
                .usage, "It is not said by when they are to be reviewed.", hint: "Give --review with a day.")
        }
        let done = try session.perform(
            RecordTerms(
                of: body, agreedAt: agreedAt, agreedOn: try agreedOn.map { try DayText.read($0, today: context.today) },
                review: try DayText.read(review, today: context.today)))
        let made = done.answer
        try await context.answer(
            Answer(
                "Version \(made.version) of the terms of reference of \(made.body), agreed on \(made.agreed.words). "
                    + "Review by \(made.review.words).\nUndo with: lap undo \(done.operation)\n",
                json: JSON(encoding: made)), common)
    }

    private var columns: [Table.Column] {
        [
            .init(header: "Version", key: "version"), .init(header: "Agreed", key: "agreed"),
            .init(header: "Meeting", key: "meeting"), .init(header: "Review by", key: "review"),
        ]
    }
}
