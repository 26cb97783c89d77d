import Foundation
import Testing

@testable import LapCommands

/// What was put right is shown to nobody who could not read it when it was: by no log, no past day, no search and no decision.
struct PutRightTests {
    /// N-1 was proposed to the Board with a child's name in its recommendation, and put right before it was submitted.
    private func season() async throws -> Season {
        let season = try await Season()
        try await season.raise("--child-name", "Tenrec Quokka")
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        try await season.attend()
        try await season.does(
            "issue", "propose-escalation", "N-1", "--criteria", "E1,E5", "--ask", "Direct one assessment for Tenrec",
            "--options", "Leave it; direct it", "--recommendation", "That Tenrec Quokka is seen", "--evidence",
            "Eleven accounts", "--parent-rep-view", "It cannot wait", "--on", "2019-04-30")
        let refused = await season.refusal(
            "issue", "submit", "N-1", "--as", "Deputy DCO North", "--on", "2019-05-03")
        #expect(refused.status == 1 && refused.said.contains("A personal detail stands in what the brief prints"))
        // The refusal says which words get on, and how.
        #expect(refused.said.contains("lap issue correct-brief N-1 --ask … --recommendation …"), "\(refused.said)")
        try await season.does(
            "issue", "correct-brief", "N-1", "--ask", "Direct one assessment", "--recommendation",
            "That the child is seen", "--decision", "That the child is seen", "--as", "Deputy DCO North", "--on",
            "2019-05-03")
        try await season.table("N-1")
        return season
    }

    @Test func aBoardReaderIsShownNothingOfItByAnyWay() async throws {
        let season = try await season()
        for who in ["Board Secretary", "Board Chair", "Board Parent Rep", "SENCO North"] {
            for words in [
                ["log", "N-1"], ["log", "N-1", "--json"], ["show", "N-1"], ["show", "N-1", "--json"],
                ["issue", "show", "N-1", "--as-of", "2019-05-01"], ["show", "N-1", "--as-of", "2019-05-01", "--json"],
                ["issue", "list", "--as-of", "2019-05-01"], ["search", "Tenrec"], ["decision", "list"],
            ] {
                let ran = await season.scratch.run(words + ["--as", who])
                #expect(!ran.output.contains("Tenrec") && !ran.complaints.contains("Tenrec"), "\(who): \(words)")
            }
        }
        // What stands in its place stands there on the past day too.
        #expect(
            try await season.does("issue", "show", "N-1", "--as-of", "2019-05-01", "--as", "Board Secretary").contains(
                "That the child is seen"))
        // Whoever reads all of it still sees what it was.
        #expect(try await season.does("log", "N-1").contains("Tenrec"))
        #expect(try await season.does("fsck").contains("Sound"))
    }

    @Test func whatAnUndoneEventSaidIsNotToldEither() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.does("issue", "edit", "N-1", "--summary", "A wait, says Tenrec", "--on", "2019-04-02")
        try await season.does("undo")
        let log = try await season.does("log", "N-1", "--as", "SENCO North")
        #expect(!log.contains("Tenrec") && log.contains("Nine-month"))
    }

    @Test func aClosedRecordIsPutRightByTheInformationOfficer() async throws {
        let season = try await Season()
        try await season.does("member", "add", "Officer", "--seat", "north/information-officer")
        try await season.raise("--name", "Mrs Wombat")
        try await season.does(
            "issue", "withdraw", "N-1", "--withdrawn-because", "They moved", "--asked-on", "2019-04-03", "--on",
            "2019-04-03")
        let words = [
            "issue", "rectify", "N-1", "--corrected-because", "The name was another's", "--name", "Mrs Quokka",
        ]
        let refused = await season.scratch.run(words + ["--as", "SENCO North"])
        #expect(refused.status == 77)
        try await season.does(words + ["--as", "Officer", "--on", "2019-05-01"])
        #expect(try await season.does("show", "N-1", "--as", "Officer").contains("Mrs Quokka"))
        #expect(try await season.does("fsck").contains("Sound"))
        let nothing = await season.refusal(
            "issue", "rectify", "N-1", "--corrected-because", "As asked", "--name", "Mrs Quokka", "--as", "Officer")
        #expect(nothing.status == 1 && nothing.said.contains("Nothing of N-1 would be put right"), "\(nothing.said)")
        try await season.does("request", "keep", "--issues", "N-1", "--because", "A court")
        let held = await season.refusal(
            "issue", "rectify", "N-1", "--corrected-because", "As asked", "--name", "Mrs Q", "--as", "Officer")
        #expect(held.status == 1 && held.said.contains("has to be kept as it is"), "\(held.said)")
    }

    /// N-1, ended, of a family that N-2 tells of.
    private func told() async throws -> Season {
        let season = try await Season()
        try await season.raise("--name", "Jane Wombatson")
        try await season.raise("--name", "Otto Tenrec", "--summary", "Another wait")
        try await season.does("issue", "remark", "N-2", "--remark", "Jane Wombatson called", "--on", "2019-04-02")
        try await season.does(
            "issue", "withdraw", "N-1", "--withdrawn-because", "They moved", "--asked-on", "2019-04-03", "--on",
            "2019-04-03")
        try await season.does("member", "add", "Information Officer", "--seat", "board/information-officer")
        return season
    }

    private static let married = [
        "issue", "rectify", "N-1", "--corrected-because", "She married", "--name", "Jane Quollson", "--as",
        "Information Officer",
    ]

    @Test func aFormerNameStaysGuardedAndIsErasedWithTheRest() async throws {
        let season = try await told()
        let ran = await season.scratch.run(PutRightTests.married)
        #expect(ran.status == 0 && ran.complaints.contains("What was put right still stands here"), "\(ran.complaints)")
        #expect(ran.complaints.contains("N-2") && !ran.complaints.contains("Jane Wombatson"), "\(ran.complaints)")
        let request = try await season.approved("erasure", "--issues", "N-1")
        try await season.does("raiser", "erase", request, "--yes", "--as", "Information Officer")
        #expect(try await season.does("show", "N-2").contains("[removed] called"))
        #expect(try !String(decoding: season.scratch.bytes(), as: UTF8.self).contains("Wombatson"))
        #expect(try await season.does("fsck").contains("Sound"))
    }

    @Test func whatWasNeverTrueOfAnybodyIsMarkedOnlyWhenThatIsSaid() async throws {
        for isSaid in [false, true] {
            let season = try await told()
            try await season.does(PutRightTests.married + (isSaid ? ["--never-true"] : []))
            let marked = await season.scratch.run("issue", "mistaken", "N-1", "name")
            #expect(marked.status == (isSaid ? 1 : 0), "\(marked.complaints)")
        }
    }
}
