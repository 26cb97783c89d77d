import Register
import class Register.Operation
import Workflow

/// Gives a person on record another seat, or several.
public struct SeatPerson: Deed {
    /// Named as it is written.
    public let person: String
    public let seats: [SeatName]
    public let terms: SeatTerms
    public let name = "member seat"

    public init(_ person: String, in seats: [SeatName], terms: SeatTerms = SeatTerms()) {
        self.person = person
        self.seats = seats
        self.terms = terms
    }

    public func perform(in operation: Operation, as standing: Standing) throws -> SeatedPerson {
        let view = operation.view
        // Who may is asked before anybody is looked for: a refusal tells nobody who is on record.
        let person = try view.person(person)
        try Seating(view, standing).must(seats.map { .init(body: $0.body, role: $0.role, person: person?.id) })
        return try operation.seat(person ?? view.known(self.person), in: seats, terms)
    }
}

/// A person, and the seats they were given.
public struct SeatedPerson: Sendable, Codable {
    /// The person's id.
    public let person: String
    public let name: String
    /// `north/dco`.
    public let seats: [String]
    /// The organisation that each of them is for, in the same order.
    public let organisations: [String?]
    /// The organisations of other seats of the same roles that are vacant: which one was meant is worth a look.
    public let others: [String]
    /// The names of others on record whom they could be taken for.
    public let alike: [String]
}

extension Operation {
    func seat(_ person: Person, in seats: [SeatName], _ terms: SeatTerms) throws -> SeatedPerson {
        if let since = terms.since, let until = terms.until, until < since {
            throw RegisterError.badInput(
                "The seat would end on \(until), before it begins on \(since).", remedies: [.say("Swap the two days.")])
        }
        let deputyFor = try terms.deputyFor.map { try view.known($0) }
        let held = try seats.map { seat in
            try take(
                body: seat.body, role: seat.role, person: person, since: terms.since, until: terms.until,
                organisation: terms.organisation, deputyFor: deputyFor)
        }
        return SeatedPerson(
            person: person.id, name: person.name, seats: held.map(\.written), organisations: held.map(\.organisation),
            others: terms.organisation == nil ? try vacancies(beside: held) : [],
            alike: try view.lookAlikes(of: person).map(\.name))
    }

    /// The organisations of vacant seats of the same roles as some that were taken without saying which.
    private func vacancies(beside taken: [Seat]) throws -> [String] {
        try taken.filter { $0.deputyFor == nil }.flatMap { seat in
            try view.seats(body: seat.body, on: max(on, seat.since ?? on)).filter {
                $0.person == nil && $0.written == seat.written && $0.organisation != seat.organisation
            }.compactMap(\.organisation)
        }
    }
}
