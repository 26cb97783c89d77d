import Foundation
import Testing

@testable import LapCommands

/// What may be a safeguarding matter, from the command line.
struct SafeguardingTests {
    @Test func aWorryIsLoggedWithoutItsStory() async throws {
        let season = try await Season()
        let told = try await season.does(
            "issue", "log-diverted", "--district", "lancaster", "--received", "2019-04-01", "--destination", "police",
            "--external-reference", "P-77", "--on", "2019-04-01")
        #expect(told.hasPrefix("N-1: Diverted."))
        let shown = try await season.does("issue", "show", "N-1", "--json")
        #expect(shown.contains("\"external-reference\":\"P-77\"") && shown.contains("\"area\":\"north\""))
        #expect(!shown.contains("district"))
        #expect(try await season.does("fsck").hasPrefix("Sound:"))
    }

    @Test func divertingComesNextAndFirst() async throws {
        let season = try await Season()
        try await season.raise(on: "2019-04-01")
        let told = try await season.does(
            "issue", "rescreen", "N-1", "--safeguarding", "yes", "--on", "2019-04-02", "--screened-on", "2019-04-02")
        #expect(told.contains("Divert by 2 April 2019."))
        #expect(told.contains("Next: lap issue divert N-1\n"))
        let status = try await season.does("status", "--json", "--on", "2019-04-02")
        #expect(
            status.contains(
                #""due":"2019-04-02","dueFor":"divert","dueTitle":"Divert","reasons":[],"ref":"N-1""#), "\(status)")
        #expect(status.contains(#""todo":"divert","whose":"north""#), "\(status)")
    }

    /// Others see that an issue with a clear screen is there; nothing of one without.
    @Test func onlyTheDCOSideReadsIt() async throws {
        let season = try await Season()
        try await season.raise()
        let open = try await season.does("issue", "show", "N-1", "--as", "SENCO North")
        #expect(open.contains("Nine-month wait"))
        try await season.does("issue", "rescreen", "N-1", "--safeguarding", "unsure", "--on", "2019-04-02")
        for words in [["issue", "show", "N-1"], ["show", "N-1", "--json"], ["log", "N-1"]] {
            let shut = await season.scratch.run(words + ["--as", "SENCO North"])
            #expect(shut.status == 66 && shut.output.isEmpty && shut.complaints.contains("There is no N-1"))
        }
        #expect(try await season.does("issue", "show", "N-1").contains("Nine-month wait"))
    }

    private func issuePapers(of season: Season) async throws {
        let meeting = "north-2019-04-30"
        try await season.does("pack", "agenda", meeting, "--format", "html", "--on", "2019-04-12")
        try await season.does(
            "minutes", "record", meeting, "8.1", "--discussed", "The echidna spoke", "--on", "2019-04-30")
        for event in ["conclude", "draft-minutes", "circulate-minutes"] {
            try await season.does("meeting", event, meeting, "--on", "2019-04-30")
        }
        for edition in ["public", "members"] {
            try await season.does(
                "pack", "minutes", meeting, "--edition", edition, "--format", "html", "--on", "2019-04-30")
        }
    }

    /// What a diversion took out of other texts marks nothing in a paper for everybody.
    @Test func noAgendaForEverybodySaysThatWordsWereTakenOut() async throws {
        let season = try await Season()
        try await season.raise("--child-name", "Tippo Maidenhare")
        try await season.accept("N-1")
        let april = "north-2019-04-30"
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-04-03")
        for title in ["Thanks to Tippo Maidenhare", "Ramps at the library"] {
            _ = await season.scratch.run(
                "agenda", "add", april, "--under", "11", "--title", title, "--on", "2019-04-04")
        }
        try await season.does("agenda", "build", april, "--on", "2019-04-05")
        try await season.does(
            "issue", "divert", "N-1", "--destination", "police", "--external-reference", "P-79", "--on", "2019-04-06")
        #expect(try await season.does("agenda", "show", april).contains("[removed]"))
        let text = try await season.page("agenda", april, "--on", "2019-04-08")
        #expect(!text.contains("[removed]") && text.contains("A matter that is not published"), "\(text)")
        #expect(text.contains("Ramps at the library"))
    }

    /// What an issue hands on goes with it.
    @Test func itsActionsTextIsSealedAndGoesWithIt() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        try await season.attend()
        try await season.does(
            "issue", "assign", "N-1", "--owner", "SENCO North", "--agency", "The wombat trust", "--due", "2019-06-28",
            "--measure", "Fewer numbats wait", "--action", "Ask the bandicoot team", "--on", "2019-04-30")
        let actions = try await season.does("action", "show", "A-1", "--json")
        for text in ["The wombat trust", "Fewer numbats wait", "Ask the bandicoot team"] {
            #expect(actions.contains(text))
        }
        try await issuePapers(of: season)
        #expect(try ["Nine-month wait", "The echidna spoke", "bandicoot team"].allSatisfy(season.scratch.holds))
        try await season.does("issue", "rescreen", "N-1", "--safeguarding", "yes", "--on", "2019-05-01")
        try await season.does(
            "issue", "divert", "N-1", "--destination", "police", "--external-reference", "P-78", "--on", "2019-05-01")
        // Papers that were issued, too, are without all that was written about it.
        for text in ["wombat trust", "numbats wait", "bandicoot team", "echidna spoke", "Nine-month wait"] {
            #expect(try !season.scratch.holds(text), "\(text)")
        }
        #expect(try await season.does("pack", "verify", "packs").contains("destroy this copy"))
        #expect(try await season.does("action", "show", "A-1", "--json=state").contains("superseded"))
        #expect(try await season.does("fsck").hasPrefix("Sound:"))
    }
}
