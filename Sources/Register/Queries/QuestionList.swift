import Ledger
import Partnership
import Workflow

/// A line of the list of what members asked or noted.
public struct QuestionSummary: Sendable {
    public let item: StoredItem
    /// Nil when the asker may not read it, as is the answer.
    public let text: String?
    public let answer: String?
    /// The name of whose it is.
    public let by: String?
    public let due: Day?
}

extension View {
    /// What members of the Board asked or noted, the next due first.
    public func questions(_ filter: WorkFilter, as standing: Standing) throws -> [QuestionSummary] {
        let (conditions, arguments) = try conditions(of: filter, "question")
        return try work(conditions, arguments, filter.limit, as: standing) { item, sight in
            let own = item.question
            func shown(_ field: QuestionReader.Field, _ text: String?) -> String? {
                sight.shows(field: field.rawValue) ? text : nil
            }
            return QuestionSummary(
                item: item, text: shown(.text, own.text), answer: shown(.answer, own.answer),
                by: try own.askedBy.map { try person(id: $0).name }, due: item.due?.on)
        }
    }

    /// What members asked or noted about an issue, for its brief, oldest first; what was withdrawn is not in it.
    ///
    /// - Parameters:
    ///   - past: the day as of whose end it is told; nil for as it is.
    ///   - date: the day on which people hold the seats that they are told with.
    func boardQuestions(about issue: StoredItem, asOf past: Day?, on date: Day) throws -> [BoardQuestion] {
        func person(_ id: String?) throws -> PapersPerson {
            guard let person = try id.map({ try self.person(id: $0) }) else { return PapersPerson(name: "") }
            return try paperPerson(person, seats: seats(of: person, on: date))
        }
        return try connection.rows(
            "SELECT \(View.itemColumns) FROM item WHERE issue = ? AND workflow = 'question' ORDER BY id",
            [.text(issue.reference)]
        ).map(stored).compactMap { now in
            guard let then = try past.map({ try self.past(now, on: $0) }) ?? now else { return nil }
            let own = then.question
            guard !now.question.isWithdrawn, let text = own.text else { return nil }
            return BoardQuestion(
                ref: now.reference, by: try person(own.askedBy), on: own.askedOn, stance: own.stance, text: text,
                answer: try own.answer.map {
                    BoardQuestion.Answer(by: try person(own.answeredBy), on: own.answeredOn, text: $0)
                })
        }
    }
}
