import Foundation
import Testing

@testable import LapCommands

/// A partnership binds nobody: what council or NHS must decide is agreed in principle until they have (DOMAIN section 2).
struct InPrincipleTests {
    private let april = "north-2019-04-30"

    private func season(_ own: String...) async throws -> Season {
        let season = try await Season()
        try await season.does("member", "add", "Viewer North", "--seat", "north/viewer", "--from", "2019-01-07")
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-04-03")
        try await season.does(
            ["agenda", "add", april, "--under", "11", "--title", "Posts for therapists", "--on", "2019-04-04"] + own)
        try await season.does("agenda", "build", april, "--on", "2019-04-05")
        try await season.does("meeting", "publish", april, "--on", "2019-04-10")
        try await season.attend()
        return season
    }

    private func resolving(_ item: String, _ own: String...) -> [String] {
        [
            "minutes", "resolve", april, item, "--that", "a third dunnart post be paid for from September",
            "--in-principle", "--subject-to", "Kowari Health Trust", "--by", "2019-06-28", "--owner", "Health North",
            "--on", "2019-04-30",
        ] + own
    }

    @Test func itIsChasedUntilItIsConfirmedWithTheirDateAndMinute() async throws {
        let season = try await season()
        let said = try await season.does(resolving("11.1"))
        #expect(said.contains("D-north-2019-1 recorded. Resolved in principle: That a third dunnart post"), "\(said)")
        #expect(said.contains("It needs the decision of Kowari Health Trust, which is asked for by 28 June 2019."))
        #expect(said.contains("U-1"))
        let before = try await season.page("minutes", april, "--on", "2019-05-01")
        for told in ["Agreed in principle", "Resolved in principle:", "It needs the decision of Kowari Health Trust"] {
            #expect(before.contains(told), "\(told)")
        }
        #expect(try await season.does("decision", "list", april).contains("\tawaited\t"))
        #expect(try await season.does("status", "--on", "2019-07-01").contains("U-1"))
        #expect(
            try await season.does("commitment", "list", "--mine", "--as", "Health North", "--on", "2019-05-01")
                .contains("D-north-2019-1"))
        let early = await season.refusal(
            "commitment", "confirm", "U-1", "--decided-on", "2019-06-20", "--minute", "12.3", "--on", "2019-06-19")
        #expect(early.status == 1)
        let bare = await season.refusal("commitment", "confirm", "U-1", "--decided-on", "2019-06-20")
        #expect(bare.status != 0 && bare.said.contains("--minute"))
        try await season.does(
            "commitment", "confirm", "U-1", "--decided-on", "2019-06-20", "--minute", "12.3", "--on", "2019-06-21")
        let after = try await season.page("minutes", april, "--on", "2019-06-22")
        #expect(after.contains("Kowari Health Trust confirmed it on 20 June 2019 (minute 12.3)."))
        #expect(!after.contains("Resolved in principle:"))
        #expect(try await season.does("show", "D-north-2019-1").contains("confirmed it on 20 June 2019"))
        #expect(try await season.does("decision", "list", april).contains("\tconfirmed\t"))
    }

    @Test func whatIsRefusedStaysInPrincipleAndSaysSo() async throws {
        let season = try await season()
        try await season.does(resolving("11.1"))
        try await season.does(
            "commitment", "refuse", "U-1", "--decided-on", "2019-06-20", "--answer", "There is no money this year",
            "--on", "2019-06-21")
        let after = try await season.page("minutes", april, "--on", "2019-06-22")
        #expect(after.contains("Resolved in principle:"))
        #expect(after.contains("Kowari Health Trust refused it on 20 June 2019: There is no money this year."))
    }

    @Test func undoingTheDeedTakesBothBack() async throws {
        let season = try await season()
        try await season.does(resolving("11.1"))
        try await season.does("undo", "--on", "2019-04-30")
        #expect(!(try await season.does("commitment", "list", "--all")).contains("U-1"))
        #expect(!(try await season.does("decision", "list", april)).contains("D-north"))
    }

    @Test func onlyWhatWasAgreedIsAgreedInPrincipleAndWhoDecidesIsSaid() async throws {
        let season = try await season()
        let noted = await season.refusal(
            "minutes", "resolve", april, "11.1", "--that", "it be noted", "--kind", "noted", "--in-principle",
            "--subject-to", "The council", "--by", "2019-06-28", "--on", "2019-04-30")
        #expect(noted.status == 1 && noted.said.contains("Only what was agreed is agreed in principle."))
        let open = await season.refusal(
            "minutes", "resolve", april, "11.1", "--that", "it be paid", "--in-principle", "--on", "2019-04-30")
        #expect(open.status == 64 && open.said.contains("--subject-to"))
        let past = await season.refusal(
            "minutes", "resolve", april, "11.1", "--that", "it be paid", "--in-principle", "--subject-to",
            "The council",
            "--by", "2019-04-30", "--on", "2019-04-30")
        #expect(past.status == 1)
        #expect(!(try await season.does("decision", "list", april)).contains("D-north"))
    }

    @Test func inPrivateNothingTellsOfIt() async throws {
        let season = try await season("--private", "--private-because", "It is about one person")
        try await season.does(resolving("16.1"))
        let refused = await season.refusal("show", "U-1", "--as", "Viewer North")
        #expect(refused.status == 66 && !refused.said.contains("dunnart"))
        for words in [
            ["commitment", "list"], ["commitment", "list", "--json"], ["decision", "list", april, "--json"],
            ["search", "dunnart"], ["status", "--all", "--json"], ["show", april, "--json"],
        ] {
            let shown = try await season.does(words + ["--as", "Viewer North", "--on", "2019-05-01"])
            for told in ["dunnart", "Kowari"] { #expect(!shown.contains(told), "\(words): \(shown)") }
        }
        for (edition, isShown) in [("public", false), ("members", false), ("restricted", true), ("chair", true)] {
            let text = try await season.page("minutes", april, "--edition", edition, "--on", "2019-05-01")
            for told in ["dunnart", "Kowari"] { #expect(text.contains(told) == isShown, "\(edition): \(told)") }
        }
        try await season.does("meeting", "schedule", "north", "--date", "2019-06-18", "--on", "2019-05-02")
        try await season.does("agenda", "build", "north-2019-06-18", "--on", "2019-05-02")
        let next = try await season.page("agenda", "north-2019-06-18", "--on", "2019-05-02")
        for told in ["dunnart", "Kowari", "U-1"] { #expect(!next.contains(told)) }
    }

    @Test func theBoardsOwnDecisionIsInPrincipleInMinutesAndLetters() async throws {
        let season = try await Season.heard()
        try await season.propose("N-1")
        try await season.table("N-1")
        for event in ["agenda build", "meeting publish"] {
            try await season.does(
                event.split(separator: " ").map(String.init)
                    + ["board-2019-05-22", "--as", "Board Secretary", "--on", "2019-05-07"])
        }
        try await season.does(
            "meeting", "attend", "board-2019-05-22", "--present", "Board Chair", "--present", "Board Parent Rep",
            "--present", "Director of Social Care", "--as", "Board Secretary", "--on", "2019-05-22")
        try await season.does(
            "meeting", "hold", "board-2019-05-22", "--as", "Board Secretary", "--on", "2019-05-22")
        let owning = [
            "issue", "board-own", "N-1", "--decision", "That one dunnart form be used", "--owner",
            "Director of Social Care", "--due", "2019-07-05", "--measure", "No wrong form", "--subject-to",
            "Kowari Council", "--as", "Board Chair", "--on", "2019-05-22",
        ]
        let bare = await season.scratch.run(owning)
        #expect(bare.status != 0 && bare.complaints.contains("--decide-by"), "\(bare.complaints)")
        let said = try await season.does(owning + ["--decide-by", "2019-06-28"])
        #expect(said.contains("Recorded D-board-2019-1, U-1, A-1."), "\(said)")
        let letter = try await season.page("letter", "N-1", "--draft", "--on", "2019-05-23")
        #expect(letter.contains("agreed in principle") && letter.contains("Kowari Council"), "\(letter)")
        #expect(letter.contains("That one dunnart form be used, by 5 July 2019, if Kowari Council agrees."))
        let minutes = try await season.page(
            "minutes", "board-2019-05-22", "--as", "Board Secretary", "--on", "2019-05-23")
        #expect(minutes.contains("Resolved in principle:") && minutes.contains("decision of Kowari Council"))
        try await season.does(
            "commitment", "refuse", "U-1", "--decided-on", "2019-06-20", "--answer", "No money", "--as",
            "Board Secretary", "--on", "2019-06-21")
        let refused = try await season.page("letter", "N-1", "--draft", "--on", "2019-06-22")
        #expect(refused.contains("No money.") && refused.contains("What was agreed cannot be done without that."))
        #expect(!refused.contains("Who will do what") && !refused.contains("5 July"))
        try await season.does("undo", "--as", "Board Secretary", "--on", "2019-06-22")
        try await season.does(
            "commitment", "confirm", "U-1", "--decided-on", "2019-06-20", "--minute", "ICB 12/3", "--as",
            "Board Secretary", "--on", "2019-06-22")
        let later = try await season.page("letter", "N-1", "--draft", "--on", "2019-06-22")
        #expect(!later.contains("in principle"))
        #expect(later.contains("Kowari Council confirmed it on 20 June 2019 (minute ICB 12/3)."))
        #expect(later.contains("That one dunnart form be used, by 5 July 2019."))
    }
}
