import ArgumentParser
import Register

struct DecisionList: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The decisions of a meeting or on an issue.")

    @Argument(help: "A meeting, north-2020-01-14, or an issue, N-7.") var ref: String
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let decisions = try Session(context, common).read { view, standing in
            try standing.mustHoldSeat(toRead: "Decisions")
            let item = try view.item(ref)
            return try item.workflow == "meeting" ? view.decisions(of: item) : view.decisions(on: item)
        }
        let rows: [[JSON]] = decisions.map {
            [
                .string($0.reference), .string($0.kind), .string($0.meeting), .string($0.issue),
                .bool($0.isProvisional),
                .string($0.wording),
            ]
        }
        try await context.answer(Answer(Table(DecisionList.columns, rows: rows)), common)
    }

    private static let columns: [Table.Column] = [
        .init(header: "Ref", key: "ref"), .init(header: "Kind", key: "kind"), .init(header: "Meeting", key: "meeting"),
        .init(header: "Issue", key: "issue"), .init(header: "Provisional", key: "provisional"),
        .init(header: "Wording", key: "wording", stretches: true),
    ]

    static func json(_ decision: StoredDecision) -> JSON {
        .object([
            "ref": .string(decision.reference), "kind": .string(decision.kind), "meeting": .string(decision.meeting),
            "issue": .string(decision.issue), "provisional": .bool(decision.isProvisional),
            "wording": .string(decision.wording),
        ])
    }
}
