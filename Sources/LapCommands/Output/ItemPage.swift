import Ledger
import Partnership
import Register
import UseCases

/// One item for people: what is on record that the asker may read, its clocks, and what happened to it.
struct ItemPage {
    let reference: String
    /// Nil for an item of any workflow.
    var workflow: String?
    /// The day as of whose end it is shown.
    var asOf: AsOfOption?

    func show(_ context: Context, _ options: CommonOptions) async throws {
        let day = try asOf?.day(context)
        let shown = try Session(context, options).ask(ShowItem(reference, workflow: workflow, asOf: day), on: day)
        try await context.answer(
            Answer(text(of: shown, width: context.console.width), json: JSON(encoding: shown.item)), options)
    }

    private func text(of shown: ShownItem, width: Int) -> String {
        var lines = ["\(shown.item.ref)  \(shown.stateTitle)  (version \(shown.item.version))"]
        if let summary = shown.summary { lines += Printed.wrapped(summary, width: width) }
        lines.append("")
        // A title that is longer than most makes room for itself.
        let broad = min(44, shown.lines.map { Columns.width(of: $0.title) + 2 }.reduce(30, max))
        lines += fields(shown.lines.filter { $0.apart == nil }, broad, width)
        if !shown.merged.isEmpty {
            lines.append(Columns.pad("  Merged into it", to: broad) + " " + shown.merged.joined(separator: ", "))
        }
        if !shown.linked.isEmpty {
            let links = shown.linked.map { "\($0.ref) (\($0.title.prefix(1).lowercased())\($0.title.dropFirst()))" }
            lines.append(Columns.pad("  Named by", to: broad) + " " + links.joined(separator: ", "))
        }
        if let kept = shown.item.kept {
            lines.append(
                Columns.pad("  Kept until", to: broad)
                    + " \(kept.until)\(kept.kind == .archive ? ", then archived" : "")")
        }
        // What says who somebody is stands apart, section by section.
        var sections: [String] = []
        for section in shown.lines.compactMap(\.apart) where !sections.contains(section) { sections.append(section) }
        for section in sections {
            lines += ["", "\(section):"] + fields(shown.lines.filter { $0.apart == section }, broad, width)
        }
        if shown.hidesSome { lines.append("  (There is more that is personal, or for other roles.)") }
        if !shown.clocks.isEmpty { lines += ["", "Clocks:"] + shown.clocks.map { "  \($0.sentence)" } }
        if !shown.history.isEmpty { lines += ["", "History:"] }
        for step in shown.history {
            let change = step.from == step.to ? step.event : "\(step.event) → \(step.to)"
            lines.append(
                "  \(step.on)  \(change)\(step.isUndone ? " (undone)" : "")  \(step.actor), \(step.capacity)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func fields(_ fields: [ShownItem.Line], _ broad: Int, _ width: Int) -> [String] {
        fields.flatMap { field in
            Printed.wrapped(field.words, width: max(30, width - broad - 1)).enumerated().map { index, line in
                Columns.pad(index == 0 ? "  \(field.title)" : "", to: broad) + " " + line
            }
        }
    }
}
