import Partnership
import Testing
import Workflow

@testable import Register

/// Seats count where they are.
struct StandingTests {
    /// What roles somebody in a seat acts in towards things in several places; an `anyone` is left out.
    @Test(arguments: [
        // Seat, then towards: North's, South's, one of North's that the Board has, one given to Voice, the Board's own.
        ("north/dco", ["dco"], [], ["dco"], ["dco"], []),
        ("north/chair", ["chair"], [], ["chair"], ["chair"], []),
        ("north/education", ["member"], [], ["member"], ["member"], []),
        ("north/parent-rep", ["parent-rep"], [], ["parent-rep"], ["parent-rep"], []),
        ("south/dco", [], ["dco"], [], [], []),
        ("board/dco", [], [], ["board-member"], ["board-member"], ["board-member"]),
        ("board/board-chair", [], [], ["board-chair"], ["board-chair"], ["board-chair"]),
        ("board/parent-rep", [], [], ["board-member"], ["board-member"], ["board-member"]),
        ("board/group-lead", [], [], ["board-member"], ["board-member"], ["board-member"]),
        ("voice/group-lead", [], [], [], ["group-lead"], []),
        ("voice/dco", [], [], [], ["group-member"], []),
        ("quality/group-lead", [], [], [], [], []),
        (
            "board/information-officer", ["information-officer"], ["information-officer"], ["information-officer"],
            ["information-officer"], ["information-officer"]
        ),
        (
            "north/information-officer", ["information-officer"], ["information-officer"], ["information-officer"],
            ["information-officer"], ["information-officer"]
        ),
        ("registrar", [], [], [], [], []),
    ])
    func rolesByPlace(
        place: String, north: [String], south: [String], escalated: [String], delegated: [String], board: [String]
    ) throws {
        let test = try TestRegister()
        try test.seat("Somebody", at: place)
        let standing = try test.read { try $0.standing(of: $0.known("Somebody")) }
        #expect(standing.roles(towards: Belonging(area: "north")) == north)
        #expect(standing.roles(towards: Belonging(area: "south")) == south)
        #expect(standing.roles(towards: Belonging(area: "north", hasReachedBoard: true)) == escalated)
        let given = Belonging(area: "north", bodies: ["voice"], hasReachedBoard: true)
        #expect(standing.roles(towards: given) == delegated)
        #expect(standing.roles(towards: Belonging(bodies: ["board"])) == board)
        #expect(standing.isSeated == (place != "registrar"))
    }

    @Test func theSeatsOfTheDayItIsCountWhateverDayIsWrittenAbout() throws {
        let test = try TestRegister()
        try test.seat("Former DCO", at: "south/dco", since: "2019-01-07", until: "2019-12-31")
        try test.seat("Coming DCO", at: "east/dco", since: "2020-01-02")
        try test.seat("Present DCO", at: "east/dco", since: "2020-01-01")
        for (name, roles) in [("Former DCO", []), ("Coming DCO", []), ("Present DCO", ["east/dco"])] {
            #expect(try test.read("2019-12-20") { try $0.standing(of: $0.known(name)).seats.map(\.written) } == roles)
        }
    }

    @Test func owningSomethingMakesAnActionOwner() throws {
        let test = try TestRegister()
        let secretary = try test.read { try $0.standing(of: $0.known("Board Secretary")) }
        let owned = secretary.actor(towards: Belonging(area: "north"), owner: secretary.person.id)
        #expect(owned.roles == ["action-owner", "anyone"])
        #expect(secretary.actor(towards: Belonging(area: "north"), owner: "p-somebody").roles == ["anyone"])
    }

    @Test func severalSeatsCountEachInItsPlace() throws {
        let test = try TestRegister()
        try test.seat("Busy", at: "north/chair")
        try test.seat("Busy", at: "board/dco")
        let busy = try test.read { try $0.standing(of: $0.known("Busy")) }
        #expect(busy.roles(towards: Belonging(area: "north")) == ["chair"])
        let escalated = busy.roles(towards: Belonging(area: "north", hasReachedBoard: true))
        #expect(Set(escalated) == ["chair", "board-member"])
    }

    @Test func aPermissionIsAskedWhereItIsHeld() throws {
        let test = try TestRegister()
        let (dco, north, south) = try test.read { view in
            (
                try view.standing(of: view.known("Deputy DCO North")), try view.reference.body("north")!,
                try view.reference.body("south")!
            )
        }
        #expect(dco.may(.minute, at: .of(north)))
        #expect(!dco.may(.minute, at: .of(south)))
        #expect(dco.may(.importIssues))
        #expect(
            throws: RegisterError.notPermitted(
                "Recording minutes of the South LAP is for its Designated Clinical Officer, DCO administrator or "
                    + "chair, which Deputy DCO North is not.")
        ) {
            try dco.must(.minute, at: south)
        }
        #expect(
            throws: RegisterError.notPermitted(
                "Seating people is for the registrar, which Deputy DCO North is not.")
        ) {
            try dco.must(.seat)
        }
    }

    @Test func whoeverWritesIsNamedAndKnown() throws {
        let test = try TestRegister()
        #expect(
            throws: RegisterError.notPermitted(
                "Nobody is named as the one who acts.", remedies: [.deed("sign-in")])
        ) {
            try test.register.write(by: nil, deed: "test") { _, _ in }
        }
        #expect(
            throws: RegisterError.nobody(called: "DCO Nroth", nearest: "DCO North")
        ) {
            try test.register.write(by: "DCO Nroth", deed: "test") { _, _ in }
        }
        let roles = try test.register.read(by: nil) { _, standing in
            standing.actor(towards: Belonging(area: "north"), owner: "").roles
        }
        #expect(roles.isEmpty)
    }

    @Test func whatHasNotHappenedIsNotRecorded() throws {
        let test = try TestRegister()
        #expect(
            throws: RegisterError.badInput(
                "2020-01-02 lies ahead: what has not happened cannot be recorded.",
                remedies: [.say("Name today or an earlier day.")])
        ) {
            try test.write("2020-01-02") { _, _ in }
        }
    }
}
