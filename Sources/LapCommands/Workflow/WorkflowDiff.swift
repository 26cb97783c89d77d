import ArgumentParser
import Ledger
import Register
import Workflow
import WorkflowProof

struct WorkflowDiff: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "What a later version changes in meaning: who can do what, rules, clocks, fields.",
        discussion: "Titles and help do not count. Nothing is printed when both mean the same.")

    @Argument(help: "The earlier: a file, a name, or a digest from lap workflow versions.") var old: String
    @Argument(help: "The later, likewise.") var new: String
    @Option(
        help: ArgumentHelp(
            "How long it may take, 5 unless told; what was not compared by then is said.", valueName: "count"))
    var seconds: Double?
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        if let seconds, !(0.01...86_400).contains(seconds) {
            throw Failure(.usage, "A comparison takes more than no time, and less than a day.", hint: "--seconds 5")
        }
        let earlier = try WorkflowSource.named(old, context, common).definition()
        let later = try WorkflowSource.named(new, context, common).definition()
        guard earlier.name == later.name else {
            throw Failure(.badData, "They are different workflows: \(earlier.name) and \(later.name).")
        }
        try await context.answer(
            Answer(
                Table(
                    [
                        .init(header: "What", key: "subject"), .init(header: "Becomes", key: "effect"),
                        .init(header: "How", key: "sentence", stretches: true),
                    ],
                    rows: earlier.differences(to: later, .seconds(seconds ?? WorkflowCommand.usualSeconds)).map {
                        difference in
                        [
                            .string(difference.subject.description), .string(difference.effect.rawValue),
                            .string(difference.sentence),
                        ]
                    }), aside: "\(Printed.safe(old, limit: 60)) → \(Printed.safe(new, limit: 60))"), common)
    }
}
