import Foundation
import Ledger
import Partnership
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
            let folder = try? Session.find(context, register: SharedOptions.register(in: arguments))
            let definition = try Share(context, own: folder).rulebook().definition(noun.workflow)
            guard let event = definition.event(event) else { return }
            context.console.write(
                EventHelp(
                    noun: noun.name, verb: verb, event: event, definition: definition, width: context.console.width
                ).text)
            return
        }
        // What the event asks decides which options there are, so the workflow is read before the register is opened.
        let folder = try Session.find(context, register: SharedOptions.register(in: arguments))
        let definition = try Share(context, own: folder).rulebook().definition(noun.workflow)
        guard let event = definition.event(event) else {
            throw Failure(
                .usage, "This register's \(noun.name) has no event “\(verb)”.",
                hint: "See: lap workflow show \(noun.workflow)")
        }
        let fields = event.asks.compactMap { definition.field($0.field) }
        let options = try FieldOptions(
            arguments, fields: fields, otherwise: noun.options, filing: noun.option(forFilesOf: event))
        try await Cause(
            session: try Session(context, options.common), noun: noun, verb: verb, event: event, definition: definition,
            fields: fields, options: options
        ).run()
    }
}

/// One event, caused on one item.
private struct Cause {
    let session: Session
    let noun: Noun
    let verb: String
    let event: Event
    let definition: Definition
    let fields: [Field]
    let options: FieldOptions

    private var context: Context { session.context }

    func run() async throws {
        let console = context.console
        let reading = FieldReading(today: session.day, standardInput: { try console.readAll() })
        var texts = options.texts
        let reference = try subject(&texts)
        if let draft = options.draft { texts = try typed(in: draft).merging(texts) { $1 } }
        // What comes with a file is a paper, unless it is said to be something else.
        if !options.files.isEmpty, event.begins, texts["form"] == nil { texts["form"] = "paper" }
        var deed = CauseEvent(
            event.name, of: noun.workflow, on: reference, given: try reading.values(texts, fields: fields),
            expecting: options.write.expect, attaching: try options.files.map(context.attached),
            isForPublic: options.inPublic, from: options.draft)
        try await session.mustBeFit(options.files.map { URL(filePath: $0).lastPathComponent }, deed.attached)
        guard console.isInteractive, !options.write.yes else { return try await cause(deed) }
        let prompt = EventPrompt(
            session: session, noun: noun, dialogue: EventDialogue(event, of: definition),
            prompter: Prompter(console: console, reading: reading, home: session.folder) { [session, noun] field in
                try session.ask(ListChoices(.field(field.name, of: noun.workflow), limit: Prompter.mostListed + 1))
            })
        do {
            try await ask(&deed, with: prompt)
        } catch {
            keep(prompt.typed.deed ?? deed, after: error)
            throw error
        }
    }

    /// What a draft says, which is shown before anything else is asked.
    private func typed(in draft: String) throws -> [String: String] {
        guard event.begins else {
            throw Failure(.usage, "--draft goes with what begins something.", hint: "See lap drafts.")
        }
        let drafts = try session.ask(ListDrafts())
        guard
            let kept = drafts.first(where: {
                $0.ref.lowercased() == draft.lowercased() && $0.workflow == noun.workflow && $0.event == event.name
            })
        else {
            throw Failure(
                .notFound, "You have no draft \(Printed.safe(draft, limit: 40)) for that.", hint: "See lap drafts.")
        }
        for field in fields where options.texts[field.name] == nil {
            guard let text = kept.given[field.name] else { continue }
            context.console.complain("\(field.title): \(Printed.safe(text, limit: 200))\n")
        }
        return kept.given
    }

    /// Nothing that was typed is lost.
    private func keep(_ deed: CauseEvent, after error: any Error) {
        guard !options.write.dryRun else { return }
        if let draft = deed.draft, KeepDraft.mustGo(deed), (try? session.perform(EndDraft(draft, by: .drop))) != nil {
            context.stored.operation = nil
            return context.console.complain(
                "\nOf what may be a safeguarding matter nothing typed is kept: \(draft) is gone.\n")
        }
        guard let keeping = KeepDraft(of: deed), let kept = try? session.perform(keeping).answer else { return }
        // What was to be done is not.
        context.stored.operation = nil
        let until = kept.until.map { " until \($0.words)" } ?? ""
        context.console.complain(
            "\nWhat was typed is kept\(until), for you alone: lap \(noun.name) \(verb) --draft \(kept.ref)\n")
    }

    private func ask(_ deed: inout CauseEvent, with prompt: EventPrompt) async throws {
        let console = context.console
        deed = try await prompt.completed(deed)
        if !options.write.dryRun, !event.erases.isEmpty {
            try confirmErasing(of: deed.item, sections: definition.sections)
        }
        while true {
            do {
                return try await cause(deed)
            } catch let refusal as Refusal where refusal.reasons.allSatisfy(\.mayBeInPublic) {
                guard console.insistsOnPublic(refusal.reasons, "Is it for the public?") else { throw refusal }
                deed = deed.giving([:], isForPublic: true)
            } catch let refusal as Refusal {
                deed = try await prompt.corrected(deed, after: refusal.reasons)
            } catch LedgerError.busy where prompt.prompter.waits() {
            }
        }
    }

    /// What an event erases for good is asked about once more. Throws when that is not wanted.
    private func confirmErasing(of reference: String?, sections: [Section]) throws {
        let titles = sections.filter { event.erases.contains($0.name) }.map { $0.title.lowercased() }
        let question =
            "This erases the \(Sentences.list(titles, "and")) of \(reference ?? "it") for good, wherever else it is kept too. Go on? [y/N] "
        let answer = context.console.ask(question)?.lowercased() ?? ""
        guard ["y", "yes"].contains(answer.filter { !$0.isWhitespace }) else {
            throw Failure(.interrupted, "Nothing was changed.")
        }
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
                    .usage, "There is a word that belongs to no option.",
                    hint: "Text of several words goes in quotes. Usage: \(usage)")
        }
        return words.first
    }

    private func cause(_ deed: CauseEvent) async throws {
        let replaced =
            options.write.dryRun ? [] : try session.workplace.mentions(putRightBy: deed, for: session.request)
        let (shown, operation) = try written(deed)
        let telling = Telling(noun: noun, shown: shown, operation: operation)
        let details =
            try operation == nil
            ? []
            : session.workplace.details(
                inOpenFieldsOf: [shown.item.ref], fields: Set(deed.given.keys), for: session.request)
        let mentions = shown.taken?.doubtful ?? []
        let warning = DetailWarning(details: details, mentions: mentions, replaced: replaced)
        let json = try JSON(encoding: shown.item).adding("warnings", JSON(encoding: details + mentions + replaced))
        try await context.answer(Answer(telling.text, json: json), options.common)
        guard !options.common.json else { return }
        context.console.complain(warning.text)
        if let aside = telling.aside { context.console.complain(aside) }
    }

    /// What came of it, and the operation to undo it by; nil in a dry run.
    private func written(_ deed: CauseEvent) throws -> (ShownOutcome, Int?) {
        do {
            if options.write.dryRun { return (try session.foresee(deed), nil) }
            let done = try session.perform(deed)
            return (try session.ask(ShowOutcome(done.answer), on: done.answer.on), done.operation)
        } catch RegisterError.refused(let reasons) {
            throw Refusal(reasons: reasons, noun: noun, reference: deed.item)
        }
    }
}
