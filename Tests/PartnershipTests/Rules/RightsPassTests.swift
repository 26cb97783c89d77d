import Testing
import Workflow

@testable import Partnership

@Suite("Rights pass to the young person (R5)")
struct RightsPassTests {
    @Test(
        "on the last Friday of June of the school year in which they turn 16",
        arguments: [
            ("2003-08-31", "2019-06-28"),
            ("2003-09-01", "2020-06-26"),
            ("2010-02-01", "2026-06-26"),
            ("2007-06-30", "2023-06-30"),
            ("2008-12-31", "2025-06-27"),
        ])
    func passOnTheLastFridayOfJune(born: String, passes: String) throws {
        let day = RightsPass.day(born: try #require(Day(iso: born)))
        #expect(day.description == passes)
        #expect(day.weekday == 5)
    }

    @Test func aLeapDayBirthdayTurnsSixteenOnALeapDay() throws {
        #expect(RightsPass.day(born: try #require(Day(iso: "2004-02-29"))).description == "2020-06-26")
    }

    @Test func fallsInTheLastWeekOfJuneWhateverTheBirthday() throws {
        let start = try #require(Day(iso: "1999-01-01"))
        for offset in 0..<4000 {
            let day = RightsPass.day(born: start + offset)
            #expect(day.weekday == 5 && day.month == 6 && day.dayOfMonth >= 24)
        }
    }
}
