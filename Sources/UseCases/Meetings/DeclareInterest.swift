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
        // Under the private items, and their heading, it is printed for nobody else. Which item it is in is no secret of it.
        let matters =
            line.isPrivate
            ? []
            : try view.privateMatters(
                in: interest, under: line, of: meeting, to: standing)
        guard matters.allSatisfy({ $0 == line.issue?.reference }) else {
            throw PrivateMatters.refusal(matters, "what is declared under item \(item) is", mayInsist: false)
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
