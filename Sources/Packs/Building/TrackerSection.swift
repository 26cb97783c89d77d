import Partnership
import Workflow

/// What became of the issues that reached the Board: those under way, and those that ended since its last papers.
struct TrackerSection {
    let board: EditedBoard

    var section: PackSection {
        let lines = board.tracked
        let groups = [
            (id: "tracker-open", title: "Under way", lines: lines.filter(\.isOpen)),
            (id: "tracker-ended", title: ended, lines: lines.filter { !$0.isOpen }),
        ].filter { !$0.lines.isEmpty }
        let note = board.meeting.edition.namesPeople ? "" : " Nor is what may be one family’s told in full."
        return PackSection(
            id: "tracker", title: "Tracker", startsPage: !groups.isEmpty, isWide: !groups.isEmpty,
            blocks: [
                .sentence(
                    (groups.isEmpty
                        ? "No issue that reached the \(board.meeting.papers.body.title) is printed here."
                        : "What became of the issues that reached the \(board.meeting.papers.body.title).")
                        + " What is not public, or consent does not cover, is not printed.\(note)")
            ] + groups.map { .table(table($0.title, $0.lines)) })
    }

    private var ended: String { board.trackedSince.map { "Ended since \($0.words)" } ?? "Ended" }

    private func table(_ caption: String, _ lines: [BoardTracked]) -> PackTable {
        PackTable(
            caption: caption,
            columns: [
                .init("Issue", width: 3), .init("About", width: 5), .init("Decided", width: 6),
                .init("Followed up by", width: 3), .init("Where it stands", width: 5),
                .init("What came of it", width: 6),
            ],
            rows: lines.map { line in
                PackTable.Row(
                    .init(line.issue.ref, details: origin(line)),
                    [
                        .init(line.issue.summary.sentence), decided(line),
                        .init(
                            line.holder ?? line.holderRole ?? "–",
                            details: line.due.map { ["By \($0.shortWords)"] } ?? []),
                        .init(line.issue.state, details: line.latest.map(latest) ?? []), outcome(line),
                    ])
            })
    }

    private func origin(_ line: BoardTracked) -> [String] {
        [
            line.raisedOn.map { "Raised here, \($0.shortWords)" } ?? line.sentBy,
            line.issue.received.map { "Received \($0.shortWords)" },
            line.reached.map { "Here since \($0.shortWords)" },
        ].compactMap(\.self)
    }

    private func decided(_ line: BoardTracked) -> PackTable.Cell {
        guard let decision = line.decision else { return .init("Not decided yet.") }
        return .init(
            decision.text.sentence,
            details: [decision.ref] + decision.limbs + [decision.principle?.sentence].compactMap(\.self))
    }

    private func latest(_ update: BoardTracked.Update) -> [String] {
        ["\(update.on.shortWords), \(update.ref), “\(update.deed)”: \(update.text.sentence)"]
    }

    private func outcome(_ line: BoardTracked) -> PackTable.Cell {
        let release = line.release.map { release in
            "Watched no longer, said \([release.by ?? "", release.role].filter { !$0.isEmpty }.joined(separator: ", ")), "
                + release.on.shortWords
        }
        let details: [String?] =
            [
                line.evidence.map { "Shown by: \($0.sentence)" }, release,
                line.told.map { "Family told \($0.shortWords)" },
            ] + line.changed.map { "Looked at \($0.on.shortWords): \($0.text.sentence)" }
        return .init(line.outcome?.sentence ?? "–", details: details.compactMap(\.self))
    }
}
