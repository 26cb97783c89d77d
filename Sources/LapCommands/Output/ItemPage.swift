import Packs
import Register
import Workflow

/// One item for people: what is on record that the asker may read, its clocks, and what happened to it.
struct ItemPage {
    let reference: String
    /// Nil for an item of any workflow.
    var workflow: String?

    func show(_ context: Context, _ options: CommonOptions) async throws {
        let workplace = try Session(context, options)
        let answer = try workplace.read { view, standing in
            let item = try workflow.map { try view.item(reference, workflow: $0) } ?? view.item(reference)
            return Answer(
                try text(of: item, as: standing, in: view, width: context.console.width),
                json: try ItemJSON.object(item, as: standing, in: view, on: workplace.day))
        }
        try await context.answer(answer, options)
    }

    private func text(of item: StoredItem, as standing: Standing, in view: View, width: Int) throws -> String {
        let actor = try view.actor(standing, towards: item)
        let fields = item.fields(readableBy: actor)
        var lines = ["\(item.reference)  \(item.stateTitle)  (version \(item.version))"]
        if case .text(let summary)? = fields["summary"] { lines += Printed.wrapped(summary, width: width) }
        lines.append("")
        let people = Dictionary(uniqueKeysWithValues: try view.people().map { ($0.id, $0.name) })
        for field in item.definition.fields where field.name != "summary" {
            guard let value = fields[field.name], !isIdle(value) else { continue }
            var written = Printed.value(value, of: field)
            if case .reference("person") = field.kind { written = people[written] ?? written }
            let wrapped = Printed.wrapped(written, width: max(30, width - 31))
            for (index, line) in wrapped.enumerated() {
                lines.append(Columns.pad(index == 0 ? "  \(field.title)" : "", to: 30) + " " + line)
            }
        }
        let hidden = item.item.fields.count - fields.count
        if hidden > 0 { lines.append("  (\(hidden) more not shown: personal, or for other roles)") }
        lines += clocks(try view.standings(of: item))
        lines += ["", "History:"]
        for line in try view.history(of: item, readableBy: actor) {
            let step = line.from == line.to ? line.event : "\(line.event) → \(line.to)"
            lines.append("  \(line.on)  \(step)\(line.isUndone ? " (undone)" : "")  \(line.actor), \(line.capacity)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Counts at nothing and flags at no say nothing to a reader.
    private func isIdle(_ value: Value) -> Bool { value == .flag(false) || value == .number(0) }

    private func clocks(_ clocks: [ClockStanding]) -> [String] {
        clocks.isEmpty ? [] : ["", "Clocks:"] + clocks.map { "  \($0.sentence)" }
    }
}
