import Foundation
import Testing

@testable import LapCommands

/// Everybody is told what is theirs to do, by the command that does it.
struct StatusWordsTests {
    /// N-1 was given to Social Care as A-1, due on 14 June; its family has not heard since April.
    private func season() async throws -> Season {
        let season = try await Season.heard()
        try await season.assign()
        return season
    }

    /// The lines under a heading of what `status` tells somebody, without their days.
    private func told(
        _ season: Season, _ heading: String, to who: String, on day: String = "2019-06-20", _ options: String...
    ) async throws -> [String] {
        let text = try await season.does(["status", "--as", who, "--on", day] + options)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let start = lines.firstIndex(of: heading) else { return [] }
        return lines[(start + 1)...].prefix { !$0.isEmpty }.map { line in
            line.hasPrefix("  20") ? line.dropFirst(2).split(separator: "  ").prefix(2).joined(separator: " ") : line
        }
    }

    @Test func everyClockCountsWhateverElseIsLate() async throws {
        let season = try await season()
        let overdue = try await told(season, "Overdue:", to: "DCO North")
        #expect(overdue.contains("2019-04-30 lap issue update-raiser N-1"), "\(overdue)")
        #expect(overdue.contains("2019-06-14 lap issue complete N-1"), "\(overdue)")
        // An update that is late hides no feedback that is due tomorrow.
        try await season.does(
            "action", "propose-done", "A-1", "--evidence", "Letters", "--as", "Social Care North", "--on", "2019-06-20")
        try await season.does("action", "complete", "A-1", "--on", "2019-06-20")
        try await season.does(
            "issue", "complete", "N-1", "--outcome", "Written to", "--satisfied", "yes", "--on", "2019-06-20")
        #expect(try await told(season, "Overdue:", to: "DCO North").contains("2019-04-30 lap issue update-raiser N-1"))
        let coming = try await told(season, "In the next fortnight:", to: "DCO North")
        #expect(coming.contains("2019-06-27 lap issue feed-back N-1"), "\(coming)")
    }

