import Foundation
import Testing

@testable import LapCommands

/// What went out with the minutes stays as it was, and what a meeting left waiting is seen.
struct FrozenMinutesTests {
    private let april = "north-2019-04-30"

    /// A meeting of North with a resolution on a matter, its minutes circulated.
    private func circulated(_ made: Season? = nil) async throws -> Season {
        let season = if let made { made } else { try await Season() }
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-04-03")
        try await season.does(
            "agenda", "add", april, "--under", "11", "--title", "Posts", "--chair-note", "Steer clear of quokkas",
            "--on", "2019-04-04")
        try await season.does("agenda", "build", april, "--on", "2019-04-05")
        try await season.does("meeting", "publish", april, "--on", "2019-04-10")
        try await season.attend()
        try await season.does(
            "minutes", "resolve", april, "11.1", "--that", "the plan be noted", "--for", "3", "--against", "1", "--on",
            "2019-04-30")
        try await season.does("meeting", "conclude", april, "--on", "2019-04-30")
        try await season.does("minutes", "record", april, "1", "--discussed", "Welcome.", "--on", "2019-04-30")
        for event in ["draft-minutes", "circulate-minutes"] {
            try await season.does("meeting", event, april, "--on", "2019-05-02")
        }
        return season
    }

    @Test func nothingInThemIsChangedAfterwards() async throws {
        let season = try await circulated()
        let before = try season.scratch.bytes()
        let log = try await season.does("log", "--limit", "100", "--json=operation,command")
        let resolved = try #require(log.firstMatch(of: /"command":"minutes resolve","operation":(\d+)/)).output.1
        for words in [
            ["meeting", "attend", april, "--absent", "Health North"],
            ["meeting", "declare", april, "11.1", "--person", "Health North", "--interest", "Works there"],
            ["minutes", "resolve", april, "11", "--that", "more be noted"], ["undo", String(resolved)],
        ] {
            let on = words[0] == "undo" ? [] : ["--on", "2019-05-03"]
            let ran = await season.scratch.run(words + on)
            #expect(ran.status == 1, "\(words): \(ran.complaints)")
        }
        #expect(try season.scratch.bytes() == before)
    }

    @Test func agreeingThemIsNotTakenBackOnceTheyWentOutAsAgreed() async throws {
        let season = try await circulated()
        try await season.does("meeting", "schedule", "north", "--date", "2019-05-28", "--on", "2019-05-02")
        try await season.does("agenda", "build", "north-2019-05-28", "--on", "2019-05-02")
        try await season.does("meeting", "publish", "north-2019-05-28", "--on", "2019-05-02")
        try await season.attend("north-2019-05-28")
        try await season.does(
            "meeting", "agree-minutes", april, "--agreed-at", "north-2019-05-28", "--on", "2019-05-28")
        let log = try await season.does("log", "--limit", "1", "--json=operation")
        let operation = try #require(log.firstMatch(of: /"operation":([0-9]+)/)).output.1
        try await season.does("pack", "minutes", april, "--format", "html", "--to", "packs", "--on", "2019-05-29")
        let refused = await season.refusal("undo", String(operation))
        #expect(refused.status == 1 && refused.said.contains("went out since"), "\(refused.said)")
    }

    @Test func theChairsNoteIsForThoseWhoMakeTheChairsEdition() async throws {
        let season = try await circulated()
        try await season.does("member", "add", "Viewer North", "--seat", "north/viewer", "--from", "2019-01-07")
        for person in ["Viewer North", "SENCO North"] {
            for words in [["show", "M-1"], ["show", "M-1", "--json"], ["log", "M-1"], ["search", "quokkas"]] {
                let ran = await season.scratch.run(words + ["--as", person])
                #expect(!(ran.output + ran.complaints).contains("quokkas"), "\(person): \(words)")
            }
        }
        #expect(try await season.does("show", "M-1").contains("quokkas"))
    }

