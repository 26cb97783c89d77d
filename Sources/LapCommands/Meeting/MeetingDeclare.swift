import ArgumentParser
import Register

struct MeetingDeclare: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "declare", abstract: "Record an interest somebody declared in an agenda item.")

    @Argument(help: "The meeting, north-2020-01-14.") var ref: String
    @Argument(help: "The agenda item, 8.1.") var item: String
    @Option(help: "Who declares it.") var person: String
    @Option(help: "What it is.") var interest: String
    @Flag(help: "They left for the item, and count neither for its quorum nor its decision.") var withdraws = false
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let name = try Session(context, common).write("meeting declare") { operation, _ in
            let person = try operation.view.known(person)
            try operation.declare(
                person, interest: interest, in: item, of: operation.view.item(ref, workflow: "meeting"),
                withdraws: withdraws)
            return person.name
        }
        try await context.answer(
            Answer(
                "Declared by \(name) for item \(item)\(withdraws ? ", and withdrew" : "").\n",
                json: .object(["person": .string(name), "item": .string(item), "withdrew": .bool(withdraws)])), common)
    }
}
