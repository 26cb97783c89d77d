import Workflow
import Partnership
import Register
import class Register.Operation

/// Puts a person on record, with their seats. Whoever may fill all of those seats may add the person for them.
public struct AddPerson: Deed {
    /// `NAME <MAIL>`, or a name alone.
    public let person: String
    public let seats: [SeatName]
    public let terms: SeatTerms
    public let name = "member add"

    public init(_ person: String, seats: [SeatName] = [], terms: SeatTerms = SeatTerms()) {
        self.person = person
        self.seats = seats
        self.terms = terms
    }

    static let noPerson = RegisterError.badInput(
        "That is no name and address.",
        remedies: [.say("Write a name, or NAME <MAIL>: Board Secretary <secretary@example.org>.")])

    public func perform(in operation: Operation, as standing: Standing) throws -> SeatedPerson {
        if seats.isEmpty { try standing.must(.keepPeople) }
        try Seating(operation.view, standing).must(seats.map { .init(body: $0.body, role: $0.role, person: nil) })
        guard let person = Person(written: person) else { throw AddPerson.noPerson }
        try operation.add(person, showsAddresses: standing.may(.readAddresses))
        return try operation.seat(person, in: seats, terms)
    }
}
