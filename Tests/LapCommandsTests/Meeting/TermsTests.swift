import Foundation
import Testing

@testable import LapCommands

/// A body's terms of reference, version by version (issue 12): quorum and deputies rest on the one in force that day.
struct TermsTests {
    private let april = "north-2019-04-30"

    @Test func papersCiteTheVersionThatWasInForceOnTheDay() async throws {
        let season = try await Season()
        let first = try await season.does(
            "meeting", "terms", "north", "--agreed-on", "2018-05-01", "--review", "2019-05-01", "--on", "2019-04-03")
        #expect(first.contains("Version 1 of the terms of reference of north, agreed on 1 May 2018."), "\(first)")
        try await season.agenda()
        let agenda = try await season.page("agenda", april, "--on", "2019-04-11")
        #expect(agenda.contains("by the terms of reference, version 1, agreed on 1 May 2018"), "\(agenda)")
        try await season.attend()
        try await season.does(
            "meeting", "terms", "north", "--agreed-at", april, "--review", "2020-04-30", "--on", "2019-04-30")
        try await season.does("minutes", "record", april, "1", "--discussed", "Welcome.", "--on", "2019-04-30")
        let minutes = try await season.page("minutes", april, "--on", "2019-05-02")
        #expect(minutes.contains("Quorum and deputies are those of the terms of reference, version 1"), "\(minutes)")
        try await season.does("meeting", "schedule", "north", "--date", "2019-06-18", "--on", "2019-05-02")
        #expect(try await season.does("show", "north-2019-06-18").contains("version 2, agreed on 30 April 2019"))
        #expect(try await season.does("show", april).contains("version 1, agreed on 1 May 2018"))
        #expect(try await season.does("meeting", "terms", "north").hasPrefix("2\t2019-04-30\tnorth-2019-04-30\t"))
        #expect(try await season.does("fsck").contains("Sound"))
        try await season.does("undo", "--on", "2019-05-02")
    }

    @Test func statusTellsThatTheirReviewIsPast() async throws {
        let season = try await Season()
        try await season.does(
            "meeting", "terms", "north", "--agreed-on", "2018-05-01", "--review", "2019-05-01", "--on", "2019-04-03")
        #expect(!(try await season.does("status", "--on", "2019-05-01")).contains("to be reviewed"))
        let late = try await season.does("status", "--on", "2019-05-02")
        #expect(late.contains("Terms of reference to be reviewed:\n  north: version 1, by 1 May 2019"), "\(late)")
    }

    @Test func whatCannotBeIsRefusedAndChangesNothing() async throws {
        let season = try await Season()
        try await season.agenda()
        try await season.does(
            "meeting", "terms", "north", "--agreed-on", "2018-05-01", "--review", "2019-05-01", "--on", "2019-04-03")
        for (own, status, named) in [
            (["--agreed-on", "2019-04-02"], 64, "--review"), (["--review", "2020-04-02"], 64, "--agreed-at"),
            (["--agreed-on", "2018-05-01", "--review", "2020-04-02"], 1, "Version 1"),
            (["--agreed-on", "2019-04-04", "--review", "2020-04-02"], 1, "lies ahead"),
            (["--agreed-on", "2019-04-02", "--review", "2019-04-02"], 1, "before they are agreed"),
            (["--agreed-at", april, "--review", "2020-04-02"], 65, "has not taken place"),
            (["--agreed-at", april, "--agreed-on", "2019-04-02", "--review", "2020-04-02"], 64, "both are given"),
            (["--agreed-on", "2019-04-02", "--review", "2020-04-02", "--as", "Parent Rep North"], 77, "is for its"),
        ] as [([String], Int32, String)] {
            let ran = await season.scratch.run(["meeting", "terms", "north", "--on", "2019-04-03"] + own)
            #expect(ran.status == status && ran.complaints.contains(named), "\(own): \(ran.status) \(ran.complaints)")
        }
        #expect(try await season.does("meeting", "terms", "north").split(separator: "\n").count == 1)
    }
}
