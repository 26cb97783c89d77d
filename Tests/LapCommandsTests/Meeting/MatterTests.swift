import Foundation
import Testing

@testable import LapCommands

/// What is brought to a meeting and is no issue, from its place on the agenda to what is resolved on it.
struct MatterTests {
    private let april = "north-2019-04-30"

    /// A meeting of North on 30 April, ahead.
    private func season() async throws -> Season {
        let season = try await Season()
        try await season.does("member", "add", "Viewer North", "--seat", "north/viewer", "--from", "2019-01-07")
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-04-03")
        return season
    }

    private func add(_ season: Season, _ title: String, under: String, _ own: String...) async throws {
        try await season.does(
            ["agenda", "add", april, "--under", under, "--title", title, "--on", "2019-04-04"] + own)
    }

    private func publish(_ season: Season) async throws {
        try await season.does("agenda", "build", april, "--on", "2019-04-05")
        try await season.does("meeting", "publish", april, "--on", "2019-04-10")
    }

    @Test func itStandsUnderTheItemNamedByNumberOrName() async throws {
        let season = try await season()
        try await add(season, "Posts for therapists", under: "11", "--purpose", "assurance", "--minutes", "10")
        try await add(season, "A letter to schools", under: "messages")
        let built = try await season.does("agenda", "build", april, "--on", "2019-04-05")
        #expect(built.contains("11.1 Posts for therapists  [M-1]"))
        #expect(built.contains("13.1 A letter to schools  [M-2]"))
        let refused = await season.refusal(
            "agenda", "add", april, "--under", "16", "--title", "X", "--on", "2019-04-04")
        #expect(refused.status == 1)
        #expect(refused.said.contains("The agenda of that body has no such item."))
        let printed = try await season.page("agenda", april, "--on", "2019-04-05")
        #expect(printed.contains("Posts for therapists"))
        #expect(printed.contains("Assurance"))
        #expect(printed.contains("Verbal update."))
    }

    @Test func onlyAPaperThatIsToFollowHasADay() async throws {
        let season = try await season()
        let words = [
            "agenda", "add", april, "--under", "11", "--title", "Travel", "--follows-on", "2019-04-25", "--on",
            "2019-04-04", "--form",
        ]
        let refused = await season.scratch.run(words + ["paper"])
        #expect(refused.status == 1)
        #expect(refused.complaints.contains("Only a paper that is to follow has a day on which it follows."))
        try await season.does(words + ["to-follow"])
        try await season.does("agenda", "edit", "M-1", "--form", "verbal", "--on", "2019-04-05")
        #expect(!(try await season.does("status", "--on", "2019-04-26")).contains("lap agenda supply M-1"))
    }

    @Test func onceNoticeIsGivenItComesLateWithAReasonAndInASupplement() async throws {
        let season = try await season()
        try await add(season, "Posts for therapists", under: "11")
        try await publish(season)
        let words = ["agenda", "add", april, "--under", "14", "--title", "Half term", "--on", "2019-04-12"]
        let refused = await season.scratch.run(words)
        #expect(refused.status == 1)
        #expect(refused.complaints.contains("(R7)"))
        try await season.does(words + ["--late-reason", "It was heard of today"])
        let built = try await season.does("agenda", "build", april, "--on", "2019-04-12")
        #expect(built.contains("Supplement 1: M-2."))
        #expect(built.contains("14.1 Half term  [M-2]  (supplement 1)  (late)"))
        let frozen = await season.refusal("agenda", "edit", "M-1", "--minutes", "5", "--on", "2019-04-12")
        #expect(frozen.status == 1)
    }

    @Test func whatIsWithdrawnKeepsItsLineAndSaysSo() async throws {
        func time(_ page: String) throws -> Substring {
            let start = try #require(page.range(of: "Time allowed in all: "))
            return page[start.upperBound...].prefix { $0 != "." && $0 != ";" }
        }
        let season = try await season()
        try await season.does("agenda", "build", april, "--on", "2019-04-03")
        let bare = try time(await season.page("agenda", april, "--on", "2019-04-03"))
        try await add(season, "Posts for therapists", under: "11", "--summary", "Three posts", "--minutes", "35")
        try await publish(season)
        // The paper that went out says what is no longer so.
        #expect(try await season.page("agenda", april, "--on", "2019-04-10").contains("Three posts"))
        try await season.does("agenda", "withdraw", "M-1", "--reason", "Not ready", "--on", "2019-04-11")
        #expect(try await season.does("status", "--on", "2019-04-11").contains("M-1 was taken off"))
        #expect(try await season.does("agenda", "show", april).contains("11.1 Posts for therapists (withdrawn)"))
        let printed = try await season.page("agenda", april, "--on", "2019-04-11")
        #expect(printed.contains("Posts for therapists (withdrawn)"))
        // It takes no time.
        #expect(try time(printed) == bare)
        #expect(!printed.contains("Three posts"))
        try await season.attend()
        let after = try await season.does("agenda", "show", april)
        #expect(after.contains("11.1 Posts for therapists (withdrawn)"))
    }

