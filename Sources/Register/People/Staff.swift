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
        let bodies = try reference.bodies
        let apart = workflow == "meeting" ? bodies : bodies.filter { $0.area != nil }
        let reference = try reference
        return apart.map { body in
            var people = ["action-owner": everybody]
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

    /// Whether somebody fills a seat today by which issues of an area are taken in and seen to: any of its own, not of the Board.
    func isAttended(area: String) throws -> Bool {
        guard let body = try reference.lap(ofArea: area) else { return false }
        let able = try start(of: definition("issue")).by
        return try seats(on: present).contains { seat in
            guard seat.isHeld(on: present), seat.body == body.id, let role = try reference.role(seat.role),
                let acting = role.acts[SeatRole.Place(body.kind)]
            else { return false }
            return able.contains(acting)
        }
    }

    /// The areas with issues that are open and that nobody sees to today.
    public func unattendedAreas() throws -> [Area] {
        try reference.areas.filter { area in
            try connection.row(
                "SELECT id FROM item WHERE area = ? AND workflow = 'issue' AND open = 1 LIMIT 1", [.text(area.id)])
                != nil
                && !isAttended(area: area.id)
        }
    }
}
