import Testing

@testable import LapCommands

/// An issue and what is done about it say the same, and what was sent to the Board is not forgotten there.
struct ActionsAgreeTests {
    /// N-1, given to Social Care as A-1.
    private func assigned() async throws -> Season {
        let season = try await Season.heard()
        try await season.assign()
        return season
    }

    private func complete(_ season: Season, _ own: String...) async -> (status: Int32, said: String) {
        let ran = await season.scratch.run(
            ["issue", "complete", "N-1", "--outcome", "All have a date", "--satisfied", "yes", "--on", "2019-06-12"]
                + own)
        return (ran.status, ran.complaints)
    }

    @Test func theLastActionBringsItsIssueForwardWithItsEvidence() async throws {
        let season = try await assigned()
        try await season.does(
            "action", "propose-done", "A-1", "--evidence", "Fourteen letters", "--as", "Social Care North", "--on",
            "2019-06-10")
        let done = try await season.does("action", "complete", "A-1", "--on", "2019-06-11")
        #expect(done.contains("N-1: everything that was to be done is done; record what came of it."))
        let closed = await complete(season)
        #expect(closed.status == 0, "\(closed.said)")
        #expect(try await season.does("show", "N-1").contains("Fourteen letters"))
    }

    /// An action log knows of what came between the last one and the meeting that it was for.
    @Test func whatIsDoneBetweenAnAgendaAndItsMeetingIsOnTheNextLog() async throws {
        let season = try await Season.heard()
        try await season.assign()
        try await season.does("meeting", "conclude", "north-2019-04-30", "--on", "2019-04-30")
        for (day, published) in [("2019-05-28", "2019-05-14"), ("2019-06-25", "2019-06-11")] {
            let meeting = "north-\(day)"
            try await season.does("meeting", "schedule", "north", "--date", day, "--on", published)
            try await season.does("agenda", "build", meeting, "--on", published)
            try await season.does("meeting", "publish", meeting, "--on", published)
            let agenda = try await season.page("agenda", meeting, "--on", published)
            #expect(agenda.contains("Write to every family"), "\(agenda)")
            #expect(agenda.contains("Fourteen letters") == (day == "2019-06-25"), "\(agenda)")
            guard day == "2019-05-28" else { break }
            try await season.does(
                "action", "propose-done", "A-1", "--evidence", "Fourteen letters", "--as", "Social Care North", "--on",
                "2019-05-20")
            try await season.does("action", "complete", "A-1", "--on", "2019-05-20")
            try await season.attend(meeting)
            try await season.does("meeting", "conclude", meeting, "--on", day)
        }
    }

    /// What is not due yet has not failed; what is overdue by more than one meeting cycle has (DOMAIN section 5).
    @Test func localActionHasNotFailedBeforeItIsLongOverdue() async throws {
        let season = try await assigned()
        for day in ["2019-06-25", "2019-07-23"] {
            try await season.does("meeting", "schedule", "north", "--date", day, "--on", "2019-05-01")
        }
        func propose(on day: String) async -> (status: Int32, said: String) {
            await season.refusal(
                "issue", "propose-escalation", "N-1", "--criteria", "E3", "--ask", "Direct it", "--options", "None",
                "--recommendation", "That the Board directs it", "--evidence", "Letters", "--parent-rep-view",
                "Agrees", "--on", day)
        }
        for early in ["2019-05-02", "2019-07-01"] {
            let refused = await propose(on: early)
            #expect(refused.status == 1 && refused.said.contains("Criterion E3"), "\(early): \(refused.said)")
        }
        let late = await propose(on: "2019-07-23")
        #expect(late.status == 0, "\(late.said)")
    }

    @Test func whatIsStillOpenIsAskedAboutWhenItsIssueIsCompleted() async throws {
        let season = try await assigned()
        try await season.does("issue", "propose-completion", "N-1", "--on", "2019-06-11")
        let refused = await complete(season, "--outcome-evidence", "Letters")
        #expect(refused.status == 1)
        #expect(refused.said.contains("Something that was to be done about it is still open."))
        #expect(refused.said.contains("--open-actions"))
        #expect(await complete(season, "--outcome-evidence", "Letters", "--open-actions", "stand").status == 0)
        #expect(try await season.does("show", "A-1").contains("Open"))
        let other = try await assigned()
        try await other.does("issue", "propose-completion", "N-1", "--on", "2019-06-11")
        #expect(await complete(other, "--outcome-evidence", "Letters", "--open-actions", "cancel").status == 0)
        #expect(try await other.does("show", "A-1").contains("Superseded"))
    }

    @Test func aDayThatIsRevisedGoesBothWays() async throws {
        let season = try await assigned()
        func due(_ ref: String) async throws -> String {
            try await season.does("show", ref, "--json")
        }
        let told = try await season.does(
            "action", "revise-due", "A-1", "--due", "2019-07-20", "--reason", "Staff are away", "--on", "2019-06-03")
        #expect(told.contains("N-1: Follow the due day; now Local action."), "\(told)")
        #expect(try await due("N-1").contains("2019-07-20"))
        #expect(!(try await season.does("status", "--on", "2019-06-17")).contains(/2019-06-14 +N-1/))
        let back = try await season.does(
            "issue", "revise-due", "N-1", "--due", "2019-08-20", "--reason", "School is out", "--on", "2019-06-04")
        #expect(back.contains("A-1: Follow the due day; now Open."), "\(back)")
        let action = try await season.does("show", "A-1")
        #expect(action.contains("20 August 2019") || action.contains("2019-08-20"), "\(action)")
        #expect(action.contains("School is out"), "\(action)")
        // What is due on another day is somebody else's.
        try await season.does(
            "action", "open", "--text", "Ring the school", "--owner", "Health North", "--due", "2019-07-01", "--issue",
            "N-1", "--on", "2019-06-05")
        let other = try await season.does(
            "action", "revise-due", "A-2", "--due", "2019-07-09", "--reason", "Ill", "--on", "2019-06-05")
        #expect(!other.contains("N-1:"), "\(other)")
        #expect(try await season.does("fsck").hasPrefix("Sound"))
    }

    @Test func whatIsNeverTabledIsCountedAtEachBoardAndIsAnExceptionAfterTwo() async throws {
        let season = try await Season.heard()
        let clerk = ["--as", "Board Secretary"]
        try await season.propose("N-1")
        try await season.does("issue", "submit", "N-1", "--as", "Deputy DCO North", "--on", "2019-05-03")
        #expect(try await season.does("show", "N-1").contains("Table it for the Board by 13 May 2019"))
        for (day, before) in [("2019-05-22", "2019-05-03"), ("2019-07-17", "2019-05-23")] {
            let board = "board-\(day)"
            try await season.does(["meeting", "schedule", "board", "--date", day, "--on", before] + clerk)
            try await season.does(["agenda", "build", board, "--on", before] + clerk)
            try await season.does(["meeting", "publish", board, "--on", before] + clerk)
            try await season.does(["meeting", "attend", board, "--present", "Board Chair", "--on", day] + clerk)
            try await season.does(["meeting", "hold", board, "--on", day] + clerk)
            let done = try await season.does(["meeting", "conclude", board, "--on", day] + clerk)
            #expect(done.contains("N-1 was not tabled, and is counted as passed over."))
        }
        let status = try await season.does(["status", "--on", "2019-07-18"] + clerk)
        #expect(status.contains("N-1"))
        #expect(try await season.does(["show", "N-1"] + clerk).contains(/Times deferred by the Board +2/))
    }
}
