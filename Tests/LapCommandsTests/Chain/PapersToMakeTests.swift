import Foundation
import Testing

@testable import LapCommands

/// What went out and has to be made again stands in the status, with why, until it was.
struct PapersToMakeTests {
    private static let meeting = "north-2019-04-30"
    private static let editions = ["public", "members", "restricted", "chair"]

    /// N-1 and N-2 on the agenda in public and N-3 in private, and with `circulated` in its minutes.
    private func season(circulated: Bool, assigned: Bool = false) async throws -> Season {
        let season = try await Season()
        try await season.does("member", "add", "Officer", "--seat", "board/information-officer")
        try await season.raise()
        try await season.raise("--summary", "No escort on a long ride", "--theme", "transport")
        try await season.raise("--summary", "A gate that one family asks for", "--theme", "communication")
        for issue in ["N-1", "N-2", "N-3"] { try await season.accept(issue) }
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-04-03")
        for issue in ["N-1", "N-2", "N-3"] {
            try await season.does(
                ["issue", "schedule", issue, "--meeting", Self.meeting, "--on", "2019-04-03"]
                    + (issue == "N-3" ? ["--private", "--private-because", "It is about one family"] : []))
        }
        try await season.does("agenda", "build", Self.meeting, "--on", "2019-04-03")
        try await season.does("meeting", "publish", Self.meeting, "--on", "2019-04-10")
        guard circulated else { return season }
        try await season.attend()
        for (item, text) in [("8.1", "The list is long"), ("8.2", "The ride is long"), ("16.1", "The gate is low")] {
            try await season.does(
                "minutes", "record", Self.meeting, item, "--discussed", text, "--on", "2019-04-30")
        }
        for issue in ["N-1", "N-2", "N-3"] {
            try await season.does(
                assigned
                    ? [
                        "issue", "assign", issue, "--owner", "Social Care North", "--agency", "Social care", "--due",
                        "2019-06-14", "--measure", "A date", "--action", "Write to them", "--on", "2019-04-30",
                    ]
                    : ["issue", "note", issue, "--noted-as", "answered", "--outcome", "Answered", "--on", "2019-04-30"])
        }
        for event in ["conclude", "draft-minutes", "circulate-minutes"] {
            try await season.does("meeting", event, Self.meeting, "--on", "2019-05-02")
        }
        return season
    }

    private func sign(_ season: Season) async throws {
        let next = "north-2019-05-28"
        try await season.does("meeting", "schedule", "north", "--date", "2019-05-28", "--on", "2019-05-03")
        try await season.does("agenda", "build", next, "--on", "2019-05-03")
        try await season.does("meeting", "publish", next, "--on", "2019-05-10")
        try await season.attend(next)
        try await season.does("meeting", "agree-minutes", Self.meeting, "--agreed-at", next, "--on", "2019-05-28")
        try await season.does(
            "meeting", "sign-minutes", Self.meeting, "--on", "2019-05-28", "--signed-by", "DCO North")
    }

    @discardableResult
    private func make(_ season: Season, _ kind: String, _ edition: String, on day: String) async throws -> String {
        try await season.does("pack", kind, Self.meeting, "--edition", edition, "--format", "html", "--on", day)
        return try String(
            contentsOf: season.scratch.folder.appending(path: "packs/\(Self.meeting)-\(kind)-\(edition).html"),
            encoding: .utf8)
    }

    private func told(_ season: Season, on day: String) async throws -> [String] {
        let said = try await season.does("status", "--on", day)
        return said.split(separator: "\n").map(String.init).filter { $0.contains(", because ") }
    }

    private func takeBack(_ season: Season, _ issue: String, on day: String) async throws {
        try await season.does("issue", "withdraw-consent", issue, "--on", day)
    }

    private func giveAgain(_ season: Season, _ issue: String, on day: String) async throws {
        try await season.does(
            "issue", "renew-consent", issue, "--consent", "record,discuss-anonymised", "--on", day)
    }

