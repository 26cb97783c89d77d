import Foundation
import Testing

@testable import LapCommands

/// What a meeting defers comes back, and what it delegates or refers is followed up until somebody has reported (issue 12).
struct OnwardTests {
    private let april = "north-2019-04-30"
    private let june = "north-2019-06-18"

    private func season(next: Bool = true, _ own: String...) async throws -> Season {
        let season = try await Season()
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-04-03")
        if next { try await season.does("meeting", "schedule", "north", "--date", "2019-06-18", "--on", "2019-04-03") }
        try await season.does(
            ["agenda", "add", april, "--under", "11", "--title", "Posts for dunnarts", "--on", "2019-04-04"] + own)
        try await season.does("agenda", "build", april, "--on", "2019-04-05")
        try await season.does("meeting", "publish", april, "--on", "2019-04-10")
        try await season.attend()
        return season
    }

    private func resolve(
        _ season: Season, _ item: String, _ kind: String, _ own: String...
    ) async -> (status: Int32, said: String) {
        let ran = await season.scratch.run(
            [
                "minutes", "resolve", april, item, "--that", "the kowari plan be looked at", "--kind", kind, "--on",
                "2019-04-30",
            ] + own)
        return (ran.status, ran.output + ran.complaints)
    }

    private func end(_ season: Season) async throws {
        try await season.does("minutes", "record", april, "1", "--discussed", "Welcome.", "--on", "2019-04-30")
        try await season.does("meeting", "conclude", april, "--on", "2019-04-30")
    }

