import Partnership

/// What the meeting sent, or proposes to send, to another body.
struct EscalationsSection {
    let escalations: [EscalationLine]
    /// The record says that there is none, printed or not.
    let isNothingSent: Bool

    var section: PackSection {
        guard !escalations.isEmpty else {
            return PackSection(
                id: "escalations", title: "Escalations",
                blocks: [
                    .sentence(
                        isNothingSent ? "Nothing was sent to another body." : "No escalation is printed here.")
                ])
        }
        let rows = escalations.map { line in
            let criteria = line.issue.criteria.map(\.code).joined(separator: ", ")
            return PackTable.Row(
                .init(line.issue.ref),
                [
                    .init(
                        line.issue.summary.sentence, details: criteria.isEmpty ? [] : ["Criteria: \(criteria)"]),
                    .init(line.issue.ask?.sentence ?? "–"),
                    .init(line.to, details: [line.sent.map { "Sent \($0.shortWords)" } ?? "Proposed"]),
                ])
        }
        return PackSection(
            id: "escalations", title: "Escalations",
            blocks: [
                .table(
                    PackTable(
                        caption: "Sent or proposed to another body",
                        columns: [
                            .init("Issue", width: 2), .init("About", width: 6), .init("What is asked", width: 6),
                            .init("To", width: 4),
                        ], rows: rows))
            ])
    }
}
