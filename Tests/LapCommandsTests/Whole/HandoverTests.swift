import Testing

@testable import LapCommands

/// Somebody goes, and their cases go to somebody else.
struct HandoverTests {
    @Test func allOpenCasesGoInOneOperationAndEveryFamilyIsNamed() async throws {
        let season = try await Season()
        try await season.raise("--format", "interpreter", "--language", "urdu")
        try await season.raise("--theme", "ot")
        try await season.raise("--theme", "camhs")
        for issue in ["N-1", "N-2", "N-3"] { try await season.accept(issue) }
        try await season.does(
            "issue", "rescreen", "N-3", "--safeguarding", "unsure", "--on", "2019-04-20")
        let before = try season.scratch.bytes()
        let words = ["issue", "handover", "DCO North", "Deputy DCO North", "--on", "2019-05-01"]
        let foreseen = try await season.does(words + ["-n"])
        #expect(
            foreseen.hasPrefix("Would go from DCO North to Deputy DCO North on 1 May 2019: 2 issues."), "\(foreseen)")
        #expect(try season.scratch.bytes() == before)
        let done = try await season.does(words)
        #expect(done.contains("N-1     Family Quokka, quokka@example.org  They need: Interpreter, Urdu."), "\(done)")
        #expect(done.contains("Stays with DCO North:\n  N-3"), "\(done)")
        #expect(
            try await season.does("issue", "list", "--owner", "Deputy DCO North", "--columns", "ref") == "N-2\nN-1\n")
        #expect(try await season.does("log", "N-1").contains("owner"))
        #expect(
            try await season.does("issue", "handover", "Deputy DCO North", "DCO North", "--json").contains(
                #""ref":"N-1""#))
    }

    @Test func whoCannotSeeToThemTakesNone() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.does("member", "add", "DCO South", "--seat", "south/dco", "--on", "2019-01-07")
        let before = try season.scratch.bytes()
        for (words, said) in [
            (["DCO North", "SENCO North"], "holds no seat by which it is seen to"),
            (["DCO North", "DCO North"], "already"),
            (["SENCO North", "DCO North"], "owns no open issue"), (["Nobody", "DCO North"], "nobody called"),
            (["DCO North", "Deputy DCO North", "--as", "SENCO North"], "None of the issues"),
            (["DCO North", "Deputy DCO North", "--area", "nroth"], "Did you mean"),
        ] {
            let refused = await season.refusal(["issue", "handover"] + words)
            #expect(refused.status != 0 && refused.said.contains(said), "\(refused.said)")
        }
        #expect(try season.scratch.bytes() == before)
    }

    @Test func aTickIsSetGoingByLinesToCopy() async throws {
        let season = try await Season()
        let said = try await season.does("help", "tick")
        #expect(
            said.contains("30 6 * * * ") && said.contains("OnCalendar=*-*-* 06:30") && said.contains(" tick --register")
        )
    }
}
