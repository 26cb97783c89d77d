import Testing
import Workflow

/// R6: the later of two months from the decision and one month from the certificate, which ends neither over Christmas nor
/// in August.
struct AppealWindowTests {
    /// New Year's Day and 4 January 2021 are holidays, so that the first working day of 2021 is 5 January.
    private let calendar = WorkingCalendar(
        name: "england-and-wales", holidays: ["2021-01-01", "2021-01-04", "2022-01-03"].compactMap { Day(iso: $0) },
        covers: 2018...2028)

    private func story(decided: String, certified: String? = nil, on day: String? = nil) throws -> Case {
        var story = try Case("issue", on: day ?? decided)
        story.calendar = calendar
        var given = Case.raised.merging(["received": decided, "decided-on": decided]) { $1 }
        given["certificate-on"] = certified
        try story.happen("log", on: certified ?? decided, given)
        return story
    }

    private func closes(_ decided: String, _ certified: String? = nil) throws -> String? {
        try story(decided: decided, certified: certified).item.clocks["appeal"]?.due.description
    }

    @Test(arguments: [
        ("2019-03-05", "2019-05-05"), ("2019-12-31", "2020-02-29"), ("2020-10-24", "2020-12-24"),
        ("2020-10-25", "2021-01-05"), ("2020-10-31", "2021-01-05"), ("2020-11-01", "2021-01-05"),
        ("2020-11-02", "2021-01-02"), ("2021-10-28", "2022-01-04"), ("2019-06-01", "2019-09-02"),
        ("2019-06-30", "2019-09-02"), ("2019-05-31", "2019-07-31"), ("2019-07-01", "2019-09-01"),
    ])
    func closesTwoMonthsAfterTheDecision(decided: String, closes: String) throws {
        #expect(try self.closes(decided) == closes)
    }

    @Test(arguments: [
        ("2019-05-01", "2019-06-01"), ("2019-03-20", "2019-05-05"), ("2019-07-10", "2019-09-02"),
    ])
    func closesOneMonthAfterTheCertificateWhenThatIsLater(certified: String, closes: String) throws {
        #expect(try self.closes("2019-03-05", certified) == closes)
    }

    @Test func doesNotRunWithoutADecision() throws {
        var story = try Case("issue", on: "2019-12-02")
        try story.happen("log", Case.raised.merging(["certificate-on": "2019-11-28"]) { $1 })
        #expect(story.item.clocks["appeal"] == nil)
    }

    @Test func movesWhenACertificateComes() throws {
        var story = try story(decided: "2019-03-05")
        try story.happen("edit", on: "2019-05-02", ["certificate-on": "2019-05-01"])
        #expect(story.item.clocks["appeal"]?.due == Day(iso: "2019-06-01"))
    }

    @Test(arguments: [
        ("2019-03-05", ClockStanding.Phase.running), ("2019-04-06", .running), ("2019-04-07", .warned),
        ("2019-05-05", .dueToday), ("2019-05-06", .passed), ("2020-05-06", .passed),
    ])
    func warnsAndThenPasses(on day: String, phase: ClockStanding.Phase) throws {
        let story = try story(decided: "2019-03-05")
        let standings = story.definition.standings(
            of: story.item, on: try #require(Day(iso: day)), calendars: Calendars([calendar]))
        #expect(standings.first { $0.clock.name == "appeal" }?.phase == phase)
    }

    @Test func isNothingTheRegisterOwes() throws {
        let story = try story(decided: "2019-03-05", on: "2019-04-30")
        #expect(story.due?.clock == "acknowledge")
        #expect(story.definition.missed(of: story.item, on: try #require(Day(iso: "2019-06-03"))).isEmpty)
    }
}
