import Testing

@testable import LapCommands

/// What the record says of a past day.
struct PastDayTests {
    @Test func anIssueIsShownAsItStoodThen() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.does("issue", "edit", "N-1", "--summary", "Ten months now", "--on", "2019-04-05")
        let first = try await season.does("issue", "show", "N-1", "--as-of", "2019-04-01")
        #expect(first.hasPrefix("N-1  Logged  (version 1)\nNine-month wait") && !first.contains("acknowledge"))
        let second = try await season.does("show", "N-1", "--as-of", "2019-04-02")
        #expect(second.hasPrefix("N-1  Acknowledged  (version 2)") && !second.contains("Asked twice"))
        #expect(try await season.does("show", "N-1").contains("Ten months now"))
        let before = await season.refusal("show", "N-1", "--as-of", "2019-03-31")
        #expect(before.status == 66)
        #expect(await season.refusal("show", "N-1", "--as-of", "2019-08-02").status == 65)
    }

    @Test func whatWasUndoneNeverHappened() async throws {
        let season = try await Season()
        try await season.raise()
        let done = try await season.does(
            "issue", "acknowledge", "N-1", "--method", "email", "--reply-by", "2019-04-08", "--on", "2019-04-02",
            "--json")
        #expect(try await season.does("show", "N-1", "--as-of", "2019-04-03").contains("Acknowledged"), "\(done)")
        let log = try await season.does("log", "N-1")
        let operation = try #require(log.split(separator: "\n").last?.split(separator: "\t").first.map(String.init))
        try await season.does("undo", operation)
        let then = try await season.does("show", "N-1", "--as-of", "2019-04-03")
        #expect(then.hasPrefix("N-1  Logged") && !then.contains("acknowledge"))
    }

    @Test func whatADiversionEmptiedIsNotToldOfTheTimeBefore_R1() async throws {
        let season = try await Season()
        try await season.raise("--safeguarding", "unsure")
        try await season.does(
            "issue", "divert", "N-1", "--destination", "childrens-services", "--external-reference", "CS-1", "--on",
            "2019-04-02")
        let then = try await season.does("show", "N-1", "--as-of", "2019-04-01")
        for told in ["salt", "Nine-month", "zebrafinch", "Quokka", "Parent or carer"] {
            #expect(!then.contains(told), "\(told)")
        }
        let member = await season.scratch.run("show", "N-1", "--as-of", "2019-04-01", "--as", "SENCO North")
        #expect(!member.output.contains("salt"))
    }

    @Test func aListIsAsOfItsDay() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.raise("--theme", "physio", on: "2019-04-10")
        try await season.accept("N-1")
        #expect(
            try await season.does("issue", "list", "--as-of", "2019-04-02").hasPrefix(
                "N-1\tAcknowledged\tNorth\tSpeech"))
        #expect(try await season.does("issue", "list", "--as-of", "2019-04-02", "--state", "accepted").isEmpty)
        let later = try await season.does("issue", "list", "--as-of", "2019-04-10")
        #expect(later.split(separator: "\n").map { $0.prefix(12) } == ["N-2\tLogged\tN", "N-1\tAccepted"])
        #expect(try await season.does("issue", "list", "--as-of", "2019-03-01").isEmpty)
        // Somebody else's area: what they may not see now they do not see then.
        let board = await season.scratch.run("issue", "list", "--as-of", "2019-04-10", "--as", "Board Chair")
        #expect(!board.output.contains("2019-04-01"))
    }

    @Test func whatNeededDoingIsToldOfAPastDay() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.raise("--theme", "physio", on: "2019-04-10")
        try await season.accept("N-1")
        let then = try await season.does("status", "--as-of", "2019-04-05")
        #expect(then.contains("5 April 2019") && then.contains("Issues: 1 accepted."), "\(then)")
        let first = try await season.does("status", "--as-of", "2019-04-01")
        #expect(
            first.contains("2019-04-04  lap issue acknowledge N-1") && !first.contains("N-2"), "\(first)")
        #expect(try await season.does("status", "--as-of", "2019-03-01").contains("Nothing is overdue."))
    }

    @Test func whatWasErasedReadsErasedAndWhatWasRedactedIsRedactedThen() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.does(
            "issue", "edit", "N-1", "--summary", "The Rowanberrys wait too long", "--on", "2019-04-02")
        try await season.does("member", "add", "Information Officer", "--seat", "board/information-officer")
        try await season.does(
            "redact", "N-1", "--words", "Rowanberrys", "--because", "named", "--yes", "--as", "Information Officer")
        let then = try await season.does("show", "N-1", "--as-of", "2019-04-02")
        #expect(then.contains("wait too long") && !then.contains("Rowanberry"), "\(then)")
        try await season.does(
            "issue", "withdraw", "N-1", "--withdrawn-because", "They moved", "--asked-on", "2019-04-03", "--on",
            "2019-04-03")
        let request = try await season.approved("erasure", "--issues", "N-1")
        try await season.does("raiser", "erase", request, "--yes", "--as", "Information Officer")
        let gone = try await season.does("show", "N-1", "--as-of", "2019-04-02")
        #expect(gone.contains("(erased)") && !gone.contains("Quokka"), "\(gone)")
    }
}
