import Foundation
import Testing

@testable import LapCommands

/// A gap in services: found, told, looked at again and closed, and printed as far as what it was found in may be.
struct GapTests {
    private let april = "north-2019-04-30"

    private func find(_ season: Season, _ own: String..., theme: String = "salt", on day: String = "2019-04-04")
        async throws
    {
        try await season.does(
            [
                "gap", "open", "--theme", theme, "--summary", "No clinic after school in Wyre", "--review-on",
                "2019-06-03", "--on", day,
            ] + own)
    }

    @Test func itIsToldLookedAtAgainAndClosed() async throws {
        let season = try await Season()
        try await season.raise()
        try await find(season, "--issues", "N-1")
        let found = try await season.does("gap", "list", "--on", "2019-04-04")
        #expect(
            found.contains(
                "G-1\tfound\t2019-06-03\tnorth\tSpeech, language and communication therapy\tN-1\t\tNo clinic"),
            "\(found)")
        let told = try await season.does(
            "gap", "tell", "G-1", "--told-to", "NHS commissioner", "--as", "Board Secretary", "--on", "2019-04-05")
        #expect(told.contains("G-1: Found → Told. Look at it again by 3 June 2019."), "\(told)")
        let status = try await season.does("status", "--on", "2019-06-01")
        #expect(status.contains(/2019-06-03 +lap gap review G-1/), "\(status)")
        try await season.does(
            "gap", "close", "G-1", "--outcome", "filled", "--closed-with", "Two clinics opened", "--on", "2019-06-03")
        #expect(try await season.does("gap", "list", "--on", "2019-06-03").isEmpty)
        #expect(try await season.does("gap", "list", "--all", "--on", "2019-06-03").hasPrefix("G-1\tclosed"))
        let shown = try await season.does("show", "G-1", "--on", "2019-06-03")
        #expect(shown.contains("NHS commissioner") && shown.contains("Two clinics opened"), "\(shown)")
        try await season.does("undo", "--on", "2019-06-03")
        #expect(try await season.does("gap", "list", "--area", "north", "--on", "2019-06-03").hasPrefix("G-1\ttold"))
        #expect(try await season.does("gap", "list", "--area", "south", "--on", "2019-06-03").isEmpty)
        let elsewhere = await season.refusal("gap", "list", "--area", "nowhere")
        #expect(elsewhere.status == 65 && !elsewhere.said.isEmpty, "\(elsewhere)")
    }

    @Test func whereItWasFoundAndWhoseItIsHasToBeSaid() async throws {
        let season = try await Season()
        let words = ["gap", "open", "--theme", "salt", "--summary", "No clinic", "--review-on", "2019-06-03"]
        let nowhere = await season.refusal(words + ["--on", "2019-04-04"])
        #expect(nowhere.status == 1 && nowhere.said.contains("--area"), "\(nowhere)")
        let unfound = await season.refusal(words + ["--area", "north", "--on", "2019-04-04"])
        #expect(unfound.status == 1 && unfound.said.contains("not said in which issues"), "\(unfound)")
        #expect(try await season.does("gap", "list", "--all", "--on", "2019-04-04").isEmpty)
    }

    @Test func anAgendaPrintsItInBothEditionsAndNamesInPublicWhatIsPublished() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await find(season, "--issues", "N-1")
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-04-03")
        try await season.does("agenda", "build", april, "--on", "2019-04-05")
        let before = try await season.page("agenda", april, "--on", "2019-04-05")
        #expect(before.contains("No clinic after school in Wyre. Not told to anybody yet."), "\(before)")
        let members = try await season.page("agenda", april, "--edition", "members", "--on", "2019-04-05")
        #expect(members.contains("No clinic after school in Wyre. Found in N-1."), "\(members)")
        try await season.does("issue", "schedule", "N-1", "--meeting", april, "--on", "2019-04-05")
        try await season.does("agenda", "build", april, "--on", "2019-04-05")
        try await season.does("meeting", "publish", april, "--on", "2019-04-10")
        let after = try await season.page("agenda", april, "--on", "2019-04-10")
        #expect(after.contains("No clinic after school in Wyre. Found in N-1."), "\(after)")
    }

    /// One family's gap tells of that family: where nothing that it was found in may be named, it is not printed.
    @Test func whatWasFoundOnlyInWhatIsPrivateOrNotAgreedToIsNotPrinted() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.raise("--consent", "record")
        for issue in ["N-1", "N-2"] { try await season.accept(issue) }
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-04-03")
        try await season.does(
            "issue", "schedule", "N-1", "--meeting", april, "--private", "--private-because", "One family", "--on",
            "2019-04-03")
        try await find(season, "--issues", "N-1")
        try await find(season, "--issues", "N-2", theme: "ot")
        try await season.does("agenda", "build", april, "--on", "2019-04-05")
        for edition in ["public", "members"] {
            let printed = try await season.page("agenda", april, "--edition", edition, "--on", "2019-04-05")
            #expect(printed.contains("No gap in services is printed here."), "\(edition)")
            #expect(
                !printed.contains("No clinic") && !printed.contains("G-1") && !printed.contains("N-1"), "\(edition)")
        }
        // On the screen it is for whoever reads that.
        try await season.does("member", "add", "Viewer North", "--seat", "north/viewer", "--from", "2019-01-07")
        let looking = try await season.does("gap", "list", "--as", "Viewer North", "--on", "2019-04-05")
        #expect(looking.hasPrefix("G-2") && !looking.contains("G-1"), "\(looking)")
        #expect(try await season.does("gap", "list", "--as", "SENCO North", "--on", "2019-04-05").contains("G-1"))
        #expect(await season.refusal("gap", "show", "G-1", "--as", "Viewer North").status == 66)
        #expect(await season.refusal("gap", "show", "G-1", "--as", "Board Chair").status == 66)
    }

    @Test func whatMayBeASafeguardingMatterStopsItAndIsTheDCOsAlone_R1() async throws {
        let season = try await Season()
        try await season.raise()
        try await find(season, "--issues", "N-1")
        try await season.does(
            "issue", "rescreen", "N-1", "--safeguarding", "unsure", "--on",
            "2019-04-05")
        let refused = await season.refusal("gap", "tell", "G-1", "--told-to", "The Board", "--on", "2019-04-05")
        #expect(refused.status == 1 && refused.said.contains("screen"), "\(refused)")
        #expect(try await season.does("gap", "list", "--as", "SENCO North", "--on", "2019-04-05").isEmpty)
        #expect(try await season.does("gap", "list", "--on", "2019-04-05").contains("G-1"))
    }

    @Test func aBriefOfTheBoardPrintsWhatWasFoundInItsIssue() async throws {
        let season = try await Season.heard()
        try await season.propose("N-1")
        try await season.table("N-1")
        try await find(season, "--issues", "N-1", on: "2019-05-04")
        try await season.does(
            "gap", "tell", "G-1", "--told-to", "NHS commissioner", "--answer", "They cost a clinic", "--on",
            "2019-05-06")
        try await season.does("agenda", "build", "board-2019-05-22", "--as", "Board Secretary", "--on", "2019-05-08")
        for edition in ["public", "members"] {
            let printed = try await season.page(
                "board", "board-2019-05-22", "--edition", edition, "--as", "Board Secretary", "--on", "2019-05-08")
            #expect(printed.contains("Gaps found"), "\(edition)")
            #expect(
                printed.contains("Told to NHS commissioner on 6 May 2019, who answered: They cost a clinic."),
                "\(edition)")
        }
    }

    /// What it says may be about any of the issues that it cites, or ever cited: whoever may not read one reads nothing of it.
    @Test(arguments: [true, false])
    func whatCitesSomethingPrivateOrTakenBackIsForItsReadersAlone_R10(isTakenBack: Bool) async throws {
        let season = try await Season()
        try await season.does("member", "add", "Viewer North", "--seat", "north/viewer", "--from", "2019-01-07")
        try await season.raise()
        try await season.raise("--summary", "No escort on a long ride", "--theme", "transport")
        for issue in ["N-1", "N-2"] { try await season.accept(issue) }
        try await find(season, "--issues", "N-1,N-2")
        let viewer = ["--as", "Viewer North", "--on", "2019-04-05"]
        #expect(try await season.does(["gap", "list"] + viewer).contains("G-1"))
        if isTakenBack {
            try await season.does("issue", "withdraw-consent", "N-1", "--on", "2019-04-05")
        } else {
            try await season.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-04-05")
            try await season.does(
                "issue", "schedule", "N-1", "--meeting", april, "--private", "--private-because", "One family", "--on",
                "2019-04-05")
        }
        for step in 0..<2 {
            for words in [["gap", "list"], ["search", "clinic"], ["planner"], ["log", "G-1"], ["show", "G-1"]] {
                let ran = await season.scratch.run(words + viewer)
                #expect(!(ran.output + ran.complaints).contains("clinic after"), "\(step), \(words): \(ran)")
            }
            #expect(try await season.does("show", "G-1", "--on", "2019-04-05").contains("clinic after"))
            guard step == 0 else { continue }
            try await season.does(
                "gap", "correct", "G-1", "--issues", "N-2", "--corrected-because", "It is about one", "--on",
                "2019-04-05")
        }
    }
}
