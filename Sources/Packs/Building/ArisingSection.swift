import Partnership
import Workflow

/// The decisions and actions of the last meeting, and where they stand.
struct ArisingSection {
    let meeting: EditedMeeting
    private var lines: [ArisingLine] { meeting.papers.standing.arising }
    /// Of the action log, what the last meeting set.
    private var actions: [ActionLine] {
        meeting.papers.standing.previous.map { last in meeting.papers.actions.filter { $0.meeting == last.ref } } ?? []
    }

    init(_ meeting: EditedMeeting) { self.meeting = meeting }

    var sentence: String {
        lines.isEmpty && actions.isEmpty
            ? "No decision or action of it is printed here."
            : "Its decisions and actions, and where they stand, are under “Matters arising” below."
    }

    /// What was put off is on this agenda, or not yet.
    private func standing(_ comesBack: DecisionLine.Return) -> String {
        let entry = meeting.papers.agenda.first { $0.matter?.ref == comesBack.matter }
        guard let entry, comesBack.meeting == meeting.papers.ref else {
            return comesBack.isWithdrawn ? "Withdrawn" : "Deferred"
        }
        return "On this agenda as item \(entry.number)"
    }

    /// Nil where nothing arises.
    var section: PackSection? {
        guard let last = meeting.papers.standing.previous, !lines.isEmpty || !actions.isEmpty else { return nil }
        let decided = lines.map { line in
            let words = ([line.decision.text] + line.decision.limbs).joined(separator: "\n").limbsOnOneLine
            let provisional = line.decision.isProvisional ? ["Provisional."] : []
            let principle = line.decision.principle == nil ? "" : "Agreed in principle. "
            let onward = line.decision.onward.map { ["\(principle)\($0)"] } ?? []
            // What was put to the meeting and not agreed is no decision to do it.
            let isRefused = line.decision.isMotion && line.decision.kind == .notAgreed
            let about =
                line.issue.map { [$0, line.state].compactMap(\.self).joined(separator: ": ") }
                ?? line.decision.principle?.standing ?? line.decision.report?.standing
                ?? line.decision.comesBack.map(standing) ?? (isRefused ? "Not agreed" : "–")
            return PackTable.Row(
                .init(line.item, details: [line.taken?.shortWords].compactMap(\.self)),
                [
                    .init(
                        line.isNeutral ? line.decision.text : (isRefused ? "Proposed: " : "") + words.sentence,
                        details: onward + provisional),
                    .init(line.isNeutral ? "–" : about, details: line.isNeutral ? [] : [line.decision.ref]),
                ])
        }
        let set = actions.map { action in
            let isLate = action.isOverdue(on: meeting.papers.asOf)
            let due = action.due.map { "\(isLate ? "Overdue since" : "Due") \($0.shortWords)" }
            return PackTable.Row(
                .init(action.ref),
                [
                    .init(
                        action.text.limbsOnOneLine.sentence, details: [action.lead.shortWords].filter { !$0.isEmpty }),
                    .init(
                        action.state,
                        details: [action.status.isClosed ? action.closedOn?.shortWords : due].compactMap(\.self)),
                ])
        }
        return PackSection(
            id: "arising", title: "Matters arising",
            blocks: [
                .table(
                    PackTable(
                        caption: "Decisions and actions of \(last.date.words)"
                            + (lines.contains { $0.taken != nil }
                                ? ", and what was decided before and answered since" : ""),
                        columns: [
                            .init("Item or action", width: 2), .init("What was decided or set", width: 9),
                            .init("Where it stands", width: 5),
                        ], rows: decided + set))
            ])
    }
}
