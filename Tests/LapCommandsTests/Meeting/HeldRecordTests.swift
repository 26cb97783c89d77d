import Foundation
import Testing

@testable import LapCommands

/// What is recorded of a meeting does not contradict itself.
struct HeldRecordTests {
    private let april = "north-2019-04-30"

    /// A held meeting of North with a matter, 11.1, and one that was withdrawn, 13.1.
    private func held() async throws -> Season {
        let season = try await Season()
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-04-03")
        for (under, title) in [("11", "Posts"), ("13", "A letter")] {
            try await season.does("agenda", "add", april, "--under", under, "--title", title, "--on", "2019-04-04")
        }
        try await season.does("agenda", "build", april, "--on", "2019-04-05")
        try await season.does("meeting", "publish", april, "--on", "2019-04-10")
        try await season.does("agenda", "withdraw", "M-2", "--reason", "Not ready", "--on", "2019-04-11")
        try await season.attend()
        return season
    }

    private func run(_ season: Season, _ words: String...) async -> (status: Int32, said: String) {
        let ran = await season.scratch.run(words + ["--on", "2019-04-30"])
        return (ran.status, ran.output + ran.complaints)
    }

    @Test func whoWasThereDecidesWhetherADecisionIsProvisionalWheneverItIsEntered() async throws {
        let season = try await held()
        #expect(
            await !run(season, "minutes", "resolve", april, "11.1", "--that", "it be noted").said.contains(
                "provisional"))
        let declared = await run(
            season, "meeting", "declare", april, "11.1", "--person", "Parent Rep North", "--interest", "A relation",
            "--withdraws")
        #expect(declared.status == 0)
        #expect(
            try await season.does("decision", "list", april, "--json=ref,provisional").contains(#""provisional":true"#))
        #expect(await run(season, "minutes", "resolve", april, "13", "--that", "schools be told").status == 0)
        #expect(await run(season, "meeting", "attend", april, "--absent", "Health North").status == 0)
        #expect(try await !season.does("decision", "list", april, "--json=ref,provisional").contains("false"))
    }