    /// That words were taken out of what is kept makes no copy that is out any better.
    @Test(arguments: ["agenda", "minutes"])
    func aDiversionTakesNoPaperOffThatList(kind: String) async throws {
        let season = try await season(circulated: kind == "minutes")
        for edition in ["public", "chair"] {
            try await make(season, kind, edition, on: kind == "minutes" ? "2019-05-02" : "2019-04-10")
        }
        let day = kind == "minutes" ? "2019-05-03" : "2019-04-12"
        try await takeBack(season, "N-1", on: day)
        #expect(try await told(season, on: day).count == 2)
        try await season.does(
            "issue", "divert", "N-2", "--destination", "childrens-services", "--external-reference", "X-1", "--on", day)
        let told = try await told(season, on: day)
        #expect(told.count == 2, "\(told)")
        for line in told { #expect(line.contains("N-1 was taken off and N-2 was taken off"), "\(line)") }
        for edition in ["public", "chair"] {
            let text = try await make(season, kind, edition, on: day)
            #expect(!text.contains("Nine-month") && !text.contains("No escort"))
        }
        #expect(try await self.told(season, on: day) == [])
    }

    @Test func signedMinutesThatHoldWhatWasTakenBackAreOnItAndComeBackWhole() async throws {
        let season = try await season(circulated: true)
        try await sign(season)
        var whole: [String: String] = [:]
        for edition in Self.editions { whole[edition] = try await make(season, "minutes", edition, on: "2019-05-28") }
        #expect(try await told(season, on: "2019-05-29") == [])
        for issue in ["N-1", "N-3"] { try await takeBack(season, issue, on: "2019-05-30") }
        let off = try await told(season, on: "2019-05-30")
        #expect(off.contains { $0.contains("minutes-public, because N-1 was taken off") }, "\(off)")
        #expect(off.contains { $0.contains("minutes-restricted, because N-3 was taken off") }, "\(off)")
        for edition in Self.editions {
            let text = try await make(season, "minutes", edition, on: "2019-05-30")
            #expect(!text.contains("The list is long") && !text.contains("The gate is low"), "\(edition)")
        }
        #expect(try await told(season, on: "2019-05-30") == [])
        for issue in ["N-1", "N-3"] { try await giveAgain(season, issue, on: "2019-06-03") }
        let again = try await told(season, on: "2019-06-03")
        #expect(again.count == 4 && again.contains { $0.contains("N-1 may be printed again") }, "\(again)")
        for edition in Self.editions {
            #expect(try await make(season, "minutes", edition, on: "2019-06-03") == whole[edition], "\(edition)")
        }
        #expect(try await told(season, on: "2019-06-03") == [])
        try await season.does("fsck")
    }

    /// A line says why, and none stands there for a paper that would say what it said.
    @Test func whatWouldSayTheSameIsNotOnIt() async throws {
        let season = try await season(circulated: true)
        for edition in Self.editions { try await make(season, "minutes", edition, on: "2019-05-02") }
        try await takeBack(season, "N-3", on: "2019-05-03")
        try await giveAgain(season, "N-3", on: "2019-05-06")
        #expect(try await told(season, on: "2019-05-06") == [])
        let said = try await season.does(
            "pack", "minutes", Self.meeting, "--format", "html", "--on", "2019-05-06")
        #expect(said.contains("as issued on 2 May 2019"), "\(said)")
        try await season.does(
            "agenda", "release", Self.meeting, "16.1", "--because", "It is settled", "--as", "Officer", "--on",
            "2019-05-07")
        let told = try await told(season, on: "2019-05-07")
        #expect(told.count == 2, "\(told)")
        for line in told {
            #expect(line.hasSuffix("because what it left out was released:"), "\(line)")
            #expect(!line.contains("restricted") && !line.contains("chair"))
        }
    }

    /// What was taken, and may not be printed any more, is not said not to have been.
    @Test func whatIsLeftOutIsNotDenied() async throws {
        let season = try await season(circulated: true, assigned: true)
        for issue in ["N-1", "N-2", "N-3"] { try await takeBack(season, issue, on: "2019-05-03") }
        let restricted = try await make(season, "minutes", "restricted", on: "2019-05-03")
        #expect(!restricted.contains("Nothing was taken in private"))
        #expect(restricted.contains("16.1 A matter that is no longer printed"))
        for edition in ["members", "chair"] {
            let text = try await make(season, "minutes", edition, on: "2019-05-03")
            #expect(!text.contains("The meeting set no actions"), "\(edition)")
            #expect(text.contains("Actions on what is no longer printed are neither printed nor counted here."))
        }
    }

    /// An agenda made again says of what was released that it was.
    @Test func anAgendaOfBeforeSaysWhatWasReleasedSince() async throws {
        let season = try await season(circulated: false)
        try await make(season, "agenda", "public", on: "2019-04-10")
        try await make(season, "agenda", "chair", on: "2019-04-10")
        try await season.attend()
        try await season.does(
            "agenda", "release", Self.meeting, "16.1", "--because", "It is settled", "--as", "Officer", "--on",
            "2019-05-07")
        try await takeBack(season, "N-1", on: "2019-05-08")
        let text = try await make(season, "agenda", "public", on: "2019-05-08")
        #expect(text.contains("A gate that one family asks for"))
        #expect(text.contains("Item 16.1 is not private any more."))
        let chairs = try await make(season, "agenda", "chair", on: "2019-05-08")
        #expect(!chairs.contains("released since"))
    }

    /// What always printed a private matter tells of no release, so it rests on none.
    @Test func theUndoOfAReleaseAsksForNoRecallOfWhatAlwaysPrintedIt() async throws {
        let season = try await season(circulated: true)
        try await season.does(
            "agenda", "release", Self.meeting, "16.1", "--because", "It is settled", "--as", "Officer", "--on",
            "2019-05-07")
        for edition in ["restricted", "chair"] { try await make(season, "minutes", edition, on: "2019-05-07") }
        let log = try await season.does("log", "--limit", "5", "--json")
        let lines = try #require(try JSONSerialization.jsonObject(with: Data(log.utf8)) as? [[String: Any]])
        let released = try #require(lines.first { $0["command"] as? String == "agenda release" }?["operation"] as? Int)
        let copy = try Scratch(copying: season.scratch)
        let undone = await copy.run("undo", String(released), "--as", "Officer", "--on", "2019-05-07")
        #expect(undone.status == 0, "\(undone.complaints)")
        try await make(season, "minutes", "members", on: "2019-05-07")
        let refused = await season.refusal("undo", String(released), "--as", "Officer", "--on", "2019-05-07")
        #expect(refused.status == 1 && refused.said.contains("minutes-members.html, which tells of N-3"))
    }
}
