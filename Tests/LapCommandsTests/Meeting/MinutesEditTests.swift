import Foundation
import Testing

@testable import LapCommands

/// The minutes of a whole meeting as one text, and two people who write them at once.
@Suite("Editing the minutes of a meeting")
struct MinutesEditTests {
    private let april = "north-2019-04-30"

    /// N-2 was taken in public as 8.1, N-1 in private as 16.1.
    private func season() async throws -> Season {
        var season = try await Season()
        let passing = season.scratch.folder.appending(path: "passing")
        try FileManager.default.createDirectory(at: passing, withIntermediateDirectories: true)
        season.environment = ["TMPDIR": passing.path]
        try await season.does("member", "add", "Viewer North", "--seat", "north/viewer")
        try await season.raise()
        try await season.raise("--summary", "No escort on a long ride", "--theme", "transport")
        for issue in ["N-1", "N-2"] { try await season.accept(issue) }
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-04-03")
        try await season.does(
            "issue", "schedule", "N-1", "--meeting", april, "--private", "--private-because", "One family", "--on",
            "2019-04-03")
        try await season.does("issue", "schedule", "N-2", "--meeting", april, "--on", "2019-04-03")
        try await season.does("agenda", "build", april, "--on", "2019-04-03")
        try await season.does("meeting", "publish", april, "--on", "2019-04-10")
        try await season.attend()
        return season
    }

    private func edit(_ season: Season, _ terminal: TerminalConsole, _ own: String...) async -> Scratch.Ran {
        await season.scratch.run(
            ["minutes", "edit", april, "--on", "2019-04-30"] + own, at: terminal, environment: season.environment)
    }

    private func sheet(_ season: Season) async throws -> String {
        try await season.does("minutes", "show", april, "--sheet", "--on", "2019-04-30")
    }

    private func give(_ text: String, to season: Season, _ own: String...) async throws -> Scratch.Ran {
        try season.scratch.write(text, to: "minutes.txt")
        return await season.scratch.run(
            ["minutes", "edit", april, "--file", "minutes.txt", "--on", "2019-04-30"] + own,
            environment: season.environment)
    }

    private func kept(_ season: Season) -> [URL] {
        let folder = season.scratch.folder.appending(path: "passing/lap-\(getuid())")
        return (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    }

    private func page(_ season: Season, _ edition: String) async throws -> String {
        try await season.does(
            "pack", "minutes", april, "--edition", edition, "--format", "html", "--to", "packs", "--on", "2019-05-01")
        let file = season.scratch.folder.appending(path: "packs/\(april)-minutes-\(edition)-draft.html")
        return try String(contentsOf: file, encoding: .utf8)
    }

    private func under(_ item: String, _ text: String) -> @Sendable (String) -> String {
        { sheet in
            sheet.split(separator: "\n", omittingEmptySubsequences: false).map {
                $0.hasPrefix("== \(item) ") ? "\($0)\n\n\(text)" : String($0)
            }.joined(separator: "\n")
        }
    }

    @Test func whatIsWrittenUnderThePrivateHeadingIsForNoPublicPaperAndNoViewer() async throws {
        let season = try await season()
        let text = [("1", "Welcome"), ("16", "The quoll teacher was named"), ("16.1", "The potoroo home was named")]
            .reduce(try await sheet(season)) { under($1.0, $1.1)($0) }
        #expect(text.contains("== 16.1  Nine-month wait for a first appointment  [N-1]  (private)"))
        #expect(try await give(text, to: season).status == 0)
        let openly = try await page(season, "public")
        #expect(openly.contains("Welcome") && !openly.contains("quoll") && !openly.contains("potoroo"))
        let viewed = try await season.does("minutes", "show", april, "--as", "Viewer North")
        #expect(!viewed.contains("quoll") && !viewed.contains("potoroo"))
        let refused = await season.refusal(
            "minutes", "show", april, "--sheet", "--as", "Viewer North", "--on", "2019-04-30")
        #expect(refused.status == 77)
        #expect(try await page(season, "chair").contains("potoroo"))
    }

    @Test func aPrivateMatterUnderAPublicNumberIsAskedAboutAlsoOneThatTheSameTextTells() async throws {
        let season = try await season()
        let secret = "The home was asked by all to change its routes in the spring"
        let text = under("16.1", secret)(
            under("14", "We heard: it was asked by all to change it")(try await sheet(season)))
        let before = try season.scratch.bytes()
        let refused = try await give(text, to: season)
        #expect(
            refused.status == 1 && refused.complaints.contains("(R10)") && refused.complaints.contains("--in-public"))
        #expect(refused.complaints.contains("Line "))
        #expect(try season.scratch.bytes() == before)
        let no = TerminalConsole(answers: ["n", "stop"], edits: [.makes { _ in text }])
        #expect(await edit(season, no).status == 1)
        #expect(try season.scratch.bytes() == before)
        let yes = TerminalConsole(answers: ["n", "y"], edits: [.makes { _ in text }])
        #expect(await edit(season, yes).status == 0)
    }

