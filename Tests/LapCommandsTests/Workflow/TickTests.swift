import Foundation
import Testing

@testable import LapCommands

/// A concern that waits for an answer from the family, which was due on 16 April.
struct TickTests {
    private func waiting(attempts: Int) async throws -> Season {
        let season = try await Season()
        try await season.raise()
        try await season.does(
            "issue", "acknowledge", "N-1", "--method", "email", "--reply-by", "2019-04-08", "--on", "2019-04-02")
        try await season.does(
            "issue", "request-info", "N-1", "--missing", "The date of the referral", "--needed-by", "2019-04-16",
            "--on", "2019-04-03")
        for _ in 0..<attempts {
            try await season.does("issue", "attempt-contact", "N-1", "--method", "phone", "--on", "2019-04-10")
        }
        return season
    }

    @Test func aMissedClockCausesItsEventOnceInOneOperation() async throws {
        let season = try await waiting(attempts: 2)
        #expect(try await season.does("tick", "--on", "2019-04-16").hasPrefix("No clock"))
        let before = try await season.does("log", "--json=operation")
        let ticked = try await season.does("tick", "--on", "2019-04-17")
        #expect(ticked.hasPrefix("N-1: "))
        #expect(ticked.contains("“Information asked for” was missed on 2019-04-16."))
        #expect(try await season.does("issue", "list", "--json=ref,state").contains("\"state\":\"withdrawn\""))
        let history = try await season.does("log", "N-1", "--json=event,capacity,actor,to")
        #expect(
            history.hasSuffix(
                "{\"actor\":\"The register\",\"capacity\":\"system\",\"event\":\"lapse\",\"to\":\"withdrawn\"}]\n"))

        let after = try season.scratch.bytes()
        for day in ["2019-04-17", "2019-05-01"] {
            #expect(try await season.does("tick", "--on", day, "--json") == "[]\n")
        }
        #expect(try season.scratch.bytes() == after)
        let operations = try await season.does("log", "--json=operation")
        #expect(operations.count(where: { $0 == "{" }) == before.count(where: { $0 == "{" }) + 1)
        #expect(try await season.does("fsck").hasPrefix("Sound:"))
    }

    @Test func aRehearsalChangesNothing() async throws {
        let season = try await waiting(attempts: 2)
        let before = try season.scratch.bytes()
        #expect(try await season.does("tick", "-n", "--on", "2019-04-17").contains("Withdrawn"))
        #expect(try season.scratch.bytes() == before)
    }

    @Test func aRefusalIsToldChangesNothingAndIsTriedAgain() async throws {
        let season = try await waiting(attempts: 1)
        let before = try season.scratch.bytes()
        let refused = try await season.does("tick", "--on", "2019-04-17")
        #expect(refused.contains("N-1: unchanged."))
        #expect(refused.contains("two contact attempts"))
        #expect(refused.contains("lap issue attempt-contact N-1"))
        #expect(try season.scratch.bytes() == before)
        try await season.does("issue", "attempt-contact", "N-1", "--method", "phone", "--on", "2019-04-18")
        #expect(try await season.does("tick", "--on", "2019-04-17").contains("but it changed on 2019-04-18"))
        #expect(
            try await season.does("tick", "--on", "2019-04-18", "--json=ref,happened,state")
                == "[{\"happened\":true,\"ref\":\"N-1\",\"state\":\"withdrawn\"}]\n")
    }

    @Test func whatWasUndoneDoesNotHappenByItselfAgain() async throws {
        let season = try await waiting(attempts: 2)
        try await season.does("tick", "--on", "2019-04-17")
        try await season.does("undo")
        let before = try season.scratch.bytes()
        for day in ["2019-04-17", "2019-04-18"] {
            let ticked = try await season.does("tick", "--on", day)
            #expect(
                ticked
                    == "N-1: unchanged. “Information asked for” was missed on 2019-04-16, but “lapse” was undone on "
                    + "2019-04-17. Hint: Cause it yourself when it should happen after all.\n")
        }
        #expect(try season.scratch.bytes() == before)
        #expect(try await season.does("issue", "list", "--overdue", "--on", "2019-04-18", "--json=ref").contains("N-1"))
        // A clock that begins again is missed again.
        try await season.does("issue", "receive-info", "N-1", "--arrived", "The date", "--on", "2019-04-18")
        try await season.does(
            "issue", "request-info", "N-1", "--missing", "The letter", "--needed-by", "2019-05-02", "--on",
            "2019-04-18")
        #expect(try await season.does("tick", "--on", "2019-05-03").contains("Withdrawn"))
    }

    /// Killed at any moment, a tick has happened or has not, and the next one does what is left.
    @Test func aKilledTickHappensOnceAllTheSame() async throws {
        let season = try await Season()
        for _ in 1...4 { try await season.raise() }
        for number in 1...4 {
            try await season.does(
                "issue", "acknowledge", "N-\(number)", "--method", "email", "--reply-by", "2019-04-08", "--on",
                "2019-04-02")
            try await season.does(
                "issue", "request-info", "N-\(number)", "--missing", "The date", "--needed-by", "2019-04-16", "--on",
                "2019-04-03")
            for _ in 1...2 {
                try await season.does(
                    "issue", "attempt-contact", "N-\(number)", "--method", "phone", "--on", "2019-04-10")
            }
        }
        let whole = try await season.scratch.process(["tick", "-n", "--on", "2019-04-17"], killedAfter: nil)
        for part in 1...10 {
            _ = try await season.scratch.process(
                ["tick", "--on", "2019-04-17"], killedAfter: whole * part / 8)
        }
        try await season.does("tick", "--on", "2019-04-17")
        #expect(try await season.does("tick", "--on", "2019-04-17", "--json") == "[]\n")
        for number in 1...4 {
            let history = try await season.does("log", "N-\(number)", "--json=event")
            #expect(history.components(separatedBy: "\"lapse\"").count == 2, "N-\(number)")
        }
        #expect(await season.scratch.run(["fsck"], now: Date()).output.hasPrefix("Sound:"))
    }

    @Test func aSuspendedClockIsNotMissed() async throws {
        let season = try await waiting(attempts: 2)
        try await season.does(
            "issue", "suspend", "N-1", "--suspended-because", "The family asked", "--review-on", "2019-06-01", "--on",
            "2019-04-12")
        #expect(try await season.does("tick", "--on", "2019-05-01", "--json") == "[]\n")
    }
}
