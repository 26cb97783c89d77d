import Partnership
import Register
import Workflow

/// Who holds which seat on a day, or takes it later; vacant seats too.
public struct ListSeats: Question {
    /// Only one body's.
    public let body: String?

    public init(of body: String? = nil) { self.body = body }

    public func answer(from view: View, as standing: Standing) throws -> [SeatLine] {
        try standing.mustHoldSeat(toSee: "The list of members")
        let reference = try view.reference
        let body = try body.map { try KnownNames.resolve([$0], of: "body", among: reference.bodies.map(\.id))[0] }
        let showsAddresses = standing.may(.readAddresses)
        let held = try view.seats(body: body, on: view.today)
        let seats = try (held + view.seats(body: body).filter { $0.begins(after: view.today) }).sorted {
            ($0.id, $0.since ?? view.today) < ($1.id, $1.since ?? view.today)
        }
        return try seats.map { seat in
            SeatLine(
                body: seat.body, role: seat.role, person: seat.person?.name,
                email: showsAddresses ? seat.person?.email : nil, organisation: seat.organisation, from: seat.since,
                to: seat.until, deputyFor: try seat.deputyFor.flatMap { try view.person($0)?.name })
        }
    }
}

/// A seat, and who holds it.
public struct SeatLine: Sendable, Codable {
    /// Nil for a seat that serves the register as a whole.
    public let body: String?
    public let role: String
    public let person: String?
    /// Nil when there is none, or it is not for the asker.
    public let email: String?
    public let organisation: String?
    public let from: Day?
    public let to: Day?
    /// The name of whom they stand in for.
    public let deputyFor: String?
}

extension Standing {
    /// For people with a seat, whichever it is.
    ///
    /// - Parameter what: as the sentence begins.
    func mustHoldSeat(toSee what: String) throws {
        guard !isSeated, seats.isEmpty else { return }
        throw RegisterError.notPermitted("\(what) is for people with a seat.")
    }
}
