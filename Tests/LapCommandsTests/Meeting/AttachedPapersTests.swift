import Foundation
import PlainPDF
import Register
import Testing

@testable import LapCommands

/// Files that belong to what is brought to a meeting (issue 12): kept in the register, given out with its packs.
struct AttachedPapersTests {
    private let april = "north-2019-04-30"

    private func season() async throws -> Season {
        let season = try await Season()
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-04-03")
        return season
    }

    private func file(_ season: Season, _ name: String, _ contents: Data) throws {
        try contents.write(to: season.scratch.folder.appending(path: name))
    }

    private static let pdf = PlainPDF().data

    @discardableResult
    private func add(_ season: Season, _ own: String...) async throws -> String {
        try await season.does(
            ["agenda", "add", april, "--under", "11", "--title", "Posts for dunnarts", "--on", "2019-04-04"] + own)
    }

    private func publish(_ season: Season) async throws {
        try await season.does("agenda", "build", april, "--on", "2019-04-05")
        try await season.does("meeting", "publish", april, "--on", "2019-04-10")
    }

    private func pack(
        _ season: Season, _ edition: String, _ own: String..., as format: String = "html", on day: String = "2019-04-10"
    ) async -> (status: Int32, said: String) {
        let ran = await season.scratch.run(
            [
                "pack", "agenda", april, "--edition", edition, "--format", format, "--to", "out-\(edition)", "--on",
                day,
            ] + own, environment: season.environment)
        return (ran.status, ran.output + ran.complaints)
    }

    private func given(_ season: Season, _ name: String) -> Data? {
        try? Data(contentsOf: season.scratch.folder.appending(path: name))
    }

    @Test func aPaperGoesOutWithThePackByANameOfItsOwn() async throws {
        let season = try await season()
        try file(season, "Family Quokka.pdf", Self.pdf)
        try file(season, "table.txt", Data("1, 2, 3".utf8))
        try await add(season, "--paper", "Family Quokka.pdf", "--paper", "table.txt")
        try await publish(season)
        let unread = await pack(season, "public")
        #expect(unread.status == 1 && unread.said.contains("No search finds every personal detail"), "\(unread)")
        #expect(unread.said.contains("m-1-paper-1.pdf and m-1-paper-2.txt") && unread.said.contains("--papers-read"))
        #expect(given(season, "out-public/m-1-paper-1.pdf") == nil)
        let issued = await pack(season, "public", "--papers-read")
        #expect(issued.status == 0 && issued.said.contains("m-1-paper-1.pdf  (attached)"), "\(issued)")
        #expect(given(season, "out-public/m-1-paper-1.pdf") == Self.pdf)
        let page = String(decoding: given(season, "out-public/\(april)-agenda-public.html") ?? Data(), as: UTF8.self)
        #expect(page.contains("<a href=\"m-1-paper-1.pdf\">m-1-paper-1.pdf (PDF, 1 KB)</a>"), "\(page)")
        #expect(!page.contains("Quokka"))
        // What was issued is given out again as it was, and nobody is asked again.
        try FileManager.default.removeItem(at: season.scratch.folder.appending(path: "out-public"))
        #expect(await pack(season, "public").said.contains("as issued on 10 April 2019"))
        #expect(given(season, "out-public/m-1-paper-2.txt") == Data("1, 2, 3".utf8))
        #expect(await pack(season, "members").status == 0)
        #expect(try await season.does("fsck").contains("Sound"))
    }

