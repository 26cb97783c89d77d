import Ledger
import Workflow

/// A role in a body, and who holds it from when to when. Vacant while it has no person.
public struct Seat: Hashable, Sendable {
    public let id: Int
    /// The body's id; nil for a seat that serves the register as a whole.
    public let body: String?
    public let role: String
    public let organisation: String?
    public let person: Person?
    /// First and last day, both included; open when nil.
    public let since: Day?
    public let until: Day?
    /// The id of the person its holder stands in for.
    public let deputyFor: String?

    init(row: Row, _ directory: [String: Person]) {
        id = row.count("id")
        body = row.text("body")
        role = row.word("role")
        organisation = row.text("organisation")
        person = row.text("person").map { directory[$0] ?? Person(id: $0, name: Person.erased) }
        since = row.day("since")
        until = row.day("until")
        deputyFor = row.text("deputy_for")
    }

    public func isHeld(on day: Day) -> Bool {
        person != nil && (since.map { $0 <= day } ?? true) && (until.map { $0 >= day } ?? true)
    }

    /// Somebody is to take it after a day.
    public func begins(after day: Day) -> Bool { person != nil && (since.map { $0 > day } ?? false) }

    /// `north/dco`, or `registrar` for a seat in no body.
    public var written: String { body.map { "\($0)/\(role)" } ?? role }
}
