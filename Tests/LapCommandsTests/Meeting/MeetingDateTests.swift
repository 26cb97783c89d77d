import Foundation
import Testing

@testable import LapCommands

/// When a body meets, and what becomes of its business when it does not.
struct MeetingDateTests {
    @Test func aYearIsScheduledByARule() async throws {
        let season = try await Season()
        let words = [
            "meeting", "series", "north", "--every", "month", "--on-the", "second tuesday", "--from", "2020-01-01",
            "--until", "2020-06-30", "--time", "10:00", "--venue", "A primary school",
        ]
        let foreseen = try await season.does(words + ["--dry-run"])
        #expect(foreseen.contains("Would schedule 6 meetings."))
        #expect(try await season.does("meeting", "list").isEmpty)
        let done = try await season.does(words)
        #expect(
            done == """
                north-2020-01-14  Tuesday 14 January 2020
                north-2020-02-11  Tuesday 11 February 2020
                north-2020-03-10  Tuesday 10 March 2020
                north-2020-04-21  Tuesday 21 April 2020, instead of 14 April 2020, which is in the school holidays
                north-2020-05-12  Tuesday 12 May 2020
                north-2020-06-09  Tuesday 9 June 2020
                Scheduled 6 meetings.

                """)
        let shown = try await season.does("meeting", "show", "north-2020-04-21")
        #expect(shown.contains("10:00") && shown.contains("A primary school"))
        // Once more: nothing is doubled.
        let again = try await season.does(words)
        #expect(
            again.contains("There is a meeting on 14 January 2020 already.") && again.contains("Scheduled 0 meetings."))
    }

    @Test func aYearGoesAroundTheNameOfAMeetingThatWasCalledOffOrMoved() async throws {
        let season = try await Season()
        for day in ["2020-01-14", "2020-02-11"] {
            try await season.does("meeting", "schedule", "north", "--date", day)
        }
        try await season.does("meeting", "cancel", "north-2020-01-14", "--reason", "Clash")
        try await season.does("meeting", "reschedule", "north-2020-02-11", "--date", "2020-02-12", "--reason", "Clash")
        let done = try await season.does(
            "meeting", "series", "north", "--on-the", "second tuesday", "--from", "2020-01-01", "--until", "2020-03-31")
        #expect(
            done == """
                north-2020-01-21  Tuesday 21 January 2020, instead of 14 January 2020, which is the name of a meeting that \
                was moved or called off
                north-2020-03-10  Tuesday 10 March 2020
                There is a meeting on 12 February 2020 already.
                Scheduled 2 meetings.

                """)
    }

    @Test func aRuleThatIsNoneSaysWhatOneIs() async throws {
        let season = try await Season()
        let refused = await season.refusal(
            "meeting", "series", "north", "--on-the", "every tuesday", "--from", "2020-01-01", "--until", "2020-02-01")
        #expect(refused.status == 65 && refused.said.contains("second tuesday"))
        let nobody = await season.refusal(
            "meeting", "series", "nowhere", "--on-the", "last monday", "--from", "2020-01-01", "--until", "2020-02-01")
        #expect(nobody.status == 65 && nobody.said.contains("nowhere"))
        let south = await season.refusal(
            "meeting", "series", "south", "--on-the", "last monday", "--from", "2020-01-01", "--until", "2020-02-01")
        #expect(south.status == 77)
    }

    @Test(arguments: [
        ("2020-01-18", "Saturday or Sunday"), ("2020-04-13", "bank holiday"), ("2020-02-18", "Schools are closed"),
    ])
    func anOddDayNeedsAReason(day: String, said: String) async throws {
        let season = try await Season()
        let refused = await season.refusal("meeting", "schedule", "north", "--date", day)
        #expect(refused.status == 1 && refused.said.contains(said) && refused.said.contains("--day-off-because"))
        try await season.does(
            "meeting", "schedule", "north", "--date", day, "--day-off-because", "A school is open"
        )
    }

    @Test func aTimeThatIsNoneIsRefused() async throws {
        let season = try await Season()
        let refused = await season.refusal(
            "meeting", "schedule", "north", "--date", "2020-01-14", "--time", "25:99")
        #expect(refused.status == 1 && refused.said.contains("10:00"))
    }

    @Test func whatWasOnACalledOffMeetingCanBeBroughtToAnother() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        let foreseen = try await season.does(
            "meeting", "cancel", "north-2019-04-30", "--reason", "Flood", "--on", "2019-04-24", "--dry-run")
        #expect(foreseen.contains("N-1 was to come before it: now Accepted."), "\(foreseen)")
        let cancelled = try await season.does(
            "meeting", "cancel", "north-2019-04-30", "--reason", "Flood", "--on", "2019-04-24")
        #expect(cancelled.contains("N-1 was to come before it: now Accepted."), "\(cancelled)")
        try await season.does("meeting", "schedule", "north", "--date", "2019-06-18", "--on", "2019-04-24")
        try await season.does("issue", "schedule", "N-1", "--meeting", "north-2019-06-18", "--on", "2019-04-24")
        let status = try await season.does("status", "--on", "2019-04-24")
        #expect(!status.contains("north-2019-04-30"))
    }

    @Test func aMovedMeetingTakesItsIssuesAlong() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        let moved = try await season.does(
            "meeting", "reschedule", "north-2019-04-30", "--date", "2019-05-07", "--reason", "Flood", "--on",
            "2019-04-24")
        #expect(moved.contains("N-1 comes along."), "\(moved)")
        let shown = try await season.does("issue", "show", "N-1", "--on", "2019-04-24")
        #expect(
            shown.contains("2019-05-07") && !shown.contains("Date of its meeting            2019-04-30"), "\(shown)")
    }

    @Test func nothingIsCarriedToAMeetingThatIsOverOrAnotherBodys() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        try await season.attend()
        try await season.does(
            "meeting", "schedule", "board", "--date", "2019-05-22", "--on", "2019-04-03", "--as", "Board Secretary")
        let board = await season.refusal(
            "issue", "defer", "N-1", "--deferred-because", "not-reached", "--next-meeting", "board-2019-05-22", "--on",
            "2019-04-30")
        #expect(board.status == 1 && board.said.contains("another body"))
        try await season.does("meeting", "schedule", "north", "--date", "2019-05-21", "--on", "2019-04-03")
        try await season.does("meeting", "cancel", "north-2019-05-21", "--reason", "Clash", "--on", "2019-04-04")
        let gone = await season.refusal(
            "issue", "defer", "N-1", "--deferred-because", "not-reached", "--next-meeting", "north-2019-05-21", "--on",
            "2019-04-30")
        #expect(gone.status == 1 && gone.said.contains("still to come"))
    }

    @Test func aReplyComesBeforeTheBoardsNextMeetingOrWaitsToBeTabled() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        try await season.attend()
        try await season.propose("N-1")
        try await season.table("N-1")
        let meeting = "board-2019-05-22"
        try await season.openBoard()
        func refer(_ day: String) async throws {
            try await season.does(
                "issue", "board-refer", "N-1", "--referred-to", "The council", "--question", "Who pays?", "--expected",
                "2019-09-02", "--on", day, "--as", "Board Chair")
        }
        func reply(_ day: String) async throws -> String {
            try await season.does(
                "issue", "receive-reply", "N-1", "--reply", "We do", "--on", day, "--as", "Board Secretary")
        }
        try await refer("2019-05-22")
        #expect(try await season.does("issue", "show", "N-1").contains(meeting))
        #expect(try await reply("2019-05-30").contains("→ Escalated."))
        try await season.does(
            "meeting", "schedule", "board", "--date", "2019-07-17", "--on", "2019-06-03", "--as", "Board Secretary")
        try await season.does(
            "issue", "table", "N-1", "--meeting", "board-2019-07-17", "--on", "2019-06-03", "--as", "Board Secretary")
        try await season.openBoard("2019-07-17", publishing: "2019-06-03")
        try await refer("2019-07-17")
        try await season.does(
            "meeting", "schedule", "board", "--date", "2019-09-18", "--on", "2019-07-18", "--as", "Board Secretary")
        #expect(try await reply("2019-07-19").contains("→ With the Board."))
        #expect(try await season.does("issue", "show", "N-1").contains("board-2019-09-18"))
    }

    @Test func aNameInAReasonIsWarnedOfAndReadByTheBodyAlone() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        let moved = await season.scratch.run(
            [
                "meeting", "reschedule", "north-2019-04-30", "--date", "2019-05-07", "--reason", "Mrs Quokka is ill",
                "--on",
                "2019-04-24",
            ], environment: season.environment)
        #expect(moved.status == 0 && moved.complaints.contains("Reason"), "\(moved.complaints)")
        let board = await season.scratch.run("log", "north-2019-04-30", "--as", "Board Parent Rep")
        #expect(!board.output.contains("Quokka"), "\(board.output)")
        let venue = await season.scratch.run(
            ["meeting", "edit", "north-2019-04-30", "--venue", "The Quokkas' house", "--on", "2019-04-24"],
            environment: season.environment)
        #expect(venue.complaints.contains("Venue"), "\(venue.complaints)")
    }

    @Test func aCalledOffMeetingsPaperSaysSoAndThoseThatWentOutAreNamed() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        try await season.does(
            "pack", "agenda", "north-2019-04-30", "--format", "html", "--to", "packs", "--on", "2019-04-10")
        let moved = try await season.does(
            "meeting", "reschedule", "north-2019-04-30", "--date", "2019-05-07", "--reason", "Snow", "--on",
            "2019-04-12")
        #expect(
            moved.contains("north-2019-04-30-agenda-public.html, issued on") && moved.contains("says otherwise"),
            "\(moved)")
        try await season.does(
            "pack", "agenda", "north-2019-04-30", "--format", "html", "--to", "moved", "--on", "2019-04-12")
        let paper = try only("moved", season)
        #expect(paper.contains("was to be held on 30 April 2019 and was moved. The reason given: Snow."))
        #expect(try await season.does("meeting", "show", "north-2019-04-30").contains("Moved from 30 April 2019: Snow"))
        try await season.does("meeting", "cancel", "north-2019-04-30", "--reason", "More snow", "--on", "2019-04-12")
        #expect(try await season.does("meeting", "show", "north-2019-04-30").contains("Does not take place: More snow"))
        try await season.does(
            "pack", "agenda", "north-2019-04-30", "--format", "html", "--to", "off", "--on", "2019-04-12")
        let off = try only("off", season)
        #expect(
            off.contains(
                "This meeting does not take place, and nothing on this agenda is taken at it. The reason given: More snow."
            )
                && !off.contains("1st meeting"))
    }

    @Test func aCalledOffMeetingsPaperSaysWhichMeetingAgreesTheMinutes() async throws {
        let season = try await Season()
        let june = "north-2019-06-18"
        try await season.agenda()
        try await season.attend()
        try await season.does(
            "minutes", "record", "north-2019-04-30", "1", "--discussed", "Welcome", "--on", "2019-04-30")
        for event in ["conclude", "draft-minutes", "circulate-minutes"] {
            try await season.does("meeting", event, "north-2019-04-30", "--on", "2019-05-02")
        }
        try await season.does("meeting", "schedule", "north", "--date", "2019-06-18", "--on", "2019-05-02")
        try await season.does("agenda", "build", june, "--on", "2019-05-20")
        try await season.does("meeting", "publish", june, "--on", "2019-06-03")
        #expect(try await season.page("agenda", june, "--on", "2019-06-03").contains("and are to be agreed"))
        try await season.does("meeting", "cancel", june, "--reason", "Flood", "--on", "2019-06-05")
        let words = "Minutes that it was to agree go to "
        let bare = try await season.page("agenda", june, "--on", "2019-06-05")
        #expect(bare.contains("\(words)the next meeting that is held.") && !bare.contains("to be agreed"), "\(bare)")
        try await season.does("meeting", "schedule", "north", "--date", "2019-07-09", "--on", "2019-06-05")
        let off = try await season.page("agenda", june, "--edition", "members", "--on", "2019-06-05")
        #expect(off.contains("\(words)the meeting on 9 July 2019."), "\(off)")
    }

    @Test func aNameInTheReasonIsInNoPaper() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        try await season.does(
            "meeting", "cancel", "north-2019-04-30", "--reason", "Family Quokka is away", "--on", "2019-04-12")
        let refused = await season.refusal(
            "pack", "agenda", "north-2019-04-30", "--format", "html", "--on", "2019-04-12")
        #expect(refused.status != 0 && refused.said.contains("why it was moved or cancelled"), "\(refused)")
        #expect(!refused.said.contains("Quokka"), "\(refused)")
    }

    @Test func withdrawnConsentTakesOneFamilysIssueOffItsMeetingAndRenewedItGoesOn() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.does(
            "issue", "acknowledge", "N-1", "--method", "email", "--reply-by", "2019-04-08", "--on", "2019-04-02")
        try await season.does(
            "issue", "accept", "N-1", "--scope", "individual", "--phase", "primary", "--severity", "3", "--tried",
            "Asked twice", "--services", "Therapy", "--outcome-sought", "An appointment", "--consent",
            "record,discuss-anonymised", "--consent-how", "By telephone", "--on", "2019-04-03")
        try await season.agenda(with: "N-1")
        let foreseen = try await season.does("issue", "withdraw-consent", "N-1", "--on", "2019-04-12", "--dry-run")
        #expect(foreseen.contains("→ Accepted."), "\(foreseen)")
        let off = try await season.does("issue", "withdraw-consent", "N-1", "--on", "2019-04-12")
        #expect(off.contains("→ Accepted."), "\(off)")
        try await season.attend()
        try await season.does("meeting", "conclude", "north-2019-04-30", "--on", "2019-04-30")
        try await season.does("meeting", "schedule", "north", "--date", "2019-06-18", "--on", "2019-05-02")
        try await season.does(
            "issue", "renew-consent", "N-1", "--consent", "record,discuss-anonymised", "--on", "2019-05-02")
        try await season.does("issue", "schedule", "N-1", "--meeting", "north-2019-06-18", "--on", "2019-05-02")
        #expect(try await season.does("decision", "list", "north-2019-04-30").isEmpty)
    }

    /// The one paper in a folder.
    private func only(_ folder: String, _ season: Season) throws -> String {
        let files = try FileManager.default.contentsOfDirectory(
            at: season.scratch.folder.appending(path: folder), includingPropertiesForKeys: nil)
        return try String(contentsOf: #require(files.first), encoding: .utf8)
    }
}
