import Partnership
import Register
import class Register.Operation
import Workflow

/// Records an interest that somebody declared in an item of a meeting. Who withdraws counts neither for the item's quorum
/// nor for its decision.
public struct DeclareInterest: Deed {
    /// What it is.
    public let interest: String
    /// Named as it is written.
    public let person: String
    /// The number on the agenda, `8.1`.
    public let item: String
    public let meeting: String
    public let withdraws: Bool
    public let name = "meeting declare"

    public init(_ interest: String, of person: String, in item: String, of meeting: String, withdraws: Bool) {
        self.interest = interest
        self.person = person
        self.item = item
        self.meeting = meeting
        self.withdraws = withdraws
    }

    private static let interest = Field(name: "interest", title: "Interest", kind: .text)

    public func perform(in operation: Operation, as standing: Standing) throws -> DeclaredInterest {
        let view = operation.view
        let reading = try MeetingReading(of: meeting, from: view, as: standing)
        let meeting = reading.meeting
        try standing.must(.declare, at: reading.body)
        try reading.mustBeClear(item: item)
        let person = try view.known(person)
        let line = try view.agendaItem(item, of: meeting)
        // Under the heading of private items it is about one of them, and is not printed for others.
        let matters = line.isPrivate ? [] : try view.privateMatters(in: interest, under: line, of: meeting)
        guard matters.isEmpty || line.issue.map({ matters == [$0.reference] }) ?? false else {
            throw RegisterError.refused([
                Reason(
                    kind: .rule,
                    sentence:
                        "\(Sentences.list(matters, "and")) \(matters.count == 1 ? "is" : "are") not for the public, "
                        + "and what is declared under item \(item) is.",
                    remedies: [.say("Declare it under the private item, or leave out what would tell of it.")],
                    code: "R10")
            ])
        }
        try operation.declare(
            person, interest: DeclareInterest.interest.recorded(interest), in: item, of: meeting,
            withdraws: withdraws)
        return DeclaredInterest(person: person.name, item: item, withdrew: withdraws)
    }
}

public struct DeclaredInterest: Sendable, Codable {
    /// The person's name.
    public let person: String
    /// The number on the agenda.
    public let item: String
    public let withdrew: Bool
}
