import Foundation
import Testing

@testable import LapCommands

/// What a person or a program meets: words, exit statuses, JSON.
struct CommandLineTests {
    @Test(arguments: [
        (["isue", "list"], 64, "Did you mean “issue”?"),
        (["issue", "lits"], 64, "Did you mean “list”?"),
        (["issue", "acknowlege", "N-1"], 64, "Did you mean “acknowledge”?"),
        (["issue", "acknowledge", "N-1", "--mehtod", "email"], 64, "Did you mean “--method”?"),
        (["issue", "list", "--area", "nroth"], 65, "Did you mean “north”?"),
        (["issue", "list", "--theme", "transprot"], 65, "Did you mean “transport”?"),
        (["issue", "show", "N-99"], 66, "There is no N-99"),
        (["meeting", "show", "N-1"], 65, "N-1 is an issue, not a meeting"),
        (["issue", "acknowledge", "N-1", "--method", "pigeon"], 65, "Method is one of"),
        (["issue", "acknowledge", "N-1", "--reply-by", "2019-02-30"], 65, "no day of the calendar"),
        (["issue", "acknowledge"], 64, "Which issue?"),
        (["issue", "acknowledge", "N-1", "email"], 64, "belongs to no option"),
        (["issue", "list", "--as", "DCO Norht"], 77, "Did you mean “DCO North”?"),
        (["issue", "edit", "N-1", "--severity", "9"], 65, "from 1 to 4"),
        (["issue", "reassign", "N-1", "--owner", "Nobody Here"], 65, "nobody called"),
        (["issue", "list", "--on", "2030-01-01"], 65, "lies ahead"),
        (["issue", "list", "--json=reff"], 64, "There is no JSON field"),
    ])
    func aMistakeIsMetWithWhatWasMeant(words: [String], status: Int, said: String) async throws {
        let season = try await Season()
        try await season.raise()
        let before = try season.scratch.bytes()
        let ran = await season.scratch.run(words)
        #expect(Int(ran.status) == status, "\(ran.complaints)")
        #expect(ran.complaints.contains(said), "\(ran.complaints)")
        #expect(ran.complaints.hasPrefix("lap: "))
        #expect(try season.scratch.bytes() == before)
    }

    @Test func noMessageSaysPleaseOrInvalid() async throws {
        let season = try await Season()
        try await season.raise()
        for words in [["issue", "accept", "N-1"], ["issue", "raise"], ["issue"], ["nothing"], ["issue", "show"]] {
            let ran = await season.scratch.run(words)
            for word in ["please", "invalid", "error:"] {
                #expect(!ran.complaints.lowercased().contains(word), "\(words): \(ran.complaints)")
            }
        }
    }

    @Test func aRefusalGivesEveryReasonAtOnce() async throws {
        let season = try await Season()
        try await season.raise("--consent", "discuss-anonymised")
        try await season.does(
            "issue", "acknowledge", "N-1", "--method", "email", "--reply-by", "2019-04-08", "--on", "2019-04-02")
        let refused = await season.refusal("issue", "accept", "N-1", "--on", "2019-04-03")
        #expect(refused.status == 1)
        for field in ["Scope", "Phase", "Severity", "Services", "tried", "(R4)"] {
            #expect(refused.said.contains(field), "\(field): \(refused.said)")
        }
    }

    @Test func aDryRunSaysWhatWouldHappenAndChangesNothing() async throws {
        let season = try await Season()
        try await season.raise()
        let before = try season.scratch.bytes()
        let said = try await season.does(
            "issue", "acknowledge", "N-1", "--method", "email", "--reply-by", "2019-04-08", "--on", "2019-04-02", "-n")
        #expect(said.hasPrefix("Would be N-1: Logged → Acknowledged."))
        #expect(try season.scratch.bytes() == before)
    }

    @Test func theJSONOfAnIssueKeepsItsMembers() async throws {
        let season = try await Season()
        try await season.raise()
        let json = try await season.does("issue", "show", "N-1", "--json")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect(
            object.keys.sorted() == [
                "area", "clocks", "due", "dueFor", "fields", "kept", "next", "open", "ref", "state", "title", "version",
                "workflow",
            ])
        #expect(object["due"] as? String == "2019-04-04")
        #expect(object["dueFor"] as? String == "acknowledge")
        #expect((object["next"] as? [String])?.contains("acknowledge") == true)
    }

    @Test func aPipeGetsTabSeparatedValuesWithoutAHeader() async throws {
        let season = try await Season()
        try await season.raise()
        let line = try await season.does("issue", "list")
        let cells = line.dropLast().split(separator: "\t", omittingEmptySubsequences: false)
        #expect(
            cells.map(String.init) == [
                "N-1", "Logged", "North", "Speech, language and communication therapy", "2019-04-01", "2019-04-04", "",
                "Nine-month wait for a first appointment", "1",
            ])
    }

    @Test func whoeverHoldsNoSeatReadsNoFreeText() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.does("member", "add", "Passer By")
        for words in [
            ["issue", "list"], ["issue", "show", "N-1"], ["log", "N-1"], ["search", "appointment"],
            ["status", "--all"],
        ] {
            let said = await season.scratch.run(words + ["--as", "Passer By"]).output
            for secret in ["Nine-month", "Quokka", "zebrafinch"] { #expect(!said.contains(secret), "\(words)") }
        }
        #expect(
            await season.scratch.run(["issue", "edit", "N-1", "--severity", "2", "--as", "Passer By"]).status == 77)
    }

    @Test func agendasMinutesAndDecisionsAreForPeopleWithASeat() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        try await season.does("member", "add", "Passer By")
        for words in [
            ["meeting", "show", "north-2019-04-30"], ["agenda", "show", "north-2019-04-30"],
            ["minutes", "show", "north-2019-04-30"], ["decision", "list", "N-1"], ["show", "north-2019-04-30"],
        ] {
            let ran = await season.scratch.run(words + ["--as", "Passer By"])
            #expect(ran.status == 77, "\(words)")
            #expect(!ran.output.contains("Nine-month"))
        }
    }

    @Test func aSeatElsewhereReadsWhatItIsAboutAndNoMore() async throws {
        let season = try await Season()
        try await season.raise()
        let shown = try await season.does("issue", "show", "N-1", "--as", "Board Parent Rep")
        for known in ["North", "Speech, language"] { #expect(shown.contains(known)) }
        for secret in ["Nine-month", "Quokka", "zebrafinch", "History", "Acknowledge"] {
            #expect(!shown.contains(secret))
        }
    }

    @Test func nextListsEveryEventWithWhyNot() async throws {
        let season = try await Season()
        try await season.raise()
        let said = try await season.does("issue", "next", "N-1", "--on", "2019-04-02")
        #expect(said.contains("lap issue acknowledge N-1 --method … --reply-by …"))
        let json = try await season.does("issue", "next", "N-1", "--json=event,allowed", "--on", "2019-04-02")
        let options = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
        #expect(options.contains { $0["event"] as? String == "acknowledge" && $0["allowed"] as? Bool == true })
        #expect(options.contains { $0["event"] as? String == "feed-back" && $0["allowed"] as? Bool == false })
    }

    @Test func nothingPrintedCanSteerATerminal() {
        #expect(Printed.safe("a\u{1B}[31mb\u{202E}c\nd") == "a·[31mb·c\nd")
    }

    @Test func columnsAlignWithWideAndCombiningCharacters() {
        #expect(Columns.width(of: "e\u{301}") == 1)
        #expect(Columns.width(of: "学校") == 4)
        #expect(Columns.cut("abcdef", to: 4) == "abc…")
    }
}
