import Partnership
import Testing
import Workflow

@testable import Register

/// Seats, and who takes them.
struct SeatTests {
    private func seats(_ test: TestRegister, body: String, role: String) throws -> [Seat] {
        try test.read { try $0.seats(body: body) }.filter { $0.role == role }
    }

    @Test func aVacantSeatIsTakenBeforeANewOneIsMade() throws {
        let test = try TestRegister()
        #expect(try seats(test, body: "north", role: "local-authority").count == 3)
        let taken = try test.seat("Social Care North", at: "north/local-authority")
        #expect(taken.organisation == "SEND Inclusion")
        #expect(try seats(test, body: "north", role: "local-authority").count == 3)
    }

    @Test func theSeatOfAnOrganisationIsTakenByName() throws {
        let test = try TestRegister()
        let taken = try test.seat("Social Care North", at: "north/local-authority", organisation: "Social Care")
        #expect(taken.organisation == "Social Care")
        #expect(
            try seats(test, body: "north", role: "local-authority").map { $0.person?.name } == [
                nil, "Social Care North", nil,
            ])
    }

    @Test func whereNoneIsVacantOneIsAdded() throws {
        let test = try TestRegister()
        for number in 1...3 { try test.seat("Education \(number)", at: "north/education") }
        #expect(
            try seats(test, body: "north", role: "education").map { $0.person?.name } == [
                "Education 1", "Education 2", "Education 3",
            ])
    }

    @Test func aDeputySharesTheSeatWhichStaysVacantWhileNobodyFillsIt() throws {
        let test = try TestRegister()
        let seat = try test.seat("Deputy Health", at: "north/health", deputyFor: TestRegister.parentRep)
        #expect(seat.deputyFor == TestRegister.parentRep.id)
        func health() throws -> [String?] {
            try test.read { try $0.seats(body: "north", on: TestRegister.day("2019-12-09")) }.filter {
                $0.role == "health"
            }.map { $0.person?.name }
        }
        #expect(try health() == [nil, "Deputy Health"])
        let filled = try test.seat("Health North", at: "north/health", since: "2019-12-02")
        #expect(filled.id == seat.id)
        #expect(try health() == ["Deputy Health", "Health North"])
    }

    @Test func aSeatThatEndsIsHeldThroughItsLastDayAndIsVacantForTheNext() throws {
        let test = try TestRegister()
        let seat = try test.seat("Health North", at: "north/health", since: "2019-12-02")
        try test.write("2019-12-10") { operation, _ in try operation.leave(seat, on: operation.on) }
        func held(on day: String) throws -> [String] {
            try test.read { try $0.seats(of: $0.known("Health North"), on: TestRegister.day(day)) }.map(\.written)
        }
        #expect(try held(on: "2019-12-01") == [])
        #expect(try held(on: "2019-12-02") == ["north/health"])
        #expect(try held(on: "2019-12-10") == ["north/health"])
        #expect(try held(on: "2019-12-11") == [])
        let next = try test.seat("Another Health", at: "north/health", since: "2019-12-11")
        #expect(next.id == seat.id)
        #expect(
            try seats(test, body: "north", role: "health").map { $0.person?.name } == [
                "Health North", "Another Health",
            ])
        #expect(try test.read { try $0.check().problems } == [])
    }

    @Test func aHandoverEnteredAheadLeavesNoVacancyAndAGapDoes() throws {
        let test = try TestRegister()
        let seat = try test.seat("Health North", at: "north/health", since: "2019-12-02")
        try test.write("2019-12-10") { operation, _ in try operation.leave(seat, on: TestRegister.day("2019-12-20")) }
        let next = try test.seat("Another Health", at: "north/health", since: "2019-12-21")
        let last = try test.seat("Third Health", at: "north/health", since: "2020-02-03")
        #expect(next.id == seat.id)
        // Somebody is in it for good from the 21st.
        #expect(last.id != seat.id)
        func held(on day: String) throws -> [String?] {
            try test.read { try $0.seats(body: "north", on: TestRegister.day(day)) }.filter { $0.id == seat.id }.map {
                $0.person?.name
            }
        }
        #expect(try held(on: "2019-12-01") == [nil])
        #expect(try held(on: "2019-12-20") == ["Health North"])
        #expect(try held(on: "2019-12-21") == ["Another Health"])
        try test.write("2019-12-21") { operation, _ in try operation.leave(next, on: TestRegister.day("2019-12-31")) }
        #expect(try held(on: "2020-01-01") == [nil])
        #expect(try test.read { try $0.check().problems } == [])
    }

    @Test func itIsMadeAndClosedAndIsNotClosedUnderSomebody() throws {
        let test = try TestRegister()
        func nurseries(on day: String) throws -> Int {
            try test.read { try $0.seats(body: "north", on: TestRegister.day(day)) }.count {
                $0.organisation == "A nursery"
            }
        }
        let made = try test.write("2019-12-02") { operation, _ in
            try operation.open(seat: "education", in: "north", organisation: "A nursery", on: operation.on)
        }
        #expect(try nurseries(on: "2019-12-01") == 0)
        #expect(try nurseries(on: "2019-12-02") == 1)
        let held = try test.seat("Nursery North", at: "north/education", since: "2019-12-02", organisation: "A nursery")
        #expect(held.id == made.id)
        #expect(
            throws: RegisterError.refused([
                Reason(
                    kind: .rule, sentence: "Nursery North fills the seat north/education after 9 December 2019.",
                    remedies: [.say("End their seat first.")])
            ])
        ) {
            try test.write("2019-12-09") { operation, _ in try operation.close(made, on: operation.on) }
        }
        try test.write("2019-12-09") { operation, _ in
            try operation.leave(held, on: operation.on)
            try operation.close(made, on: operation.on)
        }
        #expect(try nurseries(on: "2019-12-09") == 1)
        #expect(try nurseries(on: "2019-12-10") == 0)
        #expect(try test.read { try $0.check().problems } == [])
    }

    @Test func itDoesNotEndBeforeItBegan() throws {
        let test = try TestRegister()
        let seat = try test.seat("Health North", at: "north/health", since: "2019-12-09")
        #expect(
            throws: RegisterError.badInput(
                "The seat north/health began on 2019-12-09, after 2019-12-08.",
                remedies: [.say("Give a day from 2019-12-09 on.")])
        ) {
            try test.write("2019-12-10") { operation, _ in
                try operation.leave(seat, on: TestRegister.day("2019-12-08"))
            }
        }
    }

    @Test(arguments: [
        ("north/doc", "There is no role called “doc”.", "Did you mean “dco”?"),
        ("nroth/dco", "There is no body called “nroth”.", "Did you mean “north”?"),
        (
            "elsewhere/dco", "There is no body called “elsewhere”.",
            "Known: north, south, east, blackpool, blackburn-with-darwen, board, commissioning, pathways, quality, voice."
        ),
        (
            "north/board-chair", "The North LAP has no seat of a Board chair.",
            "It has seats of: dco, dco-admin, chair, education, health, local-authority, member, parent-rep, "
                + "information-officer, action-owner, viewer."
        ),
        (
            "voice/chair", "The Voice and Co-production Group has no seat of a chair.",
            "It has seats of: dco, education, health, local-authority, member, parent-rep, group-lead, "
                + "action-owner, viewer."
        ),
        ("dco", "The seat of a Designated Clinical Officer is in a body.", "Name the body with it: BODY/dco."),
        (
            "board/registrar", "The SEND Partnership Board has no seat of a registrar.",
            "It has seats of: dco, education, health, local-authority, parent-rep, board-chair, board-secretary, "
                + "board-member, group-lead, information-officer, action-owner, viewer."
        ),
    ])
    func thereAreNoOtherSeats(place: String, sentence: String, help: String) throws {
        let test = try TestRegister()
        let before = try test.bytes()
        #expect(throws: RegisterError.badInput(sentence, remedies: [.say(help)])) {
            try test.seat("Newcomer", at: place)
        }
        #expect(try test.bytes() == before)
    }

    @Test(arguments: ["DCO NORTH", "dco  north", "Another <DCO.north@example.org>"])
    func nobodyIsAddedTwice(written: String) throws {
        let test = try TestRegister()
        #expect(
            throws: RegisterError.badInput(
                "DCO North is in the register already.", remedies: [.deed("seat", on: "DCO North")])
        ) {
            try test.write("2019-12-02") { operation, _ in try operation.add(Person(written: written)!) }
        }
    }

    @Test func whoHoldsASeatIsNotErased() throws {
        let test = try TestRegister()
        #expect(
            throws: RegisterError.refused([
                Reason(
                    kind: .rule, sentence: "Parent Rep North holds north/parent-rep.",
                    remedies: [.say("End these seats first; a seat counts through its last day.")])
            ])
        ) {
            try test.write("2019-12-02") { operation, _ in
                try operation.erase(operation.view.known("Parent Rep North"))
            }
        }
    }

    @Test func aNameIsCorrectedAndTheOldOneIsGone() throws {
        let test = try TestRegister()
        try test.seat("Mistaken Heron", at: "north/health")
        try test.write("2019-12-02") { operation, _ in
            try operation.rename(
                operation.view.known("Mistaken Heron"), name: "Health North", email: nil, isMistaken: true)
        }
        #expect(try test.read { try $0.seats(body: "north") }.contains { $0.person?.name == "Health North" })
        #expect(try !test.holds("Heron"))
        #expect(try test.read { try $0.check().problems } == [])
        #expect(
            throws: RegisterError.badInput(
                "Nothing was given to correct.", remedies: [.say("Give a name or an address.")])
        ) {
            try test.write("2019-12-02") { operation, _ in
                try operation.rename(operation.view.known("Health North"), name: nil, email: nil)
            }
        }
    }
}
