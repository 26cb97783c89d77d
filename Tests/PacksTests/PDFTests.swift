import Foundation
import Partnership
import Testing
import Workflow

@testable import Packs

/// The written PDF is accessible, archival, and the same each time (rule R23).
@Suite struct PDFTests {
    private func pdf(_ pack: Pack, _ edition: Edition = .public, _ look: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "lap-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let written = try await PackWriter(data: Samples.data).write(
            pack, edition: edition, formats: [.pdf], to: folder, guarding: Samples.guarding())
        try await look(written.files[0].path)
    }

    private func run(_ tool: String, _ arguments: String...) async throws -> String {
        let path = try #require(
            Tool.onPath(tool, ProcessInfo.processInfo.environment), "script/bootstrap brings \(tool)")
        return String(decoding: try await Tool(name: tool, path: path).run(arguments), as: UTF8.self)
    }

    @Test(arguments: PackFilesTests.packs)
    func everyPDFIsTaggedArchivalAndInBritishEnglish_R23(_ pack: Pack) async throws {
        try await pdf(pack) { path in
            let information = try await run("pdfinfo", path)
            #expect(information.contains(/Tagged: +yes/))
            #expect(information.contains(/Title: +\S/))
            #expect(information.contains(/JavaScript: +no/))
            let metadata = try await run("pdfinfo", "-meta", path)
            #expect(metadata.contains("<pdfaid:part>2</pdfaid:part>"))
            #expect(metadata.contains("<pdfaid:conformance>A</pdfaid:conformance>"))
            #expect(metadata.contains("<pdfuaid:part>1</pdfuaid:part>"))
            let text = try await run("qpdf", "--json", "--json-key=qpdf", path)
            #expect(text.contains("\"/Lang\": \"u:en-GB\""))
        }
    }

    /// In large print nothing that is read is smaller than 18 points, and what stands at the edges of pages than 14.
    @Test(arguments: PackFilesTests.packs)
    func everyPackComesInLargePrint(_ pack: Pack) async throws {
        try await PackFilesTests.withFolder { folder in
            let written = try await PackWriter(data: Samples.data).write(
                pack, edition: .members, formats: [.largePrint], to: folder, guarding: Samples.guarding())
            let path = written.files[0].path
            #expect(path.hasSuffix(".large-print.pdf"))
            #expect(try await run("pdfinfo", "-meta", path).contains("<pdfuaid:part>1</pdfuaid:part>"))
            let fonts = try await run("pdftohtml", "-xml", "-i", "-zoom", "1", "-stdout", path)
            let sizes = fonts.matches(of: /<fontspec id="\d+" size="(\d+)"/).compactMap { Int($0.1) }
            #expect(sizes.min() ?? 0 >= 14 && sizes.contains(18), "\(sizes)")
        }
    }

    @Test func theSamePackGivesTheSameBytes() async throws {
        var first = Data()
        for _ in 0..<2 {
            try await pdf(.board(Samples.boardPapers), .members) { path in
                let bytes = try Data(contentsOf: URL(filePath: path))
                #expect(first.isEmpty || bytes == first)
                first = bytes
            }
        }
    }

    @Test func headingsAndTableHeadersAreTagged_R23() async throws {
        try await pdf(.agenda(Samples.meeting)) { path in
            let structure = try await run("pdfinfo", "-struct", path)
            for tag in ["H1", "H2", "H3", "Table", "TH"] { #expect(structure.contains(tag), "\(tag)") }
            let levels = structure.matches(of: /\bH([1-6])\b/).compactMap { Int($0.1) }
            #expect(levels.first == 1)
            for (before, after) in zip(levels, levels.dropFirst()) { #expect(after <= before + 1) }
        }
    }

    @Test func everyPageSaysNotForPublicationAndDraft_R23() async throws {
        try await pdf(.minutes(Samples.heldMeeting), .members) { path in
            let pages = try await run("pdftotext", path, "-").split(separator: "\u{0C}")
            #expect(pages.count > 1)
            for page in pages {
                #expect(page.contains("NOT FOR PUBLICATION"))
                #expect(page.contains("DRAFT"))
                #expect(page.contains(/Page \d+ of \d+/))
            }
        }
    }

    @Test func aLetterIsOnePage() async throws {
        try await pdf(.letter(Samples.letter)) { path in
            let text = try await run("pdfinfo", path)
            #expect(text.contains(/Pages: +1\n/))
        }
    }

    @Test func aLongPackRepeatsItsTablesHeadersAndLinksToItsSheets() async throws {
        try await pdf(.agenda(Samples.longMeeting)) { path in
            let pages = try await run("pdftotext", "-layout", path, "-").split(separator: "\u{0C}")
            #expect(pages.count > 20)
            let headers = pages.count { $0.contains(/Ref +Action +Lead +Due +Status/) }
            let rows = pages.count { $0.contains(/\n *A-\d+ +Write to the school/) }
            #expect(rows > 2 && headers == rows)
            // The agenda says on which page each sheet is.
            let page = try #require(pages.firstIndex { $0.contains(/\n *N-59:/) })
            #expect(pages.contains { $0.contains("Issue N-59") && $0.contains("Page \(page + 1)") })
        }
    }

    @Test func theFontsAreOursAndEmbedded() async throws {
        try await pdf(.agenda(Samples.meeting)) { path in
            let fonts = try await run("pdffonts", path).split(separator: "\n").dropFirst(2)
            #expect(!fonts.isEmpty)
            for font in fonts { #expect(font.contains("OpenSans")) }
        }
    }

    @Test func symbolsThatNoFontHasAreToldInWords() async throws {
        #expect(Printable.text("Thanks 😀") == "Thanks [grinning face]")
        #expect(Printable.text("cafe\u{301} Łódź ‑ ✓") == "café Łódź - [yes]")
        let plain = Printable.plain(json: #"{"a": "\u0001\"quoted\\ \n"}"#)
        #expect(plain == #"{"a": "\"quoted\\  "}"#)
    }

    @Test func everyCharacterThatCountsAsPrintableCanBeSet() async throws {
        var papers = Samples.meeting
        papers.venue = Printable.ranges.map { range in
            String(String.UnicodeScalarView(range.compactMap(Unicode.Scalar.init)))
        }.joined(separator: " ")
        try await pdf(.agenda(papers)) { path in
            let fonts = try await run("pdffonts", path).split(separator: "\n").dropFirst(2)
            for font in fonts { #expect(font.contains("OpenSans")) }
        }
    }

    @Test func nothingInTextIsMarkup() async throws {
        var papers = Samples.meeting
        papers.venue = "#read(\"/etc/hostname\") *strong* $x$ @ref <label> \\ `raw` // comment"
        try await pdf(.agenda(papers)) { path in
            let text = try await run("pdftotext", "-layout", path, "-")
            #expect(text.contains("*strong* $x$ @ref <label>"))
        }
    }
}
