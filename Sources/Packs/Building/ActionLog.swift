import Partnership
import Workflow

/// An action log as packs print it: counts first, then what is late, then what is open, then what was closed (rule R24).
struct ActionLog {
    let actions: [ActionLine]
    let counts: ActionCounts
    /// How many are counted but not printed; nil where that is not told.
    let withheld: Int?
    let day: Day
    /// Some are in no paper any more.
    var isSomeLeftOut = false
    let caption: String
    /// What stands there when there are no actions at all.
    let none: String

    var blocks: [Block] {
        let silence: [Block] =
            withheld == nil
            ? [.sentence("Actions on what is not public are neither printed nor counted here.")]
            : isSomeLeftOut
                ? [.sentence("Actions on what is no longer printed are neither printed nor counted here.")] : []
        guard counts.closed + counts.open > 0 else { return [.sentence(none)] + silence }
        var blocks: [Block] = [
            .figures(
                FigureList([
                    .init(counts.closed, "closed"), .init(counts.open, "open"), .init(counts.overdue, "overdue"),
                ]))
        ]
        if !actions.isEmpty { blocks.append(.table(table)) }
        if let withheld, withheld > 0 {
            let are = withheld == 1 ? "action is" : "actions are"
            blocks.append(.sentence("\(withheld) further \(are) counted above but not printed in this edition."))
        }
        return blocks + silence
    }

    private var table: PackTable {
        let ordered = actions.sorted { left, right in key(left) < key(right) }
        return PackTable(
            caption: caption,
            columns: [
                .init("Ref", width: 2), .init("Action", width: 8), .init("Lead", width: 5), .init("Due", width: 4),
                .init("Status", width: 3),
            ],
            rows: ordered.map { action in
                PackTable.Row(
                    .init(action.ref),
                    [
                        .init(action.text.limbsOnOneLine, details: details(action)),
                        .init(action.lead.shortWords, details: helpers(action)),
                        .init(action.due?.shortWords ?? "No date", details: history(action)), status(action),
                    ])
            })
    }

    private func key(_ action: ActionLine) -> (Int, Int) {
        let rank = action.isOverdue(on: day) ? 0 : action.status.isClosed ? 2 : 1
        return (rank, action.due?.number ?? Int.max)
    }

    private func details(_ action: ActionLine) -> [String] {
        var lines: [String] = []
        switch action.outside {
        case .promised(let whom): lines.append("For \(whom)")
        case .decides(let whose): lines.append("Agreed in principle; the decision is for \(whose)")
        case .reports(let who): lines.append("\(who.capitalisedFirst) is to report on it")
        case nil: break
        }
        if let needs = action.needs { lines.append("Only if \(needs) agrees") }
        if let issue = action.issue { lines.append("Issue \(issue)" + (action.item.map { ", item \($0)" } ?? "")) }
        if let answer = action.answer {
            var label = "Their answer"
            if case .reports = action.outside { label = "Report" }
            lines.append("\(label): \(answer.sentence)")
        }
        if let evidence = action.evidence { lines.append("Evidence: \(evidence.sentence)") }
        return lines
    }

    private func helpers(_ action: ActionLine) -> [String] {
        let lead = action.lead
        var lines = [lead.organisation].compactMap(\.self)
        if let agency = action.agency, !lines.contains(agency) { lines.append(agency) }
        lines.removeAll { $0.isEmpty || $0 == lead.shortWords }
        if !lines.isEmpty { lines = [lines.joined(separator: ", ")] }
        if !action.supporters.isEmpty {
            lines.append("With \(action.supporters.map(\.shortWords).joinedInWords)")
        }
        return lines
    }

    private func history(_ action: ActionLine) -> [String] {
        action.dueHistory.reversed().map { change in
            "was \(change.from.shortWords)" + (change.reason.map { ": \($0)" } ?? "")
        }
    }

    private func status(_ action: ActionLine) -> PackTable.Cell {
        if action.isOverdue(on: day), let due = action.due {
            return .init("Overdue", details: ["by \((day - due).words("day"))"], isStrong: true)
        }
        return .init(action.state, details: action.closedOn.map { [$0.shortWords] } ?? [])
    }
}
