import Partnership
import Register
import Workflow

/// What members of the Board asked or noted before its meetings, as far as the asker may see it, the next due first.
public struct ListQuestions: Question {
    public var filter = WorkFilter()

    public init() {}

    public func answer(from view: View, as standing: Standing) throws -> [QuestionLine] {
        try view.questions(filter, as: standing).map(QuestionLine.init)
    }
}

/// A line of the list of questions.
public struct QuestionLine: Sendable, Codable {
    /// `Q-4`.
    public let ref: String
    public let state: String
    public let issue: String?
    /// Whose it is.
    public let by: String?
    /// `Support` or `Concern`; nil for a question.
    public let stance: String?
    /// By when it is to be answered; nil once it is, and for what was noted.
    public let due: Day?
    /// Nil when it may not be read, as is the answer.
    public let title: String?
    public let answer: String?
    public let version: Int

    init(_ line: QuestionSummary) {
        ref = line.item.reference
        state = line.item.state
        issue = line.item.question.issue
        by = line.by
        stance = line.item.question.stance
        due = line.due
        title = line.text
        answer = line.answer
        version = line.item.version
    }
}