    /// A file that should not have gone out is found, taken away with its paper, and goes out no more.
    @Test func aFileThatWentOutIsTakenBack() async throws {
        let season = try await season()
        try await season.does("member", "add", "Information Officer", "--seat", "board/information-officer")
        try await season.does("member", "add", "Viewer North", "--seat", "north/viewer")
        try file(season, "rota.txt", Data("Rota for Joey Quokka".utf8))
        try await add(season, "--paper", "rota.txt")
        try await publish(season)
        // Whoever may let no word stand vouches for no file.
        let viewer = await pack(season, "public", "--papers-read", "--as", "Viewer North")
        #expect(viewer.status == 77 && given(season, "out-public/m-1-paper-1.txt") == nil, "\(viewer)")
        #expect(await pack(season, "public", "--papers-read").status == 0)
        #expect(await pack(season, "members").status == 0)
        let name = "out-public/m-1-paper-1.txt"
        #expect(try await season.does("pack", "verify", name).contains("\(april)-agenda-"))
        let alone = await season.refusal("pack", "recall", name, "--because", "A name", "--on", "2019-04-11")
        #expect(alone.said.contains("it went out with \(april)-agenda-public.html"), "\(alone)")
        #expect(alone.said.contains("lap redact M-1 --paper FILE"))
        let recalled = await season.scratch.run(
            "pack", "recall", "out-public/\(april)-agenda-public.html", "--because", "A file names a child", "--at",
            "10am", "--on", "2019-04-11")
        #expect(recalled.output.contains("lap redact M-1 --paper m-1-paper-1.txt"), "\(recalled)")
        #expect(given(season, name) == nil)
        let cause = ["redact", "M-1", "--paper", "m-1-paper-1.txt", "--because", "named", "--on", "2019-04-11"]
        #expect(await season.refusal(cause + ["--yes"]).status == 77)
        #expect(await season.refusal(cause + ["--words", "x"]).status == 64)
        let officer = ["--as", "Information Officer"]
        #expect(try await season.does(cause + officer).contains("Nothing is changed yet"))
        #expect(try await season.does(cause + officer + ["--yes"]).contains("erased for good"))
        #expect(try !String(decoding: season.scratch.bytes(), as: UTF8.self).contains("Rota for Joey"))
        let corrected = await pack(season, "public")
        #expect(corrected.status == 0 && corrected.said.contains("-corrected-1.html"), "\(corrected)")
        #expect(given(season, name) == nil)
        #expect(await season.refusal(cause + officer).status == 66)
        // Nor is it named in another edition that went out before.
        let members = await pack(season, "members")
        #expect(members.status == 0 && !members.said.contains("as issued"), "\(members)")
        let page = String(decoding: given(season, "out-members/\(april)-agenda-members.html") ?? Data(), as: UTF8.self)
        #expect(page.contains("Posts for dunnarts") && !page.contains("paper-1.txt"))
        #expect(try await season.does("fsck").contains("Sound"))
    }

    @Test func whatIsNoPaperIsRefusedAndNothingIsAdded() async throws {
        let season = try await season()
        try file(season, "a.exe", Data("MZ".utf8))
        try file(season, "b.pdf", Data("no PDF".utf8))
        try file(season, "c.txt", Data())
        try file(season, "d.pdf", Data("%PDF-".utf8) + Data(count: 10_000_001))
        try file(season, "f.pdf", Data("%PDF-1.4".utf8))
        try file(season, "g.pdf", PlainPDF(catalogue: "/OpenAction<</S/JavaScript/JS(1)>>").data)
        for (name, status, said) in [
            ("a.exe", 65, "Papers are PDF, DOCX"), ("b.pdf", 65, "is no PDF"), ("c.txt", 65, "is empty"),
            ("d.pdf", 65, "too large: a paper may have 10 MB."), ("e.pdf", 66, "no file"),
            ("f.pdf", 65, "“f.pdf” is not attached: it is broken."),
            ("g.pdf", 65, "“g.pdf” is not attached: it holds programs"),
        ] as [(String, Int32, String)] {
            let ran = await season.refusal(
                "agenda", "add", april, "--under", "11", "--title", "Posts", "--paper", name, "--on", "2019-04-04")
            #expect(ran.status == status && ran.said.contains(said), "\(name): \(ran)")
        }
        #expect(await season.refusal("show", "M-1").status == 66)
    }

