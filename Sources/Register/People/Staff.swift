import Ledger
import Partnership
import Workflow

/// Who holds which role towards the items of one body.
public struct Staff: Sendable {
    /// `North LAP`.
    public let body: String
    /// People's ids by role.
    public let people: [String: Set<String>]
}

extension View {
    /// The seats held on a day, once for each body whose items are dealt with apart: a meeting is its own body's, anything
    /// else a LAP's, where the bodies without an area act too. Whoever is given something to do is an `action-owner`.
    public func staff(for workflow: String, on day: Day) throws -> [Staff] {
        let seats = try seats(on: day).filter { $0.isHeld(on: day) }
        let everybody = Set(seats.compactMap { $0.person?.id })
        let bodies = try reference.bodies.filter(\.kind.meets)
        let apart = workflow == "meeting" ? bodies : bodies.filter { $0.area != nil }
        let reference = try reference
        return apart.map { body in
            var people = [Standing.owner: everybody]
            for seat in seats {
                guard let person = seat.person, let own = seat.body.flatMap({ reference.body($0) }),
                    let role = reference.role(seat.role), let acting = role.acts[SeatRole.Place(own.kind)]
                else { continue }
                if own.id == body.id || role.isEverywhere || (workflow != "meeting" && own.area == nil) {
                    people[acting, default: []].insert(person.id)
                }
            }
            return Staff(body: body.title, people: people)
        }
    }

    /// What an area cannot be without: those who take its issues in, and those who tell whoever raised one what came of it.
    /// The roles of each, by the workflow of issues.
    private func duties() throws -> [Set<String>] {
        let issue = try definition("issue")
        let answering = issue.clocks(meaning: "feedback").flatMap { clock in
            clock.runsIn.map { issue.roles(answering: clock, in: $0) }
        }
        return ([Set(try start(of: issue).by)] + answering).filter { !$0.isEmpty }
    }

    /// Whether somebody fills a seat on a day by which issues of an area are taken in, and one by which families are answered:
    /// any of its own, not of the Board.
    ///
    /// - Parameter undone: what is to be taken back of how its seats are filled.
    func isAttended(area: String, on day: Day? = nil, without undone: [Touched.Place] = []) throws -> Bool {
        guard let body = try reference.body(ofArea: area) else { return false }
        let day = day ?? present
        let held = try seats(body: body.id).filter { seat in
            let places = undone.filter { $0.body == seat.body && $0.role == seat.role && $0.person == seat.person?.id }
            return seat.exists(on: day)
                && (places.isEmpty ? seat.isHeld(on: day) : places.contains(where: \.isLeft))
        }
        let acting = try Set(held.compactMap { try role(of: $0) })
        return try duties().allSatisfy { !$0.isDisjoint(with: acting) }
    }

    /// The areas to which somebody sees on a day.
    ///
    /// - Parameter undone: what is to be taken back of how seats are filled.
    public func attendedAreas(on day: Day, without undone: [Touched.Place] = []) throws -> [Area] {
        try reference.areas.filter { try isAttended(area: $0.id, on: day, without: undone) }
    }

    /// The areas that nobody sees to today, though issues of theirs are open or somebody once did.
    public func unattendedAreas() throws -> [Area] {
        try reference.areas.filter { area in
            try !isAttended(area: area.id) && (hasOpenIssues(area: area.id) || wasAttended(area: area.id))
        }
    }

    private func hasOpenIssues(area: String) throws -> Bool {
        try connection.row(
            "SELECT id FROM item WHERE area = ? AND workflow = 'issue' AND open = 1 LIMIT 1", [.text(area)]) != nil
    }

    private func wasAttended(area: String) throws -> Bool {
        guard let body = try reference.body(ofArea: area) else { return false }
        let able = try duties().reduce(into: Set<String>()) { $0.formUnion($1) }
        return try seats(body: body.id).contains { seat in
            try seat.until.map { $0 < present } ?? false && role(of: seat).map(able.contains) ?? false
        }
    }

    /// What whoever fills a seat acts as there.
    private func role(of seat: Seat) throws -> String? {
        guard let body = try seat.body.flatMap({ try reference.body($0) }) else { return nil }
        return try reference.role(seat.role)?.acts[SeatRole.Place(body.kind)]
    }

    /// The titles of the roles without which nobody sees to the issues of an area, as its seats are called.
    public func titlesOfAttending(_ area: Area) throws -> [String] {
        guard let body = try reference.body(ofArea: area.id) else { return [] }
        let duties = try duties()
        return try reference.roles.filter { role in
            role.acts[SeatRole.Place(body.kind)].map { acting in duties.allSatisfy { $0.contains(acting) } } ?? false
        }.map(\.title)
    }
}
