import Foundation
import Testing

@testable import LapCommands

/// What somebody outside was promised: from the day it was asked for until it is sent, again and again.
struct CommitmentTests {
    private func season() async throws -> Season {
        let season = try await Season()
        try await season.does("member", "add", "Viewer North", "--seat", "north/viewer", "--from", "2019-01-07")
        try await board(season, "2019-05-22")
        return season
    }

    private func board(_ season: Season, _ day: String) async throws {
        try await season.does(
            "meeting", "schedule", "board", "--date", day, "--as", "Board Secretary", "--on", "2019-04-03")
    }

    @discardableResult
    private func promise(_ season: Season, _ own: String...) async throws -> String {
        try await season.does(
            [
                "commitment", "open", "board", "--text", "Figures on exclusions by district", "--asked-by", "Scrutiny",
                "--owner", "Director of Social Care", "--as", "Board Secretary", "--on", "2019-04-10",
            ] + own)
    }

    @Test func itIsSuppliedAndTheNextOneOpensByItself() async throws {
        let season = try await season()
        let opened = try await promise(season, "--due", "2019-05-10", "--repeats", "6")
        #expect(opened.hasPrefix("U-1: Open. Supply it by 10 May 2019."), "\(opened)")
        let done = try await season.does(
            "commitment", "supply", "U-1", "--evidence", "The table of March", "--as", "Director of Social Care",
            "--on",
            "2019-05-09")
        #expect(done.contains("U-1: Open → Supplied."), "\(done)")
        #expect(done.contains("Recorded U-2."), "\(done)")
        let listed = try await season.does("commitment", "list", "--as", "Board Secretary", "--on", "2019-05-09")
        #expect(
            listed.contains("U-2\topen\t2019-11-10\tDirector of Social Care\tScrutiny\tFigures on exclusions"),
            "\(listed)")
        #expect(!listed.contains("U-1"))
        let undone = try await season.does("undo", "--as", "Director of Social Care", "--on", "2019-05-09")
        #expect(!undone.isEmpty)
        let again = try await season.does(
            "commitment", "list", "--all", "--as", "Board Secretary", "--on", "2019-05-09")
        #expect(again.contains("U-1\topen") && !again.contains("U-2"), "\(again)")
    }

    @Test func dueBeforeAMeetingItMovesWithIt() async throws {
        let season = try await season()
        let opened = try await promise(season, "--before", "board-2019-05-22")
        #expect(opened.contains("Supply it by 21 May 2019."), "\(opened)")
        let moved = try await season.does(
            "meeting", "reschedule", "board-2019-05-22", "--date", "2019-06-05", "--reason", "Half term", "--as",
            "Board Secretary", "--on", "2019-04-12")
        #expect(moved.contains("U-1 comes along."), "\(moved)")
        #expect(try await season.does("commitment", "show", "U-1", "--as", "Board Chair").contains("4 June 2019"))
    }

    @Test func whatIsLateShowsInListsAndStatus() async throws {
        let season = try await season()
        try await promise(season, "--due", "2019-05-10")
        let late = try await season.does(
            "commitment", "list", "--overdue", "--mine", "--as", "Director of Social Care", "--on", "2019-05-13")
        #expect(late.contains("U-1"))
        let status = try await season.does("status", "--all", "--as", "Board Secretary", "--on", "2019-05-08")
        #expect(status.contains("2019-05-10  lap commitment supply U-1"), "\(status)")
        let early = try await season.does(
            "commitment", "list", "--overdue", "--as", "Board Secretary", "--on", "2019-05-10")
        #expect(!early.contains("U-1"))
    }

    @Test func whoMayNotActForTheBodyOpensNone() async throws {
        let season = try await season()
        for who in ["DCO North", "Director of Social Care", "Viewer North"] {
            let refused = await season.refusal(
                "commitment", "open", "board", "--text", "Figures", "--asked-by", "Scrutiny", "--owner", "Board Chair",
                "--due", "2019-06-01", "--as", who, "--on", "2019-04-10")
            #expect(refused.status == 77, "\(who): \(refused.said)")
        }
    }

    @Test func theBoardsPapersListItWithTheActions() async throws {
        let season = try await season()
        try await promise(season, "--due", "2019-05-10")
        try await season.does("agenda", "build", "board-2019-05-22", "--as", "Board Secretary", "--on", "2019-05-07")
        for (kind, edition) in [("agenda", "public"), ("agenda", "members"), ("board", "members")] {
            let text = try await season.page(
                kind, "board-2019-05-22", "--edition", edition, "--as", "Board Secretary", "--on", "2019-05-13")
            #expect(text.contains("Figures on exclusions by district"), "\(kind)")
            #expect(text.contains("For Scrutiny") && text.contains("Overdue"), "\(kind)")
            #expect(text.contains("Director of Social Care") == (edition == "members"), "\(kind)")
        }
    }

    /// A private issue's, or a private matter's, is as private as they are: in papers, on the screen, in lists.
    @Test func whatComesFromAPrivateItemIsPrivate() async throws {
        let season = try await Season()
        try await season.does("member", "add", "Viewer North", "--seat", "north/viewer", "--from", "2019-01-07")
        try await season.raise()
        try await season.accept("N-1")
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-04-03")
        try await season.does(
            "issue", "schedule", "N-1", "--meeting", "north-2019-04-30", "--private", "--private-because",
            "It is about one family", "--on", "2019-04-03")
        try await season.does(
            "agenda", "add", "north-2019-04-30", "--under", "14", "--title", "Staff of a school", "--private",
            "--private-because", "It is about one person", "--on", "2019-04-03")
        for (number, link) in ["--issue N-1", "--matter M-1"].enumerated() {
            try await season.does(
                [
                    "commitment", "open", "north", "--text",
                    "The bettong report \(number) on what was heard at the railway bridge", "--asked-by",
                    "Bilby Council",
                ]
                    + link.split(separator: " ").map(String.init)
                    + [
                        "--meeting", "north-2019-04-30", "--owner", "Health North", "--due", "2019-05-10", "--on",
                        "2019-04-04",
                    ])
        }
        try await season.does("agenda", "build", "north-2019-04-30", "--on", "2019-04-05")
        try await season.does("meeting", "publish", "north-2019-04-30", "--on", "2019-04-10")
        for edition in ["public", "members"] {
            let text = try await season.page(
                "agenda", "north-2019-04-30", "--edition", edition, "--on", "2019-04-11")
            for told in ["bettong", "Bilby", "U-1", "U-2"] { #expect(!text.contains(told), "\(edition): \(told)") }
        }
        let chair = try await season.page("agenda", "north-2019-04-30", "--edition", "chair", "--on", "2019-04-11")
        #expect(chair.contains("bettong report 0") && chair.contains("bettong report 1"))
        let listed = try await season.does("commitment", "list", "--as", "Viewer North", "--on", "2019-04-11")
        #expect(!listed.contains("bettong") && !listed.contains("Bilby"), "\(listed)")
        for reference in ["U-1", "U-2"] {
            let shown = await season.refusal("show", reference, "--as", "Viewer North")
            #expect(shown.status == 66 && !shown.said.contains("bettong"))
        }
        let found = try await season.does("search", "bettong", "--as", "Viewer North")
        #expect(!found.contains("bettong"))
        #expect(try await season.does("search", "bettong", "--as", "SENCO North").contains("U-1"))
        // Its words typed elsewhere stop a public paper.
        try await season.attend()
        let said = await season.refusal(
            "minutes", "record", "north-2019-04-30", "1", "--discussed",
            "Report 1 on what was heard at the railway bridge is late",
            "--on", "2019-04-30")
        #expect(said.status == 1 && said.said.contains("R10"), "\(said.said)")
    }

    @Test func aMatterThatOneMayNotReadIsNoReferenceToGive() async throws {
        let season = try await season()
        try await season.does(
            "agenda", "add", "board-2019-05-22", "--under", "data", "--title", "A tender", "--private",
            "--private-because", "Money", "--as", "Board Secretary", "--on", "2019-04-10")
        let refused = await season.refusal(
            "commitment", "open", "north", "--text", "Figures", "--asked-by", "Scrutiny", "--owner", "Health North",
            "--due", "2019-06-01", "--matter", "M-1", "--on", "2019-04-10")
        #expect(refused.status == 77, "\(refused.said)")
    }

    @Test(arguments: ["board-delegate", "board-commission", "board-refer"])
    func whatTheBoardHandsOnStandsInItsActionLog(event: String) async throws {
        let season = try await Season.heard()
        try await season.propose("N-1")
        try await season.table("N-1")
        for deed in ["agenda build", "meeting publish"] {
            try await season.does(
                deed.split(separator: " ").map(String.init)
                    + ["board-2019-05-22", "--as", "Board Secretary", "--on", "2019-05-07"])
        }
        try await season.does(
            "meeting", "attend", "board-2019-05-22", "--present", "Board Chair", "--present", "Board Parent Rep",
            "--as",
            "Board Secretary", "--on", "2019-05-22")
        try await season.does("meeting", "hold", "board-2019-05-22", "--as", "Board Secretary", "--on", "2019-05-22")
        let own: [String] =
            switch event {
            case "board-delegate":
                [
                    "--group", "commissioning", "--group-lead", "Director of Social Care", "--report-back",
                    "2019-07-18",
                    "--decision", "That the bettong forms be compared",
                ]
            case "board-commission":
                [
                    "--commissioner", "The NHS", "--authority-granted", "One bid", "--milestone",
                    "That the bettong forms be compared", "--due", "2019-07-18",
                ]
            default:
                [
                    "--referred-to", "The council", "--question", "That the bettong forms be compared", "--expected",
                    "2019-07-18",
                ]
            }
        try await season.does(["issue", event, "N-1", "--as", "Board Chair", "--on", "2019-05-22"] + own)
        try await season.does(
            "meeting", "schedule", "board", "--date", "2019-07-24", "--as", "Board Secretary", "--on", "2019-05-23")
        try await season.does("agenda", "build", "board-2019-07-24", "--as", "Board Secretary", "--on", "2019-07-01")
        let text = try await season.page(
            "agenda", "board-2019-07-24", "--edition", "members", "--as", "Board Secretary", "--on", "2019-07-22")
        let log = try #require(text.range(of: "Action log on"))
        let table = text[log.lowerBound...]
        #expect(table.contains("bettong forms be compared") && table.contains("18 Jul 2019"), "\(event)")
        #expect(table.contains("Overdue"), "\(event)")
        try await season.does(
            "issue", "withdraw", "N-1", "--withdrawn-because", "They moved", "--asked-on", "2019-07-20", "--on",
            "2019-07-22")
        let later = try await season.page(
            "agenda", "board-2019-07-24", "--edition", "members", "--as", "Board Secretary", "--on", "2019-07-22")
        #expect(!later.contains("bettong"), "\(event)")
    }

    @Test func actionsAreListedByBodyOwnerAndDay() async throws {
        let season = try await Season.heard()
        try await season.assign()
        #expect(try await season.does("action", "list", "--body", "north", "--on", "2019-05-01").contains("A-1"))
        #expect(!(try await season.does("action", "list", "--body", "south", "--on", "2019-05-01")).contains("A-1"))
        #expect(!(try await season.does("action", "list", "--mine", "--on", "2019-05-01")).contains("A-1"))
        let own = try await season.does(
            "action", "list", "--mine", "--overdue", "--as", "Social Care North", "--on", "2019-06-17")
        #expect(own.contains("A-1"))
        let none = try await season.does(
            "action", "list", "--mine", "--overdue", "--as", "Social Care North", "--on", "2019-06-14")
        #expect(!none.contains("A-1"))
        let unknown = await season.refusal("action", "list", "--body", "nort")
        #expect(unknown.said.contains("north"))
    }
}