    /// A day that passes by itself, and one that has to wait for something else, are told as what they are.
    @Test func aDayIsToldAsWhatItIs() async throws {
        let season = try await Season()
        try await season.raise("--decided-on", "2019-02-20")
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-12", "--on", "2019-04-01")
        let coming = try await told(season, "In the next fortnight:", to: "DCO North", on: "2019-04-01")
        #expect(
            coming.contains { $0.contains("2019-04-12 lap meeting next north-2019-04-12 (Hold the meeting)") },
            "\(coming)")
        let due = try await told(season, "Due soon:", to: "DCO North", on: "2019-04-01")
        #expect(due.contains { $0.contains("lap issue next N-1 (Appeal to the SEND Tribunal)") }, "\(due)")
    }

    /// What rests is resumed before anything else is done with it.
    @Test func whatRestsIsResumed() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        let rests = try await season.does(
            "issue", "suspend", "N-1", "--suspended-because", "They are abroad", "--review-on", "2019-04-12", "--on",
            "2019-04-04")
        #expect(rests.contains("Review the suspension by 12 April 2019."), "\(rests)")
        #expect(rests.contains("Next: lap issue resume N-1"), "\(rests)")
        try await season.agenda()
        let coming = try await told(season, "In the next fortnight:", to: "DCO North", on: "2019-04-04")
        #expect(coming.contains("2019-04-12 lap issue resume N-1"), "\(coming)")
        let overdue = try await told(season, "Overdue:", to: "DCO North", on: "2019-04-15")
        #expect(overdue.contains("2019-04-12 lap issue resume N-1"), "\(overdue)")
        let refused = await season.refusal(
            "issue", "schedule", "N-1", "--meeting", "north-2019-04-30", "--on", "2019-04-10")
        #expect(refused.status == 1 && refused.said.contains("It rests until it is resumed."), "\(refused.said)")
        try await season.does("issue", "resume", "N-1", "--on", "2019-04-10")
        try await season.does("issue", "schedule", "N-1", "--meeting", "north-2019-04-30", "--on", "2019-04-10")
    }

    /// What an event set is told, not what was late long before.
    @Test func theClockThatWasSetIsTold() async throws {
        let season = try await Season()
        try await season.raise("--complaint", "later")
        let heard = try await season.does(
            "issue", "acknowledge", "N-1", "--method", "email", "--reply-by", "2019-04-30", "--on", "2019-04-23")
        #expect(heard.contains("Decide whether to accept by 30 April 2019."), "\(heard)")
        let told = try await season.does(
            "issue", "update-raiser", "N-1", "--method", "email", "--told", "We look", "--on", "2019-04-24")
        #expect(told.contains("Update the raiser by 22 May 2019."), "\(told)")
        let remark = try await season.does("issue", "remark", "N-1", "--remark", "Rang", "--on", "2019-04-24")
        #expect(remark.contains("Decide whether to accept by 30 April 2019."), "\(remark)")
    }

    @Test func whatIsOnesOwnComesFirstAndWhatOthersDoLast() async throws {
        let season = try await season()
        let own = try await told(season, "Overdue:", to: "Social Care North")
        #expect(own.first == " Yours" && own.contains("2019-06-14 lap action propose-done A-1"), "\(own)")
        let dcos = try await told(season, "Overdue:", to: "DCO North")
        #expect(dcos.first == " North LAP" && dcos.contains("2019-06-14 lap action propose-done A-1"), "\(dcos)")
        let others = try await told(season, "Overdue:", to: "SENCO North")
        #expect(others.first == " For others to do" && !others.contains { $0.contains("lap issue") }, "\(others)")
        #expect(others.contains("2019-04-30 N-1"), "\(others)")
    }

    @Test func theBoardIsToldWhatIsItsOwn() async throws {
        let season = try await Season.heard()
        try await season.propose("N-1")
        try await season.does("issue", "submit", "N-1", "--as", "Deputy DCO North", "--on", "2019-05-02")
        let secretary = try await told(season, "In the next fortnight:", to: "Board Secretary", on: "2019-05-03")
        #expect(secretary.contains(" SEND Partnership Board") && secretary.contains("2019-05-10 lap issue table N-1"))
        let dco = try await told(season, "In the next fortnight:", to: "DCO North", on: "2019-05-03")
        #expect(!dco.contains { $0.contains("issue table") }, "\(dco)")
    }

    @Test func whoOwnsAnActionAndHasNoOtherSeatSeesThatAndNothingElse() async throws {
        let season = try await season()
        for (name, seat) in [("Head of a School", "north/action-owner"), ("A Physiotherapist", "")] {
            try await season.does(["member", "add", name] + (seat.isEmpty ? [] : ["--seat", seat]))
            #expect(
                try await season.does("status", "--as", name, "--on", "2019-06-20")
                    == "Yours, 20 June 2019\n\nNothing is overdue.\n")
            try await season.does(
                "action", "reassign", "A-1", "--owner", name, "--reason", "It is theirs", "--on", "2019-06-20")
            let all = try await season.does("status", "--as", name, "--on", "2019-06-20")
            #expect(
                all == """
                    Yours, 20 June 2019

                    Overdue:
                     Yours
                      2019-06-14  lap action propose-done A-1  Write to every family

                    """, "\(all)")
        }
    }

    @Test func whatIsCutIsCounted() async throws {
        let season = try await season()
        let some = try await told(season, "Overdue:", to: "DCO North", "--limit", "2")
        #expect(some.count == 4 && some.last?.hasPrefix("  and ") ?? false, "\(some)")
        #expect(try await !told(season, "Overdue:", to: "DCO North").contains { $0.hasPrefix("  and ") })
        #expect(await season.refusal("status", "--limit", "0").status == 64)
    }

    @Test func programsAreToldWhoseItIsAndWhatDoesIt() async throws {
        let season = try await season()
        let json = try await season.does("status", "--as", "DCO North", "--on", "2019-06-20", "--json")
        let status = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let lines = try #require(status["overdue"] as? [[String: Any]])
        let update = try #require(lines.first { $0["dueFor"] as? String == "update" })
        #expect(update["whose"] as? String == "north" && update["todo"] as? String == "update-raiser")
        #expect(update["by"] as? [String] == ["Designated Clinical Officer", "DCO administrator"])
        #expect(update["dueTitle"] as? String == "Update the raiser")
    }
}
