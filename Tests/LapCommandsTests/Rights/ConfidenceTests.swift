import Foundation
import Testing

@testable import LapCommands

/// What others told in confidence, when somebody asks for a copy of what is held about them, or for its erasure.
struct ConfidenceTests {
    /// N-1 of Jane, withdrawn; N-2, a worry about her that her school raised; N-3 of a man who tells of her in confidence.
    private func season() async throws -> Season {
        let season = try await Season()
        try await season.raise("--name", "Jane Quokkaworth", "--contact", "jane@example.org", "--detail", "It is long")
        try await season.raise(
            "--name", "Ripley", "--contact", "school@example.org", "--raised-by", "school", "--safeguarding", "yes",
            "--summary", "A worry", "--detail", "Jane Quokkaworth hits Tobias Quokkaworth, bruises on the arm")
        try await season.raise(
            "--name", "Ulf Wombatson", "--contact", "ulf@example.org", "--summary", "Another wait", "--detail",
            "i have depression and drink. Jane Quokkaworth must not know. She came on Monday.")
        try await season.does(
            "issue", "withdraw", "N-1", "--withdrawn-because", "They moved", "--asked-on", "2019-04-03", "--on",
            "2019-04-03")
        return season
    }

    private func copy(_ season: Season, _ folder: String) throws -> String {
        let html = season.scratch.folder.appending(path: "\(folder)/R-1.html")
        let json = season.scratch.folder.appending(path: "\(folder)/R-1.json")
        return try String(contentsOf: html, encoding: .utf8) + String(contentsOf: json, encoding: .utf8)
    }

    private static let confidences = [
        "depression", "must not know", "bruises", "Tobias", "hits", "N-2", "N-3", "Wombatson", "Ripley",
    ]

    @Test func aCopyHoldsNothingOfAnotherFamilysRecordButWordsThatWereReleased_R25() async throws {
        let season = try await season()
        let request = try await season.approved("access", "--issues", "N-1")
        let asOfficer = ["--as", "Information Officer"]
        let refused = await season.scratch.run(["raiser", "export", request, "--to", "out"] + asOfficer)
        #expect(refused.status == 1 && refused.complaints.contains("N-3, detail"), "\(refused.complaints)")
        for secret in ["N-2", "depression", "bruises"] { #expect(!refused.complaints.contains(secret)) }
        let unknown = await season.scratch.run(
            ["raiser", "export", request, "--to", "out", "--looked-at", "--release", "bruises on the arm"] + asOfficer)
        #expect(unknown.status == 65, "\(unknown.complaints)")
        try await season.does(
            ["raiser", "export", request, "--to", "out", "--looked-at", "--release", "came on Monday"] + asOfficer)
        let held = try copy(season, "out")
        #expect(held.contains("Jane Quokkaworth") && held.contains("It is long"))
        #expect(held.contains("[removed] came on Monday") && held.contains("Another record"))
        for secret in ConfidenceTests.confidences { #expect(!held.contains(secret), "\(secret)") }
        // Whatever was looked at is logged, and what nobody could look at is not.
        let opened = try await season.does(["log", "--opened"] + asOfficer)
        #expect(opened.contains("Officer\tN-1\t") && opened.contains("Officer\tN-3\t"), "\(opened)")
        #expect(!opened.contains("Officer\tN-2\t"), "\(opened)")
        // Its own side is told that it has to look, and nobody else.
        #expect(try await season.does("show", "N-2").contains("Left out of a request on"))
        #expect(await season.scratch.run(["show", "N-2"] + asOfficer).status != 0)
        #expect(try await season.does("fsck").hasPrefix("Sound"))
    }

    @Test func withoutReleasedWordsNothingIsGivenOut() async throws {
        let season = try await season()
        let request = try await season.approved("access", "--issues", "N-1")
        try await season.does("raiser", "export", request, "--to", "out", "--looked-at", "--as", "Information Officer")
        let held = try copy(season, "out")
        #expect(!held.contains("Written elsewhere") && held.contains("Jane Quokkaworth"))
        for secret in ConfidenceTests.confidences + ["Monday"] { #expect(!held.contains(secret), "\(secret)") }
    }

    @Test func anErasureLeavesAWorryAsItIsAndNamesItToNobody_R25() async throws {
        let season = try await season()
        let request = try await season.approved("erasure", "--issues", "N-1")
        let asOfficer = ["--as", "Information Officer"]
        let foreseen = try await season.does(["raiser", "erase", request] + asOfficer)
        #expect(foreseen.contains("N-3, detail") && !foreseen.contains("N-2"), "\(foreseen)")
        #expect(foreseen.contains("because the law says so"))
        let done = try await season.does(["raiser", "erase", request, "--yes"] + asOfficer)
        #expect(!done.contains("N-2") && done.contains("because the law says so"))
        let worry = try await season.does("show", "N-2")
        #expect(worry.contains("Jane Quokkaworth hits Tobias Quokkaworth, bruises on the arm"))
        #expect(worry.contains("Left out of a request on"))
        // Whoever asks again reads nothing of it.
        #expect(try await !season.does(["show", "N-1"] + asOfficer).contains("by law"))
        #expect(try await season.does("show", "N-3").contains("[removed] must not know"))
        #expect(try await season.does("fsck").hasPrefix("Sound"))
        try await season.does(
            "issue", "divert", "N-2", "--destination", "police", "--external-reference", "P-78")
        #expect(try season.scratch.bytes().range(of: Data("Quokkaworth".utf8)) == nil)
    }

    /// A breach that is about two families is told of, and what is said of it is not.
    @Test func whatIsAboutTwoFamiliesIsNotPrintedWhole() async throws {
        let season = try await season()
        try await season.does(
            "breach", "open", "--summary", "A list went out", "--because", "it told of the depression", "--known-on",
            "2019-04-02", "--issues", "N-1,N-3", "--area", "north", "--as", "DCO North")
        let request = try await season.approved("access", "--issues", "N-1")
        try await season.does("raiser", "export", request, "--to", "out", "--looked-at", "--as", "Information Officer")
        let held = try copy(season, "out")
        #expect(held.contains("B-1, on N-1"))
        for secret in ConfidenceTests.confidences + ["A list went out"] { #expect(!held.contains(secret), "\(secret)") }
    }
}
