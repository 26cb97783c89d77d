import Foundation
import Testing

@testable import LapCommands

/// What comes before an area's next LAP is seen at once.
struct IntakeTests {
    /// N-1 is ready, N-2 only logged, N-3 without consent to its being talked about, N-4 before the meeting already.
    private func season() async throws -> Season {
        let season = try await Season()
        try await season.does("member", "add", "DCO South", "--seat", "south/dco")
        for _ in 1...4 { try await season.raise() }
        for issue in ["N-1", "N-4"] { try await season.accept(issue) }
        try await season.does("issue", "edit", "N-3", "--consent", "record", "--on", "2019-04-02")
        try await season.accept("N-3")
        try await season.agenda(with: "N-4")
        return season
    }

    private func told(
        _ season: Season, on day: String = "2019-04-03", as who: String = "DCO North"
    ) async throws -> [String: Any] {
        let json = try await season.does("intake", "north", "--as", who, "--on", day, "--json")
        return try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    }

    private func refs(_ told: [String: Any], _ list: String) -> [String] {
        (told[list] as? [[String: Any]] ?? []).compactMap { $0["ref"] as? String }
    }

    private func missing(_ told: [String: Any], _ ref: String) -> [String] {
        (told["notReady"] as? [[String: Any]] ?? []).first { $0["ref"] as? String == ref }?["missing"] as? [String]
            ?? []
    }

    @Test func theNextMeetingAndItsCutOffAreTold() async throws {
        let season = try await season()
        let text = try await season.does("intake", "--on", "2019-04-03")
        #expect(text.contains("north-2019-04-30 meets on Tuesday 30 April 2019."))
        // Good Friday and Easter Monday lie between.
        #expect(text.contains("The cut-off, Friday 12 April 2019, is in 7 working days."))
        #expect(text.contains("Before it already:\n  N-4"))
        #expect(text.contains("lap issue schedule N-1 --meeting north-2019-04-30"))
        #expect(text.contains("lap issue acknowledge N-2, then accept, schedule"))
        #expect(try await season.does("intake", "north", "--on", "2019-04-12").contains(", is today."))
        #expect(try await season.does("intake", "north", "--on", "2019-04-15").contains("is over, so that"))
        #expect(try await season.does("intake", "south").contains("No meeting is scheduled"))
    }

    @Test func whatIsMissingIsNamed() async throws {
        let season = try await season()
        let told = try await told(season)
        #expect(refs(told, "ready") == ["N-1"] && refs(told, "notReady") == ["N-2", "N-3"])
        let logged = missing(told, "N-2")
        for field in ["Scope", "Severity", "Phase", "Already tried"] {
            #expect(logged.contains { $0.contains(field) }, "\(logged)")
        }
        // Nobody has said yet how it is acknowledged, which is no lack of the issue.
        #expect(!logged.contains { $0.contains("acknowledged") || $0.contains("Owner") }, "\(logged)")
        #expect(missing(told, "N-3").count == 1 && missing(told, "N-3")[0].contains("only without names"))
        let late = try await self.told(season, on: "2019-04-15")
        #expect(refs(late, "ready").isEmpty && missing(late, "N-1") == ["The cut-off for this agenda has passed."])
    }

