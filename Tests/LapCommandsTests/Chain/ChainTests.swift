import Foundation
import Testing

@testable import LapCommands

struct ChainTests {
    @Test func anEscalatedConcernIsDecidedAnsweredAndClosed() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        try await season.attend()
        try await season.propose("N-1")
        try await season.does("meeting", "conclude", "north-2019-04-30", "--on", "2019-04-30")
        try await season.table("N-1")
        try await season.openBoard()
        let owned = try await season.does(
            "issue", "board-own", "N-1", "--decision", "The Director follows it up", "--owner",
            "Director of Social Care",
            "--due", "2019-07-05", "--measure", "No wrong form", "--plan", "IP-1.6", "--as", "Board Chair", "--on",
            "2019-05-22")
        #expect(owned.contains("With the Board → Board action"))
        #expect(owned.contains("D-board-2019-1, A-1"))
        try await season.does(
            "action", "propose-done", "A-1", "--evidence", "A sample", "--as", "Director of Social Care", "--on",
            "2019-07-01")
        try await season.does("action", "complete", "A-1", "--as", "Board Chair", "--on", "2019-07-02")
        try await season.does(
            "issue", "board-complete", "N-1", "--outcome", "Done", "--outcome-evidence", "A sample", "--impact",
            "None wrong",
            "--as", "Board Chair", "--on", "2019-07-02")

        try await season.does("meeting", "schedule", "north", "--date", "2019-07-16", "--on", "2019-07-03")
        let agenda = try await season.does("agenda", "build", "north-2019-07-16", "--on", "2019-07-03")
        #expect(agenda.contains("5.1  Answer of the SEND Partnership Board"))

