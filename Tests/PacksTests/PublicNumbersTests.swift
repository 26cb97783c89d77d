import Partnership
import Testing
import Workflow

@testable import Packs

/// The public's numbers are of closed quarters and rounded; nothing tells how long one family has waited (rule R21).
@Suite struct PublicNumbersTests {
    private func board(_ edition: Edition, _ change: (inout BoardPapers) -> Void = { _ in }) throws -> String {
        var papers = Samples.boardPapers
        change(&papers)
        return try Pack.board(papers).document(for: edition, acronyms: Acronyms([:])).json()
    }

    private func themes(_ edition: Edition, _ change: (inout BoardPapers) -> Void = { _ in }) -> ThemeFigures {
        var papers = Samples.boardPapers
        change(&papers)
        return ThemeFigures(papers, for: edition)
    }

    @Test func numbersAreRoundedDownToAMultipleOfFive_R21() {
        #expect((0...4).allSatisfy { PublicCount($0).text == "<5" })
        #expect([5, 9, 10, 14, 104].map { PublicCount($0).text } == ["5", "5", "10", "10", "100"])
    }

    @Test func theLastClosedQuarterIsTheOneThatEndedBeforeTheDay() {
        for (day, words, first, last) in [
            ("2019-01-01", "October to December 2018", "2018-10-01", "2018-12-31"),
            ("2019-03-31", "October to December 2018", "2018-10-01", "2018-12-31"),
            ("2019-04-01", "January to March 2019", "2019-01-01", "2019-03-31"),
            ("2020-09-30", "April to June 2020", "2020-04-01", "2020-06-30"),
            ("2020-12-31", "July to September 2020", "2020-07-01", "2020-09-30"),
        ] {
            let quarter = Quarter(closedBefore: Samples.day(day))
            #expect(quarter.words == words)
            #expect(quarter.first == Samples.day(first) && quarter.last == Samples.day(last))
        }
    }

    @Test func thePublicHasTheClosedQuarterRoundedAndIsToldSo_R21() {
        let figures = themes(.public)
        #expect(figures.caption == "Issues received from October to December 2019, by theme and area")
        #expect(figures.rows.first?.counts == ["10", "5", "<5", "25"])
        #expect(figures.totals == ["35", "35", "30", "105"])
        #expect(figures.note?.contains("rounded down to a multiple of five") == true)
    }

    @Test func aThemeWithFewIssuesLooksLikeOneWithNone_R21() {
        let few = themes(.public)
        let none = themes(.public) { papers in papers.received.rows.removeAll { $0.counts.reduce(0, +) < 5 } }
        #expect(few.rows == none.rows)
        #expect(!few.rows.contains { $0.theme == "Short breaks" })
    }

    @Test func noNumberFromOneToFourIsInTheThemeTableOfThePublic_R21() {
        for figures in [themes(.public), themes(.public) { $0.received.rows = [] }] {
            let numbers = (figures.rows.flatMap(\.counts) + figures.totals)
            #expect(
                !numbers.isEmpty && numbers.allSatisfy { $0 == "<5" || Int($0).map { $0 % 5 == 0 && $0 > 0 } == true })
        }
    }

    @Test(arguments: [Edition.members, .chair]) func theOthersHaveTodaysExactNumbers_R21(_ edition: Edition) {
        let figures = themes(edition)
        #expect(figures.caption == "Open issues by theme and area on 16 January 2020")
        #expect(figures.rows.first?.counts == ["14", "9", "2", "25"])
        #expect(figures.rows.contains { $0.counts == ["3", "6", "0", "9"] })
        #expect(figures.note == nil)
    }

    /// What a reader can learn of one family's issue from two packs side by side: nothing that changed.
    @Test func twoPapersOfOneQuarterDoNotDifferByOneMoreIssueOfToday_R21() throws {
        let earlier = themes(.public)
        let later = themes(.public) { papers in papers.themes.rows[0].counts[0] += 1 }
        #expect(earlier == later)
    }

    @Test func familiesAreRoundedInPublicAndExactForMembers_R21() throws {
        #expect(try board(.public).contains("at least 10 families"))
        #expect(try !board(.public).contains("14 families"))
        #expect(try board(.members).contains("about 14 families"))
        #expect(Samples.contract.cut(for: .public).familiesInWords == "fewer than 5 families")
    }

    @Test func neitherAgeNorDayOfOneFamilysIssueIsInThePublicPapers() throws {
        for issue in [Samples.placement, Samples.contract] {
            let sheet = issue.cut(for: .public)
            #expect(sheet.age == nil && sheet.received == nil)
        }
        #expect(Samples.therapy.cut(for: .public).age == 43)
        let pack = try board(.public) { papers in
            papers.briefs = [BoardBrief(issue: Samples.placement, sentBy: "North LAP")]
        }
        #expect(!pack.contains("days old") && !pack.contains("9 December 2019") && !pack.contains("\"36\""))
    }

    @Test func thePublicIsNotToldWhenASingleFamilyIsOwedAnAnswer() throws {
        var papers = Samples.heldMeeting
        papers.feedbackOwed[1].mayBeOneFamilys = true
        let pack = Pack.minutes(papers)
        let open = try pack.document(for: .public, acronyms: Acronyms([:])).json()
        let members = try pack.document(for: .members, acronyms: Acronyms([:])).json()
        #expect(open.contains("17 Jan 2020") && !open.contains("24 Jan 2020"))
        #expect(open.contains("Single families who wait for an answer are not listed here."))
        #expect(members.contains("24 Jan 2020") && !members.contains("Single families"))
    }

    /// A number of matters that are not printed is a number of families.
    @Test func thePublicIsNotToldHowManyMattersAreNotPrinted() throws {
        for pack in [Pack.agenda(Samples.meeting), .minutes(Samples.heldMeeting), .board(Samples.boardPapers)] {
            let open = try pack.document(for: .public, acronyms: Acronyms([:])).json()
            #expect(!open.contains("counted above but not printed"))
            #expect(!open.contains(/[0-9]+ answers? not printed/))
            #expect(open.contains("neither printed nor counted here"))
        }
    }
}