    @Test func whatIsDecidedOrMinutedWasReached() async throws {
        let season = try await held()
        #expect(await run(season, "minutes", "record", april, "11.1", "--not-reached").status == 0)
        #expect(await run(season, "minutes", "resolve", april, "11.1", "--that", "it be noted").status == 0)
        #expect(try await !season.does("minutes", "show", april).contains("(not reached)"))
        let refused = await run(season, "minutes", "record", april, "11.1", "--not-reached")
        #expect(refused.status == 1 && refused.said.contains("D-north-2019-1 was taken under it"))
        #expect(await run(season, "minutes", "record", april, "1", "--discussed", "Welcome.").status == 0)
        #expect(await run(season, "minutes", "record", april, "1", "--not-reached").status == 1)
        #expect(
            await run(season, "minutes", "record", april, "1", "--discussed", "All came.").said.contains(
                "takes the place of"))
    }

    @Test func nothingIsRecordedUnderWhatWasWithdrawn() async throws {
        let season = try await held()
        for words in [
            ["record", april, "13.1", "--discussed", "It was not ready."],
            ["resolve", april, "13.1", "--that", "it wait"],
        ] {
            let ran = await season.scratch.run(["minutes"] + words + ["--on", "2019-04-30"])
            #expect(ran.status == 1 && ran.complaints.contains("was withdrawn"))
        }
    }

    @Test func viewersAndGuestsNeitherVoteNorDissent() async throws {
        let season = try await held()
        try await season.does("member", "add", "Viewer North", "--seat", "north/viewer", "--from", "2019-01-07")
        #expect(
            await run(season, "meeting", "attend", april, "--present", "Viewer North", "--present", "Board Chair")
                .status == 0)
        let votes = await run(
            season, "minutes", "resolve", april, "11.1", "--that", "it be noted", "--for", "6", "--against", "0")
        #expect(votes.status == 1 && votes.said.contains("the 5 members"))
        #expect(
            await run(season, "minutes", "resolve", april, "11.1", "--that", "x", "--dissent", "Viewer North: No")
                .status == 1)
    }

    @Test func whatTheBoardGivesAGroupStandsOnItsAgendaUntilItReports() async throws {
        let season = try await Season.heard()
        try await season.does(
            "member", "add", "Group Lead", "--seat", "commissioning/group-lead", "--from", "2019-01-07")
        try await season.propose("N-1")
        try await season.table("N-1")
        try await season.openBoard()
        try await season.does(
            "issue", "board-delegate", "N-1", "--group", "commissioning", "--group-lead", "Group Lead", "--report-back",
            "2019-07-10", "--decision", "That the group look into it", "--as", "Board Chair", "--on", "2019-05-22")
        let lead = ["--as", "Group Lead"]
        func agenda(_ day: String, on today: String) async throws -> String {
            try await season.does(["meeting", "schedule", "commissioning", "--date", day, "--on", today] + lead)
            return try await season.does(["agenda", "build", "commissioning-\(day)", "--on", today] + lead)
        }
        #expect(
            try await agenda("2019-06-11", on: "2019-05-28").contains(
                "4.1  Nine-month wait for a first appointment  [N-1]"))
        try await season.does(
            [
                "issue", "group-report", "N-1", "--report", "It was looked into", "--group-recommendation", "Fund it",
                "--group-outcome", "decision", "--on", "2019-06-12",
            ] + lead)
        #expect(try await !agenda("2019-07-09", on: "2019-06-25").contains("[N-1]"))
        // What the LAP had recommended, and on what evidence, stays; the group's report stands beside it.
        let clerk = ["--as", "Board Secretary", "--on", "2019-06-13"]
        try await season.does(["meeting", "schedule", "board", "--date", "2019-07-17"] + clerk)
        try await season.does(["issue", "table", "N-1", "--meeting", "board-2019-07-17"] + clerk)
        try await season.does(["agenda", "build", "board-2019-07-17"] + clerk)
        let papers = try await season.page(
            "board", "board-2019-07-17", "--edition", "members", "--as", "Board Secretary", "--on", "2019-06-13")
        for told in [
            "Report of the Joint Commissioning Group", "It was looked into", "The group recommends.", "Fund it",
            "What the LAP recommended before.", "That the Board directs it", "Eleven accounts",
            "The Joint Commissioning Group reported: It was looked into",
        ] { #expect(papers.contains(told), "\(told)") }
        #expect(try await season.does("fsck").contains("Sound"))
    }

    @Test func nobodyIsThereTwice() async throws {
        let season = try await held()
        let twice = await run(season, "meeting", "attend", april, "--deputy", "Health North=DCO North")
        #expect(twice.status == 1 && twice.said.contains("is there for themselves already"))
        #expect(await run(season, "meeting", "attend", april, "--deputy", "Health North=Board Chair").status == 0)
        let again = await run(season, "meeting", "attend", april, "--deputy", "SENCO North=Board Chair")
        #expect(again.status == 1 && again.said.contains("stands in for Health North already"))
    }

    @Test func aMeetingThatDecidedIsNotUndoneFromUnderItsDecisions() async throws {
        let season = try await held()
        let log = try await season.does("log", "--limit", "100", "--json=operation,command")
        let hold = try #require(log.firstMatch(of: /"command":"meeting hold","operation":(\d+)/)).output.1
        #expect(await run(season, "minutes", "resolve", april, "11.1", "--that", "it be noted").status == 0)
        let undone = await season.refusal("undo", String(hold))
        #expect(undone.status == 1 && undone.said.contains("D-north-2019-1 was taken since"), "\(undone)")
    }

    @Test func aProposalOfLaterIsNoDecisionOfMinutesThatWentOut() async throws {
        let season = try await Season.heard()
        try await season.assign()
        try await season.does("meeting", "conclude", april, "--on", "2019-04-30")
        try await season.does("minutes", "record", april, "1", "--discussed", "Welcome.", "--on", "2019-04-30")
        for event in ["draft-minutes", "circulate-minutes"] {
            try await season.does("meeting", event, april, "--on", "2019-05-02")
        }
        let before = try await season.does("decision", "list", april, "--json=ref")
        let proposing = [
            "issue", "propose-escalation", "N-1", "--criteria", "E1", "--ask", "Direct it", "--options", "None",
            "--recommendation", "That the Board directs it", "--evidence", "Letters", "--parent-rep-view", "Agrees",
            "--on", "2019-06-20",
        ]
        let refused = await season.scratch.run(proposing)
        #expect(refused.status == 1 && refused.complaints.contains("--between-because"), "\(refused.complaints)")
        try await season.does(proposing + ["--between-because", "Term ends before the next meeting"])
        #expect(try await season.does("decision", "list", april, "--json=ref") == before)
    }
}
