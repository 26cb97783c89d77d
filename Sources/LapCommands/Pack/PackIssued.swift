import ArgumentParser
import UseCases

struct PackIssued: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "issued", abstract: "The files that were issued, by whom and when, and what became of them.")

    @Argument(help: "Only those of a meeting, north-2020-01-14, or about an issue, N-7.") var ref: String?
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let lines = try Session(context, common).ask(ListIssuedPacks(of: ref))
        try await context.answer(Answer(try Table(columns, lines: lines)), common)
    }

    private var columns: [Table.Column] {
        [
            .init(header: "File", key: "file"), .init(header: "Number", key: "number"),
            .init(header: "Issued", key: "issued"),
            .init(header: "By", key: "by"), .init(header: "Names", key: "cites", stretches: true),
            .init(header: "Mailed to", key: "mailed", isHidden: true),
            .init(header: "Recalled", key: "recalled"), .init(header: "Breach", key: "breach"),
            .init(header: "Replaced by", key: "correctedBy"), .init(header: "Of", key: "of", isHidden: true),
            .init(header: "Kind", key: "kind", isHidden: true),
            .init(header: "Part", key: "part", isHidden: true),
            .init(header: "Edition", key: "edition", isHidden: true),
            .init(header: "Format", key: "format", isHidden: true), .init(header: "Size", key: "size", isHidden: true),
            .init(header: "SHA-256", key: "sha256", isHidden: true),
            .init(header: "Recorded", key: "recorded", isHidden: true),
            .init(header: "Head", key: "head", isHidden: true),
            .init(header: "Redacted", key: "redacted", isHidden: true),
            .init(header: "Erased", key: "isErased", isHidden: true),
        ]
    }
}
