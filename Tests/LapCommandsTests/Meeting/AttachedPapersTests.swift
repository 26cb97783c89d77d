import Foundation
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

    private static let pdf = Data("%PDF-1.4 posts for dunnarts".utf8)

    @discardableResult
    private func add(_ season: Season, _ own: String...) async throws -> String {
        try await season.does(
            ["agenda", "add", april, "--under", "11", "--title", "Posts for dunnarts", "--on", "2019-04-04"] + own)
    }

    private func publish(_ season: Season) async throws {
        try await season.does("agenda", "build", april, "--on", "2019-04-05")
        try await season.does("meeting", "publish", april, "--on", "2019-04-10")
    }

    private func pack(_ season: Season, _ edition: String, _ own: String...) async -> (status: Int32, said: String) {
        let ran = await season.scratch.run(
            [
                "pack", "agenda", april, "--edition", edition, "--format", "html", "--to", "out-\(edition)", "--on",
                "2019-04-10",
            ] + own)
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
        #expect(unread.status == 1 && unread.said.contains("not searched for personal details"), "\(unread)")
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
        for (name, status, said) in [
            ("a.exe", 65, "Papers are PDF, DOCX"), ("b.pdf", 65, "is no PDF"), ("c.txt", 65, "is empty"),
            ("d.pdf", 65, "too large: a paper may have 10 MB."), ("e.pdf", 66, "no file"),
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
}