    @Test func inPrivateItIsForThoseWhoReadThatAndLastOnTheAgenda() async throws {
        let season = try await season()
        try await add(
            season, "Staff of a numbat school", under: "14", "--private", "--private-because", "It is about one person",
            "--summary", "The bandicoot post has been empty since the autumn of last year",
            "--recommendation", "ask the head to tell the meeting in June how the post was filled")
        try await publish(season)
        #expect(
            try await season.does("agenda", "show", april).contains("16.1 Staff of a numbat school  [M-1]  (private)"))
        let viewed = try await season.does("agenda", "show", april, "--as", "Viewer North")
        #expect(!viewed.contains("numbat"))
        #expect(viewed.contains("A private item"))
        let shown = await season.refusal("show", "M-1", "--as", "Viewer North")
        #expect(shown.status == 66)
        #expect(!shown.said.contains("numbat"))
        let printed = try await season.page("agenda", april, "--on", "2019-04-10")
        #expect(!printed.contains("numbat"))
        #expect(!printed.contains("bandicoot"))
        #expect(printed.contains("It is about one person"))
        let members = try await season.page("agenda", april, "--edition", "restricted", "--on", "2019-04-10")
        #expect(members.contains("bandicoot"))
        try await season.attend()
        // What it says is not repeated in public.
        let said = "we heard that the bandicoot post has been empty since the autumn of last year"
        let refused = await season.refusal("minutes", "record", april, "11", "--discussed", said, "--on", "2019-04-30")
        #expect(refused.status == 1)
        #expect(refused.said.contains("(R10)"))
        let resolved = await season.refusal("minutes", "resolve", april, "11", "--that", said, "--on", "2019-04-30")
        #expect(resolved.status == 1)
        try await season.does(
            "minutes", "resolve", april, "16.1", "--that",
            "the potoroo proposal for this school be put to its governors",
            "--on", "2019-04-30")
        let decisions = try await season.does("decision", "list", april, "--as", "Viewer North")
        #expect(!decisions.contains("potoroo"))
        let minutes = try await season.page("minutes", april, "--on", "2019-04-30")
        #expect(!minutes.contains("potoroo"))
    }

    @Test func whatTimeRanOutForIsCarriedWithItsCountAndWhatWasReachedIsTaken() async throws {
        let season = try await season()
        try await season.does("meeting", "schedule", "north", "--date", "2019-05-28", "--on", "2019-04-03")
        try await add(season, "Posts for therapists", under: "11")
        try await add(season, "A letter to schools", under: "messages")
        try await publish(season)
        try await season.attend()
        try await season.does("minutes", "record", april, "11.1", "--discussed", "Welcomed.", "--on", "2019-04-30")
        try await season.does("minutes", "record", april, "13.1", "--not-reached", "--on", "2019-04-30")
        let would = try await season.does("meeting", "conclude", april, "--dry-run", "--on", "2019-04-30")
        #expect(would.contains("M-2 was not reached: carried to the meeting on 28 May 2019."))
        let done = try await season.does("meeting", "conclude", april, "--on", "2019-04-30")
        #expect(done.contains("M-2 was not reached: carried to the meeting on 28 May 2019."))
        #expect(try await season.does("show", "M-1").contains("Taken"))
        #expect(try await season.does("show", "M-2").contains("Times carried forward        1"))
        let built = try await season.does("agenda", "build", "north-2019-05-28", "--on", "2019-05-01")
        #expect(built.contains("13.1 A letter to schools  [M-2]"))
        #expect(!built.contains("Posts for therapists"))
        let minutes = try await season.page("minutes", april, "--on", "2019-05-01")
        #expect(minutes.contains("13.1 A letter to schools: carried to the meeting on 28 May 2019"))
    }

    @Test func withoutANextMeetingItWaitsAndComesOffACancelledOne() async throws {
        let season = try await season()
        try await add(season, "A letter to schools", under: "messages")
        try await publish(season)
        let cancelled = try await season.does("meeting", "cancel", april, "--reason", "Snow", "--on", "2019-04-12")
        #expect(cancelled.contains("M-1 was to come before it: now Waiting for a meeting."))
        try await season.does("meeting", "schedule", "north", "--date", "2019-05-28", "--on", "2019-04-12")
        try await season.does("agenda", "move", "M-1", "--meeting", "north-2019-05-28", "--on", "2019-04-12")
        try await season.does("agenda", "build", "north-2019-05-28", "--on", "2019-04-12")
        try await season.does("meeting", "publish", "north-2019-05-28", "--on", "2019-04-12")
        for words in [
            ["meeting", "attend", "north-2019-05-28", "--present", "DCO North"],
            ["meeting", "hold", "north-2019-05-28"],
            ["minutes", "record", "north-2019-05-28", "13.1", "--not-reached"],
        ] { try await season.does(words + ["--on", "2019-05-28"]) }
        let done = try await season.does("meeting", "conclude", "north-2019-05-28", "--on", "2019-05-28")
        #expect(done.contains("M-1 was not reached, and there is no next meeting yet: now Waiting for a meeting."))
        #expect(try await season.does("status", "--on", "2019-05-29").contains("M-1"))
    }

    @Test func aResolutionHasItsLimbsVotesAndDissent() async throws {
        let season = try await season()
        try await add(season, "Posts for therapists", under: "11")
        try await publish(season)
        try await season.attend()
        func resolve(_ own: String...) async -> (status: Int32, said: String) {
            let words = ["minutes", "resolve", april, "11.1", "--that", "the plan be noted", "--on", "2019-04-30"]
            let ran = await season.scratch.run(words + own)
            return (ran.status, ran.complaints + ran.output)
        }
        #expect(
            await resolve("--for", "4", "--against", "3").said.contains(
                "7 votes are more than the 5 members who were in the room"))
        #expect(await resolve("--for", "1", "--against", "3").said.contains("did not agree to it"))
        #expect(await resolve("--for", "2", "--against", "2").said.contains("nobody’s casting vote is given"))
        #expect(await resolve("--for", "3", "--against", "2", "--casting").status == 1)
        #expect(await resolve("--for", "3").status == 64)
        #expect(await resolve("--dissent", "Board Chair: No").said.contains("is none of those who decide item 11.1"))
        let done = await resolve(
            "--limb", "a report comes in June", "--for", "3", "--against", "1", "--abstained", "1", "--dissent",
            "SENCO North: It is too slow")
        #expect(done.status == 0, "\(done.said)")
        #expect(
            done.said.contains("D-north-2019-1 recorded. Resolved: That the plan be noted\n  a report comes in June"))
        let printed = try await season.page("minutes", april, "--on", "2019-04-30")
        #expect(printed.contains("For 3, against 1, abstained 1."))
        #expect(printed.contains("Education did not agree, and asked for this to be minuted: It is too slow."))
        #expect(!printed.contains("SENCO North"))
        let members = try await season.page("minutes", april, "--edition", "members", "--on", "2019-04-30")
        #expect(members.contains("SENCO North did not agree"))
        try await season.does(
            "minutes", "resolve", april, "11.1", "--that", "a fourth post be asked for", "--kind", "not-agreed",
            "--for", "1",
            "--against", "3", "--on", "2019-04-30")
        let again = try await season.page("minutes", april, "--on", "2019-04-30")
        #expect(again.contains("Not agreed"))
        #expect(again.contains("<strong>Proposed:</strong> That a fourth post be asked for"))
        #expect(try await season.does("fsck").contains("Sound"))
    }

    @Test func whatIsDecidedOnAnIssueIsOneOfItsEvents() async throws {
        let season = try await Season.heard()
        let refused = await season.refusal(
            "minutes", "resolve", april, "8.1", "--that", "it be noted", "--on", "2019-04-30")
        #expect(refused.status == 1)
        #expect(refused.said.contains("Item 8.1 is about N-1"))
    }

    @Test func anIssueThatTimeRanOutForIsCarriedAndAThirdTimeWaitsForTheChair() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        let days = ["2019-04-30", "2019-05-28", "2019-06-25", "2019-07-23"]
        for day in days { try await season.does("meeting", "schedule", "north", "--date", day, "--on", "2019-04-03") }
        try await season.does("issue", "schedule", "N-1", "--meeting", april, "--on", "2019-04-03")
        for (number, day) in days.dropLast().enumerated() {
            let meeting = "north-\(day)"
            let before = number == 0 ? "2019-04-04" : days[number - 1]
            let built = try await season.does("agenda", "build", meeting, "--on", before)
            #expect(built.contains(number == 0 ? "8.1  Nine-month wait" : "9.1  Nine-month wait"))
            try await season.does("meeting", "publish", meeting, "--on", before)
            try await season.does("meeting", "attend", meeting, "--present", "DCO North", "--on", day)
            try await season.does("meeting", "hold", meeting, "--on", day)
            try await season.does(
                "minutes", "record", meeting, number == 0 ? "8.1" : "9.1", "--not-reached", "--on", day)
            let done = try await season.does("meeting", "conclude", meeting, "--on", day)
            guard number < 2 else {
                #expect(done.contains("N-1 waits for a decision, or the chair’s reason to carry it on."))
                break
            }
            #expect(done.contains("N-1 was not reached: carried to the meeting on"))
            // Nothing waits for a decision there any more.
            try await season.does("minutes", "record", meeting, "1", "--discussed", "Welcome.", "--on", day)
            try await season.does("meeting", "draft-minutes", meeting, "--on", day)
            try await season.does("meeting", "circulate-minutes", meeting, "--on", day)
        }
        let june = "north-2019-06-25"
        try await season.does("minutes", "record", june, "1", "--discussed", "All were welcomed.", "--on", "2019-06-25")
        try await season.does("meeting", "draft-minutes", june, "--on", "2019-06-26")
        let refused = await season.refusal("meeting", "circulate-minutes", june, "--on", "2019-06-26")
        #expect(refused.status == 1)
        #expect(refused.said.contains("There are issues on its agenda without a decision."))
        #expect(try await season.does("status", "--on", "2019-06-27").contains("N-1"))
        try await season.does(
            "issue", "defer", "N-1", "--deferred-because", "not-reached", "--next-meeting", "north-2019-07-23",
            "--override-reason", "The school was closed", "--on", "2019-06-26")
        try await season.does("meeting", "circulate-minutes", june, "--on", "2019-06-26")
    }

    @Test func atTheBoardItIsCarriedAndCountedAsPassedOver() async throws {
        let season = try await Season.heard()
        try await season.propose("N-1")
        try await season.table("N-1")
        let clerk = ["--as", "Board Secretary"]
        let board = "board-2019-05-22"
        try await season.does(["meeting", "schedule", "board", "--date", "2019-07-17", "--on", "2019-05-03"] + clerk)
        try await season.openBoard()
        try await season.does(["minutes", "record", board, "6.1", "--not-reached", "--on", "2019-05-22"] + clerk)
        let done = try await season.does(["meeting", "conclude", board, "--on", "2019-05-22"] + clerk)
        #expect(done.contains("N-1 was not reached: carried to the meeting on 17 July 2019."))
        let shown = try await season.does(["show", "N-1"] + clerk)
        #expect(shown.contains(/Times deferred by the Board +1/))
        let built = try await season.does(["agenda", "build", "board-2019-07-17", "--on", "2019-06-03"] + clerk)
        #expect(built.contains("[N-1]"))
    }

    /// The Board's papers hold what there is to read of a matter, where its line leads.
    @Test func itsSheetIsInTheBoardsPapersToo() async throws {
        let season = try await Season()
        let board = "board-2019-05-22"
        try await season.does(
            "meeting", "schedule", "board", "--date", "2019-05-22", "--as", "Board Secretary", "--on", "2019-04-03")
        try await season.does(
            "agenda", "add", board, "--under", "data", "--title", "Figures of the winter", "--summary",
            "The dunnarts in figures", "--recommendation", "Note them", "--as", "Board Secretary", "--on", "2019-04-04")
        try await season.does("agenda", "build", board, "--as", "Board Secretary", "--on", "2019-04-05")
        let page = try await season.page("board", board, "--as", "Board Secretary", "--on", "2019-04-05")
        #expect(page.contains("href=\"#matter-m-1\"") && page.contains("id=\"matter-m-1\""), "\(page)")
        #expect(page.contains("The dunnarts in figures"))
    }

    /// What was not reached goes on, also where that is written down when the meeting is over.
    @Test(arguments: [true, false])
    func whatWasNotReachedGoesOnAlsoAfterTheMeetingEnded(isNextFixed: Bool) async throws {
        let season = try await season()
        try await add(season, "Posts for dunnarts", under: "11")
        try await publish(season)
        try await season.attend()
        try await season.does("minutes", "record", april, "1", "--discussed", "All were welcome.", "--on", "2019-04-30")
        try await season.does("meeting", "conclude", april, "--on", "2019-04-30")
        #expect(try await season.does("show", "M-1", "--on", "2019-05-01").contains("Taken"))
        if isNextFixed {
            try await season.does("meeting", "schedule", "north", "--date", "2019-05-28", "--on", "2019-05-01")
        }
        let said = try await season.does("minutes", "record", april, "11.1", "--not-reached", "--on", "2019-05-01")
        #expect(
            said.contains(isNextFixed ? "M-1 comes before north-2019-05-28." : "M-1 waits for a meeting."), "\(said)")
        let shown = try await season.does("show", "M-1", "--on", "2019-05-01")
        #expect(shown.contains(isNextFixed ? "Brought to a meeting" : "Waiting for a meeting"), "\(shown)")
        for event in ["draft-minutes", "circulate-minutes"] {
            try await season.does("meeting", event, april, "--on", "2019-05-02")
        }
        let minutes = try await season.page("minutes", april, "--on", "2019-05-02")
        #expect(
            minutes.contains(
                isNextFixed ? "carried to the meeting on 28 May 2019" : "not on the agenda of another meeting"),
            "\(minutes)")
        #expect(try await season.does("fsck").hasPrefix("Sound"))
    }
}
