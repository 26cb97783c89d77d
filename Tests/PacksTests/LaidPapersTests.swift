import Foundation
import Partnership
import PlainPDF
import Testing
import Workflow

@testable import Packs

/// Papers that are PDFs lie right after what they belong to, in the pack's own order, numbers and tags (issue 13).
@Suite struct LaidPapersTests {
    private let environment = ProcessInfo.processInfo.environment

    private func agenda(_ papers: AttachedPaper...) -> Pack {
        var meeting = Samples.meeting
        var sheet = MatterSheet(ref: "M-1", title: "Posts for dunnarts")
        sheet.summary = "Where they stand."
        sheet.attached = papers
        var entry = AgendaEntry(number: "11.1", title: sheet.title, purpose: .information, lead: "Chair", minutes: 5)
        entry.matter = sheet
        meeting.agenda.append(entry)
        return .agenda(meeting)
    }

    private func paper(_ number: Int, _ format: AttachedPaper.Format = .pdf) -> AttachedPaper {
        AttachedPaper(
            of: "M-1", number: number, format: format, size: 2000, digest: String(repeating: "\(number)", count: 64))
    }

    /// Makes a pack with files of these contents, and looks at it while it is there.
    private func made(
        _ pack: Pack, _ files: [(name: String, contents: Data)], _ formats: [PackWriter.Format] = [.pdf],
        _ secrets: [Secret] = [], _ look: ([String: String]) async throws -> Void
    ) async throws {
        try await PackFilesTests.withFolder { folder in
            let writer = PackWriter(data: Samples.data)
            let written = try await writer.write(
                pack, edition: .members, formats: formats, papers: try await writer.papers(files, as: formats),
                to: folder, guarding: try Samples.guarding(secrets))
            try await look(Dictionary(uniqueKeysWithValues: written.files.map { ($0.format.rawValue, $0.path) }))
        }
    }

    private func run(_ tool: String, _ arguments: String...) async throws -> String {
        let path = try #require(Tool.onPath(tool, environment), "script/bootstrap brings \(tool)")
        return String(decoding: try await Tool(name: tool, path: path).run(arguments), as: UTF8.self)
    }

    /// One that says that it was made for screen readers and archives: set by the program that sets packs.
    private func tagged(_ folder: String) async throws -> Data {
        let source = """
            #set document(title: "Posts", date: auto)
            #set text(lang: "en")
            = A report on dunnarts
            == Their posts
            Some are #link("https://example.org/dunnarts")[elsewhere], see #link(<end>)[the end].
            #table(columns: 2, table.header([Post], [Height]), [One], [Two])
            #pagebreak()
            == Their end <end>
            - Gone
            """
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Data(source.utf8).write(to: URL(filePath: "\(folder)/paper.typ"))
        try await Typst.find(data: Samples.data, environment: environment).compile(
            "\(folder)/paper.typ", to: "\(folder)/paper.pdf", root: folder, fonts: "\(Samples.data)/fonts", timestamp: 0
        )
        return try Data(contentsOf: URL(filePath: "\(folder)/paper.pdf"))
    }

    private var aside: String {
        FileManager.default.temporaryDirectory.appending(path: "lap-\(UUID().uuidString)").path
    }

