import Foundation
import Testing

@testable import LapCommands

/// What is past its time is put out, and not before.
struct RetentionTests {
    @Test func anIssueIsDueSixYearsAfterItEndedAndItsContactAfterAYear() async throws {
        let season = try await Season()
        try await season.twoFamilies()
        #expect(try await season.does("retention", "due").isEmpty)
        #expect(try await season.said(on: "2020-04-02", "retention", "due").isEmpty)
        #expect(
            try await season.said(on: "2020-04-03", "retention", "due")
                == "N-1\tindividual\t2020-04-03\tcontact\tno\n")
        #expect(
            try await season.said(on: "2025-04-03", "retention", "due")
                == "N-1\tindividual\t2025-04-03\twhole\tno\n")
    }

    @Test func aKnownBirthKeepsItUntilTwentyFive() async throws {
        let season = try await Season()
        try await season.raise("--born", "2010-06-01")
        try await season.does(
            "issue", "withdraw", "N-1", "--withdrawn-because", "They moved", "--asked-on", "2019-04-03", "--on",
            "2019-04-03")
        let shown = try await season.does("issue", "show", "N-1", "--json")
        #expect(shown.contains("2035-06-01"))
    }

    @Test func whatWasMinutedKeepsNothingDue() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        try await season.attend()
        try await season.does(
            "minutes", "record", "north-2019-04-30", "8.1", "--discussed", "It was heard", "--on", "2019-04-30")
        try await season.does(
            "issue", "withdraw", "N-1", "--withdrawn-because", "Done", "--asked-on", "2019-05-01", "--on", "2019-05-01")
        try await season.does("request", "receive", "--kind", "disposal", "--issues", "N-1")
        try await season.does("member", "add", "Information Officer", "--seat", "board/information-officer")
        let late = "2026-01-05"
        _ = try await season.said(on: late, "request", "approve", "R-1", "--as", "Information Officer")
        _ = try await season.said(on: late, "retention", "purge", "R-1", "--yes", "--as", "Information Officer")
        #expect(try await season.said(on: late, "retention", "due").isEmpty)
        #expect(try await season.said(on: late, "minutes", "show", "north-2019-04-30").contains("It was heard"))
    }

    @Test func whatIsPutOutLeavesThatItWasThere() async throws {
        let season = try await Season()
        try await season.twoFamilies()
        try await season.does("request", "receive", "--kind", "disposal", "--issues", "N-1")
        try await season.does("member", "add", "Information Officer", "--seat", "board/information-officer")
        let refused = await season.refusal("request", "approve", "R-1", "--as", "Information Officer")
        #expect(refused.status == 1 && refused.said.contains("not past its time"))
        let late = "2026-01-05"
        _ = try await season.said(on: late, "request", "approve", "R-1", "--as", "Information Officer")
        _ = try await season.said(on: late, "retention", "purge", "R-1", "--yes", "--as", "Information Officer")
        let shown = try await season.said(on: late, "show", "N-1")
        #expect(shown.contains("N-1  Withdrawn") && !shown.contains("first appointment") && !shown.contains("moved"))
        #expect(try await season.said(on: late, "retention", "due").isEmpty)
        #expect(try await season.said(on: late, "fsck").hasPrefix("Sound"))
    }
}