    /// The secretary's inbox: what was escalated, what is on its way, and how long there is to table it.
    @Test func theBoardIsToldWhatComesBeforeIt() async throws {
        let season = try await Season.heard()
        let none = try await season.does("intake", "--as", "Board Secretary", "--on", "2019-04-30")
        #expect(none.contains("lap meeting schedule board --date DATE") && none.contains("Nothing waits"), "\(none)")
        try await season.propose("N-1")
        for date in ["2019-05-22", "2019-07-24"] {
            try await season.does(
                "meeting", "schedule", "board", "--date", date, "--as", "Board Secretary", "--on", "2019-05-01")
        }
        let coming = try await season.does("intake", "board", "--on", "2019-05-01")
        #expect(coming.contains("Not ready:") && coming.contains("lap issue submit N-1"), "\(coming)")
        try await season.does("issue", "submit", "N-1", "--as", "Deputy DCO North", "--on", "2019-05-03")
        let inbox = try await season.does("intake", "--as", "Board Secretary", "--on", "2019-05-03")
        #expect(inbox.contains(/The cut-off, [A-Z][a-z]+ \d+ May 2019, is in \d+ working days?\./), "\(inbox)")
        #expect(inbox.contains("Ready:\n  N-1") && inbox.contains("lap issue table N-1 --meeting board-2019-05-22"))
        #expect(try await !season.does("intake", "north", "--on", "2019-05-03").contains("N-1"))
        try await season.does(
            "issue", "table", "N-1", "--meeting", "board-2019-05-22", "--as", "Board Secretary", "--on", "2019-05-03")
        let tabled = try await season.does("intake", "board", "--as", "Board Chair", "--on", "2019-05-03")
        #expect(tabled.contains("Before it already:\n  N-1     Direct one assessment\n"), "\(tabled)")
        #expect(tabled.contains("32 days old; E1, E5; North LAP; here since 3 May 2019"), "\(tabled)")
        #expect(tabled.contains("          Nine-month wait for a first appointment"), "\(tabled)")
        try await season.openBoard()
        try await season.does(
            "issue", "board-defer", "N-1", "--reason", "No time", "--next-meeting", "board-2019-07-24", "--as",
            "Board Chair", "--on", "2019-05-22")
        let undecided = try await season.does("intake", "--as", "Board Secretary", "--on", "2019-05-23")
        #expect(undecided.contains("left undecided by 1 Board"), "\(undecided)")
        try await season.does(
            "issue", "table", "N-1", "--meeting", "board-2019-07-24", "--as", "Board Secretary", "--on", "2019-05-24")
        try await season.openBoard("2019-07-24", publishing: "2019-07-10")
        try await season.does(
            "issue", "board-own", "N-1", "--decision", "Use one", "--owner", "Director of Social Care", "--due",
            "2019-09-30", "--measure", "No other is used", "--as", "Board Chair", "--on", "2019-07-24")
        let followed = try await season.does("intake", "board", "--as", "Board Chair", "--on", "2019-07-25")
        #expect(followed.contains("Being followed up:\n  N-1     Direct one assessment\n"), "\(followed)")
        #expect(followed.contains("Board action, Director of Social Care, due 30 September 2019"), "\(followed)")
    }

