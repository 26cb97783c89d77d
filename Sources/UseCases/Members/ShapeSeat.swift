import Partnership
import Register
import class Register.Operation
import Workflow

/// Makes a seat in a body, ends one or says what its organisation is called now. Whoever may fill the seat may.
public struct ShapeSeat: Deed {
    public enum Change: Sendable {
        /// From a day on; the day of the deed when nil.
        case open(Day?)
        /// After a day; the day of the deed when nil.
        case close(Day?)
        case rename(String)
    }

    public let seat: SeatName
    /// Which of several seats of a role: who they come from. What a new one is made for.
    public let organisation: String?
    public let change: Change
    public var name: String {
        switch change {
        case .open: "seat open"
        case .close: "seat close"
        case .rename: "seat edit"
        }
    }

    public init(_ change: Change, of seat: SeatName, organisation: String? = nil) {
        self.change = change
        self.seat = seat
        self.organisation = organisation
    }

    static let organisation = Field(name: "organisation", title: "Organisation", kind: .line, limit: 200)

    public func perform(in operation: Operation, as standing: Standing) throws -> ShapedSeat {
        let view = operation.view
        try Seating(view, standing).must([.init(body: seat.body, role: seat.role, person: nil)])
        guard let body = seat.body else {
            throw RegisterError.badInput(
                "The seat \(seat.role) is in no body, and is made for whoever holds it.",
                remedies: [.say("Give the seat to somebody, or end theirs.")])
        }
        switch change {
        case .open(let day):
            let made = try operation.open(
                seat: seat.role, in: body, organisation: organisation.map { try Self.organisation.recorded($0) },
                on: day ?? operation.on)
            return ShapedSeat(made)
        case .close(let day):
            let found = try found(in: view, on: operation.on)
            try operation.close(found, on: day ?? operation.on)
            return ShapedSeat(found, last: day ?? operation.on)
        case .rename(let name):
            let found = try found(in: view, on: operation.on)
            try operation.rename(found, organisation: Self.organisation.recorded(name))
            return ShapedSeat(try view.seats(body: body).first { $0.id == found.id } ?? found)
        }
    }

    /// The one seat that is meant. Throws when there is none, or the name fits several.
    private func found(in view: View, on day: Day) throws -> Seat {
        let all = try view.seats(body: seat.body, on: day).filter { $0.written == seat.written && $0.deputyFor == nil }
        let meant = all.filter { organisation == nil || $0.organisation == organisation }
        let known = Set(all.compactMap(\.organisation)).sorted()
        guard let first = meant.first else {
            throw RegisterError.notFound(
                "There is no such seat \(seat.written.prefix(40)) on \(day).",
                remedies: known.isEmpty ? [.deed("members")] : [.say("It is one of: \(known.joined(separator: "; ")).")]
            )
        }
        guard meant.count == 1 else {
            // Of seats that nothing tells apart, one that nobody fills is as good as another.
            let vacant = meant.filter { $0.person == nil }
            if Set(meant.map(\.organisation)).count == 1, let one = vacant.first { return one }
            throw RegisterError.badInput(
                "There are \(meant.count) seats \(seat.written.prefix(40)).",
                remedies: [.give(["organisation"])]
                    + (known.isEmpty ? [] : [.say("It is one of: \(known.joined(separator: "; ")).")]))
        }
        return first
    }
}

public struct ShapedSeat: Sendable, Codable {
    /// `north/education`.
    public let seat: String
    public let organisation: String?
    /// The last day on which there is one; nil for one that goes on.
    public let last: Day?

    init(_ seat: Seat, last: Day? = nil) {
        self.seat = seat.written
        organisation = seat.organisation
        self.last = last
    }
}
