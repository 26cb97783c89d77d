import Testing

@testable import LapCommands

/// What is raised at the Board itself goes there without its LAP, and its family is answered like any other (DOMAIN section 2).
struct RaisedAtBoardTests {
    private let clerk = ["--as", "Board Secretary"]
    private let march = "board-2019-03-20"
    private let may = "board-2019-05-22"

    /// N-1 is accepted; the Board met on 20 March, and meets on 22 May.
    private func accepted() async throws -> Season {
        let season = try await Season()
        for date in ["2019-03-20", "2019-05-22"] {
            try await season.does(["meeting", "schedule", "board", "--date", date, "--on", "2019-02-01"] + clerk)
        }
        try await season.raise("--summary", "Which assessments decide on short breaks")
        try await season.accept("N-1")
        return season
    }

    private func entered() async throws -> Season {
        let season = try await accepted()
        let told = try await season.does(
            "issue", "enter-at-board", "N-1", "--raised-at", march, "--ask", "Look at how assessments are used", "--on",
            "2019-04-04")
        #expect(told.contains("Accepted → Escalated") && told.contains("lap issue table"), "\(told)")
        return season
    }

    @Test func itIsRefusedWhereItWasNotRaisedAtABoardThatMet() async throws {
        let season = try await accepted()
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-03", "--on", "2019-03-03")
        for (meeting, why) in [
            ("north-2019-04-03", "no meeting of the Board|not a meeting of the Board"), (may, "has not taken place"),
        ] {
            let refused = await season.refusal(
                "issue", "enter-at-board", "N-1", "--raised-at", meeting, "--ask", "Look", "--on", "2019-04-04")
            #expect(refused.status == 1, "\(refused)")
            #expect(why.split(separator: "|").contains { refused.said.contains($0) }, "\(refused.said)")
        }
        let nobody = await season.refusal(
            "issue", "enter-at-board", "N-1", "--raised-at", march, "--ask", "Look", "--as", "Health North", "--on",
            "2019-04-04")
        #expect(nobody.status == 77, "\(nobody)")
    }

    @Test func theBoardDealsWithItAndItsPackSaysWhereItWasRaised() async throws {
        let season = try await entered()
        try await season.does(["issue", "table", "N-1", "--meeting", may, "--on", "2019-05-03"] + clerk)
        try await season.does(["agenda", "build", may, "--on", "2019-05-08"] + clerk)
        try await season.does(["meeting", "publish", may, "--on", "2019-05-08"] + clerk)
        let pack = try await season.page("board", may, "--as", "Board Secretary", "--on", "2019-05-08")
        #expect(
            pack.contains("Raised here, 20 Mar 2019") && pack.contains("At the SEND Partnership Board, 20 March 2019"))
        #expect(!pack.contains("Sent by"))
        try await season.does(["meeting", "attend", may, "--present", "Board Chair", "--on", "2019-05-22"] + clerk)
        try await season.does(["meeting", "hold", may, "--on", "2019-05-22"] + clerk)
        try await season.does(
            "issue", "board-own", "N-1", "--decision", "Follow it up so that no wrong assessment is used", "--owner",
            "Director of Social Care", "--due", "2019-06-28", "--measure", "None is used", "--as", "Board Chair",
            "--on",
            "2019-05-22")
        let letter = try await season.page("letter", "N-1", "--on", "2019-05-23")
        #expect(letter.contains("Partnership Board decided this") && !letter.contains("North LAP"), "\(letter)")
        #expect(try await season.does("fsck").hasPrefix("Sound:"))
    }

    /// Before the Board takes it, its family reads that it is to, and of no LAP.
    @Test func itsFamilyReadsThatTheBoardIsToHearIt() async throws {
        let season = try await entered()
        let letter = try await season.page("letter", "N-1", "--on", "2019-04-05")
        #expect(letter.contains("Board") && !letter.contains("North LAP"), "\(letter)")
        let status = try await season.does(["status", "--on", "2019-04-05"] + clerk)
        #expect(status.contains("lap issue table N-1"), "\(status)")
    }

    /// It has no LAP's brief to be sent back for.
    @Test func itIsNotSentBackToALAPThatNeverHadIt() async throws {
        let season = try await entered()
        let refused = await season.refusal(
            ["issue", "send-back", "N-1", "--missing", "The costs", "--on", "2019-04-05"] + clerk)
        #expect(refused.status == 1, "\(refused)")
    }
}
