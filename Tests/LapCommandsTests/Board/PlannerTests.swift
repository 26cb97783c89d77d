import Foundation
import Testing

@testable import LapCommands

/// The forward plan: what comes, as far as the asker may see it.
struct PlannerTests {
    /// N-1 goes to the Board of 22 May.
    private func season() async throws -> Season {
        let season = try await Season.heard()
        try await season.propose("N-1")
        try await season.table("N-1")
        return season
    }

    private func plan(_ season: Season, _ own: String...) async throws -> String {
        try await season.does(["planner", "--on", "2019-05-04"] + own)
    }

    @Test func itTellsOfTheBoardItsPapersAndWhatIsDueByMonth() async throws {
        let season = try await season()
        try await season.does(
            "commitment", "open", "board", "--text", "Figures on exclusions", "--asked-by", "Scrutiny", "--owner",
            "Director of Social Care", "--due", "2019-06-10", "--as", "Board Secretary", "--on", "2019-05-03")
        try await season.does(
            "gap", "open", "--theme", "salt", "--summary", "No clinic after school", "--review-on", "2019-06-03",
            "--issues", "N-1", "--on", "2019-05-03")
        try await season.does(
            "risk", "open", "board", "--cause", "A contract ends", "--effect", "Waits grow", "--likelihood", "4",
            "--impact", "4", "--target-likelihood", "1", "--target-impact", "2", "--mitigation", "It is renewed",
            "--owner", "Board Chair", "--review-on", "2019-07-01", "--as", "Board Secretary", "--on", "2019-05-03")
        let told = try await plan(season, "--as", "Board Secretary")
        let places = [
            "May 2019\n", "2019-05-22  board-2019-05-22  Meeting of the SEND Partnership Board\n", "Standing items: ",
            "Goes there: N-1, Speech, language and communication therapy, Nine-month wait", "June 2019\n",
            "2019-06-03  G-1  Gap: Look at it again. No clinic after school\n",
            "2019-06-10  U-1  Commitment: Supply it. Figures on exclusions\n", "July 2019\n",
            "2019-07-01  K-1  Risk: Look at it again. A contract ends\n",
        ].map { told.range(of: $0)?.lowerBound }
        #expect(!places.contains(nil) && places.compactMap(\.self) == places.compactMap(\.self).sorted(), "\(told)")
        #expect(told.contains("  board-2019-05-22  Papers due for the SEND Partnership Board\n"), "\(told)")
        // Who reads neither the Board's risks nor its promises is told of none.
        let north = try await plan(season, "--as", "SENCO North")
        #expect(north.contains("G-1") && north.contains("Meeting of the SEND"), "\(north)")
        #expect(!north.contains("K-1") && !north.contains("U-1"), "\(north)")
        #expect(try await plan(season, "--to", "2019-05-05") == "Nothing is planned from 2019-05-04 to 2019-05-05.\n")
        let backwards = await season.refusal("planner", "--from", "2019-05-04", "--to", "2019-05-03")
        #expect(backwards.status == 64, "\(backwards)")
        let far = await season.refusal("planner", "--from", "2019-05-04", "--to", "2029-05-03")
        #expect(far.status == 65 && far.said.contains("two years"), "\(far)")
    }

    @Test func whatWaitsForABoardAndWhatAGroupOwesIsTold() async throws {
        let season = try await Season.heard()
        try await season.propose("N-1")
        try await season.does("issue", "submit", "N-1", "--as", "Deputy DCO North", "--on", "2019-05-03")
        try await season.does(
            "meeting", "schedule", "board", "--date", "2019-05-22", "--as", "Board Secretary", "--on", "2019-05-03")
        #expect(try await plan(season, "--as", "Board Secretary").contains("To be tabled: N-1, Speech"))
        try await season.does(
            "issue", "table", "N-1", "--meeting", "board-2019-05-22", "--as", "Board Secretary", "--on", "2019-05-03")
        #expect(try await !plan(season, "--as", "Board Secretary").contains("To be tabled"))
        try await season.openBoard()
        try await season.does(
            "issue", "board-delegate", "N-1", "--group", "commissioning", "--group-lead", "Director of Social Care",
            "--report-back", "2019-07-10", "--as", "Board Chair", "--on", "2019-05-22")
        let told = try await season.does("planner", "--as", "Board Secretary", "--on", "2019-05-23")
        #expect(told.contains(/2019-07-10  N-1  Report due from the .*Commissioning.*\. Nine-month/), "\(told)")
    }

    @Test func otherBodiesDaysComeFromTheProfile() async throws {
        let told = try await season().does("planner", "--from", "2020-09-01", "--to", "2020-09-30")
        #expect(
            told == """
                September 2020
                  2020-09-02  Scrutiny: Accelerated Progress Plan
                  2020-09-08  Health and Wellbeing Board: Accelerated Progress Plan
                  2020-09-21  SEND Partnership Board: Accelerated Progress Plan
                  2020-09-28  Accelerated Progress Plan submitted

                """, "\(told)")
        // By the same name whatever else is asked for.
        let alone = try await season().does("planner", "--from", "2020-09-08", "--to", "2020-09-08", "--ics")
        #expect(alone.contains("UID:lap:lancashire:planner:outside:2020-09-08-0\r\n"), "\(alone)")
    }

    @Test func whatGoesThereInPrivateIsNamedToItsReadersAlone() async throws {
        let season = try await Season.heard()
        try await season.propose("N-1")
        try await season.does("issue", "submit", "N-1", "--as", "Deputy DCO North", "--on", "2019-05-03")
        try await season.does(
            "meeting", "schedule", "board", "--date", "2019-05-22", "--as", "Board Secretary", "--on", "2019-05-03")
        try await season.does(
            "issue", "table", "N-1", "--meeting", "board-2019-05-22", "--private", "--private-because", "One family",
            "--as", "Board Secretary", "--on", "2019-05-03")
        try await season.does("member", "add", "Observer", "--seat", "board/viewer", "--from", "2019-01-07")
        #expect(try await plan(season, "--as", "Board Chair").contains("Goes there: N-1"))
        let observed = try await plan(season, "--as", "Observer")
        #expect(observed.contains("Meeting of the SEND") && !observed.contains("N-1"), "\(observed)")
        #expect(!observed.contains("Nine-month"), "\(observed)")
    }

    @Test func itsCalendarHasWholeDaysByNamesThatStayAndNobodysWords() async throws {
        let season = try await season()
        try await season.does(
            "gap", "open", "--theme", "salt", "--summary", "No clinic after school", "--review-on", "2019-06-03",
            "--issues", "N-1", "--on", "2019-05-03")
        func calendar() async throws -> String { try await plan(season, "--ics").replacing("\r\n", with: "\n") }
        let first = try await calendar()
        #expect(first.hasPrefix("BEGIN:VCALENDAR\nVERSION:2.0\n") && first.hasSuffix("END:VCALENDAR\n"), "\(first)")
        let gap = "UID:lap:lancashire:planner:gap:G-1:review\n"
        #expect(first.contains(gap) && first.contains("SUMMARY:G-1\\, Gap: Look at it again\n"), "\(first)")
        #expect(first.contains("DTSTART;VALUE=DATE:20190603\n") && !first.contains("No clinic"), "\(first)")
        try await season.does(
            "gap", "review", "G-1", "--progress", "They look into it", "--review-on", "2019-07-01", "--on", "2019-05-04"
        )
        let second = try await calendar()
        #expect(second.contains(gap) && second.contains("DTSTART;VALUE=DATE:20190701\n"), "\(second)")
        #expect(!second.contains("20190603"))
    }
}
