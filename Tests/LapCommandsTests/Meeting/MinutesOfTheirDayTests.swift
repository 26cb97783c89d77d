import Foundation
import Testing

@testable import LapCommands

/// Papers that are made again tell what was so on their day, and nothing of what came since as if it had been.
struct MinutesOfTheirDayTests {
    private let april = "north-2019-04-30"

    private func pack(
        _ season: Season, _ kind: String, _ meeting: String, on day: String, _ own: String...
    ) async throws -> String {
        let to = UUID().uuidString
        try await season.does(["pack", kind, meeting, "--format", "html", "--to", to, "--on", day] + own)
        let folder = season.scratch.folder.appending(path: to)
        let file = try #require(
            FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil).first)
        return try String(contentsOf: file, encoding: .utf8)
    }

    private func circulate(_ season: Season) async throws {
        try await season.does("minutes", "record", april, "1", "--discussed", "Welcome", "--on", "2019-04-30")
        for event in ["conclude", "draft-minutes", "circulate-minutes"] {
            try await season.does("meeting", event, april, "--on", "2019-05-02")
        }
    }

    private func agree(_ season: Season) async throws {
        let may = "north-2019-05-28"
        try await season.does("agenda", "build", may, "--on", "2019-05-10")
        try await season.does("meeting", "publish", may, "--on", "2019-05-14")
        try await season.attend(may)
        try await season.does("meeting", "agree-minutes", april, "--agreed-at", may, "--on", "2019-05-28")
    }

    @Test func whatWasOwedAndSentIsAsItWasOnTheDayTheyName() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.raise("--summary", "No escort on a long ride", "--theme", "transport")
        for issue in ["N-1", "N-2"] { try await season.accept(issue) }
        try await season.agenda(with: "N-1", "N-2")
        // Of two dates to come the first had passed by the day of the papers.
        try await season.does("meeting", "schedule", "north", "--date", "2019-05-28", "--on", "2019-04-03")
        try await season.attend()
        try await season.does(
            "issue", "note", "N-2", "--noted-as", "answered", "--outcome", "Answered", "--on", "2019-04-30")
        try await season.propose("N-1")
        try await circulate(season)
        let draft = try await pack(season, "minutes", april, on: "2019-05-02")
        #expect(draft.contains("Feedback owed, on 2 May 2019") && draft.contains("Raisers who have still to be told"))
        #expect(draft.contains("Proposed"))
        try await season.does("issue", "submit", "N-1", "--as", "Deputy DCO North", "--on", "2019-05-03")
        try await season.does(
            "issue", "feed-back", "N-2", "--method", "email", "--said", "It was late", "--did", "It runs", "--on",
            "2019-05-07")
        try await agree(season)
        let agreed = try await pack(season, "minutes", april, on: "2019-05-29")
        #expect(agreed.contains("Feedback owed, on 2 May 2019") && agreed.contains("Raisers who have still to be told"))
        #expect(!agreed.contains("Sent 3 May 2019"))
        #expect(agreed.contains("Dates to come, on 2 May 2019"))
    }

    /// A new name is in what comes, and not in what went out; one that was never theirs is nowhere.
    @Test(arguments: [false, true])
    func whoWasThereIsCalledWhatTheyWere(isMistaken: Bool) async throws {
        let season = try await Season.heard()
        try await season.does(
            "issue", "note", "N-1", "--noted-as", "answered", "--outcome", "Answered", "--on", "2019-04-30")
        try await circulate(season)
        try await season.does(
            ["member", "edit", "Health North", "--name", "Bettong Health", "--on", "2019-05-02"]
                + (isMistaken ? ["--mistaken"] : []))
        let made = try await pack(season, "minutes", april, on: "2019-05-03", "--edition", "members")
        #expect(made.contains("Health North") == !isMistaken && made.contains("Bettong Health") == isMistaken)
        let last = "north-2019-05-28"
        try await season.does("meeting", "schedule", "north", "--date", "2019-05-28", "--on", "2019-05-03")
        try await season.does("agenda", "build", last, "--on", "2019-05-10")
        try await season.does("meeting", "publish", last, "--on", "2019-05-14")
        let names = ["DCO North", "Parent Rep North", "SENCO North", "Bettong Health", "Social Care North"]
        try await season.does(
            ["meeting", "attend", last, "--on", "2019-05-28"] + names.flatMap { ["--present", $0] })
        try await season.does("meeting", "hold", last, "--on", "2019-05-28")
        try await season.does("meeting", "agree-minutes", april, "--agreed-at", last, "--on", "2019-05-28")
        let agreed = try await pack(season, "minutes", april, on: "2019-05-29", "--edition", "members")
        #expect(agreed.contains("Health North") == !isMistaken && agreed.contains("Bettong Health") == isMistaken)
        let may = try await pack(season, "minutes", last, on: "2019-05-29", "--edition", "members")
        #expect(may.contains("Bettong Health") && !may.contains("Health North"))
        #expect(try await !season.does("member", "list").contains("Health North"))
        #expect(try await season.does("fsck").hasPrefix("Sound:"))
    }

    @Test func datesThatHadPassedAreNotToCome() async throws {
        let season = try await Season.heard()
        try await season.does("meeting", "schedule", "north", "--date", "2019-05-14", "--on", "2019-04-30")
        try await season.does(
            "issue", "note", "N-1", "--noted-as", "answered", "--outcome", "Answered", "--on", "2019-04-30")
        try await circulate(season)
        let text = try await pack(season, "minutes", april, on: "2019-05-02")
        #expect(text.contains("Next meeting of the North LAP") && !text.contains("Last day to bring an issue"))
    }

    @Test func whatTheMeetingTookAndMayNotBePrintedSinceIsSaidToBeThat() async throws {
        let season = try await Season.heard()
        try await season.does("minutes", "record", april, "8.1", "--discussed", "A long talk", "--on", "2019-04-30")
        try await season.does(
            "issue", "note", "N-1", "--noted-as", "answered", "--outcome", "It is answered", "--on", "2019-04-30")
        try await circulate(season)
        #expect(try await pack(season, "minutes", april, on: "2019-05-02").contains("A long talk"))
        try await season.does(
            "issue", "divert", "N-1", "--destination", "childrens-services", "--external-reference", "X-1", "--on",
            "2019-05-03")
        let text = try await pack(season, "minutes", april, on: "2019-05-04")
        #expect(text.contains("8.1 A matter that is no longer printed") && !text.contains("Taken off this agenda"))
        #expect(!text.contains("Nothing is recorded under this item.") || !text.contains("A long talk"))
        #expect(text.contains("Changed since it was issued on 2 May 2019"))
        #expect(text.contains("Item 8.1 is no longer printed."))
        let listed = try await season.does("decision", "list", april, "--as", "SENCO North")
        #expect(listed.contains("A decision that is not shown here") && !listed.contains("Taken off"))
    }

    @Test func anAgendaMadeAgainClaimsNoCorrectionThatItDoesNotPrint() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        _ = try await pack(season, "agenda", april, on: "2019-04-10", "--edition", "members")
        try await season.attend()
        try await season.propose("N-1")
        try await season.does("meeting", "conclude", april, "--on", "2019-04-30")
        let again = try await pack(season, "agenda", april, on: "2019-05-20", "--edition", "members", "--draft")
        #expect(!again.contains("with a correction"))
        // What is put right it prints, and says so.
        try await season.does("issue", "edit", "N-1", "--services", "Speech therapy", "--on", "2019-05-20")
        let corrected = try await pack(season, "agenda", april, on: "2019-05-21", "--edition", "members", "--draft")
        #expect(corrected.contains("Speech therapy") == corrected.contains("Item 8.1 is printed with a correction."))
    }

    @Test func aCancelledAgendaIsAsItWasAndTakesNothingOfItsItems() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-04-03")
        try await season.does("meeting", "schedule", "north", "--date", "2019-05-28", "--on", "2019-04-03")
        try await season.does("issue", "schedule", "N-1", "--meeting", april, "--on", "2019-04-03")
        try await season.does("agenda", "add", april, "--under", "11", "--title", "Posts", "--on", "2019-04-04")
        try await season.does("agenda", "build", april, "--on", "2019-04-05")
        try await season.does("meeting", "publish", april, "--on", "2019-04-10")
        _ = try await pack(season, "agenda", april, on: "2019-04-10")
        try await season.does("meeting", "cancel", april, "--reason", "Snow", "--on", "2019-04-12")
        try await season.does(
            "agenda", "move", "M-1", "--meeting", "north-2019-05-28", "--on", "2019-04-15")
        let text = try await pack(season, "agenda", april, on: "2019-05-20")
        #expect(text.contains("This meeting does not take place, and nothing on this agenda is taken at it."))
        #expect(!text.contains("not taken at this meeting") && !text.contains("taken off"))
        #expect(text.contains("Posts") && text.contains("on an agenda"))
    }

    @Test func whatWasAgreedInPrincipleArisesAsThat() async throws {
        let season = try await Season()
        for day in ["2019-04-30", "2019-05-28"] {
            try await season.does("meeting", "schedule", "north", "--date", day, "--on", "2019-04-03")
        }
        try await season.does("agenda", "add", april, "--under", "11", "--title", "Posts", "--on", "2019-04-04")
        try await season.does("agenda", "build", april, "--on", "2019-04-05")
        try await season.does("meeting", "publish", april, "--on", "2019-04-10")
        try await season.attend()
        try await season.does(
            "minutes", "resolve", april, "11.1", "--that", "one number be tried for a term", "--limb",
            "the council answers it", "--limb", "the forum tells families", "--in-principle", "--subject-to",
            "County Council", "--by", "2019-06-30", "--on", "2019-04-30")
        try await season.does("meeting", "conclude", april, "--on", "2019-04-30")
        try await season.does("agenda", "build", "north-2019-05-28", "--on", "2019-05-10")
        let text = try await pack(season, "agenda", "north-2019-05-28", on: "2019-05-10", "--draft")
        #expect(text.contains("Agreed in principle. It needs the decision of County Council"))
        #expect(text.contains("Their decision is awaited"))
        // Its limbs are told apart in the log of what was promised, and on the list.
        let limbs = "one number be tried for a term; the council answers it; the forum tells families"
        #expect(text.contains(limbs))
        #expect(try await season.does("decision", "list", april).contains(limbs))
    }

    @Test func aPrivateItemThatTimeRanOutForWasNotTakenInPrivate() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-04-03")
        try await season.does(
            "issue", "schedule", "N-1", "--meeting", april, "--private", "--private-because", "One family", "--on",
            "2019-04-03")
        try await season.does("agenda", "build", april, "--on", "2019-04-03")
        try await season.does("meeting", "publish", april, "--on", "2019-04-10")
        try await season.attend()
        try await season.does("minutes", "record", april, "1", "--discussed", "Welcome", "--on", "2019-04-30")
        try await season.does("minutes", "record", april, "16.1", "--not-reached", "--on", "2019-04-30")
        for edition in ["public", "members", "chair"] {
            let text = try await pack(season, "minutes", april, on: "2019-04-30", "--edition", edition)
            #expect(!text.contains("Taken in private"), "\(edition)")
            #expect(text.contains("Time ran out before it."), "\(edition)")
        }
        try await season.does("minutes", "exclude", april, "--on", "2019-04-30")
        let heading = try await pack(season, "minutes", april, on: "2019-04-30", "--item", "16")
        #expect(heading.contains("Resolved:"))
    }

    @Test func aRoleThatSomebodyHasInTwoBodiesIsPrintedOnce_R24() async throws {
        let season = try await Season.heard()
        try await season.does("member", "seat", "Health North", "--seat", "board/health", "--on", "2019-04-03")
        try await season.does(
            "issue", "assign", "N-1", "--owner", "Health North", "--agency", "Health", "--due", "2019-06-14",
            "--measure", "A date", "--action", "Write", "--on", "2019-04-30")
        let text = try await pack(season, "minutes", april, on: "2019-04-30")
        #expect(text.contains("A-1: Write") && !text.contains("Health, Health"))
    }

    private func divert(_ season: Season) async throws {
        try await season.does(
            "issue", "divert", "N-1", "--destination", "childrens-services", "--external-reference", "X-1", "--on",
            "2019-05-03")
    }

    @Test func minutesOfWhichNothingMayBePrintedAnyMoreKeepTheirItems() async throws {
        let season = try await Season.heard()
        try await season.does("minutes", "record", april, "8.1", "--discussed", "A long talk", "--on", "2019-04-30")
        try await season.does(
            "issue", "note", "N-1", "--noted-as", "answered", "--outcome", "It is answered", "--on", "2019-04-30")
        for event in ["conclude", "draft-minutes", "circulate-minutes"] {
            try await season.does("meeting", event, april, "--on", "2019-05-02")
        }
        for edition in ["public", "members"] {
            let text = try await pack(season, "minutes", april, on: "2019-05-02", "--edition", edition)
            #expect(text.contains("A long talk"))
        }
        try await divert(season)
        for edition in ["public", "members", "chair"] {
            let text = try await pack(season, "minutes", april, on: "2019-05-04", "--edition", edition)
            #expect(!text.contains("Nothing has been minuted yet."), "\(edition)")
            #expect(text.contains("8.1 A matter that is no longer printed"), "\(edition)")
            #expect(text.contains("Matters arising") || text.contains("Welcome"), "\(edition)")
            #expect(text.contains("Item 8.1 is no longer printed.") == (edition != "chair"), "\(edition)")
        }
    }

    @Test func whatTimeRanOutForAndMayNotBePrintedSinceIsSaidToBeThat() async throws {
        let season = try await Season.heard()
        let may = "north-2019-05-28"
        try await season.does("meeting", "schedule", "north", "--date", "2019-05-28", "--on", "2019-04-03")
        try await season.does(
            "issue", "defer", "N-1", "--deferred-because", "not-reached", "--next-meeting", may, "--reason", "Time",
            "--on", "2019-04-30")
        try await circulate(season)
        let first = try await pack(season, "minutes", april, on: "2019-05-02")
        #expect(first.contains("Time ran out before it.") && first.contains("carried to the meeting on 28 May 2019"))
        try await divert(season)
        let text = try await pack(season, "minutes", april, on: "2019-05-04")
        #expect(!text.contains("Taken off this agenda") && !text.contains("Nine-month") && !text.contains("N-1"))
        #expect(text.contains("Time ran out before it.") && text.contains("Item 8.1 is no longer printed."))
        #expect(text.contains("8.1 A matter that is no longer printed."))
        #expect(!text.contains("carried to") && !text.contains("it is not on the agenda of another"))
        #expect(!text.contains("No item is recorded here as not reached."))
    }

    @Test func whatAnEditionToldBeforeAndDoesNotTellNowIsSaid() async throws {
        let season = try await Season.heard()
        try await season.does("minutes", "record", april, "8.1", "--discussed", "A long talk", "--on", "2019-04-30")
        try await season.does(
            "issue", "note", "N-1", "--noted-as", "answered", "--outcome", "It is answered", "--on", "2019-04-30")
        try await circulate(season)
        #expect(try await pack(season, "minutes", april, on: "2019-05-02").contains("A long talk"))
        try await season.does(
            "issue", "withdraw-consent", "N-1", "--consent-withdrawn-on", "2019-05-03", "--on", "2019-05-03")
        let openly = try await pack(season, "minutes", april, on: "2019-05-04", "--draft")
        #expect(openly.contains("8.1 A matter that is no longer printed") && !openly.contains("A long talk"))
        #expect(openly.contains("Changed since it was issued on 2 May 2019"))
        #expect(openly.contains("Item 8.1 is no longer printed."))
        // What went out to nobody has not changed.
        let chair = try await pack(season, "minutes", april, on: "2019-05-04", "--draft", "--edition", "chair")
        #expect(!chair.contains("Changed since"))
    }

    /// A seat that was made since was none that stood vacant.
    @Test func aSeatMadeSinceIsNotVacantInThem() async throws {
        let season = try await Season.heard()
        let april = "north-2019-04-30"
        try await season.does("minutes", "record", april, "1", "--discussed", "All were welcome.", "--on", "2019-04-30")
        try await season.does(
            "issue", "note", "N-1", "--noted-as", "answered", "--outcome", "It was told", "--on", "2019-04-30")
        try await season.does("meeting", "conclude", april, "--on", "2019-04-30")
        for event in ["draft-minutes", "circulate-minutes"] {
            try await season.does("meeting", event, april, "--on", "2019-05-02")
        }
        try await season.does("member", "add", "Second DCO", "--seat", "north/dco", "--from", "2019-05-06")
        let minutes = try await season.page("minutes", april, "--on", "2019-05-07")
        let vacant = try #require(minutes.firstRange(of: "Vacant seats"))
        #expect(!minutes[vacant.upperBound...].prefix(400).contains("Designated Clinical Officer;"), "\(minutes)")
    }
}
