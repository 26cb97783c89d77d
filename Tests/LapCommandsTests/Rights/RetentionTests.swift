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

    @Test func whatStandsElsewhereIsNamedWhereItStandsAndCanBeTakenOut() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.raise("--name", "Family Oak", "--summary", "A neighbour of the Quokkas waits", "--detail", "–")
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        try await season.attend()
        try await season.does(
            "minutes", "record", "north-2019-04-30", "8.1", "--discussed", "The Quokka family spoke", "--on",
            "2019-04-30")
        try await season.does(
            "issue", "withdraw", "N-1", "--withdrawn-because", "Done", "--asked-on", "2019-05-01", "--on", "2019-05-01")
        try await season.does("member", "add", "Information Officer", "--seat", "board/information-officer")
        try await season.does("request", "receive", "--kind", "disposal", "--issues", "N-1")
        let late = "2026-01-05"
        _ = try await season.said(on: late, "request", "approve", "R-1", "--as", "Information Officer")
        let foreseen = try await season.said(on: late, "retention", "purge", "R-1", "--as", "Information Officer")
        #expect(foreseen.contains("other texts:\n  north-2019-04-30, item 8.1, discussed text\n"), "\(foreseen)")
        let command = try #require(foreseen.firstMatch(of: /\n    lap redact N-2 --words "([^"]+)"\n/), "\(foreseen)")
        let words = String(command.output.1)
        _ = try await season.said(
            on: late, "redact", "N-2", "--words", words, "--because", "named", "--yes", "--as", "Information Officer")
        let again = try await season.said(
            on: late, "retention", "purge", "R-1", "--yes", "--as", "Information Officer")
        #expect(!again.contains("lap redact"), "\(again)")
        #expect(try await season.said(on: late, "show", "N-2").contains("A neighbour of the [removed] waits"))
    }

    @Test func whatIsPutOutLeavesThatItWasThere() async throws {
        let season = try await Season()
        try await season.twoFamilies()
        try await season.does("request", "receive", "--kind", "disposal", "--issues", "N-1")
        try await season.does("member", "add", "Information Officer", "--seat", "board/information-officer")
        let refused = await season.refusal("request", "approve", "R-1", "--as", "Information Officer")
        #expect(refused.status == 1 && refused.said.contains("Something it is about is not past its time: N-1."))
        let late = "2026-01-05"
        _ = try await season.said(on: late, "request", "approve", "R-1", "--as", "Information Officer")
        _ = try await season.said(on: late, "retention", "purge", "R-1", "--yes", "--as", "Information Officer")
        let shown = try await season.said(on: late, "show", "N-1")
        #expect(shown.contains("N-1  Withdrawn") && !shown.contains("first appointment") && !shown.contains("moved"))
        #expect(try await season.said(on: late, "retention", "due").isEmpty)
        #expect(try await season.said(on: late, "fsck").hasPrefix("Sound"))
    }

    @Test func actionsBreachesAndRequestsGoSixYearsAfterTheyEnded() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.does("member", "add", "Information Officer", "--seat", "board/information-officer")
        try await season.does(
            "action", "open", "--text", "Telephone the Rowanberrys", "--owner", "Parent Rep North", "--due",
            "2019-05-01", "--issue", "N-1", "--on", "2019-04-02")
        try await season.does("action", "cancel", "A-1", "--reason", "They moved away", "--on", "2019-04-02")
        try await season.does(
            "breach", "open", "--summary", "A paper was left", "--because", "On a bus", "--area", "north", "--as",
            "Information Officer")
        let late = "2026-01-05"
        #expect(try await season.said(on: late, "retention", "due").hasPrefix("A-1\tbusiness\t2025-04-02\twhole\tno\n"))
        let kept = await season.refusal(
            "request", "receive", "--kind", "erasure", "--records", "A-1", "--asked-by", "A parent", "--relation",
            "self", "--identity", "Seen")
        #expect(kept.status != 0)
        try await season.does("request", "receive", "--kind", "disposal", "--records", "A-1")
        #expect(try await season.does("request", "list").contains("\tA-1\t"))
        try await season.does("request", "keep", "--issues", "N-1", "--because", "A court")
        let held = await season.scratch.run(
            ["request", "approve", "R-1", "--as", "Information Officer"],
            now: Date(timeIntervalSince1970: 1_767_604_800))
        #expect(held.status == 1 && held.complaints.contains("Something it is about has to be kept: A-1."), "\(held)")
        #expect(!held.complaints.contains("N-1"))
        _ = try await season.said(on: late, "request", "release", "R-2")
        _ = try await season.said(on: late, "request", "approve", "R-1", "--as", "Information Officer")
        _ = try await season.said(on: late, "retention", "purge", "R-1", "--yes", "--as", "Information Officer")
        #expect(try await season.said(on: late, "retention", "due").isEmpty)
        let shown = try await season.said(on: late, "show", "A-1")
        #expect(shown.contains("A-1  Put out") && !shown.contains("Rowanberry") && !shown.contains("moved"))
        #expect(!shown.contains("Kept until"), "\(shown)")
        #expect(try await season.said(on: late, "fsck").hasPrefix("Sound"))
    }

    @Test func whatHasToBeKeptIsNeitherPassedOnNorRenamed() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.does(
            "request", "keep", "--issues", "N-1", "--person", "Parent Rep North", "--because", "A court")
        try await season.does("issue", "rescreen", "N-1", "--safeguarding", "yes")
        let held = await season.refusal(
            "issue", "divert", "N-1", "--destination", "childrens-services", "--external-reference", "CS-1")
        #expect(held.status == 1 && held.said.contains("has to be kept"))
        let renamed = await season.refusal("member", "edit", "Parent Rep North", "--name", "Another Name")
        #expect(renamed.status == 1 && renamed.said.contains("has to be kept"))
    }

    @Test func aMemberWithASeatIsNotPromisedToGo() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.does("member", "add", "Information Officer", "--seat", "board/information-officer")
        try await season.does(
            "request", "receive", "--kind", "erasure", "--area", "north", "--person", "Parent Rep North", "--asked-by",
            "The chair",
            "--relation", "self")
        try await season.does("request", "check-identity", "R-1", "--identity", "Known")
        try await season.does("request", "approve", "R-1", "--as", "Information Officer")
        let refused = await season.refusal("member", "erase", "R-1", "--as", "Information Officer")
        #expect(refused.status == 1 && refused.said.contains("End these seats first"))
    }

    @Test func whatMeetingsDecidedAndMinutedStaysWhenAnIssueIsPutOut() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        try await season.attend()
        try await season.does(
            "minutes", "record", "north-2019-04-30", "8.1", "--discussed", "It was heard", "--on", "2019-04-30")
        try await season.does(
            "issue", "assign", "N-1", "--owner", "Social Care North", "--agency", "Early Help", "--due", "2019-06-14",
            "--measure", "At every event", "--action", "Bring workers to events", "--decision",
            "That workers come to events", "--on", "2019-04-30")
        try await season.does(
            "issue", "withdraw", "N-1", "--withdrawn-because", "Done", "--asked-on", "2019-05-01", "--on", "2019-05-01")
        try await season.does("member", "add", "Information Officer", "--seat", "board/information-officer")
        for (late, what) in [("2020-05-04", "contact"), ("2026-01-05", "whole")] {
            #expect(try await season.said(on: late, "retention", "due").contains("\t\(what)\t"))
            let said = try await season.said(on: late, "request", "receive", "--kind", "disposal", "--issues", "N-1")
            let request = try #require(said.split(separator: ":").first.map(String.init))
            let approved = try await season.said(
                on: late, "request", "approve", request, "--as", "Information Officer")
            #expect(approved.contains("lap retention purge \(request)"), "\(approved)")
            _ = try await season.said(
                on: late, "retention", "purge", request, "--yes", "--as", "Information Officer")
            _ = try await season.said(on: late, "request", "answer", request, "--answer", "Done")
        }
        let late = "2026-01-05"
        let decided = try await season.said(on: late, "decision", "list", "north-2019-04-30")
        #expect(decided.contains("workers come to events"), "\(decided)")
        let minutes = try await season.said(on: late, "minutes", "show", "north-2019-04-30")
        #expect(minutes.contains("It was heard"))
        #expect(try await !season.said(on: late, "show", "N-1").contains("Kept until"))
        #expect(try await season.said(on: late, "log").contains("retention purge"))
        #expect(try await season.said(on: late, "fsck").hasPrefix("Sound"))
    }

    @Test func withTheContactAloneNobodyElseIsTakenOutOfWhatStays() async throws {
        let season = try await Season()
        try await season.raise(
            "--name", "Jane Quokkanen", "--contact", "jane@example.org", "--child-name", "Tomasine Wombatson")
        try await season.does(
            "issue", "remark", "N-1", "--remark", "Tomasine Wombatson came along; write to jane@example.org", "--on",
            "2019-04-02")
        try await season.does(
            "issue", "withdraw", "N-1", "--withdrawn-because", "They moved", "--asked-on", "2019-04-03", "--on",
            "2019-04-03")
        try await season.does("request", "receive", "--kind", "disposal", "--issues", "N-1")
        try await season.does("member", "add", "Information Officer", "--seat", "board/information-officer")
        let late = "2020-04-03"
        _ = try await season.said(on: late, "request", "approve", "R-1", "--as", "Information Officer")
        _ = try await season.said(on: late, "retention", "purge", "R-1", "--yes", "--as", "Information Officer")
        let shown = try await season.said(on: late, "show", "N-1")
        #expect(shown.contains("Tomasine Wombatson came along; write to [removed]"), "\(shown)")
        #expect(!shown.contains("jane@example.org") && !shown.contains("Quokkanen"))
    }
}