    @Test func itsPagesFollowItsSheetNumberedOnAndInContentsAndBookmarks() async throws {
        let plain = PlainPDF(pages: ["Posts for dunnarts", "Heights of posts"]).data
        try await made(
            agenda(paper(1), paper(2)), [("m-1-paper-1.pdf", plain), ("m-1-paper-2.pdf", PlainPDF(isWide: true).data)]
        ) {
            files in
            let path = try #require(files["pdf"])
            let pages = try await run("pdftotext", "-layout", path, "-").split(separator: "\u{0C}").map(String.init)
            let first = try #require(pages.lastIndex { $0.contains("(m-1-paper-1.pdf)") })
            #expect(pages[first].contains("Posts for dunnarts\n") && pages[first + 1].contains("Heights of posts"))
            for page in [first, first + 1, first + 2] {
                #expect(pages[page].contains("Page \(page + 1) of \(pages.count)"), "\(pages[page])")
                #expect(pages[page].contains("NOT FOR PUBLICATION"))
            }
            #expect(pages[first - 1].contains("Where they stand."))
            // What was not made for screen readers is named at the start and marked in the contents.
            #expect(
                pages[0].split(separator: /\s+/).joined().contains("m-1-paper-1.pdfandm-1-paper-2.pdfdonotsay"))
            #expect(pages[0].contains(/\(m-1-paper-1\.pdf\): not made for screen readers[ .\u{2060}]+\d+/))
            let outline = try await run("qpdf", "--json", "--json-key=outlines", path)
            #expect(outline.contains("(m-1-paper-2.pdf): not made for screen readers"))
            let sizes = try await run("pdfinfo", "-f", "\(first + 3)", "-l", "\(first + 3)", path)
            #expect(sizes.contains(/Page +\d+ size: +841\.89 x 595/), "\(sizes)")
            // It claims no more than they do.
            let metadata = try await run("pdfinfo", "-meta", path)
            #expect(!metadata.contains("pdfuaid:part>1") && !metadata.contains("pdfaid:part"))
            #expect(try await run("pdfinfo", path).contains(/Tagged: +yes/))
            #expect(try await run("qpdf", "--check", path).contains("No syntax or stream encoding errors"))
        }
    }

    /// The tags of one that has them go along, so that the pack is as accessible as it says.
    @Test func whatAPaperTellsOfItsOrderGoesAlong_R23() async throws {
        let paper = try await tagged(aside)
        try await made(agenda(self.paper(1)), [("m-1-paper-1.pdf", paper)]) { files in
            let path = try #require(files["pdf"])
            let metadata = try await run("pdfinfo", "-meta", path)
            #expect(metadata.contains("<pdfuaid:part>1</pdfuaid:part>"))
            #expect(metadata.contains("<pdfaid:conformance>A</pdfaid:conformance>"))
            let structure = try await run("pdfinfo", "-struct-text", path)
            #expect(structure.contains("H5 \"A report on dunnarts\""), "\(structure)")
            #expect(structure.contains("H6 \"Their posts\""))
            #expect(structure.contains(/TH[^\n]*:?[^"]*"Post"/))
            #expect(!structure.contains("laid-in"))
            let levels = structure.matches(of: /\bH([1-6])\b/).compactMap { Int($0.1) }
            for (before, after) in zip(levels, levels.dropFirst()) { #expect(after <= before + 1) }
            let links = try await run("pdfinfo", "-url", path)
            #expect(links.contains("https://example.org/dunnarts"))
            let text = try await run("pdftotext", path, "-")
            #expect(!text.contains("screen readers"))
        }
    }

    @Test func theSamePapersGiveTheSameBytes() async throws {
        let paper = try await tagged(aside)
        var first = Data()
        for _ in 0..<2 {
            let files = [("m-1-paper-1.pdf", paper), ("m-1-paper-2.pdf", PlainPDF().data)]
            try await made(agenda(self.paper(1), self.paper(2)), files) { files in
                let bytes = try Data(contentsOf: URL(filePath: try #require(files["pdf"])))
                #expect(first.isEmpty || bytes == first)
                first = bytes
            }
        }
    }

    @Test func whatIsTextIsSetAsText() async throws {
        let files = [
            ("m-1-paper-1.md", Data("# Posts\n\nTwo of *three* stand.\n\n- one\n- two".utf8)),
            ("m-1-paper-2.txt", Data("First line\nSecond line".utf8)),
        ]
        try await made(agenda(paper(1, .md), paper(2, .txt)), files, [.html, .pdf, .docx, .markdown, .json]) { paths in
            let html = try String(contentsOfFile: try #require(paths["html"]), encoding: .utf8)
            #expect(html.contains("Posts for dunnarts (m-1-paper-1.md)</h4>"))
            #expect(html.contains("<strong class=\"lead\">Posts</strong>") && html.contains("<li>two</li>"))
            #expect(html.contains("First line<br>Second line"))
            let text = try await run("pdftotext", try #require(paths["pdf"]), "-")
            #expect(text.contains("Two of *three* stand.") && text.contains("Second line"))
            let markdown = try String(contentsOfFile: try #require(paths["md"]), encoding: .utf8)
            #expect(markdown.contains("Second line"))
            // What a pack is set from names them and holds none.
            let json = try String(contentsOfFile: try #require(paths["json"]), encoding: .utf8)
            #expect(json.contains("m-1-paper-2.txt") && !json.contains("Second line"))
        }
    }

    /// A pack is made without a paper that cannot be laid in, and says so.
    @Test func aPaperThatCannotBeLaidInIsNamedAndThePackUnharmed() async throws {
        let files = [("m-1-paper-1.pdf", Data("%PDF-1.4 nothing".utf8)), ("m-1-paper-2.pdf", PlainPDF().data)]
        try await made(agenda(paper(1), paper(2)), files) { paths in
            let text = try await run("pdftotext", try #require(paths["pdf"]), "-").split(separator: /\s+/).joined(
                separator: " ")
            #expect(text.contains("Its pages are not in this file: it is broken. It goes out beside it."))
            #expect(text.contains("(m-1-paper-2.pdf)"))
        }
    }

    @Test func whatIsLockedBrokenHugeOrActsByItselfIsNotLaidIn() async throws {
        let folder = aside
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        func locked(_ password: String) async throws -> Data {
            try PlainPDF().data.write(to: URL(filePath: "\(folder)/plain.pdf"))
            _ = try await run(
                "qpdf", "--encrypt", password, "owner", "256", "--", "\(folder)/plain.pdf", "\(folder)/locked.pdf")
            return try Data(contentsOf: URL(filePath: "\(folder)/locked.pdf"))
        }
        let plain = PlainPDF().data
        let papers: [(Data, UnfitPaper?)] = [
            (plain, nil), (try await locked("secret"), .encrypted), (try await locked(""), .encrypted),
            (Data("%PDF-1.4".utf8), .broken), (PlainPDF(pages: []).data, .broken),
            (plain.prefix(plain.count / 2), .broken),
            (PlainPDF(catalogue: "/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>").data, .scripted),
            (PlainPDF(catalogue: "/OpenAction<</S/Launch/F(a.exe)>>").data, .scripted),
            (PlainPDF(catalogue: "/AcroForm<</Fields[]/XFA(x)>>").data, .scripted),
            (PlainPDF(catalogue: "/Names<</EmbeddedFiles<</Names[(a)<</Type/Filespec/EF<<>>>>]>>>>").data, .holding),
            (PlainPDF(pages: Array(repeating: "x", count: 601)).data, .large),
        ]
        let writer = PackWriter(data: Samples.data)
        #expect(try await writer.unfit(papers.map(\.0)) == papers.map(\.1))
    }

    /// What a paper says is searched for what the register has, wherever it goes out; a number of its own is its readers' to judge.
    @Test(arguments: [PackWriter.Format.html, .pdf])
    func aPaperThatNamesAFamilyStopsThePack_R9(_ format: PackWriter.Format) async throws {
        let secret = Secret.words("Family Quokka", as: .name, ref: "N-1", section: "identity")
        let office = PlainPDF(pages: ["Ring the office on 01632 960 999"]).data
        try await made(agenda(paper(1)), [("m-1-paper-1.pdf", office)], [format], [secret]) { _ in }
        do {
            let named = PlainPDF(pages: ["Nothing here", "Family Quokka came"]).data
            try await made(agenda(paper(1)), [("m-1-paper-1.pdf", named)], [format], [secret]) { _ in
                Issue.record("It was written.")
            }
        } catch PackProblem.found(_, _, let findings, _) {
            #expect(findings.contains { $0.place.hasSuffix("page 2") || $0.place.contains("PDF, page") }, "\(findings)")
        }
    }

    @Test func withoutPikepdfThatIsNamedAndHTMLIsMade() async throws {
        let folder = aside
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let python = "\(folder)/python3"
        try Data("#!/bin/sh\necho \"No module named 'pikepdf'\" >&2; exit 1\n".utf8).write(to: URL(filePath: python))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: python)
        let writer = PackWriter(
            data: Samples.data, environment: environment.merging(["LAP_TYPST": python]) { $1 })
        await #expect(throws: PaperLayer.missing) {
            try await writer.papers([("m-1-paper-1.pdf", PlainPDF().data)], as: [.pdf])
        }
        #expect(try await writer.papers([("m-1-paper-1.pdf", PlainPDF().data)], as: [.html]).count == 1)
        #expect(try await writer.unfit([Data()]) == [nil])
        #expect(PaperLayer.missing.remedies.last == .deed("make-html"))
    }
}