        let closed = try await season.does(
            "issue", "feed-back", "N-1", "--method", "email", "--said", "We wait", "--did", "It was put right", "--on",
            "2019-07-08")
        #expect(closed.contains("Resolved by the Board → Closed"))
        #expect(try await season.does("fsck").hasPrefix("Sound:"))
    }

    @Test func aConcernIsSettledAtTheLAP() async throws {
        let season = try await Season()
        try await season.raise("--theme", "early-help")
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        try await season.attend()
        try await season.does(
            "issue", "assign", "N-1", "--owner", "Social Care North", "--agency", "Early Help", "--due", "2019-06-14",
            "--measure", "At every event", "--action", "Bring Primary Mental Health Workers to parent events", "--on",
            "2019-04-30")
        try await season.does(
            "action", "propose-done", "A-1", "--evidence", "Four events", "--as", "Social Care North", "--on",
            "2019-06-10")
        try await season.does("action", "complete", "A-1", "--on", "2019-06-12")
        try await season.does(
            "issue", "complete", "N-1", "--outcome", "They come", "--outcome-evidence", "Four events", "--satisfied",
            "yes",
            "--on",
            "2019-06-12")
        try await season.does(
            "issue", "feed-back", "N-1", "--method", "email", "--said", "No help", "--did", "Help", "--on", "2019-06-12"
        )
        #expect(
            try await season.does("issue", "list", "--json=ref,state") == "[{\"ref\":\"N-1\",\"state\":\"closed\"}]\n")
    }

    @Test func aMeetingWithoutAParentRepresentativeDecidesProvisionally() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        try await season.attend(without: "Parent Rep North")
        let shown = try await season.does("meeting", "show", "north-2019-04-30")
        #expect(shown.contains("No parent carer representative: the meeting is non-compliant (R8)."))
        let nothing = await season.refusal(
            "issue", "note", "N-1", "--noted-as", "no-further-action", "--outcome", "Nothing", "--on", "2019-04-30")
        #expect(nothing.status == 1)
        #expect(nothing.said.contains("(R8)"))
        try await season.does(
            "issue", "note", "N-1", "--noted-as", "answered", "--outcome", "It was answered", "--on", "2019-04-30")
        #expect(try await season.does("show", "D-north-2019-1").contains("(provisional)"))

        try await season.does("meeting", "conclude", "north-2019-04-30", "--on", "2019-04-30")
        try await season.does("meeting", "schedule", "north", "--date", "2019-06-18", "--on", "2019-05-01")
        let confirm = [
            "meeting", "confirm", "north-2019-04-30", "--confirmed-at", "north-2019-06-18", "--on", "2019-06-18",
        ]
        let early = await season.scratch.run(confirm)
        #expect(early.status == 1 && early.complaints.contains("once it is held"), "\(early.complaints)")
        try await season.does("agenda", "build", "north-2019-06-18", "--on", "2019-06-04")
        try await season.does("meeting", "publish", "north-2019-06-18", "--on", "2019-06-04")
        try await season.does(
            "meeting", "attend", "north-2019-06-18", "--present", "DCO North", "--on", "2019-06-18")
        try await season.does("meeting", "hold", "north-2019-06-18", "--on", "2019-06-18")
        let incomplete = await season.scratch.run(confirm)
        #expect(incomplete.status == 1 && incomplete.complaints.contains("no quorum"), "\(incomplete.complaints)")
        try await season.does(
            "meeting", "attend", "north-2019-06-18", "--present", "Parent Rep North", "--present", "SENCO North",
            "--present",
            "Health North", "--present", "Social Care North", "--on", "2019-06-18")
        try await season.does(confirm)
        #expect(try await !season.does("show", "D-north-2019-1").contains("(provisional)"))
    }

    @Test func whoeverOwnsAnIssueCannotSubmitIt() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        try await season.attend()
        try await season.propose("N-1")
        let refused = await season.refusal("issue", "submit", "N-1", "--on", "2019-05-01")
        #expect(refused.status == 1)
        #expect(refused.said.contains("(R13)"))
        // Where there is only one who could, there is a way on.
        #expect(refused.said.contains("the registrar seats a deputy there"))
        #expect(refused.said.contains("lap member seat NAME --seat BODY/ROLE"))
        try await season.does("issue", "submit", "N-1", "--as", "Deputy DCO North", "--on", "2019-05-01")
    }

    @Test func noMinutesAreCirculatedWhileAnythingBeforeTheMeetingIsUndecided() async throws {
        let season = try await Season()
        let april = "north-2019-04-30"
        try await season.raise()
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        try await season.attend()
        try await season.does("meeting", "conclude", april, "--on", "2019-04-30")
        try await season.does("minutes", "record", april, "1", "--discussed", "Welcome.", "--on", "2019-04-30")
        try await season.does("meeting", "draft-minutes", april, "--on", "2019-04-30")
        #expect(await season.refusal("meeting", "circulate-minutes", april, "--on", "2019-04-30").status == 1)
        try await season.does("meeting", "schedule", "north", "--date", "2019-06-18", "--on", "2019-04-30")
        try await season.does(
            "issue", "defer", "N-1", "--deferred-because", "not-reached", "--next-meeting", "north-2019-06-18",
            "--reason",
            "No time", "--on", "2019-04-30")
        try await season.does("meeting", "circulate-minutes", april, "--on", "2019-04-30")
        #expect(try await season.does("minutes", "show", april).contains("(not reached)"))
        // The cut-off is for what is new.
        let carried = try await season.does("agenda", "build", "north-2019-06-18", "--on", "2019-06-10")
        #expect(carried.contains("9.1  Nine-month wait for a first appointment  [N-1]"))
    }

    @Test func aLateItemNeedsAReasonAndComesAsASupplement() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.raise("--theme", "ot")
        try await season.accept("N-2")
        try await season.agenda(with: "N-1")
        let late = await season.refusal(
            "issue", "schedule", "N-2", "--meeting", "north-2019-04-30", "--on", "2019-04-24")
        #expect(late.status == 1)
        #expect(late.said.contains("(R7)"))
        try await season.does(
            "issue", "schedule", "N-2", "--meeting", "north-2019-04-30", "--late-reason", "It cannot wait", "--on",
            "2019-04-24")
        let built = try await season.does("agenda", "build", "north-2019-04-30", "--on", "2019-04-24")
        #expect(built.contains("Supplement 1: N-2."))
        #expect(built.contains("8.2"))
        #expect(built.contains("(late)"))
    }

    @Test func anUnclearSafeguardingScreenAllowsOnlyTheDiversion() async throws {
        let season = try await Season()
        let raised = try await season.does(
            "issue", "raise", "--area", "north", "--raised-by", "parent-carer", "--channel", "phone", "--received",
            "2019-04-18", "--theme", "short-breaks", "--safeguarding", "unsure", "--parallel", "none", "--summary",
            "Respite withdrawn", "--detail", "The zebrafinch detail")
        #expect(raised.contains("Next: lap issue divert N-1"))
        let refused = await season.refusal(
            "issue", "acknowledge", "N-1", "--method", "phone", "--reply-by", "2019-04-25", "--on", "2019-04-18")
        #expect(refused.status == 1)
        #expect(refused.said.contains("(R1)"))
        try await season.does(
            "issue", "divert", "N-1", "--destination", "childrens-services", "--external-reference", "CS-1", "--on",
            "2019-04-18")
        let shown = try await season.does("issue", "show", "N-1")
        #expect(!shown.contains("Respite") && !shown.contains("zebrafinch"))
        #expect(shown.contains("CS-1"))
        #expect(try season.scratch.bytes().range(of: Data("zebrafinch".utf8)) == nil)
    }

    /// R2.
    @Test func everyWayOutRecordsWhereToOrWhy() async throws {
        let season = try await Season()
        try await season.raise()
        for (event, missing) in [
            ("redirect", "Destination"), ("withdraw", "Withdrawn because"), ("divert", "Destination"),
        ] {
            let refused = await season.refusal("issue", event, "N-1", "--on", "2019-04-02")
            #expect(refused.status == 64, "\(event)")
            #expect(refused.said.contains(missing), "\(event): \(refused.said)")
        }
        try await season.does(
            "issue", "redirect", "N-1", "--destination", "tribunal", "--contact-given", "The helpline", "--told-on",
            "2019-04-02", "--on", "2019-04-02")
        let shown = try await season.does("issue", "show", "N-1")
        #expect(shown.contains("Mediation and the SEND Tribunal") && shown.contains("The helpline"))
    }

    /// R6: decided on 10 June, two months later is in August, so the window ends on the first working day of September.
    @Test func aDecisionThatCanBeAppealedWarnsBeforeTheTimeIsUp() async throws {
        let season = try await Season()
        try await season.raise("--decided-on", "2019-06-10", on: "2019-06-12")
        let reminder = "Appeal to the SEND Tribunal by 2 September 2019"
        let edited = await season.scratch.run(["issue", "edit", "N-1", "--urgency", "soon", "--on", "2019-06-13"])
        #expect(edited.complaints.contains("\(reminder) (the register only reminds)"))
        // What the register owes comes first: the acknowledgement, due on 17 June.
        #expect(try await season.does("issue", "list", "--json=due") == "[{\"due\":\"2019-06-17\"}]\n")
    }

    @Test func aReminderPassesWithoutMakingAnythingOverdue() async throws {
        let season = try await Season()
        try await season.raise("--decided-on", "2019-03-05", on: "2019-04-01")
        for (day, note) in [
            ("2019-04-06", ""), ("2019-04-07", "soon; "), ("2019-05-05", "due today; "),
            ("2019-05-06", "that day has passed; "),
        ] {
            let shown = try await season.does("issue", "show", "N-1", "--on", day)
            let reminder = "Appeal to the SEND Tribunal by 5 May 2019 (\(note)the register only reminds)"
            #expect(shown.contains(reminder), "\(day)")
        }
        try await season.does(
            "issue", "acknowledge", "N-1", "--method", "email", "--reply-by", "2019-05-09", "--on", "2019-05-07")
        #expect(try await season.does("issue", "list", "--overdue", "--on", "2019-05-08", "--json") == "[]\n")
        #expect(try await season.does("tick", "--on", "2019-05-08", "--json") == "[]\n")
    }

    @Test func aDistrictDecidesTheArea() async throws {
        let season = try await Season()
        let raised = try await season.does(
            "issue", "raise", "--district", "lancaster", "--raised-by", "school", "--channel", "phone", "--received",
            "2019-04-01", "--theme", "ot", "--safeguarding", "no", "--parallel", "none", "--summary", "No therapist")
        #expect(raised.hasPrefix("N-1: Logged."))
    }

    @Test func mergedRaisersMustBeToldToo() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.raise()
        try await season.does(
            "issue", "acknowledge", "N-2", "--method", "email", "--reply-by", "2019-04-08", "--on", "2019-04-02")
        #expect(await season.refusal("issue", "merge", "N-2", "--lead", "N-2", "--on", "2019-04-03").status == 1)
        try await season.does("issue", "merge", "N-2", "--lead", "N-1", "--on", "2019-04-03")
        try await season.does(
            "issue", "start-early-resolution", "N-1", "--service-contacted", "Therapy", "--on", "2019-04-03")
        try await season.does(
            "issue", "resolve-early", "N-1", "--outcome", "Seen", "--outcome-evidence", "A letter", "--raiser-view",
            "Glad",
            "--on",
            "2019-04-10")
        let refused = await season.refusal(
            "issue", "feed-back", "N-1", "--method", "email", "--said", "We wait", "--did", "Seen", "--on", "2019-04-11"
        )
        #expect(refused.status == 1)
        #expect(refused.said.contains("(R16)"))
        try await season.does(
            "issue", "feed-back", "N-1", "--method", "email", "--said", "We wait", "--did", "Seen", "--merged-told",
            "yes",
            "--on", "2019-04-11")
    }

    @Test func anIssueReopensWithinTwelveMonthsAndKeepsItsHistory() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.does(
            "issue", "withdraw", "N-1", "--withdrawn-because", "They asked", "--asked-on", "2019-04-02", "--on",
            "2019-04-02")
        try await season.does(
            "issue", "reopen", "N-1", "--new-information", "It happened again", "--scope", "systemic", "--families",
            "9",
            "--phase", "primary", "--severity", "2", "--tried", "Asked", "--services", "Therapy", "--outcome-sought",
            "A date", "--on", "2019-07-01")
        let log = try await season.does("log", "N-1")
        #expect(log.contains("withdraw") && log.contains("reopen"))
        #expect(try await season.does("issue", "show", "N-1").contains("Times reopened"))
    }

    @Test func anActionStandsInItsDecisionAsItWasSaid() async throws {
        let wording = "this be asked of Lancashire Care Trust: Lancaster’s staff meet each school"
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        try await season.attend()
        try await season.does(
            [
                "issue", "assign", "N-1", "--owner", "Health North", "--due", "2019-06-28", "--measure", "Seen",
                "--action", "Lancaster’s staff meet each school", "--agency", "Lancashire Care Trust", "--on",
                "2019-04-30",
            ])
        #expect(try await season.does("show", "D-north-2019-1").contains(wording))
        let folder = season.scratch.folder.appending(path: "packs")
        try await season.does("pack", "minutes", "north-2019-04-30", "--format", "html", "--on", "2019-05-01")
        let html = try String(
            contentsOf: folder.appending(path: "north-2019-04-30-minutes-public-draft.html"), encoding: .utf8)
        #expect(html.contains(wording))
    }

    /// What the Board sent on, and whose outcome has still to be told.
    @Test func theBoardsMinutesSayWhomItAskedAndWhatHasStillToBeTold() async throws {
        let season = try await Season()
        for issue in ["N-1", "N-2"] {
            try await season.raise()
            try await season.accept(issue)
        }
        try await season.agenda(with: "N-1", "N-2")
        try await season.attend()
        for issue in ["N-1", "N-2"] { try await season.propose(issue) }
        try await season.table("N-1")
        try await season.does("issue", "submit", "N-2", "--as", "Deputy DCO North", "--on", "2019-05-03")
        for words in [
            ["issue", "table", "N-2", "--meeting", "board-2019-05-22", "--on", "2019-05-03"],
            ["agenda", "build", "board-2019-05-22", "--on", "2019-05-07"],
            ["meeting", "publish", "board-2019-05-22", "--on", "2019-05-08"],
            [
                "meeting", "attend", "board-2019-05-22", "--present", "Board Chair", "--present", "Board Parent Rep",
                "--on", "2019-05-22",
            ],
            ["meeting", "hold", "board-2019-05-22", "--on", "2019-05-22"],
        ] { try await season.does(words + ["--as", "Board Secretary"]) }
        func minutes() async throws -> String {
            try await season.does(
                "pack", "minutes", "board-2019-05-22", "--edition", "members", "--format", "html", "--on", "2019-05-23",
                "--as", "Board Secretary")
            let folder = season.scratch.folder.appending(path: "packs")
            return try String(
                contentsOf: folder.appending(path: "board-2019-05-22-minutes-members-draft.html"), encoding: .utf8)
        }
        let before = try await minutes()
        #expect(before.contains("Nothing was sent to another body."))
        #expect(before.contains("No outcome has still to be told to whoever raised the matter."))
        try await season.does(
            "issue", "board-refer", "N-1", "--referred-to", "The bettong commission", "--question", "Who pays?",
            "--expected", "2019-07-01", "--as", "Board Chair", "--on", "2019-05-22")
        try await season.does(
            "issue", "board-nfa", "N-2", "--reason", "It is settled", "--as", "Board Chair", "--on", "2019-05-22")
        let after = try await minutes()
        #expect(after.contains("The bettong commission") && !after.contains("Nothing was sent to another body."))
        #expect(after.contains("Raisers who have still to be told the outcome"))
        #expect(!after.contains("No outcome has still to be told"))
        #expect(!after.contains("Every item was reached."))
    }
}