    @Test func whoMayNotReadTheConsentIsToldNothingOfIt() async throws {
        let season = try await season()
        let told = try await told(season, as: "SENCO North")
        #expect(missing(told, "N-3").isEmpty && refs(told, "notReady") == ["N-2"], "\(told)")
        let nothing = try await self.told(season, as: "DCO South")
        for list in ["brought", "ready", "notReady", "alike"] { #expect(refs(nothing, list).isEmpty) }
        #expect(nothing["meeting"] != nil)
    }

    @Test func whoMayNotTakeTheNextStepIsToldWhoDoes() async throws {
        let season = try await season()
        let text = try await season.does("intake", "north", "--as", "SENCO North", "--on", "2019-04-03")
        let dco = "by the Designated Clinical Officer"
        #expect(text.contains("schedule N-1 --meeting north-2019-04-30, \(dco) or the chair"))
        #expect(text.contains("acknowledge N-2, \(dco) or the DCO administrator, then accept"))
        let none = try await season.does("intake", "south", "--as", "SENCO North", "--on", "2019-04-03")
        #expect(none.contains("lap meeting schedule south --date DATE, by the "), "\(none)")
        #expect(try await !season.does("intake", "north", "--on", "2019-04-03").contains(", by the "))
    }

    /// Nobody waits to hear that it arrived.
    @Test func whatIsRaisedWithoutANameGoesOnByBeingTakenOn() async throws {
        let season = try await season()
        try await season.does(
            "issue", "raise", "--area", "north", "--raised-by", "parent-carer", "--channel", "letter", "--received",
            "2019-04-02", "--theme", "camhs", "--safeguarding", "no", "--parallel", "none", "--summary", "A wait",
            "--anonymous")
        let text = try await season.does("intake", "north", "--on", "2019-04-03")
        #expect(text.contains("lap issue accept N-5, then schedule"), "\(text)")
        #expect(try await season.does("status", "--on", "2019-04-03").contains("lap issue accept N-5"))
    }

    @Test func aWorryAndWhatRestsAreNotAmongIt() async throws {
        let season = try await season()
        try await season.does("issue", "rescreen", "N-2", "--safeguarding", "unsure", "--on", "2019-04-04")
        try await season.does(
            "issue", "suspend", "N-3", "--suspended-because", "An illness", "--review-on", "2019-05-02", "--on",
            "2019-04-04")
        #expect(try await refs(told(season, on: "2019-04-04"), "notReady").isEmpty)
    }

    /// What its family took back is asked for again first, and is not alike with others.
    @Test func whatWasTakenBackIsAskedForAgain() async throws {
        let season = try await season()
        for _ in 1...2 { try await season.raise(on: "2019-04-02") }
        try await season.does("issue", "withdraw-consent", "N-1", "--on", "2019-04-03")
        try await season.does("issue", "withdraw-consent", "N-6", "--on", "2019-04-03")
        let text = try await season.does("intake", "north", "--on", "2019-04-03")
        #expect(text.contains("lap issue renew-consent N-1, then schedule"), "\(text)")
        #expect(!text.contains("Alike within"), "\(text)")
    }

    @Test func threeAlikeAskForOneSystemicIssue() async throws {
        let season = try await season()
        // Two are systemic.
        #expect(try await (told(season)["alike"] as? [Any])?.isEmpty == true)
        for _ in 1...2 { try await season.raise(on: "2019-04-02") }
        let text = try await season.does("intake", "north", "--on", "2019-04-03")
        #expect(text.contains("Alike within 90 days") && text.contains("N-6, N-5, N-2"), "\(text)")
    }

    @Test func aThemeIsToldOfElsewhereAndWhatSettledItToThoseWhoReadItThere() async throws {
        let season = try await season()
        try await season.does("member", "add", "Information Officer", "--seat", "board/information-officer")
        for _ in 1...2 {
            try await season.does(
                "issue", "raise", "--area", "south", "--raised-by", "school", "--channel", "email", "--received",
                "2019-04-01", "--theme", "salt", "--safeguarding", "no", "--parallel", "none", "--consent", "record",
                "--summary", "A wait", "--as", "DCO South")
        }
        func step(_ words: String...) async throws {
            try await season.does(["issue"] + words + ["--as", "DCO South", "--on", "2019-04-02"])
        }
        try await step("acknowledge", "S-1", "--method", "email", "--reply-by", "2019-04-08")
        try await step(
            "accept", "S-1", "--scope", "individual", "--phase", "primary", "--severity", "2", "--tried", "Asked",
            "--services", "Therapy", "--outcome-sought", "A date")
        try await step("start-early-resolution", "S-1", "--service-contacted", "Therapy", "--due", "2019-04-30")
        try await step(
            "resolve-early", "S-1", "--outcome", "Seen within a week", "--outcome-evidence", "A letter",
            "--raiser-view", "Glad")
        let dcos = try await season.does("intake", "north", "--on", "2019-04-03")
        #expect(dcos.contains("Speech, language and communication therapy: 2 open in South"), "\(dcos)")
        #expect(!dcos.contains("Seen within a week"))
        let officers = try await season.does("intake", "north", "--as", "Information Officer", "--on", "2019-04-03")
        #expect(officers.contains("S-1 in South: Seen within a week"), "\(officers)")
    }

    @Test func anAreaIsNamedWhereNoneIsOnesOwn() async throws {
        let season = try await season()
        try await season.does("member", "add", "Of Both", "--seat", "north/viewer", "--seat", "south/viewer")
        let both = await season.refusal("intake", "--as", "Of Both")
        #expect(both.status == 65 && both.said.contains("north, south, east, board"), "\(both.said)")
        let mistyped = await season.refusal("intake", "nroth")
        #expect(mistyped.status == 65 && mistyped.said.contains("north"))
    }
}
