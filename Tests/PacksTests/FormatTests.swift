import Foundation
import FoundationXML
import Partnership
import Testing

@testable import Packs

/// Every format says what the pack says, is searched, and is the same each time.
@Suite struct FormatTests {
    private func written(
        _ pack: Pack, _ formats: [PackWriter.Format], _ edition: Edition = .public, look: (String) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "lap-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let writer = PackWriter(data: Samples.data)
        for file in try await writer.write(
            pack, edition: edition, formats: formats, to: folder, guarding: Samples.guarding()
        ).files {
            try await look(file.path)
        }
    }

    private func part(_ name: String, of path: String) throws -> String { try parts(path)[name] ?? "" }

    private func parts(_ path: String) throws -> [String: String] {
        let entries = try ZIPArchive(Data(contentsOf: URL(filePath: path))).entries
        return Dictionary(uniqueKeysWithValues: entries.map { ($0.name, String(decoding: $0.contents, as: UTF8.self)) })
    }

    private static let texts: [PackWriter.Format: [String]] = [
        .html: ["the HTML"], .pdf: ["the PDF"], .largePrint: ["the PDF"], .docx: ["the DOCX"],
        .markdown: ["the Markdown"], .json: ["the JSON"],
        .calendar: ["the calendar"],
    ]

    @Test(arguments: PackWriter.Format.allCases)
    func noFormatSkipsTheSearch_R9(_ format: PackWriter.Format) async throws {
        let secret = "Jane Farnworth"
        let pack = format == .calendar ? Pack.notice(Samples.noticed) : .agenda(Samples.meeting)
        let document = pack.document(for: .public, acronyms: Samples.acronyms)
        let guarding = try Samples.guarding([Secret.words(secret, as: .name, ref: "N-1", section: "name")])
        // Wherever a text may stand: a heading, a cell, a detail, a resolution, a caption, a list, an address, the title.
        let dates: [(String, (inout PackDocument) -> Void)] = [
            ("summary", { $0.calendar?[0].title += " \(secret)" }),
            ("location", { $0.calendar?[1].venue = "Hall, \(secret)" }),
            ("description", { $0.calendar?[0].notes.append("Ask for\n\(secret); or, \(secret)") }),
            ("organiser", { $0.calendar?[0].organiser = secret }),
            ("address", { $0.calendar?[0].email = secret }),
            ("id", { $0.calendar?[0].id = secret }),
            ("title", { $0.title += " \(secret)" }),
            ("mark", { $0.draft = secret }),
        ]
        let pages: [(String, (inout PackDocument) -> Void)] = [
            ("heading", { $0.sections[0].title += " \(secret)" }),
            ("title", { $0.title += " \(secret)" }),
            ("fact", { $0.facts.append(Fact("Contact", secret)) }),
            ("address", { $0.facts.append(Fact("Contact", "Write", link: "mailto:\(secret)")) }),
            ("notice", { $0.notices.append(Notice(.note, title: "Note", text: secret)) }),
            ("list", { $0.sections[0].blocks.append(.list(ItemList([secret]))) }),
            ("line", { $0.sections[0].blocks.append(.paragraph(Paragraph(lines: ["One", secret]))) }),
            (
                "resolution",
                {
                    $0.sections[0].blocks.append(
                        .resolution(
                            Resolution(ref: "D-1", kind: "Agreed", text: "so", limbs: [secret], provisional: nil)))
                }
            ),
            (
                "caption",
                {
                    $0.sections[0].blocks.append(
                        .table(PackTable(caption: secret, columns: [.init("A", width: 1)], rows: [])))
                }
            ),
            (
                "cell",
                {
                    $0.sections[0].blocks.append(
                        .table(
                            PackTable(
                                caption: "T", columns: [.init("A", width: 1), .init("B", width: 1)],
                                rows: [.init(.init("a"), [.init("b", details: [secret])])])))
                }
            ),
        ]
        let places = format == .calendar ? dates : pages
        let folder = FileManager.default.temporaryDirectory.appending(path: "lap-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let writer = PackWriter(data: Samples.data)
        let texts = try await writer.read(document, as: format, in: folder)
        #expect(!texts.isEmpty && texts.allSatisfy { $0.place.hasPrefix(Self.texts[format]?[0] ?? "none") })
        func found(_ texts: [WrittenText]) -> [PersonalFinding] {
            guarding.additions(in: texts, to: []).filter { $0.issue == "N-1" }
        }
        #expect(found(texts).isEmpty)
        // Markdown has nothing but what stands on the page.
        for (place, put) in places where !(format == .markdown && place == "title") {
            var leaking = document
            put(&leaking)
            let read = try await writer.read(leaking, as: format, in: folder)
            #expect(!found(read).isEmpty, "\(format.rawValue), \(place)")
        }
    }

    @Test(arguments: PackFilesTests.packs)
    func everyFormatIsWrittenAndIsTheSameBytesAgain(_ pack: Pack) async throws {
        var first: [String: Data] = [:]
        for _ in 0..<2 {
            try await written(pack, [.docx, .markdown, .json]) { path in
                let name = URL(filePath: path).lastPathComponent
                let bytes = try Data(contentsOf: URL(filePath: path))
                #expect(first[name] == nil || first[name] == bytes)
                first[name] = bytes
            }
        }
        #expect(first.count == 3)
    }

    @Test func aWordDocumentHasHeadingsTableHeadersPageNumbersATitleAndALanguage() async throws {
        try await written(.minutes(Samples.heldMeeting), [.docx], .members) { path in
            let parts = try parts(path)
            let body = (parts["word/document.xml"] ?? "")
            #expect(body.contains("<w:pStyle w:val=\"Heading1\"/>") && body.contains("<w:pStyle w:val=\"Heading2\"/>"))
            #expect(body.contains("<w:tblHeader/>") && body.contains("<w:tblCaption w:val=\""))
            #expect(body.contains("Resolved: "))
            #expect((parts["word/footer1.xml"] ?? "").contains("w:instr=\"PAGE\""))
            #expect((parts["word/header1.xml"] ?? "").contains("NOT FOR PUBLICATION"))
            #expect((parts["docProps/core.xml"] ?? "").contains(/<dc:title>.+minutes.*<\/dc:title><dc:language>en-GB</))
            #expect((parts["word/styles.xml"] ?? "").contains("w:lang w:val=\"en-GB\""))
            for (name, xml) in parts {
                #expect(XMLParser(data: Data(xml.utf8)).parse(), "\(name)")
            }
        }
    }

    @Test func aWordDocumentTurnsThePageForAWideTableAndNamesTheLanguageOfOtherScripts() async throws {
        var papers = Samples.boardPapers
        papers.meeting.venue = "بچوں کا اسکول"
        try await written(.board(papers), [.docx], .members) { path in
            let body = try part("word/document.xml", of: path)
            #expect(body.contains("w:orient=\"landscape\""))
            #expect(body.contains("<w:rtl/><w:lang w:bidi=\"ur\"/>"))
        }
    }

    @Test func largePrintIsLargeInWordToo() async throws {
        var letter = Samples.letter
        letter.format = .largePrint
        try await written(.letter(letter), [.docx]) { path in
            let part = try part("word/styles.xml", of: path)
            #expect(part.contains("<w:sz w:val=\"36\"/>"))
        }
    }

    @Test func nothingInTextIsMarkupInMarkdown() async throws {
        var papers = Samples.meeting
        papers.venue = "# *strong* _under_score | pipe <b> [link](x) `raw` \\ 1. one"
        try await written(.agenda(papers), [.markdown]) { path in
            let text = try String(contentsOfFile: path, encoding: .utf8)
            #expect(
                text.contains("\\# \\*strong\\* \\_under\\_score \\| pipe \\<b\\> \\[link\\](x) \\`raw\\` \\\\ 1. one"))
            #expect(text.hasPrefix("# "))
            #expect(text.contains("\n## ") && text.contains("\n| --- | "))
        }
    }

    @Test func theJSONIsTheModelWithoutWhatAFileIsKeptUnder() async throws {
        try await written(.agenda(Samples.meeting), [.json]) { path in
            let document = try PackDocument(json: Data(contentsOf: URL(filePath: path)))
            #expect(
                document
                    == Pack.agenda(Samples.meeting).document(
                        for: .public,
                        acronyms: try Templates(
                            folders: ["\(Samples.data)/templates"]).acronyms()))
        }
    }

    @Test func anArchiveIsReadBackAndADamagedOneIsNot() throws {
        var archive = ZIPArchive()
        archive.add("a.xml", "one")
        archive.add("b/c.xml", "zwei – drei")
        var data = archive.data(date: 0x21)
        #expect(try ZIPArchive(data).entries.map(\.name) == ["a.xml", "b/c.xml"])
        #expect(
            try ZIPArchive(data).entries.map { String(decoding: $0.contents, as: UTF8.self) } == ["one", "zwei – drei"])
        data[36] ^= 1
        #expect(throws: ZIPArchive.Unreadable.self) { try ZIPArchive(data) }
        #expect(throws: ZIPArchive.Unreadable.self) { try ZIPArchive(Data("PK".utf8)) }
    }
}
