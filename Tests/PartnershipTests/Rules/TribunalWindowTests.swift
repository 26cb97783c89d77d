import Testing
import Workflow

@testable import Partnership

@Suite("The window for an appeal (R6)")
struct TribunalWindowTests {
    /// New Year's Day and 4 January 2021 are kept out, so that the first working day of 2021 is 5 January.
    private let calendar = WorkingCalendar(
        name: "test", holidays: ["2021-01-01", "2021-01-04"].compactMap { Day(iso: $0) }, covers: 2018...2028)

    private func closes(decision: String, certificate: String? = nil) throws -> String {
        let window = TribunalWindow(
            decision: try #require(Day(iso: decision)), certificate: certificate.flatMap { Day(iso: $0) })
        return window.closes(counting: calendar).description
    }

    @Test func closesTwoMonthsAfterTheDecision() throws {
        #expect(try closes(decision: "2019-03-05") == "2019-05-05")
    }

    @Test func closesOnTheLastDayOfAShorterMonth() throws {
        #expect(try closes(decision: "2019-12-31") == "2020-02-29")
    }

    @Test func closesOneMonthAfterACertificateWhenThatIsLater() throws {
        #expect(try closes(decision: "2019-03-05", certificate: "2019-05-01") == "2019-06-01")
    }

    @Test func keepsTwoMonthsWhenTheCertificateCameEarly() throws {
        #expect(try closes(decision: "2019-03-05", certificate: "2019-03-20") == "2019-05-05")
    }

    @Test(
        "moves past Christmas to the next working day in January",
        arguments: ["2020-10-25", "2020-10-31", "2020-11-01"])
    func movesPastChristmas(decision: String) throws {
        #expect(try closes(decision: decision) == "2021-01-05")
    }

    @Test func staysOnTheDayBeforeChristmas() throws {
        #expect(try closes(decision: "2020-10-24") == "2020-12-24")
    }

    @Test func staysOnTheDayAfterNewYear() throws {
        #expect(try closes(decision: "2020-11-02") == "2021-01-02")
    }

    @Test("moves out of August to the first working day of September", arguments: ["2019-06-01", "2019-06-30"])
    func movesOutOfAugust(decision: String) throws {
        // 1 September 2019 is a Sunday.
        #expect(try closes(decision: decision) == "2019-09-02")
    }

    @Test func isOpenFromTheDecisionToTheLastDay() throws {
        let window = TribunalWindow(decision: try #require(Day(iso: "2019-03-05")))
        let open = ["2019-03-04", "2019-03-05", "2019-05-05", "2019-05-06"].map { text in
            Day(iso: text).map { window.isOpen(on: $0, counting: calendar) }
        }
        #expect(open == [false, true, true, false])
    }
}
