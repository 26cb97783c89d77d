import Testing

@testable import Partnership

@Suite("Attendance")
struct AttendanceTests {
    @Test func countsDeputiesWithThosePresent() throws {
        let attendance = try #require(Attendance(present: 6, deputised: 2, filled: 10, vacant: 3))
        #expect(attendance.percentage == 80)
        #expect(!attendance.meets(target: 90))
    }

    @Test func leavesVacantSeatsOut() throws {
        let attendance = try #require(Attendance(present: 9, filled: 10, vacant: 10))
        #expect(attendance.percentage == 90)
        #expect(attendance.meets(target: 90))
    }

    @Test func neverReachesATargetByRounding() throws {
        let attendance = try #require(Attendance(present: 179, filled: 199))
        #expect(attendance.percentage == 89)
        #expect(!attendance.meets(target: 90))
    }

    @Test func isUnknownWhenNoSeatIsFilled() throws {
        let attendance = try #require(Attendance(present: 0, filled: 0, vacant: 8))
        #expect(attendance.percentage == nil)
        #expect(!attendance.meets(target: 0))
    }

    @Test func cannotRepresentMoreSeatsThanAreFilled() {
        #expect(Attendance(present: 8, deputised: 3, filled: 10) == nil)
        #expect(Attendance(present: -1, filled: 10) == nil)
    }

    @Test func addsUpOverSeveralMeetings() throws {
        let first = try #require(Attendance(present: 4, deputised: 1, filled: 10, vacant: 1))
        let second = try #require(Attendance(present: 10, filled: 10))
        #expect((first + second).percentage == 75)
        #expect((first + second).vacant == 1)
    }
}
