import Testing

@testable import LapCommands

/// Whatever waits for the Board has a day by which it is to be tabled, and somebody who is shown it (DOMAIN section 7).
struct BoardTablingTests {
    private let clerk = ["--as", "Board Secretary"]
    private let july = "board-2019-07-17"

    /// N-1 before the Board on 22 May, which meets again on 17 July.
    private func tabled() async throws -> Season {
        let season = try await Season.heard()
        try await season.propose("N-1")
        try await season.table("N-1")
        try await season.does(["meeting", "schedule", "board", "--date", "2019-07-17", "--on", "2019-05-03"] + clerk)
        return season
    }

    private func deferred() async throws -> Season {
        let season = try await tabled()
        try await season.openBoard()
        try await season.does(
            "issue", "board-defer", "N-1", "--reason", "The figures are missing", "--next-meeting", july, "--as",
            "Board Chair", "--on", "2019-05-22")
        return season
    }

    private func table(_ season: Season, on day: String) async throws -> String? {
        let status = try await season.does(["status", "--on", day, "--json"] + clerk)
        return
            status.firstMatch(of: /"due":"([-0-9]+)","dueFor":"table(?:-again)?",[^{}]*"ref":"N-1"/).map {
                String($0.1)
            }
    }

    @Test func whatTheBoardPutOffIsTabledByTheDayItMeetsAgain() async throws {
        let season = try await deferred()
        #expect(try await table(season, on: "2019-07-08") == "2019-07-17")
        try await season.does(
            ["meeting", "reschedule", july, "--date", "2019-07-18", "--reason", "Snow", "--on", "2019-07-08"] + clerk)
        #expect(try await table(season, on: "2019-07-11") == "2019-07-18")
        try await season.does(["agenda", "build", july, "--on", "2019-07-11"] + clerk)
        #expect(try await table(season, on: "2019-07-11") == nil)
        #expect(try await season.does("fsck").hasPrefix("Sound:"))
    }

    @Test func aMeetingToWhichSomethingWasPutOffIsNotHeldWithoutIt() async throws {
        let season = try await tabled()
        try await season.does(["agenda", "build", july, "--on", "2019-05-08"] + clerk)
        try await season.does(["meeting", "publish", july, "--on", "2019-05-08"] + clerk)
        try await season.openBoard()
        try await season.does(
            "issue", "board-defer", "N-1", "--reason", "The figures are missing", "--next-meeting", july, "--as",
            "Board Chair", "--on", "2019-05-22")
        try await season.does(["meeting", "attend", july, "--present", "Board Chair", "--on", "2019-07-17"] + clerk)
        let refused = await season.scratch.run(["meeting", "hold", july, "--on", "2019-07-17"] + clerk)
        #expect(refused.status == 1 && refused.complaints.contains("its agenda does not have"), "\(refused.complaints)")
        #expect(try await table(season, on: "2019-07-17") == "2019-07-17")
    }

    @Test(arguments: [true, false])
    func whenItsMeetingIsCancelledItIsToBeTabledAnew(isDeferred: Bool) async throws {
        let season = isDeferred ? try await deferred() : try await tabled()
        let meeting = isDeferred ? july : "board-2019-05-22"
        let day = isDeferred ? "2019-05-24" : "2019-05-10"
        try await season.does(["meeting", "cancel", meeting, "--reason", "Snow", "--on", day] + clerk)
        #expect(try await table(season, on: day) == (isDeferred ? "2019-06-03" : "2019-05-17"))
    }

    /// To what meeting its LAP put it off is nothing to the Board.
    @Test func whatWasPutOffBeforeItWasProposedIsTabledLikeAnyOther() async throws {
        let season = try await Season.heard()
        try await season.does("meeting", "schedule", "north", "--date", "2019-05-28", "--on", "2019-04-30")
        try await season.does(
            "issue", "defer", "N-1", "--deferred-because", "more-evidence", "--reason", "The figures are missing",
            "--next-meeting", "north-2019-05-28", "--on", "2019-04-30")
        try await season.propose("N-1")
        try await season.does("issue", "submit", "N-1", "--as", "Deputy DCO North", "--on", "2019-05-03")
        #expect(try await table(season, on: "2019-05-04") == "2019-05-13")
    }
}
