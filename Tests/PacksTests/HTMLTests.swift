import Foundation
import Partnership
import Testing

@testable import Packs

/// The written HTML is accessible and stands alone (rule R23, WCAG 2.2 AA).
@Suite struct HTMLTests {
    static let templates = Templates(folders: ["\(Samples.data)/templates"])

    static func html(_ pack: Pack, _ edition: Edition = .public) throws -> String {
        try HTMLFormat(templates: templates).html(of: pack.document(for: edition, acronyms: templates.acronyms()))
    }

    @Test(arguments: PackFilesTests.packs)
    func headingsStartAtOneAndLeaveNoLevelOut_R23(_ pack: Pack) throws {
        let levels = try Self.html(pack).matches(of: /<h([1-6])[ >]/).compactMap { Int($0.1) }
        #expect(levels.first == 1)
        #expect(levels.count { $0 == 1 } == 1)
        for (before, after) in zip(levels, levels.dropFirst()) { #expect(after <= before + 1) }
    }

    @Test(arguments: PackFilesTests.packs)
    func everyTableHasACaptionAndHeadersWithAScope_R23(_ pack: Pack) throws {
        for table in try Self.html(pack, .members).matches(of: /(?s)<table.*?<\/table>/).map(\.output) {
            #expect(table.contains(/<caption>[^<]+<\/caption>/))
            let headers = table.matches(of: /<th(?: [^>]*)?>/).map { String($0.output) }
            #expect(headers.count { $0.contains("scope=\"col\"") } > 1)
            #expect(headers.allSatisfy { $0.contains("scope=\"col\"") || $0.contains("scope=\"row\"") })
            let columns = headers.count { $0.contains("scope=\"col\"") }
            for row in table.matches(of: /(?s)<tr[^>]*>.*?<\/tr>/).map(\.output) {
                #expect(row.matches(of: /<t[hd][ >]/).count == columns)
            }
        }
    }

    @Test(arguments: PackFilesTests.packs)
    func theLanguageIsBritishEnglish_R23(_ pack: Pack) throws {
        #expect(try Self.html(pack).contains("<html lang=\"en-GB\">"))
    }

    @Test(arguments: PackFilesTests.packs)
    func theFileStandsAloneWithoutScriptsOrNetwork(_ pack: Pack) throws {
        let html = try Self.html(pack)
        #expect(html.hasPrefix("<!DOCTYPE html>"))
        for word in ["<script", "http://", "https://", "url(", "@import", "<link", "<img", "javascript:", "onload"] {
            #expect(!html.lowercased().contains(word))
        }
    }

    @Test(arguments: PackFilesTests.packs, Edition.allCases)
    func everyLinkLeadsToOnePlaceInTheFile(_ pack: Pack, _ edition: Edition) throws {
        let html = try Self.html(pack, edition)
        let ids = html.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
        #expect(Set(ids).count == ids.count)
        for link in html.matches(of: /href="([^"]+)"/).map({ String($0.1) }) where !link.hasPrefix("mailto:") {
            #expect(link.hasPrefix("#") && ids.contains(String(link.dropFirst())), "\(link)")
        }
    }

    @Test(arguments: PackFilesTests.packs)
    func everyElementThatIsOpenedIsClosed(_ pack: Pack) throws {
        var open: [Substring] = []
        for match in try Self.html(pack, .members).matches(of: /<(\/?)([a-z][a-z0-9]*)[^>]*>/) {
            if ["meta", "br", "col"].contains(match.2) { continue }
            if match.1.isEmpty {
                open.append(match.2)
            } else {
                #expect(open.popLast() == match.2)
            }
        }
        #expect(open.isEmpty)
    }

    @Test func aPackHasASkipLinkAndLandmarks() throws {
        let html = try Self.html(.agenda(Samples.meeting))
        for part in [
            "class=\"skip\" href=\"#main\"", "<main id=\"main\"", "<nav aria-labelledby=\"contents\"", "<header",
            "<footer",
        ] {
            #expect(html.contains(part))
        }
    }

    @Test func colourNeverStandsAlone() throws {
        // A warning says so in its title, an overdue action in a word.
        let html = try Self.html(.minutes(Samples.heldMeeting))
        #expect(html.contains("<strong>Not compliant.</strong>"))
        #expect(try Self.html(.agenda(Samples.meeting)).contains("<strong>Overdue</strong>"))
    }

    @Test func everyTextColourHasEnoughContrast() throws {
        let css = try Self.templates.read("pack.css")
        var colours: [String: String] = [
            "white": "#ffffff", "link": "#174a6b", "draft": "#4d3800", "banner": "#fff3cd",
        ]
        for match in css.matches(of: /--([a-z-]+): (#[0-9a-f]{6})/) { colours[String(match.1)] = String(match.2) }
        let pairs = [
            ("ink", "white"), ("soft", "white"), ("soft", "tint"), ("accent", "white"), ("accent", "tint"),
            ("warn", "white"),
            ("warn", "warn-tint"), ("ink", "tint"), ("ink", "warn-tint"), ("white", "warn"), ("link", "white"),
            ("link", "tint"),
            ("draft", "banner"),
        ]
        for (text, ground) in pairs {
            let ratio = try Self.contrast(#require(colours[text]), #require(colours[ground]))
            #expect(ratio >= 4.5, "\(text) on \(ground): \(ratio)")
        }
    }

    @Test(arguments: ["\"", "'", "<", ">", "&"])
    func marksAreEscapedAlsoBeforeACombiningMark(_ mark: String) throws {
        var papers = Samples.meeting
        papers.venue = "\(mark)\u{301}\(mark)\u{FE0F} onmouseover=x \(mark)\u{20DD}"
        let html = try Self.html(.agenda(papers))
        let line = try #require(html.split(separator: "\n").first { $0.contains("onmouseover") })
        let text = try #require(line.firstMatch(of: /<dd>(.*?)<\/dd>/)?.1)
        let scalars = text.unicodeScalars
        #expect(!scalars.contains("<") && !scalars.contains(">") && !scalars.contains("\"") && !scalars.contains("'"))
        #expect(scalars.count { $0 == "&" } == 3)
    }

    @Test func controlsAndMarksThatTurnTextRoundAreLeftOut() throws {
        var papers = Samples.meeting
        papers.venue = "A \u{202E}school\u{0007}"
        #expect(try Self.html(.agenda(papers)).contains("<dd>A school</dd>"))
    }

    @Test func everyTemplateNamesTheSafeContentType() throws {
        let names = Self.templates.names(endingIn: ".mustache")
        #expect(names.contains("pack.mustache"))
        for name in names { #expect(try Self.templates.read(name).hasPrefix(HTMLEscaping.pragma), "\(name)") }
    }

    @Test func aTemplateThatDoesNotNameItIsRefused() throws {
        try Self.withTemplate("fact.mustache", "<dt>{{.label}}</dt>") { templates in
            #expect(throws: PackProblem.self) {
                try HTMLFormat(templates: templates).html(
                    of:
                        Pack.letter(Samples.letter).document(for: .public, acronyms: Acronyms([:])))
            }
        }
    }

    @Test func aPartnershipsOwnTemplateReplacesOursByItsName() throws {
        try Self.withTemplate("fact.mustache", "\(HTMLEscaping.pragma)\n<div><dt>{{.label}}</dt><dd>OURS</dd></div>") {
            templates in
            let html = try HTMLFormat(templates: templates).html(
                of:
                    Pack.letter(Samples.letter).document(for: .public, acronyms: Acronyms([:])))
            #expect(html.contains("OURS"))
        }
    }

    @Test func aStyleThatReachesForTheNetworkIsRefused() throws {
        try Self.withTemplate("pack.css", "body { background: URL(//example.org/x) }") { templates in
            #expect(throws: PackProblem.template(name: "pack.css", reason: "it holds url(")) {
                try HTMLFormat(templates: templates).html(
                    of:
                        Pack.letter(Samples.letter).document(for: .public, acronyms: Acronyms([:])))
            }
        }
    }

    private static func withTemplate(_ name: String, _ text: String, _ work: (Templates) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "lap-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(text.utf8).write(to: folder.appending(path: name))
        try work(Templates(folders: [folder.path] + templates.folders))
    }

    /// WCAG 2.2, relative luminance and contrast ratio.
    private static func contrast(_ first: String, _ second: String) -> Double {
        func luminance(_ colour: String) -> Double {
            let number = Int(colour.dropFirst(), radix: 16) ?? 0
            let parts = [16, 8, 0].map { shift in
                let value = Double((number >> shift) & 0xFF) / 255
                return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
            }
            return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
        }
        let (light, dark) = (max(luminance(first), luminance(second)), min(luminance(first), luminance(second)))
        return (light + 0.05) / (dark + 0.05)
    }
}
