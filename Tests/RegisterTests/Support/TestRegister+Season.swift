import Partnership
import Workflow

@testable import Register
import class Register.Operation

/// The steps a season of meetings is made of.
extension TestRegister {
    /// A day of the December in which all of this happens.
    static func day(_ iso: String) -> Day { Day(iso: iso)! }

    /// Seats somebody, who is added first when nobody knows them.
    @discardableResult
    func seat(
        _ name: String, at place: String, since: String? = nil, until: String? = nil, organisation: String? = nil,
        deputyFor: Person? = nil
    ) throws -> Seat {
        let words = place.split(separator: "/").map(String.init)
        return try write("2019-12-01") { operation, _ in
            var person = try operation.view.person(name)
            if person == nil {
                let new = Person(written: name)!
                try operation.add(new)
                person = new
            }
            return try operation.take(
                body: words.count == 2 ? words[0] : nil, role: words.last!, person: person!,
                since: since.map(TestRegister.day), until: until.map(TestRegister.day), organisation: organisation,
                deputyFor: deputyFor)
        }
    }

    func person(_ name: String) throws -> Person { try read { try $0.known(name) } }

    func item(_ reference: String) throws -> StoredItem { try read { try $0.item(reference) } }

    /// The newest operation.
    func last() throws -> OperationLine { try read { try $0.operations(limit: 1)[0] } }

    /// Fixes a meeting of a body.
    @discardableResult
    func schedule(
        _ body: String, _ date: String, on day: String = "2019-12-04", as person: Person = TestRegister.dco
    ) throws -> StoredItem {
        try write(day, as: person) { operation, standing in
            try operation.begin(
                "meeting",
                given: [
                    "body": .text(body), "date": .day(TestRegister.day(date)),
                    "day-off-because": .text("These tests meet on any day"),
                ], as: standing
            ).item
        }
    }

    @discardableResult
    func build(_ meeting: String, on day: String = "2019-12-05", as person: Person = TestRegister.dco) throws
        -> AgendaBuilt
    {
        try write(day, as: person) { try $0.buildAgenda(of: $0.view.item(meeting), as: $1) }
    }

    /// A meeting of the North LAP on 19 December with N-1 on its published agenda.
    func published() throws {
        _ = try accepted()
        try schedule("north", "2019-12-19")
        try cause("schedule", on: "N-1", "2019-12-05", ["meeting": .text("north-2019-12-19")])
        try build("north-2019-12-19")
        try cause("publish", on: "north-2019-12-19", "2019-12-06")
    }

    /// Who makes up a quorum of the North LAP.
    static let members = ["DCO North", "Parent Rep North", "Health North", "SENCO North", "Social Care North"]

    /// That meeting held, with everybody there that it needs, but for those named.
    func held(without absent: String...) throws {
        try published()
        for (name, place) in [
            ("Health North", "north/health"), ("SENCO North", "north/education"),
            ("Social Care North", "north/local-authority"),
        ] { try seat(name, at: place) }
        for name in TestRegister.members {
            try mark(name, absent.contains(name) ? .absent : .present)
        }
        try cause("hold", on: "north-2019-12-19", "2019-12-19")
    }

    /// A later meeting of the North LAP, opened on its day.
    func held(on day: String, with names: [String] = TestRegister.members) throws {
        try schedule("north", day, on: "2019-12-06")
        try open("north-\(day)", on: day, with: names)
    }

    /// A meeting laid out, published late and opened on its day.
    func open(
        _ meeting: String, on day: String, publishing published: String = "2019-12-19",
        with names: [String] = TestRegister.members, as clerk: Person = TestRegister.dco
    ) throws {
        try build(meeting, on: published, as: clerk)
        try cause("publish", on: meeting, published, as: clerk, ["late-reason": .text("It comes so soon")])
        for name in names { try mark(name, .present, on: day, at: meeting) }
        try cause("hold", on: meeting, day, as: clerk)
    }

    /// A meeting of the Board, opened on its day with its chair there.
    func openBoard(on day: String) throws {
        try open("board-\(day)", on: day, publishing: day, with: ["Board Chair"], as: TestRegister.secretary)
    }

    func mark(
        _ name: String, _ status: AttendanceRecord.Status, on day: String = "2019-12-19", deputy: String? = nil,
        at meeting: String = "north-2019-12-19"
    ) throws {
        try write(day) { operation, _ in
            try operation.mark(
                operation.view.known(name), status, at: operation.view.item(meeting),
                deputy: deputy.map { try operation.view.known($0) })
        }
    }

    /// N-1 noted by the meeting.
    @discardableResult
    func note(_ issue: String = "N-1", on day: String = "2019-12-19") throws -> StoredItem {
        try cause(
            "note", on: issue, day, ["noted-as": .text("information"), "outcome": .text("The wait is known")])
    }

    /// An issue of North's on the Board's table.
    func tabled(at meeting: String) throws {
        try held()
        try cause(
            "propose-escalation", on: "N-1", "2019-12-19",
            [
                "criteria": .list(["E1"]), "ask": .text("Direct one assessment"), "options": .text("Leave it"),
                "recommendation": .text("That the Board directs it"), "evidence": .text("Eleven accounts"),
                "parent-rep-view": .text("It cannot wait"),
            ])
        try cause("submit", on: "N-1", "2019-12-20", as: TestRegister.deputy)
        try schedule("board", String(meeting.dropFirst("board-".count)), on: "2019-12-20", as: TestRegister.secretary)
        try cause(
            "table", on: "N-1", "2019-12-20", as: TestRegister.secretary,
            ["meeting": .text(meeting), "late-reason": .text("It cannot wait")])
    }
}