    @Test func aPrivateItemsPaperIsInTheRestrictedEditionAlone() async throws {
        let season = try await season()
        try file(season, "paper.pdf", Self.pdf)
        try await add(season, "--private", "--private-because", "It is about one person", "--paper", "paper.pdf")
        try await publish(season)
        for edition in ["public", "members"] {
            let made = await pack(season, edition)
            #expect(made.status == 0 && !made.said.contains("m-1-paper"), "\(edition): \(made)")
        }
        try await season.does("meeting", "attend", april, "--present", "DCO North", "--on", "2019-04-30")
        _ = await pack(season, "restricted")
        #expect(given(season, "out-restricted/m-1-paper-1.pdf") == Self.pdf)
        #expect(given(season, "out-members/m-1-paper-1.pdf") == nil)
    }

    @Test func aPublishedAgendaTakesOnlyThePaperThatWasToFollow() async throws {
        let season = try await season()
        try file(season, "paper.pdf", Self.pdf)
        try await add(season, "--form", "to-follow", "--follows-on", "2019-04-24")
        try await add(season, "--form", "verbal")
        try await publish(season)
        let frozen = await season.refusal("agenda", "edit", "M-2", "--paper", "paper.pdf", "--on", "2019-04-11")
        #expect(frozen.status == 1 && frozen.said.contains("frozen"), "\(frozen)")
        try await season.does("agenda", "supply", "M-1", "--paper", "paper.pdf", "--on", "2019-04-11")
        #expect(await pack(season, "public", "--papers-read").said.contains("m-1-paper-1.pdf"))
        // What went out with papers is not undone: it is erased, and they are recalled.
        let log = try await season.does("log", "--limit", "100", "--json=operation,command")
        let supplied = try #require(log.firstMatch(of: /"command":"matter supply","operation":(\d+)/)).output.1
        let undone = await season.refusal("undo", String(supplied), "--on", "2019-04-11")
        #expect(undone.status == 1 && undone.said.contains("m-1-paper-1.pdf went out with"), "\(undone)")
        let other = await season.refusal("agenda", "withdraw", "M-2", "--reason", "Late", "--paper", "paper.pdf")
        #expect(other.status == 64 && other.said.contains("no option --paper"), "\(other)")
    }

    /// A file that was attached by mistake goes with what is undone, for good, and may be attached to something else.
    @Test func undoingTakesTheFileWithIt() async throws {
        let season = try await season()
        try file(season, "paper.pdf", Self.pdf)
        try await add(season, "--paper", "paper.pdf")
        try await season.does("undo", "--on", "2019-04-04")
        try await add(season, "--paper", "paper.pdf")
        #expect(try await season.does("fsck").contains("Sound"))
        try await publish(season)
        #expect(await pack(season, "public", "--papers-read").said.contains("m-2-paper-1.pdf"))
    }

    /// A register in which the agenda has a paper that is a PDF, of which an issued PDF holds the pages.
    private func laidIn() async throws -> Season {
        var season = try await season()
        season.environment["PATH"] = ProcessInfo.processInfo.environment["PATH"]
        try await season.does("member", "add", "Information Officer", "--seat", "board/information-officer")
        try file(season, "paper.pdf", PlainPDF(pages: ["Heights of every post"]).data)
        try await add(season, "--paper", "paper.pdf")
        try await publish(season)
        let made = await pack(season, "public", "--papers-read", as: "html,pdf")
        try #require(made.status == 0, "\(made)")
        return season
    }

    private func text(_ season: Season, _ name: String) throws -> String {
        try output("pdftotext", season.scratch.folder.appending(path: name).path, "-")
    }

