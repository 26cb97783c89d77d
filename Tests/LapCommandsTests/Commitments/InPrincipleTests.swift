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

    @Test func whatIsRefusedNoMeetingHasToConfirm() async throws {
        let season = try await Season()
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-04-03")
        try await season.does(
            "agenda", "add", april, "--under", "11", "--title", "Posts for therapists", "--on", "2019-04-04")
        try await season.does("agenda", "build", april, "--on", "2019-04-05")
        try await season.does("meeting", "publish", april, "--on", "2019-04-10")
        try await season.attend(without: "Parent Rep North")
        #expect(try await season.does(resolving("11.1")).contains("It is provisional."))
        let waiting = "Provisional decisions, to be confirmed"
        #expect(try await season.does("status", "--on", "2019-05-02").contains(waiting))
        try await season.does(
            "commitment", "refuse", "U-1", "--decided-on", "2019-06-20", "--answer", "No money", "--on", "2019-06-21")
        #expect(!(try await season.does("status", "--on", "2019-06-22")).contains(waiting))
        let minutes = try await season.page("minutes", april, "--on", "2019-06-22")
        #expect(!minutes.contains("It stands once it is confirmed"), "\(minutes)")
    }

    /// Nobody else hears of what a locality meeting agreed in principle on no issue, so its next agenda tells what became of it.
    @Test(arguments: [true, false])
    func whatBecameOfItComesToTheNextAgenda(isRefused: Bool) async throws {
        let season = try await season()
        try await season.does(resolving("11.1"))
        for (day, on) in [("2019-05-28", "2019-05-02"), ("2019-06-25", "2019-05-29")] {
            try await season.does("meeting", "schedule", "north", "--date", day, "--on", on)
            try await season.does("agenda", "build", "north-\(day)", "--on", on)
            guard day == "2019-05-28" else { continue }
            try await season.does("meeting", "publish", "north-\(day)", "--on", on)
            try await season.attend("north-\(day)")
        }
        let june = "north-2019-06-25"
        #expect(try await !season.page("agenda", june, "--on", "2019-06-19").contains("answered since"))
        try await season.does(
            ["commitment", isRefused ? "refuse" : "confirm", "U-1", "--decided-on", "2019-06-20", "--on", "2019-06-21"]
                + (isRefused ? ["--answer", "There is no money this year"] : ["--minute", "12.3"]))
        let agenda = try await season.page("agenda", june, "--on", "2019-06-22")
        let told = isRefused ? "refused it on 20 June 2019: There is no money" : "confirmed it on 20 June 2019 (minute"
        #expect(agenda.contains("Kowari Health Trust \(told)"), "\(agenda)")
        #expect(agenda.contains("and what was decided before and answered since"))
        // What they answered is no evidence that it was done.
        #expect(!agenda.contains("Evidence:"))
        #expect(agenda.contains("Their answer: There is no money this year.") == isRefused)
    }

    /// What was put to a meeting and not agreed is nowhere told as if it had been.
    @Test func whatWasNotAgreedIsToldAsProposed() async throws {
        let season = try await season()
        try await season.does(
            "minutes", "resolve", april, "11.1", "--that", "the dunnart be fed", "--kind", "not-agreed", "--for", "1",
            "--against", "4", "--on", "2019-04-30")
        let minutes = try await season.page("minutes", april, "--on", "2019-05-01")
        #expect(minutes.contains("D-north-2019-1, Not agreed") || minutes.contains("Not agreed"), "\(minutes)")
        #expect(minutes.contains("Proposed:") && !minutes.contains("Resolved:"))
        #expect(try await season.does("decision", "list", april).contains("D-north-2019-1\tnot-agreed"))
        let shown = try await season.does("show", "D-north-2019-1")
        #expect(shown.contains("Proposed: That the dunnart be fed") && !shown.contains("Resolved"), "\(shown)")
        try await season.does("meeting", "schedule", "north", "--date", "2019-05-28", "--on", "2019-05-02")
        try await season.does("agenda", "build", "north-2019-05-28", "--on", "2019-05-02")
        let next = try await season.page("agenda", "north-2019-05-28", "--on", "2019-05-02")
        #expect(next.contains("Proposed: That the dunnart be fed.") && next.contains("Not agreed"), "\(next)")
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

    /// N-1 owned by the Board in principle, as U-1, with A-1 hanging on it.
    private func owned() async throws -> Season {
        let season = try await Season.heard()
        try await season.propose("N-1")
        try await season.table("N-1")
        try await season.openBoard()
        let said = try await season.does(
            "issue", "board-own", "N-1", "--decision", "That one dunnart form be used", "--owner",
            "Director of Social Care", "--due", "2019-07-05", "--measure", "No wrong form", "--subject-to",
            "Kowari Council", "--decide-by", "2019-06-28", "--as", "Board Chair", "--on", "2019-05-22")
        #expect(said.contains("Recorded D-board-2019-1, U-1, A-1."), "\(said)")
        return season
    }

    private func refuse(_ season: Season) async throws -> String {
        try await season.does(
            "commitment", "refuse", "U-1", "--decided-on", "2019-06-20", "--answer", "There is no money", "--as",
            "Board Secretary", "--on", "2019-06-21")
    }

    /// The step that hangs on it ends, and the Board decides again, by a day.
    @Test func whatIsRefusedComesBackToTheBoard() async throws {
        let season = try await owned()
        let open = await season.refusal(
            "issue", "board-complete", "N-1", "--proposed-on", "2019-06-03", "--outcome", "Done",
            "--outcome-evidence", "A form", "--impact", "None", "--open-actions", "stand", "--as", "Board Chair",
            "--on",
            "2019-06-03")
        #expect(open.status == 1 && open.said.contains("has not answered yet"), "\(open.said)")
        let said = try await refuse(season)
        #expect(said.contains("N-1: Decision refused; now Escalated."), "\(said)")
        #expect(try await season.does("show", "A-1", "--as", "Board Secretary").contains("Superseded"))
        let shown = try await season.does("show", "N-1", "--as", "Board Secretary")
        #expect(shown.contains("Kowari Council") && shown.contains("Decision refused"), "\(shown)")
        let status = try await season.does("status", "--as", "Board Secretary", "--on", "2019-06-24")
        #expect(status.contains("lap issue table N-1"), "\(status)")
        try await season.does(
            "meeting", "schedule", "board", "--date", "2019-07-24", "--as", "Board Secretary", "--on", "2019-06-24")
        try await season.does(
            "issue", "table", "N-1", "--meeting", "board-2019-07-24", "--as", "Board Secretary", "--on", "2019-06-24")
        try await season.openBoard("2019-07-24", publishing: "2019-07-05")
        let papers = try await season.page(
            "board", "board-2019-07-24", "--edition", "members", "--as", "Board Secretary", "--on", "2019-07-05")
        #expect(papers.contains("Kowari Council refused what was agreed in principle"), "\(papers)")
        let again = try await season.does(
            "issue", "board-nfa", "N-1", "--reason", "Nobody pays", "--as", "Board Chair", "--on", "2019-07-24")
        #expect(again.contains("Resolved by the Board"), "\(again)")
        #expect(try await !season.does("show", "N-1", "--as", "Board Secretary").contains("Refused by"))
        #expect(try await season.does("fsck").contains("Sound"))
    }

    @Test func theNextBoardThatIsFixedHearsARefusal() async throws {
        let season = try await owned()
        try await season.does(
            "meeting", "schedule", "board", "--date", "2019-07-24", "--as", "Board Secretary", "--on", "2019-06-03")
        #expect(try await refuse(season).contains("N-1: Decision refused; now With the Board."))
        try await season.does("undo", "--as", "Board Secretary", "--on", "2019-06-21")
        #expect(try await season.does("show", "A-1", "--as", "Board Secretary").contains("Open"))
    }

    /// Reading of what a commitment is about is no right to take back what became of it.
    @Test func whoMayNotConfirmItMayNotTakeThatBack() async throws {
        let season = try await owned()
        try await season.does(
            "commitment", "confirm", "U-1", "--decided-on", "2019-06-20", "--minute", "12.3", "--as",
            "Board Secretary", "--on", "2019-06-21")
        let operation = try await season.does("log", "--limit", "1", "--json=operation").filter(\.isNumber)
        for person in ["DCO North", "Deputy DCO North"] {
            for options in [[], ["-n"]] {
                let ran = await season.scratch.run(["undo", operation, "--as", person] + options)
                #expect(ran.status == 77, "\(person): \(ran.complaints)")
            }
        }
        // A letter that tells of it stands; once that was recalled, it may be taken back.
        try await season.does("pack", "letter", "N-1", "--format", "html", "--to", "out", "--on", "2019-06-24")
        let rests = await season.refusal("undo", operation, "--as", "Board Secretary")
        #expect(rests.status == 1 && rests.said.contains("n-1-letter.html went out"), "\(rests.said)")
        try await season.does(
            "pack", "recall", "out/n-1-letter.html", "--because", "It was sent to the wrong house", "--on", "2019-06-25"
        )
        try await season.does("undo", operation, "--as", "Board Secretary", "--on", "2019-06-25")
    }

    /// Papers tell when they decided, and not when somebody typed it in.
    @Test func papersTellTheDayOnWhichTheyDecided() async throws {
        let season = try await owned()
        _ = try await refuse(season)
        try await season.does(
            "meeting", "schedule", "board", "--date", "2019-07-24", "--as", "Board Secretary", "--on", "2019-06-24")
        try await season.does(
            "agenda", "build", "board-2019-07-24", "--as", "Board Secretary", "--on", "2019-07-05")
        let papers = try await season.page(
            "board", "board-2019-07-24", "--edition", "members", "--as", "Board Secretary", "--on", "2019-07-05")
        #expect(papers.contains("20 Jun 2019") && !papers.contains(/Refused[^<]*21 Jun 2019/))
    }

    /// Minutes that were circulated tell what was so then.
    @Test func circulatedMinutesTellNoAnswerThatCameLater() async throws {
        let season = try await owned()
        let secretary = ["--as", "Board Secretary"]
        let board = "board-2019-05-22"
        try await season.does(
            ["minutes", "record", board, "1", "--discussed", "Welcome.", "--on", "2019-05-22"] + secretary)
        for (event, day) in [
            ("conclude", "2019-05-22"), ("draft-minutes", "2019-05-24"), ("circulate-minutes", "2019-05-24"),
        ] {
            try await season.does(["meeting", event, board, "--on", day] + secretary)
        }
        _ = try await refuse(season)
        let minutes = try await season.page(
            "minutes", board, "--edition", "members", "--as", "Board Secretary", "--on", "2019-06-25")
        #expect(minutes.contains("needs the decision of Kowari Council") && !minutes.contains("no money"), "\(minutes)")
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
        #expect(letter.contains("See to it that one dunnart form be used, by 5 July 2019, if Kowari Council agrees."))
        let minutes = try await season.page(
            "minutes", "board-2019-05-22", "--as", "Board Secretary", "--on", "2019-05-23")
        #expect(minutes.contains("Resolved in principle:") && minutes.contains("decision of Kowari Council"))
        // An action that hangs on it is none yet.
        #expect(minutes.contains("Only if Kowari Council agrees"), "\(minutes)")
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
        #expect(later.contains("See to it that one dunnart form be used, by 5 July 2019."))
    }
}
