import Foundation
import Testing

@testable import LapCommands

/// The first meeting of a body's year has chair, deputy, membership, terms and dates before it by itself (issue 12).
struct YearsFirstMeetingTests {
    private func agenda(_ season: Season, _ date: String) async throws -> String {
        try await season.does("agenda", "build", "north-\(date)", "--on", "2019-08-01")
        return try await season.does("agenda", "show", "north-\(date)")
    }

    private func schedule(_ dates: String...) async throws -> Season {
        var season = try await Season()
        season.now = Scratch.now + 100 * 86_400
        for date in dates {
            try await season.does("meeting", "schedule", "north", "--date", date, "--on", "2019-04-03")
        }
        return season
    }

    @Test func theYearBeginsWithThemUntilTheyAreTaken() async throws {
        let season = try await schedule("2019-09-10", "2019-10-15", "2019-11-12")
        let september = try await agenda(season, "2019-09-10")
        for title in [
            "Chair for the year", "Deputy chair for the year", "Membership for the year", "Terms of reference",
            "Dates of meetings for the year",
        ] { #expect(september.contains(title), "\(title): \(september)") }
        #expect(september.contains(/1\.5 .*Dates of meetings/) && september.contains(/11 .*Service updates/))
        try await season.does("meeting", "publish", "north-2019-09-10", "--on", "2019-08-20")
        let paper = try await season.page("agenda", "north-2019-09-10", "--on", "2019-08-20")
        #expect(paper.contains("Deputy chair for the year"))
        try await season.attend("north-2019-09-10")
        try await season.does(
            "minutes", "resolve", "north-2019-09-10", "1.1", "--that", "the DCO take the chair", "--on", "2019-09-10")
        try await season.does("minutes", "record", "north-2019-09-10", "1.2", "--not-reached", "--on", "2019-09-10")
        try await season.does("meeting", "conclude", "north-2019-09-10", "--on", "2019-09-10")
        let october = try await agenda(season, "2019-10-15")
        #expect(october.contains("Deputy chair for the year") && !october.contains("Membership"), "\(october)")
    }

    @Test func whatTheYearBeginsWithComesBackWhenItIsDeferred() async throws {
        let season = try await schedule("2019-09-10", "2019-10-15")
        _ = try await agenda(season, "2019-09-10")
        try await season.does("meeting", "publish", "north-2019-09-10", "--on", "2019-08-20")
        try await season.attend("north-2019-09-10")
        try await season.does(
            "minutes", "resolve", "north-2019-09-10", "1.2", "--that", "two people share it", "--kind", "deferred",
            "--to", "next", "--on", "2019-09-10")
        let october = try await agenda(season, "2019-10-15")
        #expect(october.contains(/1\.\d .*Deputy chair for the year, deferred on 10 September 2019/), "\(october)")
    }

    @Test func aMeetingThatIsCalledOffLeavesThemToTheNext() async throws {
        let season = try await schedule("2019-09-10", "2019-10-15")
        try await season.does(
            "meeting", "cancel", "north-2019-09-10", "--reason", "Snow", "--on", "2019-08-01")
        #expect(try await agenda(season, "2019-10-15").contains("Chair for the year"))
    }

    /// The body may have met before the register was begun.
    @Test func theYearInWhichTheRegisterWasBegunIsLeftAlone() async throws {
        let season = try await schedule("2019-07-09")
        #expect(try await !agenda(season, "2019-07-09").contains("for the year"))
    }
}