    @Test func onlyThoseInTheRoomVoteAndWhatIsProvisionalForOneItemIsConfirmed() async throws {
        let season = try await Season()
        for day in ["2019-04-30", "2019-05-28"] {
            try await season.does("meeting", "schedule", "north", "--date", day, "--on", "2019-04-03")
        }
        try await season.does("agenda", "add", april, "--under", "11", "--title", "Posts", "--on", "2019-04-04")
        try await season.does("agenda", "build", april, "--on", "2019-04-05")
        try await season.does("meeting", "publish", april, "--on", "2019-04-10")
        try await season.attend()
        try await season.does(
            "meeting", "declare", april, "11.1", "--person", "Parent Rep North", "--interest", "A relation",
            "--withdraws",
            "--on", "2019-04-30")
        let words = ["minutes", "resolve", april, "11.1", "--that", "it be noted", "--on", "2019-04-30"]
        #expect(
            await season.scratch.run(words + ["--for", "5", "--against", "0"]).complaints.contains("the 4 members"))
        #expect(await season.scratch.run(words + ["--dissent", "Parent Rep North: No"]).status == 1)
        #expect(try await season.does(words + ["--for", "4", "--against", "0"]).contains("It is provisional."))
        try await season.does("meeting", "conclude", april, "--on", "2019-04-30")
        #expect(try await season.does("status", "--on", "2019-05-02").contains("Provisional decisions"))
        let may = "north-2019-05-28"
        try await season.does("agenda", "build", may, "--on", "2019-05-02")
        try await season.does("meeting", "publish", may, "--on", "2019-05-02")
        let members = ["DCO North", "SENCO North", "Health North", "Social Care North"]
        try await season.does(
            ["meeting", "attend", may, "--on", "2019-05-28"] + members.flatMap { ["--present", $0] })
        try await season.does("meeting", "hold", may, "--on", "2019-05-28")
        // Nobody spoke for the parents.
        let refused = await season.refusal("meeting", "confirm", april, "--confirmed-at", may, "--on", "2019-05-28")
        #expect(refused.status == 1 && refused.said.contains("no parent representative"))
        // Nor where they came after the notes of the last meeting had been taken.
        try await season.does(
            "meeting", "attend", may, "--present", "Parent Rep North", "--arrived", "Parent Rep North=4", "--on",
            "2019-05-28")
        let late = await season.refusal("meeting", "confirm", april, "--confirmed-at", may, "--on", "2019-05-28")
        #expect(late.status == 1 && late.said.contains("no parent representative"), "\(late.said)")
        try await season.does("meeting", "attend", may, "--present", "Parent Rep North", "--on", "2019-05-28")
        try await season.does("meeting", "confirm", april, "--confirmed-at", may, "--on", "2019-05-28")
        #expect(try await !season.does("status", "--on", "2019-05-29").contains("Provisional decisions"))
        // And once it has, it was there with them from the beginning.
        for correction in [["--left", "Parent Rep North=1"], ["--absent", "Parent Rep North"]] {
            let undone = await season.scratch.run(["meeting", "attend", may, "--on", "2019-05-28"] + correction)
            #expect(
                undone.status == 1 && undone.complaints.contains("confirmed the decisions of"), "\(undone.complaints)")
        }
    }

    @Test func whatIsChangedAfterTheAgendaWasBuiltIsBuiltAgainBeforeNotice() async throws {
        let season = try await Season()
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-04-03")
        try await season.does("agenda", "add", april, "--under", "11", "--title", "Posts", "--on", "2019-04-04")
        try await season.does("agenda", "build", april, "--on", "2019-04-05")
        try await season.does("agenda", "edit", "M-1", "--minutes", "40", "--on", "2019-04-05")
        let refused = await season.refusal("meeting", "publish", april, "--on", "2019-04-10")
        #expect(refused.status == 1 && refused.said.contains("has changed since"))
        try await season.does("agenda", "build", april, "--on", "2019-04-10")
        try await season.does("meeting", "publish", april, "--on", "2019-04-10")
    }

    @Test func whatAMeetingLeftUndecidedIsToldAndStandsInTheStatus() async throws {
        let season = try await Season.heard()
        let told = try await season.does("meeting", "conclude", april, "--on", "2019-04-30")
        #expect(told.contains("N-1 waits for a decision"))
        #expect(
            try await season.does("status", "--on", "2019-05-02").contains("Left undecided by a meeting that is over"))
    }

    @Test func whatWasCarriedComesBackAfterACancelledMeeting() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        try await season.does(
            "agenda", "add", "north-2019-04-30", "--under", "11", "--title", "Posts", "--late-reason", "Today", "--on",
            "2019-04-11")
        try await season.does("agenda", "build", april, "--on", "2019-04-11")
        try await season.does("meeting", "supplement", april, "--late-reason", "It came since", "--on", "2019-04-11")
        try await season.attend()
        try await season.does("meeting", "schedule", "north", "--date", "2019-05-28", "--on", "2019-04-30")
        for item in ["8.1", "11.1"] {
            try await season.does("minutes", "record", april, item, "--not-reached", "--on", "2019-04-30")
        }
        try await season.does("meeting", "conclude", april, "--on", "2019-04-30")
        // Nothing but what was not reached is a record too.
        try await season.does("meeting", "draft-minutes", april, "--on", "2019-05-01")
        try await season.does("meeting", "cancel", "north-2019-05-28", "--reason", "Snow", "--on", "2019-05-02")
        try await season.does("meeting", "schedule", "north", "--date", "2019-06-25", "--on", "2019-05-02")
        let built = try await season.does("agenda", "build", "north-2019-06-25", "--on", "2019-05-02")
        #expect(built.contains("[N-1]"))
        #expect(built.contains("[M-1]"))
        #expect(built.contains("Carried to this meeting: M-1, N-1."))
    }

    /// Circulated minutes tell who was there of how many: nobody is seated, or not, on that day afterwards.
    @Test func whoWasSeatedThenStaysAsItWas() async throws {
        let season = try await Season()
        try await season.does("member", "add", "Head North", "--seat", "north/education", "--from", "2019-01-07")
        let operation = try await season.does("log", "--limit", "1", "--json=operation").filter(\.isNumber)
        let frozen = try await circulated(season)
        let before = try frozen.scratch.bytes()
        for words in [
            ["member", "leave", "Health North", "--seat", "north/health", "--to", "2019-04-01"],
            ["member", "add", "Nurse North", "--seat", "north/health", "--from", "2019-01-07"],
            [
                "member", "add", "Nurse North", "--seat", "north/health", "--deputy-for", "Health North", "--from",
                "2019-04-30", "--to", "2019-04-30",
            ],
            ["seat", "open", "north/education", "--from", "2019-04-30"],
            ["undo", operation],
        ] {
            let ran = await frozen.scratch.run(words + (words[0] == "undo" ? [] : ["--on", "2019-05-03"]))
            #expect(ran.status == 1, "\(words): \(ran.complaints)")
            #expect(ran.complaints.contains("circulated"), "\(words): \(ran.complaints)")
        }
        #expect(try frozen.scratch.bytes() == before)
        // From then on, all of it is as always.
        try await frozen.does("member", "add", "Late North", "--seat", "north/health", "--on", "2019-05-03")
        #expect(try await frozen.does("member", "list").contains(/Late North.*2019-05-03|2019-05-03.*Late North/))
        try await frozen.does("member", "leave", "Health North", "--seat", "north/health", "--on", "2019-05-03")
        #expect(try await frozen.does("member", "list", "--on", "2019-04-30").contains("Health North"))
    }

    /// What is set to be done later is none of what that meeting set.
    @Test func noActionIsSetAtAMeetingWhoseMinutesAreCirculated() async throws {
        let season = try await circulated()
        let before = try season.scratch.bytes()
        let refused = await season.refusal(
            "action", "add", "--text", "Pay the driver", "--owner", "Health North", "--due", "2019-06-01", "--meeting",
            april, "--on", "2019-05-03")
        #expect(refused.status == 1 && refused.said.contains("are circulated, and stay as they are"), "\(refused.said)")
        let promised = await season.refusal(
            "commitment", "open", "--meeting", april, "--text", "Figures", "--asked-by", "Scrutiny", "--owner",
            "Health North", "--due", "2019-06-01", "--on", "2019-05-03")
        #expect(promised.status == 1 && promised.said.contains("R23"), "\(promised.said)")
        #expect(try season.scratch.bytes() == before)
    }

    @Test func aDeputyIsSeatedFromTheDayItselfOnceMinutesAreCirculated() async throws {
        let season = try await circulated()
        try await season.does("member", "add", "Nurse North", "--on", "2019-05-03")
        try await season.does(
            "member", "seat", "Nurse North", "--seat", "north/health", "--deputy-for", "Health North", "--on",
            "2019-05-03")
    }
}