    private func output(_ tool: String, _ arguments: String...) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [tool] + arguments
        process.standardOutput = output
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(tool)")
        return String(decoding: said, as: UTF8.self)
    }

    /// Parts of a file, as the register holds it.
    private func parts(_ data: Data) -> [Data] {
        stride(from: 3_000, to: data.count - 100, by: 3_000).map {
            Data(data[$0..<($0 + 60)].base64EncodedString().utf8)
        }
    }

    /// An issued PDF holds the bytes of papers that are laid in: it goes with a file that is erased.
    @Test func anErasedFileGoesWithTheIssuedPDFThatHoldsIt() async throws {
        let season = try await laidIn()
        let name = "out-public/\(april)-agenda-public.pdf"
        let pdf = try #require(given(season, name))
        #expect(try text(season, name).contains("Heights of every post"))
        let parts = parts(pdf)
        func isKept() throws -> Bool {
            let bytes = try season.scratch.bytes()
            return parts.contains { bytes.range(of: $0) != nil }
        }
        #expect(try isKept())
        let cause = [
            "redact", "M-1", "--paper", "m-1-paper-1.pdf", "--because", "named", "--on", "2019-04-11", "--as",
            "Information Officer",
        ]
        let asked = try await season.does(cause)
        #expect(
            asked.contains("What was issued and holds it goes with it:\n  \(april)-agenda-public.pdf\n"), "\(asked)")
        try await season.does(cause + ["--yes"])
        #expect(try !isKept())
        let verified = await season.scratch.run("pack", "verify", name)
        #expect(verified.output.contains("taken out") || verified.output.contains("redacted"), "\(verified)")
        let copied = await season.refusal("pack", "copy", NewPaper.digest(of: pdf), "--to", "again")
        #expect(copied.status == 66 && copied.said.contains("erased for good"), "\(copied)")
        // Nor does it come back with any format of the paper, nor with what is made again.
        for format in ["pdf", "docx", "html"] {
            let again = await pack(season, "public", as: format, on: "2019-04-12")
            #expect(again.status == 0 && !again.said.contains("on 10 April"), "\(format): \(again)")
        }
        #expect(try !text(season, name).contains("Heights of every post"))
        #expect(try !text(season, name).contains("m-1-paper-1.pdf"))
        #expect(try await season.does("fsck").contains("Sound"))
    }

    /// An issued file that has to be kept as it is holds what is laid in: that is not erased before it is released (R25).
    @Test func whatAPaperHoldsThatHasToBeKeptIsKeptWithIt() async throws {
        var season = try await season()
        season.environment["PATH"] = ProcessInfo.processInfo.environment["PATH"]
        try await season.does("member", "add", "Information Officer", "--seat", "board/information-officer")
        try await season.raise()
        try await season.accept("N-1")
        try await season.does("issue", "schedule", "N-1", "--meeting", april, "--on", "2019-04-04")
        try file(season, "paper.pdf", PlainPDF().data)
        try await add(season, "--paper", "paper.pdf")
        try await publish(season)
        #expect(await pack(season, "public", "--papers-read", as: "pdf").status == 0)
        try await season.does("request", "keep", "--issues", "N-1", "--because", "A tribunal asked for it")
        let erase = [
            "redact", "M-1", "--paper", "m-1-paper-1.pdf", "--because", "named", "--yes", "--as", "Information Officer",
        ]
        let held = await season.refusal(erase)
        #expect(held.status == 1 && held.said.contains("agenda-public.pdf, which holds m-1-paper-1.pdf"), "\(held)")
        try await season.does("request", "release", "R-1")
        #expect(try await season.does(erase).contains("With it went what was issued and held it"))
        #expect(try await season.does("fsck").contains("Sound"))
    }

    /// The draft of what replaces a recalled paper holds no file that may be why.
    @Test func aRecalledPapersDraftLaysNothingIn() async throws {
        let season = try await laidIn()
        let name = "out-public/\(april)-agenda-public.pdf"
        let recalled = await season.scratch.run(
            ["pack", "recall", name, "--because", "A paper names a child", "--at", "10am", "--on", "2019-04-11"],
            environment: season.environment)
        #expect(recalled.output.contains("lap redact M-1 --paper m-1-paper-1.pdf"), "\(recalled)")
        #expect(given(season, name) == nil)
        let draft = "out-public/\(april)-agenda-public-corrected-1-draft.pdf"
        #expect(try !text(season, draft).contains("Heights of every post"))
        try await season.does(
            "redact", "M-1", "--paper", "m-1-paper-1.pdf", "--because", "named", "--on", "2019-04-12", "--yes", "--as",
            "Information Officer")
        let corrected = await pack(season, "public", as: "pdf", on: "2019-04-12")
        #expect(corrected.said.contains("-corrected-1.pdf"), "\(corrected)")
        let after = "out-public/\(april)-agenda-public-corrected-1.pdf"
        #expect(try !text(season, after).contains("Heights of every post"))
        #expect(try await season.does("fsck").contains("Sound"))
    }

    @Test func aPrivateItemsPagesAreInTheRestrictedPDFAlone() async throws {
        var season = try await season()
        season.environment["PATH"] = ProcessInfo.processInfo.environment["PATH"]
        try file(season, "paper.pdf", PlainPDF(pages: ["Heights of every post"]).data)
        try await add(season, "--private", "--private-because", "It is about one person", "--paper", "paper.pdf")
        try file(season, "other.pdf", PlainPDF(pages: ["Heights of every fence"]).data)
        try await season.does(
            "agenda", "add", april, "--under", "11", "--title", "Fences", "--paper", "other.pdf", "--on", "2019-04-04")
        try await publish(season)
        try await season.does("meeting", "attend", april, "--present", "DCO North", "--on", "2019-04-30")
        for edition in ["public", "members", "restricted"] {
            let made = await pack(season, edition, "--papers-read", as: "pdf", on: "2019-04-30")
            #expect(made.status == 0, "\(edition): \(made)")
            let name = "out-\(edition)/\(april)-agenda-\(edition).pdf"
            let pages = try text(season, name)
            let isRestricted = edition == "restricted"
            #expect(pages.contains("Heights of every post") == isRestricted, "\(edition)")
            #expect(pages.contains("Heights of every fence") != isRestricted, "\(edition)")
            // Whatever is written in a PDF, read as it is kept.
            let bytes = try output(
                "qpdf", "--qdf", "--object-streams=disable", season.scratch.folder.appending(path: name).path, "-")
            #expect(bytes.contains("(Heights of every post)") == isRestricted, "\(edition)")
            #expect(bytes.contains("m-1-paper-1") == isRestricted, "\(edition)")
        }
    }

    /// A paper that names a family goes into no public pack, whoever says that it was read.
    @Test func aPaperThatNamesAFamilyIsStoppedByName() async throws {
        var season = try await season()
        season.environment["PATH"] = ProcessInfo.processInfo.environment["PATH"]
        try await season.raise()
        try file(season, "paper.pdf", PlainPDF(pages: ["Posts", "Family Quokka asked"]).data)
        try await add(season, "--paper", "paper.pdf")
        try await publish(season)
        for format in ["html", "pdf"] {
            let made = await pack(season, "public", "--papers-read", as: format)
            #expect(made.status == 1 && made.said.contains("m-1-paper-1.pdf, page 2"), "\(made)")
            #expect(!made.said.contains("Quokka"))
        }
        #expect(given(season, "out-public/m-1-paper-1.pdf") == nil)
    }

    /// What a text says that is set in the pack stops the agenda like anything else that was typed.
    @Test func aTextThatNamesAFamilyStopsTheAgendaBeforeItIsPublished_R9() async throws {
        let season = try await season()
        try await season.raise()
        try file(season, "a.txt", Data("Report\n\nThe Quokkas wait, ring quokka@example.org.\n".utf8))
        try await add(season, "--paper", "a.txt")
        try await season.does("agenda", "build", april, "--on", "2019-04-05")
        let checked = await season.scratch.run(["pack", "check", april, "--on", "2019-04-05"]).output
        #expect(checked.contains("Would stop") && checked.contains("M-1, paper 1"), "\(checked)")
        let refused = await season.refusal("meeting", "publish", april, "--on", "2019-04-10")
        #expect(refused.status == 1 && refused.said.contains("No public paper could be made"), "\(refused)")
        #expect(!refused.said.contains("uokka"), "\(refused)")
    }
}
