import Partnership

/// You said, we did, and what changed.
struct AnswersSection {
    let answers: [YouSaidWeDid]
    /// How many are not printed; nil where that is not told.
    let withheld: Int?
    var caption = "Answers since the last agenda"

    var section: PackSection {
        var blocks: [Block] = []
        if answers.isEmpty {
            blocks.append(
                .sentence(
                    withheld == 0
                        ? "No issue has been closed with an answer since the last agenda."
                        : "No answers on issues that were closed since the last agenda are printed here."))
        } else {
            let rows = answers.map { answer in
                let by = [answer.answeredBy, answer.answered?.shortWords].compactMap(\.self).joined(separator: ", ")
                return PackTable.Row(
                    .init(answer.ref, details: [answer.theme].filter { !$0.isEmpty }),
                    [
                        .init(answer.said.sentence), .init(answer.did.sentence, details: by.isEmpty ? [] : [by]),
                        .init(answer.impact?.sentence ?? "Not known yet."),
                    ])
            }
            blocks.append(
                .table(
                    PackTable(
                        caption: caption,
                        columns: [
                            .init("Issue", width: 3), .init("You said", width: 5), .init("We did", width: 5),
                            .init("What changed", width: 4),
                        ], rows: rows)))
        }
        if let withheld, withheld > 0 {
            blocks.append(
                .sentence("\(withheld.words("answer")) \(withheld == 1 ? "is" : "are") not printed in this edition."))
        } else if withheld == nil {
            blocks.append(
                .sentence("Answers that are not public, or that consent does not cover, are not printed here."))
        }
        return PackSection(id: "answers", title: "You said, we did", blocks: blocks)
    }
}
