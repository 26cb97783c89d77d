import Register
import UseCases
import Workflow

/// `lap <noun> <event> REF --field value …`: any event of any workflow, with what the workflow says it asks.
struct EventCommand {
    let noun: Noun
    /// As it was typed, for messages and help.
    let verb: String
    let event: String
    let arguments: [String]

    func run(_ context: Context) async throws {
        if arguments.contains("--help") || arguments.contains("-h") {
            let folder = try? Session.find(context, FieldOptions.location(in: arguments))
            let definition = try Share(context, own: folder).rulebook().definition(noun.workflow)
            guard let event = definition.event(event) else { return }
            context.console.write(
                EventHelp(
                    noun: noun.name, verb: verb, event: event, definition: definition, width: context.console.width
                ).text)
            return
        }
        // What the event asks decides which options there are, so the workflow is read before the register is opened.
        let folder = try Session.find(context, FieldOptions.location(in: arguments))
        let definition = try Share(context, own: folder).rulebook().definition(noun.workflow)
        guard let event = definition.event(event) else {
            throw Failure(
                .usage, "This register's \(noun.name) has no event “\(verb)”.",
                hint: "See: lap workflow show \(noun.workflow)")
        }
        let fields = event.asks.compactMap { definition.field($0.field) }
        let options = try FieldOptions(arguments, fields: fields)
        try await Cause(
            workplace: try Session(context, options.common), noun: noun, verb: verb, event: event,
            definition: definition, fields: fields, options: options
        ).run()
    }
}

extension FieldOptions {
    /// Only what says where the register is, so that its workflow can be read before the rest of the line.
    static func location(in arguments: [String]) throws -> CommonOptions {
        var named: [String] = []
        for (index, argument) in arguments.enumerated() {
            if argument == "--register", index + 1 < arguments.count { named = [argument, arguments[index + 1]] }
            if argument.hasPrefix("--register=") { named = [argument] }
        }
        return try CommonOptions.parse(named)
    }
}

/// One event, caused on one item.
private struct Cause {
    let workplace: Session
    let noun: Noun
    let verb: String
    let event: Event
    let definition: Definition
    let fields: [Field]
    let options: FieldOptions

    private var context: Context { workplace.context }

    func run() async throws {
        let console = context.console
        let reading = FieldReading(today: context.today, standardInput: { try console.readAll() })
        var texts = options.texts
        let reference = try subject(&texts)
        var given = try reading.values(texts, fields: fields)
        if let reference {
            // Before anything is asked: whether it can happen at all.
            try workplace.read { view, _ in _ = try view.item(reference, workflow: noun.workflow) }
        }
        if console.isInteractive, !options.write.yes {
            let missing = try missingFields(reference, given)
            let asked = try await Prompter(console: console, reading: reading).ask(for: missing)
            given.merge(asked) { $1 }
        }
        let (answer, aside) = try write(given, on: reference)
        try await context.answer(answer, options.common)
        if let aside, !options.common.json { console.complain(aside) }
    }

    /// The item's reference, or nil for an event that begins one; a meeting's body may stand without its option.
    private func subject(_ texts: inout [String: String]) throws -> String? {
        var words = options.words
        if event.begins {
            if let field = noun.leadingField, texts[field] == nil, !words.isEmpty { texts[field] = words.removeFirst() }
        }
        let wanted = event.begins ? 0 : 1
        guard words.count == wanted else {
            let usage = "lap \(noun.name) \(verb)\(event.begins ? "" : " REF") [OPTIONS]"
            throw words.count < wanted
                ? Failure(.usage, "Which \(noun.name)? Its reference is missing.", hint: usage)
                : Failure(
                    .usage, "“\(Printed.safe(words[wanted], limit: 40))” belongs to no option.",
                    hint: "Text of several words goes in quotes. Usage: \(usage)")
        }
        return words.first
    }

    /// What must be given and was not, in the order of the workflow.
    private func missingFields(_ reference: String?, _ given: [String: Value]) throws -> [Field] {
        let asks =
            try reference.map { reference in
                try workplace.read { view, standing -> [Ask] in
                    let item = try view.item(reference, workflow: noun.workflow)
                    let option = try view.options(for: item, as: standing, on: workplace.day).first {
                        $0.event.name == event.name
                    }
                    guard case .open(let asks)? = option?.verdict else { return [] }
                    return asks.filter { ask in ask.isFresh || item.item.fields[ask.field] == nil }
                }
            } ?? event.asks
        return asks.compactMap { ask in
            guard ask.requirement == .required, ask.fallback == nil, given[ask.field] == nil else { return nil }
            return definition.field(ask.field)
        }
    }

    private func write(_ given: [String: Value], on reference: String?) throws -> (Answer, aside: String?) {
        // A concern happened to the register on the day it was received, unless another day is named.
        var day = workplace.namedDay
        if event.begins, day == nil, case .day(let received) = given["received"], received <= context.today {
            day = received
        }
        return try recording(reference, on: day) { operation, standing in
            let outcome =
                if let reference {
                    try operation.cause(
                        event.name, on: operation.view.item(reference, workflow: noun.workflow), given: given,
                        as: standing, expect: options.write.expect)
                } else {
                    try operation.begin(noun.workflow, by: event.name, given: given, as: standing)
                }
            let telling = Telling(noun: noun, outcome: outcome, operation: operation, standing: standing)
            return try (
                Answer(
                    telling.text(rehearsing: options.write.dryRun),
                    json: ItemJSON.object(outcome.item, as: standing, in: operation.view, on: operation.on)),
                telling.aside(rehearsing: options.write.dryRun)
            )
        }
    }

    /// Writes; what would help after a refusal is said with the item's own name.
    private func recording<T>(
        _ reference: String?, on day: Day?, _ body: (Operation, Standing) throws -> T
    ) throws -> T {
        do {
            return try workplace.write("\(noun.name) \(verb)", on: day, rehearsing: options.write.dryRun, body)
        } catch RegisterError.refused(let reasons) {
            throw Failure(reasons, noun: noun, reference: reference)
        }
    }
}
