import Foundation
import Testing

@testable import LapCommands

/// Nothing new is written about what may be a safeguarding matter (rule R1), and what a diversion leaves is small.
struct WorryWritingTests {
    private func assigned() async throws -> Season {
        let season = try await Season()
        try await season.raise("--district", "lancaster")
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        try await season.attend()
        try await season.does(
            "issue", "assign", "N-1", "--owner", "SENCO North", "--agency", "Trust", "--due", "2019-06-28",
            "--measure", "Fewer wait", "--action", "Ask the team", "--on", "2019-04-30")
        try await season.does("member", "add", "Chair North", "--seat", "north/chair")
        return season
    }

    @Test func noActionIsWrittenAboutIt() async throws {
        let season = try await assigned()
        let add = [
            "action", "add", "--issue", "N-1", "--text", "Ask again", "--owner", "SENCO North", "--due", "2019-09-02",
        ]
        try await season.does("issue", "rescreen", "N-1", "--safeguarding", "unsure", "--on", "2019-05-01")
        for words in [
            add, ["action", "report", "A-1", "--progress", "Half of it"],
            ["action", "cancel", "A-1", "--reason", "No longer needed"],
        ] {
            let dco = await season.scratch.run(words)
            #expect(dco.status == 1 && dco.complaints.contains("(R1)"), "\(words): \(dco.complaints)")
            let chair = await season.scratch.run(words + ["--as", "Chair North"])
            #expect(chair.status == 77 && !chair.complaints.contains("safeguarding"), "\(chair.complaints)")
        }
        // The owner holds the role; the truth is that they may not read it.
        let owner = await season.refusal("action", "report", "A-1", "--progress", "Half", "--as", "SENCO North")
        #expect(owner.status == 77)
        #expect(owner.said.contains("is for those who may read A-1, which SENCO North may not."))
        try await season.does(
            "issue", "divert", "N-1", "--destination", "police", "--external-reference", "P-1", "--on", "2019-05-01")
        #expect(await season.scratch.run(add).complaints.contains("(R1)"))
    }

    /// Whoever expects another version is told no more than whoever expects none.
    @Test func whoMayNotReadOfItIsNotToldAtWhichVersionItIs() async throws {
        let season = try await assigned()
        try await season.does("issue", "rescreen", "N-1", "--safeguarding", "unsure", "--on", "2019-05-01")
        for words in [
            ["issue", "edit", "N-1", "--as", "Chair North"], ["issue", "edit", "N-1", "--as", "SENCO North"],
            ["action", "report", "A-1", "--progress", "Half", "--as", "SENCO North"],
        ] {
            for more in [[], ["-n"]] {
                let bare = await season.scratch.run(words + more)
                let expecting = await season.scratch.run(words + ["--expect", "9"] + more)
                #expect(bare.status == 77 && expecting.status == 77, "\(words + more)")
                #expect(bare.complaints == expecting.complaints, "\(words + more)")
            }
        }
        let told = await season.refusal("issue", "edit", "N-1", "--summary", "Another", "--expect", "99", "-n")
        #expect(told.status == 75)
    }

    @Test func aDiversionLeavesNoMoreThanItMust() async throws {
        let season = try await assigned()
        try await season.does(
            "issue", "divert", "N-1", "--destination", "police", "--external-reference", "P-1", "--as",
            "Deputy DCO North", "--on", "2019-05-02")
        let fields = try await season.does("issue", "show", "N-1", "--json=fields")
        for kept in [
            #""area":"north""#, #""received":"2019-04-01""#, #""destination":"police""#, #""passed-on":"2019-05-02""#,
            #""external-reference":"P-1""#, #""screened-by":"Deputy DCO North""#, #""screened-on":"2019-05-02""#,
        ] { #expect(fields.contains(kept), "\(kept)") }
        for gone in ["channel", "method", "reply-by", "meeting", "owner", "due", "district", "theme", "suspended"] {
            #expect(!fields.contains("\"\(gone)\":"), "\(gone)")
        }
        #expect(try await season.does("fsck").hasPrefix("Sound:"))
    }

    @Test func whoFoundTheWorryStaysOnRecord() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.does("issue", "rescreen", "N-1", "--safeguarding", "yes", "--on", "2019-04-02")
        try await season.does(
            "issue", "divert", "N-1", "--destination", "police", "--external-reference", "P-1", "--as",
            "Deputy DCO North", "--on", "2019-04-03")
        let fields = try await season.does("issue", "show", "N-1", "--json=fields")
        #expect(fields.contains(#""screened-by":"DCO North""#) && fields.contains(#""screened-on":"2019-04-02""#))
    }

    @Test func onlyAServiceForSafeguardingTakesIt() async throws {
        let season = try await Season()
        try await season.raise()
        let refused = await season.refusal(
            "issue", "divert", "N-1", "--destination", "sendiass", "--external-reference", "S-1")
        #expect(refused.status == 1 && refused.said.contains("lap issue redirect N-1"), "\(refused.said)")
        let logged = await season.refusal(
            "issue", "log-diverted", "--area", "north", "--received", "2019-04-01", "--destination", "sendiass",
            "--external-reference", "S-1")
        #expect(logged.status == 1 && logged.said.contains("(R1)"), "\(logged.said)")
        let long = String(repeating: "S", count: 41)
        let refusal = await season.refusal(
            "issue", "divert", "N-1", "--destination", "police", "--external-reference", long)
        #expect(refusal.status == 65, "\(refusal.said)")
    }

    @Test(arguments: [("y", 0), ("", 130), ("no", 130)])
    func whatIsErasedForGoodIsAskedAboutOnce(answer: String, status: Int32) async throws {
        let season = try await Season()
        try await season.raise()
        let terminal = TerminalConsole(answers: [answer])
        let ran = await season.scratch.run(
            ["issue", "divert", "N-1", "--destination", "police", "--external-reference", "P-1"], at: terminal)
        #expect(ran.status == status, "\(ran.complaints)")
        #expect(terminal.asked.count == 1)
        #expect(terminal.asked[0].hasPrefix("This erases the narrative, ") && terminal.asked[0].hasSuffix("[y/N] "))
        let state = try await season.does("issue", "show", "N-1", "--json=state")
        #expect(state.contains("diverted") == (status == 0))
    }

    @Test func aMistakenOneIsTakenBackOnItsDayByWhoeverRecordedIt() async throws {
        let season = try await Season()
        try await season.does(
            "issue", "log-diverted", "--district", "lancaster", "--received", "2019-08-01", "--destination", "police",
            "--external-reference", "P-77")
        #expect(await season.refusal("undo", "--as", "Deputy DCO North").status != 0)
        try await season.does("undo")
        #expect(await season.refusal("show", "N-1").status == 66)
        #expect(try await season.does("fsck").hasPrefix("Sound:"))
    }

    @Test func howMuchIsHiddenIsNotCounted() async throws {
        let season = try await Season()
        try await season.raise()
        let shown = try await season.does("issue", "show", "N-1", "--as", "SENCO North")
        #expect(shown.contains("There is more") && !shown.contains("more not shown"))
        let json = try await season.does("issue", "show", "N-1", "--json", "--as", "SENCO North")
        #expect(!json.contains("\"hidden\""))
    }
}
