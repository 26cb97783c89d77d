import Partnership
import Register
import class Register.Operation
import Workflow

/// Ends a person's seat on a day; the seat itself stays, vacant. Whoever may fill a seat may end it, but the last who
/// seats people stays, and the last who sees to an area's issues only where that is said. One that has not begun by then
/// is never taken.
public struct EndSeat: Deed {
    /// Named as it is written.
    public let person: String
    public let seat: SeatName
    /// The last day; the day of the deed when nil.
    public let last: Day?
    /// An area may be left without anybody who sees to its issues.
    public let leavesVacant: Bool
    public let name = "member leave"

    /// The option that says so.
    public static let leavingVacant = "leave-vacant"

    public init(_ seat: SeatName, of person: String, after last: Day? = nil, leavesVacant: Bool = false) {
        self.leavesVacant = leavesVacant
        self.seat = seat
        self.person = person
        self.last = last
    }

    public func perform(in operation: Operation, as standing: Standing) throws -> EndedSeat {
        let view = operation.view
        let last = last ?? operation.on
        let seating = Seating(view, standing)
        let person = try view.person(person)
        try seating.must([.init(body: seat.body, role: seat.role, person: person?.id)], isEnding: true)
        let leaving = try person ?? view.known(self.person)
        guard let held = try view.seats(of: leaving, on: last).first(where: { $0.written == seat.written }) else {
            let later = try view.seats(body: seat.body).first { held in
                held.person?.id == leaving.id && held.written == seat.written && held.begins(after: last)
            }
            if let later {
                try seating.ending(after: later.since, leavingVacant: leavesVacant) {
                    try operation.withdraw(later)
                }
                try seating.mustLeaveRegistrar()
                return EndedSeat(seat: later.written, person: leaving.name, last: nil)
            }
            throw RegisterError.notFound(
                "\(leaving.name) does not hold \(seat.written.prefix(40)) on \(last).")
        }
        try seating.ending(after: last, leavingVacant: leavesVacant) { try operation.leave(held, on: last) }
        try seating.mustLeaveRegistrar(after: last)
        return EndedSeat(seat: held.written, person: leaving.name, last: last)
    }
}

public struct EndedSeat: Sendable, Codable {
    public let seat: String
    /// The person's name.
    public let person: String
    /// Nil when the seat had not begun.
    public let last: Day?
}
