import ArgumentParser
import Ledger
import UseCases

struct Drafts: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "drafts", abstract: "What one was typing when one stopped; nobody else reads it.",
        discussion: "Go on with one: lap issue raise --draft REF. After 14 days it is gone.")

    @Option(help: ArgumentHelp("Erase this one.", valueName: "ref")) var drop: String?
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let session = try Session(context, common)
        if let drop {
            let gone = try session.perform(EndDraft(drop, by: .drop)).answer
            return try await context.answer(Answer("\(gone) is gone.\n", json: .object(["ref": .string(gone)])), common)
        }
        let drafts = try session.ask(ListDrafts())
        let columns: [Table.Column] = [
            .init(header: "Ref", key: "ref"), .init(header: "Until", key: "until"),
            .init(header: "What was typed", key: "given", stretches: true),
        ]
        let rows = try drafts.map { draft in
            let object = try JSON(encoding: draft)
            return [object["ref"] ?? .null, object["until"] ?? .null, .string(draft.words)]
        }
        var answer = Answer(Table(columns, rows: rows))
        if drafts.isEmpty { answer.aside = "You have no draft." }
        try await context.answer(answer, common)
    }
}

extension KeptDraft {
    /// Its summary, or whatever else was typed.
    var words: String {
        given["summary"] ?? given.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: "; ")
    }
}
