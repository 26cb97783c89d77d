import Partnership
import Register
import class Register.Operation
import Workflow

/// Records that a body agreed its terms of reference anew: at one of its meetings, or on a day.
public struct RecordTerms: Deed {
    /// The body's id.
    public let body: String
    /// The meeting's reference; nil for what was agreed before meetings were on record.
    public let agreedAt: String?
    /// The day; that of the meeting when nil.
    public let agreedOn: Day?
    public let review: Day
    public let name = "meeting terms"

    public init(of body: String, agreedAt: String? = nil, agreedOn: Day? = nil, review: Day) {
        self.body = body
        self.agreedAt = agreedAt
        self.agreedOn = agreedOn
        self.review = review
    }

    public func perform(in operation: Operation, as standing: Standing) throws -> TermsAnswer {
        let body = try operation.view.named(body: body)
        try standing.must(.minute, at: body)
        let meeting = try agreedAt.map { try operation.view.item($0, workflow: "meeting") }
        guard let agreed = agreedOn ?? meeting?.meeting.date else {
            throw RegisterError.refused([
                Reason(
                    kind: .missing, sentence: "It is not said when they were agreed.",
                    remedies: [.give(["agreed-at"]), .give(["agreed-on"])])
            ])
        }
        let made = try operation.record((agreed, review), of: body, at: meeting)
        return TermsAnswer(made, of: body, on: operation.view.today)
    }
}

/// The versions of a body's terms of reference, the last first. That there are such is for everybody, like its dates.
public struct ListTerms: Question {
    public let body: String

    public init(of body: String) { self.body = body }

    public func answer(from view: View, as standing: Standing) throws -> [TermsAnswer] {
        let body = try view.named(body: body)
        return try view.terms(of: body).reversed().map { TermsAnswer($0, of: body, on: view.today) }
    }
}

/// A version of a body's terms of reference.
public struct TermsAnswer: Sendable, Codable {
    public let body: String
    public let version: Int
    public let agreed: Day
    public let meeting: String?
    public let review: Day
    /// The day of the review has passed.
    public let isDue: Bool

    init(_ terms: TermsOfReference, of body: Body, on day: Day) {
        self.body = body.id
        version = terms.version
        agreed = terms.agreed
        meeting = terms.meeting
        review = terms.review
        isDue = terms.review < day
    }
}

extension View {
    /// The body of an id as somebody wrote it. Throws with those that there are.
    func named(body: String) throws -> Body {
        let bodies = try reference.bodies
        let id = try KnownNames.resolve([body.lowercased()], of: "body", among: bodies.map(\.id))[0]
        guard let found = bodies.first(where: { $0.id == id }) else {
            throw RegisterError.notFound("There is no such body.", remedies: [])
        }
        return found
    }
}
