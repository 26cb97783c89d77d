import Foundation
import Partnership
import Testing
import Workflow

@testable import Packs

/// Every script that families here write is printed; one without a font is an error that names it.
@Suite struct ScriptTests {
    static let said = [
        ("Arabic", "ur", "میرے بیٹے نے ایک سال انتظار کیا ہے۔"), ("Arabic", "ar", "انتظر ابني سنة كاملة"),
        ("Gurmukhi", "pa", "ਮੇਰੇ ਪੁੱਤਰ ਨੇ ਇੱਕ ਸਾਲ ਉਡੀਕ ਕੀਤੀ"), ("Devanagari", "hi", "मेरे बेटे ने एक साल इंतज़ार किया"),
        ("Bengali", "bn", "আমার ছেলে এক বছর অপেক্ষা করেছে"), ("CJK", "zh", "我的儿子等了一年"),
        ("Hebrew", "he", "הבן שלי חיכה שנה"),
    ]

    private func write(
        _ text: String, as format: PackWriter.Format, environment: [String: String] = [:],
        look: (String) async throws -> Void = { _ in }
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "lap-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var papers = Samples.meeting
        papers.venue = text
        let everything = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let written = try await PackWriter(data: Samples.data, environment: everything).write(
            .agenda(papers), edition: .public, formats: [format], to: folder, guarding: Samples.guarding())
        try await look(written.files[0].path)
    }

    private func run(_ tool: String, _ arguments: String...) async throws -> String {
        let path = try #require(Tool.onPath(tool, ProcessInfo.processInfo.environment))
        return String(decoding: try await Tool(name: tool, path: path).run(arguments), as: UTF8.self)
    }

    @Test(arguments: said)
    func aScriptIsPrintedWithItsLanguage(_ script: String, _ language: String, _ text: String) async throws {
        try await write(text, as: .pdf) { path in
            let read = try await run("pdftotext", "-raw", path, "-")
            #expect(!read.contains("["), "\(script) is told in words")
            let letters = Set(
                text.unicodeScalars.filter { WritingSystem.of($0)?.name == script && $0.properties.isAlphabetic })
            let found = Set(read.precomposedStringWithCompatibilityMapping.unicodeScalars)
            #expect(letters.subtracting(found).count <= letters.count / 3, "\(script)")
            let fonts = try await run("pdffonts", path)
            #expect(fonts.contains("Noto"))
            for line in fonts.split(separator: "\n").dropFirst(2) where line.contains("Noto") {
                #expect(line.contains(/^[A-Z]{6}\+/), "a whole font is put in: \(line)")
            }
        }
        try await write(text, as: .html) { path in
            let html = try String(contentsOfFile: path, encoding: .utf8)
            let direction = ["Arabic", "Hebrew"].contains(script) ? " dir=\"rtl\"" : ""
            #expect(html.contains("<span lang=\"\(language)\"\(direction)>\(text)</span>"))
        }
    }

    @Test func picturesAndLettersThatOnlyLookLikeOthersArePrinted() async throws {
        try await write("Thanks 😀 👨‍👩‍👧 ❤️ ＺＯＥ 𝐙𝐨𝐞 ✓ →", as: .pdf) { path in
            let read = try await run("pdftotext", "-raw", path, "-")
            #expect(read.contains("😀") && read.contains("[yes] to") && !read.contains("[grinning"))
        }
    }

    @Test func aScriptWithoutAFontIsAnErrorThatNamesIt() async throws {
        let problem = PackProblem.missingFont(
            script: "Gurmukhi", font: "Noto Sans Gurmukhi", package: "fonts-noto-core")
        await #expect(throws: problem) { try await write("ਮੇਰਾ ਪੁੱਤਰ", as: .pdf, environment: ["LAP_FONTS": "/nowhere"]) }
        #expect(
            problem.sentence == "no font of this machine sets the Gurmukhi script, and the PDF holds words in it.")
        guard case .say(let hint)? = problem.remedies.first else {
            Issue.record("No hint.")
            return
        }
        #expect(hint.contains("fonts-noto-core") && hint.contains("LAP_FONTS"))
        await #expect(
            throws: PackProblem.missingFont(
                script: "Hangul", font: "Noto Sans CJK SC", package: "fonts-noto-cjk")
        ) {
            try await write("한국어", as: .pdf, environment: ["LAP_FONTS": "/nowhere"])
        }
        try await write("ਮੇਰਾ ਪੁੱਤਰ", as: .html, environment: ["LAP_FONTS": "/nowhere"])
        try await write("Thanks 😀", as: .pdf, environment: ["LAP_FONTS": "/nowhere"]) { path in
            let read = try await run("pdftotext", "-raw", path, "-")
            #expect(read.contains("[grinning face]"))
        }
    }

    @Test func aSecretInAnotherScriptIsFoundInThePDF_R9() async throws {
        let name = "محمد اسلم"
        let folder = FileManager.default.temporaryDirectory.appending(path: "lap-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var document = Pack.agenda(Samples.meeting).document(for: .public, acronyms: Samples.acronyms)
        document.notices.append(Notice(.note, title: "Note", text: "کہا \(name) نے"))
        let guarding = try Samples.guarding([Secret.words(name, as: .name, ref: "N-1", section: "name")])
        // A calendar has none of an agenda's words.
        for format in PackWriter.Format.allCases where format != .calendar {
            let texts = try await PackWriter(data: Samples.data).read(document, as: format, in: folder)
            #expect(guarding.additions(in: texts, to: []).contains { $0.issue == "N-1" }, "\(format.rawValue)")
        }
    }

    @Test func runsPartATextByScriptAndKeepEveryCharacter() {
        let text = "N-1: بیٹے نے 2 بار, and then 我的 (ok)."
        let runs = WritingSystem.runs(of: text)
        #expect(runs.map(\.text).joined() == text)
        #expect(runs.map(\.language) == [nil, "ur", nil, "zh", nil])
        #expect(runs[1].text == "بیٹے نے 2 بار")
        #expect(WritingSystem.runs(of: "plain").map(\.system) == [nil])
        #expect("«بیٹے".beginsAtTheRight && !"A بیٹے".beginsAtTheRight)
    }

    @Test func longWordsBreakInHTMLAndStayOnThePageOfThePDF() async throws {
        let word = String(repeating: "abcdefghij", count: 20)
        try await write(word, as: .html) { path in
            let html = try String(contentsOfFile: path, encoding: .utf8)
            #expect(html.contains("abcdefghij<wbr>abcdefghij") && !html.contains(word))
            #expect(HTMLText.texts(html)[0].text.contains(word))
        }
        try await write(word, as: .pdf) { path in
            let read = try await run("pdftotext", "-raw", path, "-")
            #expect(read.filter { !$0.isWhitespace && $0 != "\u{200B}" }.contains(word))
        }
    }
}
