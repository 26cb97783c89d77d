import Foundation
import Testing

@testable import LapCommands

/// A copy of what is held, for whoever it is about.
struct AccessRequestTests {
    private func text(_ season: Season, _ name: String) throws -> String {
        try String(contentsOf: season.scratch.folder.appending(path: name), encoding: .utf8)
    }

    private func mode(_ season: Season, _ name: String) throws -> Int? {
        let path = season.scratch.folder.appending(path: name).path
        return try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test func nothingIsGivenOutBeforeASecondPersonApproved_R25() async throws {
        let season = try await Season()
        try await season.twoFamilies()
        try await season.does(
            "request", "receive", "--kind", "access", "--issues", "N-1", "--asked-by", "A parent", "--relation", "self")
        try await season.does("request", "check-identity", "R-1", "--identity", "A passport")
        try await season.does(
            "request", "take-opinion", "R-1", "--health-opinion", "no-harm", "--opinion-by", "A doctor")
        let early = await season.refusal("raiser", "export", "R-1", "--to", "out", "--looked-at")
        #expect(early.status == 1 && early.said.contains("Approved"))
        let alone = await season.refusal("request", "approve", "R-1")
        #expect(alone.status == 1 && alone.said.contains("R25"))
        #expect(!FileManager.default.fileExists(atPath: season.scratch.folder.appending(path: "out").path))
    }

    @Test func aCopyHoldsWhatIsHeldAndNothingOfAnotherFamily() async throws {
        let season = try await Season()
        try await season.twoFamilies()
        try await season.does(
            "issue", "remark", "N-2", "--remark", "The Wombatsons know them", "--on", "2019-04-03")
        let request = try await season.approved("access", "--issues", "N-1")
        let suspects = await season.refusal("raiser", "export", request, "--to", "out")
        #expect(suspects.status == 1 && suspects.said.contains("Mrs Ollerenshaw"))
        try await season.does(
            "raiser", "export", request, "--to", "out", "--black-out", "Mrs Ollerenshaw", "--looked-at")
        for name in ["out/R-1.html", "out/R-1.json"] {
            let copy = try text(season, name)
            for held in ["Tomasine", "01524 555017", "Jane Quokkanen", "They moved", "jane@example.org"] {
                #expect(copy.contains(held), "\(name): \(held)")
            }
            for other in ["Ollerenshaw", "Wombatson", "otto@"] { #expect(!copy.contains(other), "\(name): \(other)") }
            #expect(try mode(season, name) == 0o600)
        }
        #expect(try await season.does("request", "show", request).contains("Given out on"))
    }

    @Test func anotherFamilysDetailsAreTakenOutByThemselves() async throws {
        let season = try await Season()
        try await season.twoFamilies()
        try await season.does(
            "issue", "withdraw", "N-2", "--withdrawn-because", "Done", "--asked-on", "2019-04-04", "--on", "2019-04-04")
        let request = try await season.approved("access", "--issues", "N-2")
        try await season.does("raiser", "export", request, "--to", "out", "--looked-at")
        let copy = try text(season, "out/R-1.json")
        #expect(copy.contains("Otto Wombatson") && !copy.contains("Quokkanen"))
        #expect(copy.contains("[removed] told us of it"))
    }

    /// What two families told is given to one of them only when somebody made sure that it is one.
    @Test(arguments: ["access", "erasure"])
    func issuesThatDifferInNamesAreAskedAbout_R25(kind: String) async throws {
        let season = try await Season()
        try await season.twoFamilies()
        try await season.does(
            "issue", "withdraw", "N-2", "--withdrawn-because", "Done", "--asked-on", "2019-04-04", "--on", "2019-04-04")
        let receiving = [
            "request", "receive", "--kind", kind, "--issues", "N-1,N-2", "--asked-by", "A parent", "--relation", "self",
        ]
        let refused = await season.scratch.run(receiving)
        #expect(refused.status == 64 && refused.complaints.contains("--same-person"), "\(refused.complaints)")
        #expect(!refused.complaints.contains("Quokka") && !refused.complaints.contains("Wombat"))
        try await season.does(receiving + ["--same-person", "The clerk, by two letters"])
        // Which of two issues are one person's can change until it is approved, given out or erased.
        try await season.does(
            "request", "receive", "--kind", kind, "--issues", "N-1", "--asked-by", "A parent", "--relation", "self")
    }

    @Test func whatDiffersSinceIsNotApprovedAndNotGivenOut_R25() async throws {
        let season = try await Season()
        try await season.raise("--name", "Jane Quokkanen", "--contact", "jane@example.org")
        try await season.raise("--name", "JANE  Quokkanen", "--contact", "Jane@Example.org")
        let request = try await season.approved("access", "--issues", "N-1,N-2")
        try await season.does("issue", "edit", "N-2", "--name", "Otto Wombatson", "--on", "2019-04-02")
        let refused = await season.refusal("raiser", "export", request, "--to", "out", "--looked-at")
        #expect(refused.status == 1 && refused.said.contains("the same person's. (R25)"), "\(refused.said)")
        #expect(!FileManager.default.fileExists(atPath: season.scratch.folder.appending(path: "out").path))
    }

    @Test func issuesOfOneFamilyAreNotAskedAbout() async throws {
        let season = try await Season()
        try await season.raise("--name", "Jane Quokkanen", "--contact", "jane@example.org")
        try await season.raise("--name", "Jané Quokkanen", "--contact", "JANE@example.org")
        let request = try await season.approved("access", "--issues", "N-1,N-2")
        try await season.does("raiser", "export", request, "--to", "out", "--looked-at")
    }

    @Test func aCopyIsForThoseWhoMayGiveItOut() async throws {
        let season = try await Season()
        try await season.twoFamilies()
        let request = try await season.approved("access", "--issues", "N-1")
        for person in ["SENCO North", "Board Chair"] {
            let refused = await season.refusal(
                "raiser", "export", request, "--to", "out", "--looked-at", "--as", person)
            #expect(refused.status == 77)
        }
    }

    @Test func aFileThatIsThereIsNotOverwrittenAndNothingIsRecorded() async throws {
        let season = try await Season()
        try await season.twoFamilies()
        let request = try await season.approved("access", "--issues", "N-1")
        try FileManager.default.createDirectory(
            at: season.scratch.folder.appending(path: "out"), withIntermediateDirectories: true)
        try season.scratch.write("mine", to: "out/R-1.html")
        let refused = await season.refusal("raiser", "export", request, "--to", "out", "--looked-at")
        #expect(refused.status == 73)
        #expect(try text(season, "out/R-1.html") == "mine")
        let answer = await season.refusal("request", "answer", request, "--answer", "Sent")
        #expect(answer.status == 1 && answer.said.contains("lap raiser export"))
        for folder in [".lap", ".lap/out"] {
            let inside = await season.refusal("raiser", "export", request, "--to", folder, "--looked-at")
            #expect(inside.status == 64 && inside.said.contains("register's own folder"), "\(inside.said)")
        }
        #expect(!FileManager.default.fileExists(atPath: season.scratch.folder.appending(path: ".lap/out").path))
    }

    @Test func aCopyTellsOfBreachesOfRequestsAndOfPapersThatWereRecalled_R25() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.raise("--name", "Otto Wombatson", "--contact", "otto@example.org")
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        let make = [
            "pack", "agenda", "north-2019-04-30", "--format", "html", "--edition", "public", "--on", "2019-04-10",
        ]
        try await season.does(make)
        try await season.does(
            "pack", "recall", "packs/north-2019-04-30-agenda-public.html", "--because", "The platypus was named in it",
            "--on", "2019-04-12")
        try await season.does(
            "request", "receive", "--kind", "correction", "--issues", "N-1", "--asked-by", "A grandparent",
            "--relation", "parent-carer", "--because", "The wait was eleven months")
        try await season.does(
            "request", "receive", "--kind", "correction", "--issues", "N-2", "--asked-by", "Another",
            "--relation", "parent-carer", "--because", "It was a wallaby")
        let request = try await season.approved("access", "--issues", "N-1")
        try await season.does("raiser", "export", request, "--to", "out", "--looked-at")
        for name in ["out/R-3.html", "out/R-3.json"] {
            let copy = try text(season, name)
            for held in [
                "B-1, on N-1", "The platypus was named in it", "R-1, on N-1", "The wait was eleven months",
                "R-3, on N-1",
                "agenda-public.html, recalled on 12 April 2019, see B-1",
            ] { #expect(copy.contains(held), "\(name): \(held)") }
            for other in ["R-2", "wallaby", "Wombatson"] { #expect(!copy.contains(other), "\(name): \(other)") }
        }
    }

    @Test func aMembersCopyTellsTheirSeatsAndWhatTheyDid() async throws {
        let season = try await Season()
        try await season.raise()
        let request = try await season.approved("access", "--person", "SENCO North", "--area", "north")
        try await season.does("member", "export", request, "--to", "out", "--looked-at")
        let copy = try text(season, "out/R-1.html")
        #expect(copy.contains("SENCO North") && copy.contains("north/education"))
        #expect(!copy.contains("Quokka"))
    }
}
