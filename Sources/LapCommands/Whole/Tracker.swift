import ArgumentParser
import Ledger
import Partnership
import Register
import UseCases
import Workflow

struct Tracker: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "tracker",
        abstract: "What became of the issues that reached the Board: who follows them up, what happened, what changed.")

    @Flag(help: "Only what is not at an end.") var open = false
    @Option(help: ArgumentHelp("What is not at an end, and what ended on this day or later.", valueName: "day"))
    var since: String?
    @Flag(help: "A block for each, with all that is told of it.") var long = false
    @Flag(help: "As a spreadsheet's CSV, with a header; all of them unless --limit says less.") var csv = false
    @Option(help: "At most so many; 50 unless told.") var limit: Int?
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        guard limit ?? 1 > 0 else {
            throw Failure(.usage, "--limit is a number from 1.", hint: "For instance --limit 20.")
        }
        guard [csv, common.json, long].count(where: \.self) < 2 else {
            throw Failure(.usage, "--csv, --json and --long are several formats.", hint: "Give one of them.")
        }
        guard !open || since == nil else {
            throw Failure(
                .usage, "--since tells what is open anyway, and what ended since.", hint: "Leave out one of the two.")
        }
        var question = TellTracker()
        question.filter.open = open
        question.filter.since = try since.map { try DayText.read($0, today: context.today) }
        question.filter.limit = limit ?? (csv ? Int.max : 50)
        let told = try Session(context, common).ask(question)
        let table = Table(Self.columns(all: csv), rows: try told.map { try row(of: $0, Self.columns(all: csv)) })
        if csv { return context.console.write(table.csv) }
        let json = JSON.array(try told.map { try JSON(encoding: $0) })
        var answer = Answer(table)
        if long, !told.isEmpty {
            answer = Answer(told.map { block($0, context.console.width) }.joined(separator: "\n"), json: json)
        } else if common.json {
            answer = Answer("", json: json)
        }
        if told.count == question.filter.limit {
            answer.aside = "The first \(question.filter.limit); --limit shows more."
        }
        try await context.answer(answer, common)
    }

    /// - Parameter all: with those that a line on a screen has no room for.
    private static func columns(all: Bool) -> [Table.Column] {
        [
            .init(header: "Ref", key: "ref"), .init(header: "State", key: "stateTitle", stretches: true, narrowest: 8),
            .init(header: "Origin", key: "origin", stretches: true, narrowest: 9),
            .init(header: "Raised", key: "raised"), .init(header: "Followed up by", key: "owner"),
            .init(header: "Due", key: "due"), .init(header: "Decided", key: "decided", stretches: true, hasLimbs: true),
            .init(header: "Latest", key: "latest", stretches: true), .init(header: "Told", key: "told"),
            .init(header: "About", key: "title", stretches: true),
        ]
            + (!all
                ? []
                : [
                    .init(header: "With the Board since", key: "reached"),
                    .init(header: "Decision", key: "decision"), .init(header: "Latest on", key: "latestOn"),
                    .init(header: "What happened", key: "outcome"), .init(header: "Evidence", key: "evidence"),
                    .init(header: "Released by", key: "releasedBy"), .init(header: "Released on", key: "releasedOn"),
                    .init(header: "What it changed", key: "changed"),
                ])
    }

    private func row(of line: TrackerLine, _ columns: [Table.Column]) throws -> [JSON] {
        let object = try JSON(encoding: line)
        return columns.map { column in
            column.key == "changed"
                ? .string(line.changed.map { "\($0.on): \($0.text)" }.joined(separator: "; "))
                : object[column.key] ?? .null
        }
    }

    private func block(_ line: TrackerLine, _ width: Int) -> String {
        let broad = 22
        func fact(_ title: String, _ text: String?) -> [String] {
            guard let text, !text.isEmpty else { return [] }
            return Printed.wrapped(text.limbsOnOneLine, width: max(30, width - broad - 2)).enumerated().map {
                "  " + Columns.pad($0 == 0 ? title : "", to: broad) + $1
            }
        }
        func parts(_ parts: String?...) -> String { parts.compactMap(\.self).joined(separator: ", ") }
        let latest = parts(line.latestOn?.words, line.latestRef == line.ref ? nil : line.latestRef, line.latest)
        let release = parts(line.releasedOn?.words, line.releasedBy, line.releasedAs)
        let facts =
            fact("Origin", line.origin) + fact("Raised", line.raised?.words)
            + fact("With the Board since", line.reached?.words)
            + fact("Decided", [line.decision, line.decided].compactMap(\.self).joined(separator: ": "))
            + fact("Followed up by", line.owner) + fact("Due", line.due?.words)
            + fact("Latest", latest) + fact("What happened", line.outcome)
            + fact("Evidence", line.evidence)
            + fact("Watched no longer", release)
            + fact("Families told", line.told?.words)
            + line.changed.flatMap { fact("What it changed", "\($0.on.words): \($0.text)") }
        let head = "\(line.ref)  \(line.stateTitle)"
        return ([head] + (line.title.map { Printed.wrapped($0, width: width) } ?? []) + facts).joined(separator: "\n")
            + "\n"
    }
}
