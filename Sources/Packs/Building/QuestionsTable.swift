import Partnership
import Workflow

/// What members asked about an issue, or noted of it, before the meeting, and the answers.
struct QuestionsTable {
    let questions: [BoardQuestion]

    /// Nil where there is nothing of the kind.
    var block: Block? {
        guard !questions.isEmpty else { return nil }
        return .table(
            PackTable(
                caption: "Asked and noted by members before the meeting",
                columns: [
                    .init("Ref", width: 2), .init("By", width: 4), .init("What", width: 7),
                    .init("Answer", width: 7),
                ],
                rows: questions.map { question in
                    PackTable.Row(
                        .init(question.ref, details: [question.stance ?? "Question"]),
                        [
                            .init(question.by.words, details: question.on.map { [$0.shortWords] } ?? []),
                            .init(question.text.sentence), answer(question),
                        ])
                }))
    }

    private func answer(_ question: BoardQuestion) -> PackTable.Cell {
        guard let answer = question.answer else { return .init(question.stance == nil ? "Not answered yet." : "–") }
        let by = [answer.by.shortWords, answer.on?.shortWords].compactMap(\.self).joined(separator: ", ")
        return .init(answer.text.sentence, details: [by])
    }
}