    @Test func whatIsDeferredComesBackAtTheMeetingThatIsNamed() async throws {
        let season = try await season()
        try await season.does("meeting", "schedule", "north", "--date", "2019-07-09", "--on", "2019-04-03")
        let said = await resolve(season, "11.1", "deferred", "--to", "north-2019-07-09")
        #expect(
            said.status == 0 && said.said.contains("It comes back at the meeting on 9 July 2019. It is M-1."), "\(said)"
        )
        try await end(season)
        let matter = try await season.does("show", "M-1")
        #expect(matter.contains("north-2019-07-09") && matter.contains("D-north-2019-1"), "\(matter)")
        #expect(try await season.does("agenda", "build", "north-2019-07-09", "--on", "2019-05-02").contains("M-1"))
        let minutes = try await season.page("minutes", april, "--on", "2019-05-02")
        #expect(minutes.contains("It comes back at the meeting on 9 July 2019."), "\(minutes)")
        #expect(try await season.does("decision", "list", april).contains("\tnorth-2019-07-09\t"))
        #expect(try await season.does("fsck").contains("Sound"))
    }

    /// It was deferred to a meeting that does not take place: where it stands is told, and minutes that went out stay.
    @Test func whatIsDeferredToACancelledMeetingComesBackWhereItIsBroughtSince() async throws {
        let season = try await season()
        let july = "north-2019-07-09"
        #expect(await resolve(season, "11.1", "deferred", "--to", june).status == 0)
        try await end(season)
        for event in ["draft-minutes", "circulate-minutes"] {
            try await season.does("meeting", event, april, "--on", "2019-05-02")
        }
        try await season.does("meeting", "cancel", june, "--reason", "Flood", "--on", "2019-05-20")
        #expect(try await season.does("decision", "list", april).contains("\tnext\t"))
        try await season.does("meeting", "schedule", "north", "--date", "2019-07-09", "--on", "2019-05-21")
        try await season.does("agenda", "build", july, "--on", "2019-06-24")
        #expect(try await season.does("decision", "list", april).contains("\t\(july)\t"))
        let agenda = try await season.page("agenda", july, "--on", "2019-06-24")
        #expect(agenda.contains("It comes back at the meeting on 9 July 2019."), "\(agenda)")
        #expect(agenda.contains("On this agenda as item 11.1") && !agenda.contains("18 June 2019"), "\(agenda)")
        let minutes = try await season.page("minutes", april, "--on", "2019-06-24")
        #expect(minutes.contains("It comes back at the meeting on 18 June 2019."), "\(minutes)")
        try await season.does("agenda", "withdraw", "M-1", "--reason", "Settled", "--on", "2019-06-25")
        let shown = try await season.does("show", "D-north-2019-1")
        #expect(shown.contains("It was to come back, and was withdrawn."), "\(shown)")
        #expect(try await season.does("fsck").contains("Sound"))
    }

    @Test func whatIsDeferredAndMovedToAnotherMeetingComesBackThere() async throws {
        let season = try await season()
        try await season.does("meeting", "schedule", "north", "--date", "2019-07-09", "--on", "2019-04-03")
        #expect(await resolve(season, "11.1", "deferred", "--to", june).status == 0)
        try await season.does("agenda", "move", "M-1", "--meeting", "north-2019-07-09", "--on", "2019-05-02")
        #expect(try await season.does("decision", "list", april).contains("\tnorth-2019-07-09\t"))
    }

    @Test func theNextMeetingIsFoundOrWaitedFor() async throws {
        let season = try await season()
        #expect(await resolve(season, "11.1", "deferred", "--to", "next").said.contains("18 June 2019"))
        let bare = try await self.season(next: false)
        let said = await resolve(bare, "11.1", "deferred", "--to", "next")
        #expect(said.status == 0 && said.said.contains("It comes back at the next meeting."), "\(said)")
        try await end(bare)
        try await bare.does("meeting", "schedule", "north", "--date", "2019-06-18", "--on", "2019-05-03")
        #expect(try await bare.does("agenda", "build", june, "--on", "2019-05-03").contains("M-1"))
    }

    /// It is written down after the meeting, which had taken the item.
    @Test func whatIsMinutedLateIsDeferredAllTheSame() async throws {
        let season = try await season()
        try await end(season)
        let said = await resolve(season, "11.1", "deferred", "--to", "next")
        #expect(said.status == 0, "\(said)")
        #expect(try await season.does("agenda", "build", june, "--on", "2019-05-02").contains("M-1"))
    }

    @Test func whatIsDeferredUnderAStandingItemBecomesAMatter() async throws {
        let season = try await season()
        let said = await resolve(season, "11", "deferred", "--to", "next")
        #expect(said.status == 0 && said.said.contains("It is M-2."), "\(said)")
        #expect(try await season.does("agenda", "build", june, "--on", "2019-05-02").contains("M-2"))
        let shown = try await season.does("agenda", "show", june)
        #expect(shown.contains("deferred on 30 April 2019"), "\(shown)")
        let bare = try await self.season(next: false)
        let refused = await resolve(bare, "11", "deferred", "--to", "next")
        #expect(refused.status == 1 && refused.said.contains("lap meeting schedule"), "\(refused)")
        #expect(!(try await bare.does("decision", "list", april)).contains("D-north"))
    }

    @Test func whatIsDelegatedToAGroupStandsOnItsLogUntilItReports() async throws {
        let season = try await season()
        for (person, seat) in [("Lead of Commissioning", "commissioning/group-lead")] {
            try await season.does("member", "add", person, "--seat", seat, "--from", "2019-01-07")
        }
        let said = await resolve(season, "11.1", "delegated", "--to", "commissioning", "--by", "2019-06-14")
        #expect(said.status == 0, "\(said)")
        #expect(said.said.contains("is to report on it by 14 June 2019. That is followed up as U-1."), "\(said)")
        #expect(try await season.does("decision", "list", april).contains("\tawaited\t"))
        let lead = ["--as", "Lead of Commissioning"]
        try await season.does(
            ["meeting", "schedule", "commissioning", "--date", "2019-05-21", "--on", "2019-05-02"] + lead)
        try await season.does(["agenda", "build", "commissioning-2019-05-21", "--on", "2019-05-02"] + lead)
        let papers = try await season.page(
            "agenda", "commissioning-2019-05-21", "--edition", "members", "--as", lead[1], "--on", "2019-05-02")
        #expect(papers.contains("the kowari plan be looked at") && papers.contains("U-1"), "\(papers)")
        #expect(try await season.does("status", "--on", "2019-06-17").contains("U-1"))
        let early = await season.refusal("commitment", "report-back", "U-1", "--on", "2019-05-22")
        #expect(early.status == 64 && early.said.contains("--answer"), "\(early)")
        try await season.does(
            ["commitment", "report-back", "U-1", "--answer", "Three ways are open", "--on", "2019-05-22"] + lead)
        #expect(try await season.does("decision", "list", april).contains("\tgiven\t"))
        let minutes = try await season.page("minutes", april, "--on", "2019-05-23")
        #expect(minutes.contains("reported on it on 22 May 2019: Three ways are open."), "\(minutes)")
        #expect(try await season.does("fsck").contains("Sound"))
    }

    /// Minutes say what was fixed when they went out, and the agenda after the next what was reported since.
    @Test func whatIsReportedLateArisesAndCirculatedMinutesStay() async throws {
        let season = try await season()
        _ = await season.scratch.run([
            "minutes", "resolve", april, "11.1", "--that", "the kowari plan be looked at", "--kind", "referred", "--to",
            "Healthwatch", "--by", "2019-07-01", "--on", "2019-04-30",
        ])
        #expect(await resolve(season, "11", "deferred", "--to", "next").said.contains("18 June 2019"))
        try await end(season)
        try await season.does("meeting", "draft-minutes", april, "--on", "2019-05-02")
        try await season.does("meeting", "circulate-minutes", april, "--on", "2019-05-02")
        try await season.does("meeting", "schedule", "north", "--date", "2019-07-09", "--on", "2019-05-03")
        try await season.does("agenda", "build", june, "--on", "2019-05-20")
        try await season.does("meeting", "publish", june, "--on", "2019-06-03")
        try await season.attend(june)
        try await season.does("minutes", "record", june, "1", "--discussed", "Welcome.", "--on", "2019-06-18")
        try await season.does("meeting", "conclude", june, "--on", "2019-06-18")
        try await season.does(
            "commitment", "report-back", "U-1", "--answer", "Three ways are open", "--on", "2019-06-20")
        try await season.does("agenda", "build", "north-2019-07-09", "--on", "2019-06-24")
        let agenda = try await season.page("agenda", "north-2019-07-09", "--on", "2019-06-24")
        #expect(agenda.contains("reported on it on 20 June 2019: Three ways are open."), "\(agenda)")
        let minutes = try await season.page("minutes", april, "--on", "2019-06-24")
        #expect(minutes.contains("Healthwatch is to report on it by 1 July 2019."), "\(minutes)")
    }

    @Test func whatIsDelegatedToAPersonIsTheirsAndNamedInNoPublicPaper() async throws {
        let season = try await season()
        let said = await resolve(season, "11.1", "delegated", "--to", "Health North", "--by", "2019-06-14")
        #expect(said.status == 0 && said.said.contains("Health North is to report on it"), "\(said)")
        #expect(
            try await season.does("commitment", "list", "--mine", "--as", "Health North", "--on", "2019-05-01")
                .contains("U-1"))
        #expect(
            !(try await season.page("minutes", april, "--edition", "public", "--on", "2019-05-01")).contains(
                "Health North"))
        #expect(
            try await season.page("minutes", april, "--edition", "members", "--on", "2019-05-01").contains(
                "Health North"))
    }

    @Test func whatIsReferredNamesAnOrganisation() async throws {
        let season = try await season()
        let said = await resolve(season, "11.1", "referred", "--to", "Healthwatch Kowari", "--by", "2019-06-14")
        #expect(said.said.contains("Healthwatch Kowari is to report on it by 14 June 2019."), "\(said)")
        try await season.does("meeting", "conclude", april, "--on", "2019-04-30")
        try await season.does("agenda", "build", june, "--on", "2019-05-02")
        let log = try await season.page("agenda", june, "--on", "2019-05-02")
        #expect(log.contains("Healthwatch Kowari is to report on it"), "\(log)")
        try await season.does("commitment", "withdraw", "U-1", "--reason", "They were abolished", "--on", "2019-05-03")
        #expect(try await season.page("minutes", april, "--on", "2019-05-04").contains("which is asked for no longer"))
    }

    @Test func whatIsMissingIsAskedForAndNothingElseTakesIt() async throws {
        let season = try await season()
        for (kind, own, status, named) in [
            ("deferred", [], 64, "--to"), ("delegated", [], 64, "--to"),
            ("referred", ["--to", "The council"], 64, "--by"),
            ("agreed", ["--to", "The council"], 65, "goes on"), ("noted", ["--by", "2019-06-14"], 65, "goes on"),
            ("deferred", ["--to", "next", "--by", "2019-06-14"], 65, "by itself"),
            ("deferred", ["--to", april], 1, "over or cancelled"),
            ("deferred", ["--to", "north-2019-12-31"], 66, "north-2019-12-31"),
            ("delegated", ["--to", "Nobody Here", "--by", "2019-06-14"], 66, "neither a group nor a person"),
            ("delegated", ["--to", "Health North", "--by", "2019-04-30"], 1, "passed"),
        ] as [(String, [String], Int32, String)] {
            let ran = await season.scratch.run(
                ["minutes", "resolve", april, "11.1", "--that", "it be seen", "--kind", kind, "--on", "2019-04-30"]
                    + own)
            #expect(
                ran.status == status && ran.complaints.contains(named),
                "\(kind) \(own): \(ran.status) \(ran.complaints)")
        }
        #expect(!(try await season.does("decision", "list", april)).contains("D-north"))
    }

    @Test func inPrivateNothingTellsOfIt() async throws {
        let season = try await season(next: true, "--private", "--private-because", "It is about one person")
        let said = await resolve(season, "16.1", "referred", "--to", "Healthwatch Kowari", "--by", "2019-06-14")
        #expect(said.status == 0, "\(said)")
        for edition in ["public", "members"] {
            let text = try await season.page("minutes", april, "--edition", edition, "--on", "2019-05-01")
            for told in ["kowari", "Kowari", "Healthwatch"] { #expect(!text.contains(told), "\(edition): \(told)") }
        }
    }
}
