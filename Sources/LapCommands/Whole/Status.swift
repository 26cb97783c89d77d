import ArgumentParser
import Packs
import Register
import Workflow

struct Status: ContextCommand {
    static let configuration = CommandConfiguration(
        abstract: "What needs doing next, for whoever asks, most urgent first.")

    @Option(help: "Only these areas, with commas; those of whoever asks unless told.") var area: String?
    @Flag(help: "The whole partnership.") var all = false
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let workplace = try Session(context, common)
        let (report, areas) = try workplace.read { view, standing in
            let areas = try self.areas(view, standing)
            return (try view.status(areas: areas, as: standing), areas)
        }
        try await context.answer(
            Answer(text(report, areas, on: workplace.day, width: context.console.width), json: json(report)), common)
    }

    /// The areas of the seats of whoever asks; all of them for a seat that serves the whole partnership.
    private func areas(_ view: View, _ standing: Standing) throws -> [String] {
        if all { return [] }
        let reference = try view.reference
        if let area {
            return try area.split(separator: ",").map(String.init).map { name in
                guard reference.area(name) != nil else {
                    throw Failure(
                        .badData, "There is no area called “\(Printed.safe(name, limit: 40))”.",
                        hint: "Known: \(reference.areas.map(\.id).joined(separator: ", ")).")
                }
                return name
            }
        }
        let bodies = standing.seats.compactMap { $0.body.flatMap { reference.body($0) } }
        return bodies.contains { $0.area == nil } ? [] : Array(Set(bodies.compactMap(\.area))).sorted()
    }

    private func text(_ report: StatusReport, _ areas: [String], on day: Day, width: Int) -> String {
        var lines = ["\(areas.isEmpty ? "The whole partnership" : areas.joined(separator: ", ")), \(day.words)"]
        func section(_ title: String, _ items: [ItemLine], empty: String?) {
            guard !items.isEmpty else {
                if let empty { lines += ["", empty] }
                return
            }
            lines += ["", title]
            for item in items {
                let when = item.due.map { "\($0)" } ?? item.happens.map { "\($0)" } ?? ""
                let head =
                    "  \(Columns.pad(when, to: 10))  \(Columns.pad(item.reference, to: 18))  \(Columns.pad(item.clock ?? item.state, to: 16))  "
                lines.append(
                    head
                        + Columns.cut(
                            Printed.safe(item.title ?? "", limit: 280), to: max(20, width - Columns.width(of: head))))
            }
        }
        section("Overdue:", report.overdue, empty: "Nothing is overdue.")
        section("Due soon:", report.warned, empty: nil)
        section("In the next fortnight:", report.coming, empty: nil)
        section("Undecided after two Boards (R15):", report.exceptions, empty: nil)
        section(
            "Meetings to come:", report.meetings,
            empty: "No meeting is scheduled: lap meeting schedule BODY --date DATE")
        if !report.tally.isEmpty {
            lines += ["", "Issues: \(report.tally.map { "\($0.count) \($0.state)" }.joined(separator: ", "))."]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func json(_ report: StatusReport) -> JSON {
        func lines(_ items: [ItemLine]) -> JSON {
            .array(
                items.map { item in
                    .object([
                        "ref": .string(item.reference), "workflow": .string(item.workflow),
                        "state": .string(item.state),
                        "due": .string(item.due?.description), "dueFor": .string(item.clock),
                        "title": .string(item.title),
                        "date": .string(item.happens?.description),
                    ])
                })
        }
        return .object([
            "overdue": lines(report.overdue), "warned": lines(report.warned), "coming": lines(report.coming),
            "meetings": lines(report.meetings),
            "exceptions": lines(report.exceptions),
            "tally": .object(Dictionary(uniqueKeysWithValues: report.tally.map { ($0.state, JSON.number($0.count)) })),
        ])
    }
}