    @Test func whatMayBeASafeguardingMatterIsLeftOut() async throws {
        let season = try await season()
        try await season.does("issue", "rescreen", "N-2", "--safeguarding", "unsure", "--on", "2019-04-30")
        let sheet = try await sheet(season)
        #expect(!sheet.contains("escort") && sheet.contains("# Nothing can be written here under 8.1."))
        let refused = try await give("== 8.1\nThe driver\n", to: season)
        #expect(refused.status == 65 || refused.status == 78)
        #expect(refused.complaints.contains("minutes.txt:1:1: Nothing can be written under item 8.1."))
        let named = try await give("== 1\nAbout n-2 again\n", to: season)
        #expect(named.status == 1 && named.complaints.contains("R1"))
    }

    @Test func allThatChangedIsOneOperationAndNothingElse() async throws {
        let season = try await season()
        let terminal = TerminalConsole(
            edits: [
                .makes { [self] in
                    under("8.1", "(not reached)")(under("1", "All came:\n\n- one\n- two\n\nLast\nlines")($0))
                }
            ])
        let ran = await edit(season, terminal)
        #expect(ran.status == 0, "\(ran.complaints)")
        #expect(ran.output.contains("Minuted: 1.\nNot reached: 8.1.\nUndo with: lap undo "))
        #expect(try await season.does("minutes", "show", april).contains("(not reached)"))
        let page = try await page(season, "members")
        #expect(page.contains("<p>All came:</p>") && page.contains("<li>one</li><li>two</li>"))
        #expect(page.contains("<p>Last<br>lines</p>"))
        let again = await edit(season, TerminalConsole(edits: [.saves]))
        #expect(again.status == 0 && again.output == "Nothing was changed.\n")
        #expect(
            try await give(under("2", "None")(try await sheet(season)), to: season).output.hasPrefix(
                "Minuted: 2.\nUndo"))
        try await season.does("undo")
        let first = try #require(ran.output.firstMatch(of: /lap undo (\d+)/)).output.1
        try await season.does("undo", String(first))
        #expect(try await !season.does("minutes", "show", april).contains("All came"))
        #expect(try await season.does("fsck").contains("Sound"))
    }

    @Test func takingATextOutLeavesNothingMinuted() async throws {
        let season = try await season()
        try await season.does("minutes", "record", april, "1", "--discussed", "A wombat came", "--on", "2019-04-30")
        let text = try await sheet(season).replacing("\nA wombat came\n", with: "\n")
        #expect(try await give(text, to: season).output.hasPrefix("Nothing is minuted any more: 1.\n"))
        #expect(try await !season.does("minutes", "show", april).contains("wombat"))
        #expect(try await !season.does("search", "wombat").contains("wombat"))
        #expect(try await season.does("fsck").contains("Sound"))
    }

    @Test func whatDoesNotParseIsKeptForItsWriterAloneAndOfferedAgain() async throws {
        let season = try await season()
        let terminal = TerminalConsole(
            answers: ["stop"], edits: [.makes { [self] in under("1", "The potoroo came\n\n== x")($0) }])
        let ran = await edit(season, terminal)
        #expect(ran.status != 0)
        #expect(ran.complaints.contains("After == stands the number of an item"))
        let file = try #require(kept(season).first)
        #expect(ran.complaints.contains("What you wrote is kept in \(file.path)"))
        let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
        #expect((attributes[.posixPermissions] as? Int) == 0o600)
        let folder = try FileManager.default.attributesOfItem(atPath: file.deletingLastPathComponent().path)
        #expect((folder[.posixPermissions] as? Int) == 0o700)
        // Nothing of it lies in the register's own folder, of which a backup is made.
        let inside = try #require(
            FileManager.default.enumerator(atPath: season.scratch.folder.appending(path: ".lap").path))
        for case let name as String in inside {
            let path = season.scratch.folder.appending(path: ".lap/\(name)")
            #expect((try? Data(contentsOf: path))?.range(of: Data("potoroo came".utf8)) == nil, "\(name)")
        }
        let again = TerminalConsole(answers: [""], edits: [.makes { $0.replacing("\n== x", with: "") }])
        #expect(await edit(season, again).status == 0)
        #expect(again.asked.first?.contains("Go on with it? [Y/n]") ?? false)
        #expect(again.sheets[0].text.contains("The potoroo came"))
        #expect(kept(season).isEmpty)
        #expect(try await season.does("minutes", "show", april).contains("The potoroo came"))
    }

    @Test func insideTheRegisterNothingIsKept() async throws {
        var season = try await season()
        season.environment["TMPDIR"] = season.scratch.folder.appending(path: ".lap").path
        let ran = await edit(season, TerminalConsole(answers: ["stop"], edits: [.writes("Stray ")]))
        let path = try #require(ran.complaints.firstMatch(of: /is kept in (\S+\.txt)/)?.output.1)
        #expect(path.hasPrefix("/tmp/lap-"))
        try FileManager.default.removeItem(atPath: String(path))
    }

    @Test func whatCameByStandardInputIsKeptToo() async throws {
        let season = try await season()
        let ran = await season.scratch.run(
            ["minutes", "edit", april, "--file", "-", "--on", "2019-04-30"], input: "Stray\n== 1\nWelcome\n",
            environment: season.environment)
        #expect(ran.status != 0 && ran.complaints.contains("minutes:1:1: This stands before the first item"))
        #expect(kept(season).count == 1)
        let good = await season.scratch.run(
            ["minutes", "edit", april, "--file", "-", "--on", "2019-04-30"], input: "== 1\nWelcome\n",
            environment: season.environment)
        #expect(good.status == 0 && good.output.hasPrefix("Minuted: 1.\n"))
    }

    @Test func twoWhoWriteDifferentItemsBothKeepTheirs() async throws {
        let season = try await season()
        let first = try await sheet(season)
        try await season.does(
            "minutes", "record", april, "2", "--discussed", "None", "--on", "2019-04-30", "--as", "Deputy DCO North")
        let ran = try await give(under("1", "Welcome")(first), to: season)
        #expect(ran.status == 0 && ran.output.contains("Somebody else recorded meanwhile, and it stays: 2.\n"))
        let shown = try await season.does("minutes", "show", april)
        #expect(shown.contains("None") && shown.contains("Welcome"))
    }

    @Test func theSecondIsToldWhatMovedByWhomAndKeepsTheirText() async throws {
        let season = try await season()
        try await season.does("minutes", "record", april, "1", "--discussed", "Welcome", "--on", "2019-04-30")
        let mine = under("2", "None")(try await sheet(season).replacing("\nWelcome\n", with: "\nWelcome, all\n"))
        try await season.does(
            "minutes", "record", april, "1", "--discussed", "Good morning", "--replace", "--on", "2019-04-30", "--as",
            "Deputy DCO North")
        let before = try season.scratch.bytes()
        let refused = try await give(mine, to: season)
        #expect(refused.status == 1)
        #expect(refused.complaints.contains("Item 1 was minuted meanwhile by Deputy DCO North on 30 April 2019"))
        #expect(refused.complaints.contains("--replace"))
        // Not even the item that nobody else touched: all of it, or nothing.
        #expect(try season.scratch.bytes() == before)
        let terminal = TerminalConsole(
            answers: [""],
            edits: [
                .makes { _ in mine },
                .makes { text in
                    text.split(separator: "\n", omittingEmptySubsequences: false).filter {
                        !$0.hasPrefix(">>") && $0 != "Good morning"
                    }.joined(separator: "\n")
                },
            ])
        let ran = await edit(season, terminal)
        #expect(ran.status == 0, "\(ran.complaints)")
        #expect(
            terminal.sheets[1].text.contains(
                ">> Recorded meanwhile by Deputy DCO North:\nGood morning\n>> Yours:\nWelcome, all\n>> "))
        #expect(kept(season).isEmpty)
        let shown = try await season.does("minutes", "show", april)
        #expect(shown.contains("Welcome, all") && shown.contains("None") && !shown.contains("Good morning"))
        #expect(try await give(mine.replacing("Welcome, all", with: "Hello"), to: season, "--replace").status == 0)
    }

    @Test func recordingOverSomebodyElsesTextIsAskedAboutAndElsewhereRefused() async throws {
        let season = try await season()
        let words = ["minutes", "record", april, "1", "--discussed"]
        try await season.does(words + ["Good morning", "--on", "2019-04-30", "--as", "Deputy DCO North"])
        let own = words + ["Welcome", "--on", "2019-04-30"]
        let refused = await season.scratch.run(own)
        #expect(refused.status == 1 && refused.complaints.contains("was minuted by Deputy DCO North on 30 April 2019"))
        #expect(refused.complaints.contains("--replace"))
        let no = TerminalConsole(answers: ["n"])
        let asked = await season.scratch.run(own, at: no)
        #expect(asked.status == 130 && asked.complaints.contains("by Deputy DCO North:\nGood morning\n"))
        #expect(try await season.does("minutes", "show", april).contains("Good morning"))
        #expect(await season.scratch.run(own, at: TerminalConsole(answers: ["y"])).status == 0)
        // One's own is replaced as before, and what was gone on with in the editor was seen.
        try await season.does(words + ["Welcome again", "--on", "2019-04-30"])
        let editor = TerminalConsole(edits: [.makes { $0.replacing("again", with: "once more") }])
        let ran = await season.scratch.run(
            ["minutes", "record", april, "1", "--on", "2019-04-30", "--as", "Deputy DCO North"], at: editor)
        #expect(ran.status == 0 && editor.sheets[0].text.contains("# So far it is what DCO North recorded.\n"))
    }

    @Test func onceTheyWereCirculatedNothingIsOpened() async throws {
        let season = try await season()
        try await season.does("minutes", "record", april, "1", "--discussed", "Welcome", "--on", "2019-04-30")
        for issue in ["N-1", "N-2"] {
            try await season.does(
                "issue", "note", issue, "--noted-as", "answered", "--outcome", "Answered", "--on", "2019-04-30")
        }
        for event in ["conclude", "draft-minutes", "circulate-minutes"] {
            try await season.does("meeting", event, april, "--on", "2019-05-02")
        }
        let terminal = TerminalConsole(edits: [.saves])
        #expect(await edit(season, terminal).status == 1)
        #expect(terminal.sheets.isEmpty)
        #expect(try await give("== 2\nNone\n", to: season).status == 1)
    }
}
