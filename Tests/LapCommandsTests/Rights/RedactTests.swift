import Foundation
import Testing

@testable import LapCommands

/// Words are taken out also of what is final.
struct RedactTests {
    @Test func aDecisionsWordingIsMended() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        try await season.attend()
        try await season.does(
            "minutes", "record", "north-2019-04-30", "8.1", "--discussed", "Lorikeet spoke", "--on", "2019-04-30")
        try await season.does(
            "issue", "assign", "N-1", "--owner", "SENCO North", "--agency", "Council",
            "--due", "2019-06-30", "--measure", "Waits fall", "--action", "write to Lorikeet", "--on", "2019-04-30")
        try await season.does("member", "add", "Information Officer", "--seat", "board/information-officer")
        let before = try season.scratch.bytes()
        let foreseen = try await season.does(
            "redact", "north-2019-04-30", "--words", "LORIKEET", "--because", "named", "--as", "Information Officer")
        #expect(foreseen.contains("wording") || foreseen.contains("decision"))
        #expect(
            foreseen.contains("discussed") && foreseen.contains("elsewhere too") && foreseen.contains("  A-1, text"))
        let byDecision = try await season.does(
            "redact", "D-north-2019-1", "--words", "LORIKEET", "--because", "named", "--as", "Information Officer")
        #expect(byDecision == foreseen)
        #expect(try season.scratch.bytes() == before)
        for reference in ["north-2019-04-30", "N-1", "A-1"] {
            try await season.does(
                "redact", reference, "--words", "Lorikeet", "--because", "named", "--yes", "--as", "Information Officer"
            )
        }
        #expect(try await season.does("decision", "list", "north-2019-04-30", "--json").contains("[removed]"))
        #expect(try await season.does("minutes", "show", "north-2019-04-30").contains("[removed] spoke"))
        #expect(try !String(decoding: season.scratch.bytes(), as: UTF8.self).contains("Lorikeet"))
        #expect(try await season.does("fsck").hasPrefix("Sound"))
    }

    /// What meetings said and decided of an issue that has to be kept has to be kept with it.
    @Test func whatIsHeldElsewhereIsNotTakenOutEither() async throws {
        let season = try await Season.heard()
        try await season.does("member", "add", "Information Officer", "--seat", "board/information-officer")
        try await season.does(
            "minutes", "record", "north-2019-04-30", "8.1", "--discussed", "Lorikeet spoke", "--on", "2019-04-30")
        try await season.does(
            "issue", "assign", "N-1", "--owner", "SENCO North", "--agency", "Council", "--due", "2019-06-30",
            "--measure",
            "Waits fall", "--action", "write to the Wombats", "--on", "2019-04-30")
        try await season.does("request", "keep", "--issues", "N-1", "--because", "A tribunal")
        for (item, words) in [("north-2019-04-30", "Lorikeet"), ("D-north-2019-1", "Wombats")] {
            for more in [[], ["--yes"]] {
                let refused = await season.scratch.run(
                    ["redact", item, "--words", words, "--because", "named", "--as", "Information Officer"] + more)
                #expect(refused.status == 1 && refused.complaints.contains("N-1 has to be kept as it is"), "\(refused)")
            }
        }
        #expect(try await season.does("minutes", "show", "north-2019-04-30").contains("Lorikeet spoke"))
    }

    @Test func onlyWholeWordsAreTakenOutAndOnlyByTheInformationOfficer() async throws {
        let season = try await Season()
        try await season.raise("--summary", "A clerk asked clerks")
        try await season.does("member", "add", "Information Officer", "--seat", "board/information-officer")
        #expect(await season.refusal("redact", "N-1", "--words", "clerk", "--because", "named", "--yes").status == 77)
        try await season.does(
            "redact", "N-1", "--words", "clerk", "--because", "named", "--yes", "--as", "Information Officer")
        #expect(try await season.does("show", "N-1").contains("A [removed] asked clerks"))
        let none = await season.refusal(
            "redact", "N-1", "--words", "nobody", "--because", "named", "--as", "Information Officer")
        #expect(none.status == 66)
    }

    /// Why something came late stands at the top of the agenda too.
    @Test func theReasonForALateItemIsTakenOutWhereverThePaperSaysIt() async throws {
        let season = try await Season()
        for theme in ["salt", "ot"] { try await season.raise("--theme", theme) }
        for issue in ["N-1", "N-2"] { try await season.accept(issue) }
        try await season.agenda(with: "N-1")
        try await season.does(
            "issue", "schedule", "N-2", "--meeting", "north-2019-04-30", "--late-reason", "The lorikeet keeper wrote",
            "--on", "2019-04-24")
        try await season.does("agenda", "build", "north-2019-04-30", "--on", "2019-04-24")
        try await season.does(
            "meeting", "supplement", "north-2019-04-30", "--late-reason", "One came late", "--on", "2019-04-24")
        let pack = ["pack", "agenda", "north-2019-04-30", "--format", "html", "--to", "packs", "--on", "2019-04-24"]
        try await season.does(pack)
        let file = season.scratch.folder.appending(path: "packs/north-2019-04-30-agenda-public.html")
        let before = try String(contentsOf: file, encoding: .utf8)
        #expect(before.components(separatedBy: "lorikeet keeper").count == 3)
        try await season.does("member", "add", "Information Officer", "--seat", "board/information-officer")
        try await season.does(
            "redact", "N-2", "--words", "lorikeet keeper", "--because", "named", "--yes", "--as", "Information Officer")
        try await season.does(pack)
        let after = try String(contentsOf: file, encoding: .utf8)
        #expect(after.contains("Redacted 1") && !after.contains("lorikeet"))
    }

    /// Of whatever it is kept with, the papers are named of which copies may hold the words.
    @Test func issuedPapersThatMayHoldTheWordsOfAMatterAreNamed() async throws {
        let season = try await Season()
        try await season.does("member", "add", "Information Officer", "--seat", "board/information-officer")
        let april = "north-2019-04-30"
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-04-03")
        try await season.does(
            "agenda", "add", april, "--under", "11", "--title", "News", "--summary", "The lorikeet keeper wrote",
            "--on",
            "2019-04-03")
        try await season.does("agenda", "build", april, "--on", "2019-04-03")
        try await season.does("meeting", "publish", april, "--on", "2019-04-10")
        try await season.does("pack", "agenda", april, "--format", "html", "--on", "2019-04-10")
        try await season.attend()
        try await season.does(
            "minutes", "resolve", april, "11.1", "--that", "a letter be written", "--in-principle", "--subject-to",
            "The Wombat council", "--by", "2019-06-20", "--on", "2019-04-30")
        try await season.does("minutes", "record", april, "6", "--discussed", "A report", "--on", "2019-04-30")
        for event in ["conclude", "draft-minutes", "circulate-minutes"] {
            try await season.does("meeting", event, april, "--on", "2019-05-02")
        }
        try await season.does("pack", "minutes", april, "--format", "html", "--on", "2019-05-02")
        for (item, words, paper) in [
            ("M-1", "lorikeet keeper", "\(april)-agenda-public"), ("U-1", "Wombat", "\(april)-minutes-public"),
        ] {
            let redact = [
                "redact", item, "--words", words, "--because", "named", "--as", "Information Officer", "--on",
                "2019-05-03",
            ]
            for more in [[], ["--yes"]] {
                let said = try await season.does(redact + more)
                let named = said.components(separatedBy: "copies may hold them").last ?? ""
                #expect(said.contains("copies may hold them") && named.contains(paper), "\(item): \(said)")
            }
        }
    }

    /// What the program itself says of a paper is not taken out, and that words were stands in the item's history.
    @Test func itIsSeenAndLeavesWhatThePaperSaysOfItself() async throws {
        let season = try await Season.heard()
        try await season.does("member", "add", "Information Officer", "--seat", "board/information-officer")
        try await season.does(
            "minutes", "record", "north-2019-04-30", "8.1", "--discussed",
            "A draft letter was not yet agreed by the meeting", "--on", "2019-04-30")
        try await season.does(
            "issue", "note", "N-1", "--noted-as", "answered", "--outcome", "It was explained", "--on", "2019-04-30")
        try await season.does("meeting", "conclude", "north-2019-04-30", "--on", "2019-04-30")
        for event in ["draft-minutes", "circulate-minutes"] {
            try await season.does("meeting", event, "north-2019-04-30", "--on", "2019-05-02")
        }
        try await season.does(
            "pack", "minutes", "north-2019-04-30", "--edition", "members", "--format", "html", "--to", "packs", "--on",
            "2019-05-02")
        let officer = ["--as", "Information Officer", "--because", "ordered", "--yes"]
        func redact(_ words: String) async -> (status: Int32, complaints: String) {
            let ran = await season.scratch.run(["redact", "north-2019-04-30", "--words", words] + officer)
            return (ran.status, ran.complaints)
        }
        #expect(await redact("not").status == 65)
        #expect(await redact("DRAFT: not yet agreed by the meeting").status == 66)
        #expect(await redact("draft letter").status == 0)
        try await season.does(
            "pack", "minutes", "north-2019-04-30", "--edition", "members", "--format", "html", "--to", "again", "--on",
            "2019-05-03")
        let folder = season.scratch.folder.appending(path: "again")
        let name = try #require(
            try FileManager.default.contentsOfDirectory(atPath: folder.path).first { $0.hasSuffix(".html") })
        let paper = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        #expect(paper.contains("DRAFT") && paper.contains("[removed] was not yet agreed"))
        // What is agreed since comes out as agreed, and without the words.
        try await season.does("meeting", "schedule", "north", "--date", "2019-05-28", "--on", "2019-05-02")
        try await season.does("agenda", "build", "north-2019-05-28", "--on", "2019-05-02")
        try await season.does("meeting", "publish", "north-2019-05-28", "--on", "2019-05-02")
        try await season.attend("north-2019-05-28")
        try await season.does(
            "meeting", "agree-minutes", "north-2019-04-30", "--agreed-at", "north-2019-05-28", "--on", "2019-05-28")
        #expect(await redact("not yet").status == 0)
        try await season.does(
            "pack", "minutes", "north-2019-04-30", "--edition", "members", "--format", "html", "--to", "last", "--on",
            "2019-05-29")
        let last = season.scratch.folder.appending(path: "last")
        let agreed = try #require(
            try FileManager.default.contentsOfDirectory(atPath: last.path).first { $0.hasSuffix(".html") })
        let whole = try String(contentsOf: last.appending(path: agreed), encoding: .utf8)
        #expect(!whole.contains("DRAFT") && whole.contains("[removed] was [removed] agreed by the meeting"))
        let history = try await season.does("log", "north-2019-04-30")
        #expect(history.contains("redact") && history.contains("ordered") && history.contains("Information Officer"))
        #expect(try await season.does("fsck").hasPrefix("Sound"))
    }
}
