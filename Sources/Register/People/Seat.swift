import Ledger
import Workflow

/// A role in a body, and who fills it or stands in it from when to when. Vacant while it has no person.
public struct Seat: Hashable, Sendable {
    public let id: Int
    /// The body's id; nil for a seat that serves the register as a whole.
    public let body: String?
    public let role: String
    /// What it is called for; `(erased)` where that was erased.
    public let organisation: String?
    /// The first and the last day on which there is such a seat; open when nil.
    let opened: Day?
    let closed: Day?
    /// Of whoever fills it; nil while it is vacant.
    let term: Int?
    public let person: Person?
    /// Their first and last day, both included; open when nil.
    public let since: Day?
    public let until: Day?
    /// The id of the person its holder stands in for.
    public let deputyFor: String?

    /// A seat with one of its terms, or without one.
    init(row: Row, _ directory: [String: Person], organisation: String?) {
        id = row.count("id")
        body = row.text("body")
        role = row.word("role")
        self.organisation = organisation
        opened = row.day("opened")
        closed = row.day("closed")
        term = row.integer("term")
        person = row.text("person").map { directory[$0] ?? Person(id: $0, name: Person.erased) }
        since = row.day("since")
        until = row.day("until")
        deputyFor = row.text("deputy_for")
    }

    /// The same seat with nobody in it.
    private init(vacating seat: Seat) {
        id = seat.id
        body = seat.body
        role = seat.role
        organisation = seat.organisation
        opened = seat.opened
        closed = seat.closed
        term = nil
        person = nil
        since = nil
        until = nil
        deputyFor = nil
    }

    var vacant: Seat { Seat(vacating: self) }

    public func isHeld(on day: Day) -> Bool { person != nil && Seat.covers(since, until, day) }

    /// There is such a seat on a day.
    func exists(on day: Day) -> Bool { Seat.covers(opened, closed, day) }

    /// Somebody is to take it after a day.
    public func begins(after day: Day) -> Bool { person != nil && (since.map { $0 > day } ?? false) }

    /// Whoever fills it does so on some day of a time.
    func overlaps(_ first: Day?, _ last: Day?) -> Bool {
        let isOver = until.flatMap { end in first.map { end < $0 } } ?? false
        let isToCome = since.flatMap { begin in last.map { begin > $0 } } ?? false
        return !isOver && !isToCome
    }

    private static func covers(_ first: Day?, _ last: Day?, _ day: Day) -> Bool {
        (first.map { $0 <= day } ?? true) && (last.map { $0 >= day } ?? true)
    }

    /// `north/dco`, or `registrar` for a seat in no body.
    public var written: String { body.map { "\($0)/\(role)" } ?? role }
}
