import Foundation
import Testing

@testable import LapCommands

/// Whoever rings is found by those who may read who they are, and by nobody else.
struct FindTests {
    private func season() async throws -> Season {
        let season = try await Season()
        try await season.raise("--contact", "07700 900123, quokka@example.org", "--child-name", "Toby")
        try await season.raise(
            "--name", "Mrs Siobhán O'Brien", "--contact", "+44 (0)1524 555000", "--theme", "camhs", on: "2019-04-02")
        return season
    }

    private func found(_ season: Season, _ words: String..., as who: String = "DCO North") async throws -> [String] {
        try await season.does(["find"] + words + ["--as", who]).split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).first.map(String.init) ?? ""
        }
    }

    @Test func aCallerIsFound() async throws {
        let season = try await season()
        #expect(
            try await season.does("find", "quoka") == """
                N-1	Logged	North	2019-04-01	Family Quokka	Name, spelt otherwise, Contact, spelt otherwise: 07700 900123, quokka@example.org	Nine-month wait for a first appointment

                """)
        #expect(try await found(season, "obrien", "siobhan") == ["N-2"])
        #expect(try await found(season, "0044 1524/555 000") == ["N-2"])
        #expect(try await found(season, "Toby", "Quokka") == ["N-1"])
        #expect(try await found(season, "quokka@example.org") == ["N-1"])
        #expect(try await found(season, "Hartley").isEmpty)
    }

    @Test func whatCameLastStandsFirstAndWhatIsSpeltSoBeforeThat() async throws {
        let season = try await season()
        try await season.raise("--name", "Jane Quokko", "--contact", "letter", on: "2019-04-04")
        try await season.raise("--name", "Jane Quokka", "--contact", "letter", on: "2019-04-03")
        #expect(try await found(season, "Quokka") == ["N-4", "N-1", "N-3"])
        #expect(try await found(season, "Quokka", "--limit", "2") == ["N-4", "N-1"])
    }

    @Test(arguments: ["SENCO North", "Parent Rep North", "Board Secretary", "Board Chair", "DCO South", "Registrar"])
    func whoeverMayNotReadItFindsNothing(who: String) async throws {
        let season = try await season()
        try await season.does("member", "add", "DCO South", "--seat", "south/dco")
        try await season.does("member", "add", "Registrar", "--seat", "registrar")
        for words in ["Quokka", "07700900123", "quokka@example.org", "Toby"] {
            let there = await season.scratch.run("find", words, "--as", who)
            let nowhere = await season.scratch.run("find", "Hartley", "--as", who)
            #expect(there.status == 0 && there.output.isEmpty && there.complaints == nowhere.complaints)
        }
    }

    @Test func theInformationOfficerFindsEverywhereWhatIsNoWorry() async throws {
        let season = try await season()
        try await season.does("member", "add", "Information Officer", "--seat", "board/information-officer")
        #expect(try await found(season, "quokka", as: "Information Officer") == ["N-1"])
        try await season.does("issue", "rescreen", "N-1", "--safeguarding", "unsure", "--on", "2019-04-03")
        #expect(try await found(season, "quokka", as: "Information Officer").isEmpty)
        #expect(try await found(season, "quokka") == ["N-1"])
    }

    @Test func whatWasDivertedStruckOrReplacedIsNotFound() async throws {
        let season = try await season()
        try await season.does("issue", "edit", "N-2", "--name", "Ann Hartley", "--on", "2019-04-03")
        #expect(try await found(season, "obrien").isEmpty)
        #expect(try await found(season, "hartley") == ["N-2"])
        try await season.does("issue", "strike-contact", "N-2", "--on", "2019-04-03")
        #expect(try await found(season, "hartley").isEmpty)
        try await season.does(
            "issue", "divert", "N-1", "--destination", "childrens-services", "--external-reference", "CS-1", "--on",
            "2019-04-03")
        for words in ["quokka", "900123", "toby"] { #expect(try await found(season, words).isEmpty) }
    }

    @Test func whatIsFoundIsLoggedAndTheWordsAreNot() async throws {
        let season = try await season()
        try await season.does("member", "add", "Information Officer", "--seat", "board/information-officer")
        let folder = season.scratch.folder.appending(path: ".lap/opened")
        try FileManager.default.removeItem(at: folder)
        #expect(try await found(season, "Hartley").isEmpty)
        #expect(!FileManager.default.fileExists(atPath: folder.path))
        try await season.does("find", "quokka")
        try await season.does("find", "toby")
        let log = try await season.does("log", "--opened", "--as", "Information Officer")
        #expect(
            log.split(separator: "\n").map { $0.split(separator: "\t").dropFirst() } == [
                ["DCO North", "N-1", "child, contact"], ["DCO North", "N-1", "contact"],
            ])
        let text = try String(contentsOf: folder.appending(path: "2019-08.jsonl"), encoding: .utf8)
        #expect(!text.lowercased().contains("quokka") && !text.lowercased().contains("toby"))
        // No line, no answer.
        try FileManager.default.removeItem(at: folder)
        try season.scratch.write("no folder", to: ".lap/opened")
        let refused = await season.scratch.run("find", "quokka")
        #expect(refused.status == 73 && refused.output.isEmpty && !refused.complaints.contains("Quokka"))
        #expect(await season.scratch.run("find", "hartley").status == 0)
    }

    @Test func whatTellsNobodyIsRefusedWithoutBeingRepeated() async throws {
        let season = try await season()
        let few = await season.refusal("find", "12345")
        #expect(few.status == 65 && few.said.contains("6 of its digits") && !few.said.contains("12345"))
        #expect(await season.refusal("find", "Mrs").status == 65)
        #expect(await season.refusal("find").status == 64)
        #expect(await season.refusal("find", "quokka", "--limit", "0").status == 64)
    }

    @Test func whoeverAskedForTheirDataIsFoundToo() async throws {
        let season = try await season()
        try await season.does(
            "request", "receive", "--kind", "access", "--issues", "N-1", "--asked-by", "Petra Quokka", "--relation",
            "parent-carer", "--because", "They wrote", "--received", "2019-07-30")
        let lines = try await season.does("find", "quokka", "--json")
        #expect(lines.contains(#""ref":"N-1""#) && lines.contains(#""who":"Petra Quokka""#), "\(lines)")
    }
}
