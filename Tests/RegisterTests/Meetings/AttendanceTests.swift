import Partnership
import Testing
import Workflow

@testable import Register

/// Who was at a meeting, and what that means for what it decides.
struct AttendanceTests {
    private let meeting = "north-2019-12-19"

    private func records(_ test: TestRegister) throws -> [AttendanceRecord] {
        try test.read { try $0.attendance(of: $0.item(meeting)) }
    }

    private func finding(_ test: TestRegister) throws -> MeetingFinding {
        try test.read { try $0.finding(of: $0.item(meeting)) }
    }

    @Test func whoIsMarkedStandsWithTheSeatsTheyHeldThatDay() throws {
        let test = try TestRegister()
        try test.schedule("north", "2019-12-19")
        try test.seat("Health North", at: "north/health", since: "2019-12-20")
        try test.seat("Health North", at: "north/education", until: "2019-12-19")
        try test.mark("DCO North", .present)
        try test.mark("Health North", .apologies)
        let records = try records(test)
        #expect(records.map(\.person.name) == ["DCO North", "Health North"])
        #expect(records.map(\.status) == [.present, .apologies])
        #expect(records.map { $0.seats.map(\.role) } == [["dco", "chair"], ["education"]])
    }

    @Test func aSecondMarkReplacesTheFirst() throws {
        let test = try TestRegister()
        try test.schedule("north", "2019-12-19")
        try test.mark("DCO North", .present)
        try test.mark("DCO North", .absent)
        #expect(try records(test).map(\.status) == [.absent])
        #expect(try test.read { try $0.check().problems } == [])
    }

    @Test func whoOnlyLooksOnIsNotMissing() throws {
        let test = try TestRegister()
        try test.schedule("north", "2019-12-19")
        try test.seat("Officer", at: "north/information-officer")
        try test.mark("DCO North", .present)
        let papers = try test.read { try $0.papers(of: $0.item(meeting), asOf: TestRegister.day("2019-12-20")) }
        #expect(!papers.attendance.contains { $0.person.name == "Officer" })
        #expect(papers.attendance.contains { $0.status == .unmarked })
    }

    @Test func nobodyIsMarkedBeforeTheDay() throws {
        let test = try TestRegister()
        try test.schedule("north", "2019-12-19")
        #expect(
            throws: RegisterError.badInput(
                "north-2019-12-19 has not taken place on 2019-12-18.",
                remedies: [.dated(from: TestRegister.day("2019-12-19"))])
        ) {
            try test.mark("DCO North", .present, on: "2019-12-18")
        }
    }

    @Test func aGuestHasNoSeatAndNobodyStandsInForOne() throws {
        let test = try TestRegister()
        try test.schedule("north", "2019-12-19")
        try test.mark("Board Secretary", .present)
        #expect(try records(test)[0].seats.isEmpty)
        #expect(
            throws: RegisterError.badInput(
                "Board Secretary held no seat in North LAP on 2019-12-19, so nobody can stand in for them.",
                remedies: [.say("Mark the deputy as present instead.")])
        ) {
            try test.mark("Board Secretary", .deputised, deputy: "DCO North")
        }
    }

    @Test func everyGroupOfTheQuorumHasToBeFilled() throws {
        let test = try TestRegister()
        try test.held(without: "Health North")
        #expect(try finding(test).finding.missing == [["health"]])
        try test.mark("Health North", .present)
        #expect(try finding(test).isQuorate)
        #expect(try !finding(test).finding.isProvisional)
    }

    @Test func whoComesInSomebodysPlaceFillsTheirSeat() throws {
        let test = try TestRegister()
        try test.held(without: "Parent Rep North")
        #expect(try !finding(test).hasParentRep)
        try test.seat("Another Parent", at: "south/parent-rep")
        try test.mark("Parent Rep North", .deputised, deputy: "Another Parent")
        #expect(try finding(test).hasParentRep)
        #expect(try finding(test).isQuorate)
        #expect(try records(test).last?.deputy?.name == "Another Parent")
    }

    @Test(arguments: [AttendanceRecord.Status.absent, .apologies])
    func whoWasNotThereDoesNotCount(status: AttendanceRecord.Status) throws {
        let test = try TestRegister()
        try test.held()
        try test.mark("DCO North", status)
        #expect(try finding(test).finding.missing == [["chair"]])
    }

    @Test func aSeatInAnotherBodyFillsNoGroup() throws {
        let test = try TestRegister()
        try test.held(without: "Health North")
        try test.seat("Health South", at: "south/health")
        try test.mark("Health South", .present)
        #expect(try finding(test).finding.missing == [["health"]])
    }
}
