import Foundation
import Testing

@testable import LapCommands

/// What a body took in private stays its own: whatever becomes of the issue, wherever it goes, and by every door alike (R10).
struct PrivatePartsTests {
    private let june = "north-2019-06-18"
    private let reason = ["--private", "--private-because", "A provider is named"]

    /// N-1, accepted, in a register with a viewer and a group.
    private func accepted(_ own: String...) async throws -> Season {
        let season = try await Season()
        for (name, seat) in [
            ("Viewer North", "north/viewer"), ("Group Lead", "commissioning/group-lead"), ("DCO South", "south/dco"),
            ("Information Officer", "board/information-officer"),
        ] {
            try await season.does("member", "add", name, "--seat", seat, "--from", "2019-01-07", "--on", "2019-01-07")
        }
        try await raise(season, own)
        return season
    }

    private func raise(_ season: Season, _ own: [String]) async throws {
        switch own.count {
        case 0: try await season.raise()
        case 2: try await season.raise(own[0], own[1])
        default: try await season.raise(own[0], own[1], own[2], own[3])
        }
    }

    private func heard(_ season: Season, _ taken: [String]) async throws {
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-04-03")
        try await season.does(
            ["issue", "schedule", "N-1", "--meeting", "north-2019-04-30", "--on", "2019-04-03"] + taken)
        try await season.does("agenda", "build", "north-2019-04-30", "--on", "2019-04-03")
        try await season.does("meeting", "publish", "north-2019-04-30", "--on", "2019-04-10")
        try await season.attend()
    }

    /// Before the Board on 22 May, in private.
    private func tabled(_ season: Season) async throws {
        try await season.propose("N-1")
        try await season.does("issue", "submit", "N-1", "--as", "Deputy DCO North", "--on", "2019-05-03")
        for words in [
            ["meeting", "schedule", "board", "--date", "2019-05-22", "--on", "2019-05-03"],
            ["issue", "table", "N-1", "--meeting", "board-2019-05-22", "--on", "2019-05-03"] + reason,
            ["agenda", "build", "board-2019-05-22", "--on", "2019-05-07"],
            ["meeting", "publish", "board-2019-05-22", "--on", "2019-05-08"],
            ["meeting", "attend", "board-2019-05-22", "--present", "Board Chair", "--on", "2019-05-22"],
            ["meeting", "hold", "board-2019-05-22", "--on", "2019-05-22"],
        ] {
            try await season.does(words + ["--as", "Board Secretary"])
        }
    }

    private func returned(_ season: Season) async throws {
        try await season.does(
            "issue", "board-return", "N-1", "--advice", "Pay the potoroo provider", "--authority-granted",
            "Up to 700 pounds", "--as", "Board Chair", "--on", "2019-05-22")
        try await season.does("meeting", "schedule", "north", "--date", "2019-06-18", "--on", "2019-05-23")
        try await season.does("issue", "schedule", "N-1", "--meeting", june, "--on", "2019-05-24")
        try await season.does("agenda", "build", june, "--on", "2019-05-24")
        try await season.does("meeting", "publish", june, "--on", "2019-05-24")
    }

    /// What every door says of N-1 to somebody, and what `words` find.
    private func doors(_ season: Season, _ words: String, as name: String) async throws -> String {
        var said = ""
        for door in [
            ["show", "N-1"], ["show", "N-1", "--json"], ["log", "N-1"], ["search", words], ["search", words, "--json"],
            ["issue", "list", "--text", words, "--json"], ["issue", "list", "--json"], ["decision", "list", "N-1"],
            ["status"],
        ] {
            let ran = await season.scratch.run(door + ["--as", name])
            said += ran.output
        }
        return said
    }

    @Test func whatWasRecordedInPrivateStaysPrivateWhenTheIssueIsReopened() async throws {
        let season = try await accepted()
        try await season.accept("N-1")
        try await heard(season, reason)
        try await season.does(
            "minutes", "record", "north-2019-04-30", "16.1", "--discussed", "The potoroo team lies", "--on",
            "2019-04-30")
        try await season.does(
            "issue", "note", "N-1", "--noted-as", "answered", "--outcome", "The potoroo plan was signed", "--on",
            "2019-04-30")
        try await season.does(
            "issue", "feed-back", "N-1", "--method", "email", "--told", "Signed", "--said", "It is late", "--did",
            "The potoroo plan was signed", "--impact", "None", "--on", "2019-05-02")
        try await season.does("issue", "reopen", "N-1", "--new-information", "Late again", "--on", "2019-05-20")
        try await season.does("meeting", "schedule", "north", "--date", "2019-06-18", "--on", "2019-05-20")
        let refused = await season.refusal(
            "issue", "schedule", "N-1", "--meeting", june, "--private", "no", "--on", "2019-05-21")
        #expect(refused.status == 1 && refused.said.contains("it is taken in private again. (R10)"))
        try await season.does("issue", "schedule", "N-1", "--meeting", june, "--on", "2019-05-21")
        let built = try await season.does("agenda", "build", june, "--on", "2019-05-21")
        #expect(built.contains("[N-1]  (private)"))
        let said = try await doors(season, "potoroo", as: "Viewer North")
        #expect(!said.contains("potoroo"), "\(said)")
        #expect(await season.refusal("show", "D-north-2019-1", "--as", "Viewer North").status == 77)
        #expect(try await doors(season, "potoroo", as: "SENCO North").contains("potoroo"))
    }

    @Test func whatTheBoardAnsweredInPrivateIsReadAtTheLAPByThoseWhoAnswerTheFamily() async throws {
        let season = try await accepted()
        try await season.accept("N-1")
        try await heard(season, [])
        try await tabled(season)
        try await returned(season)
        for name in ["SENCO North", "Health North", "Viewer North", "DCO South"] {
            let said = try await doors(season, "potoroo", as: name)
            #expect(!said.contains("potoroo") && !said.contains("700 pounds"), "\(name): \(said)")
            #expect(await season.refusal("show", "D-board-2019-1", "--as", name).status == 77)
        }
        // What the LAP said itself is still its members', and nobody else's.
        #expect(try await season.does("show", "N-1", "--as", "SENCO North").contains("Direct one assessment"))
        #expect(!(try await season.does("show", "N-1", "--as", "Viewer North")).contains("Direct one assessment"))
        for name in ["Deputy DCO North", "Board Parent Rep", "Information Officer"] {
            #expect(try await doors(season, "potoroo", as: name).contains("700 pounds"), "\(name)")
        }
        // A filter tells no more than the lines.
        let filtered = try await season.does("issue", "list", "--meeting", "board-2019-05-22", "--as", "SENCO North")
        #expect(!filtered.contains("N-1"))
        // The LAP's own editions are made, without the words of the Board.
        for edition in ["public", "members", "restricted", "chair"] {
            let text = try await season.page(["agenda", june, "--edition", edition, "--on", "2019-05-24"])
            #expect(!text.contains("potoroo") && !text.contains("700 pounds"), "\(edition)")
            #expect(text.contains("Nine-month") == ["restricted", "chair"].contains(edition), "\(edition)")
        }
    }

    @Test func theLAPThatTookItInPrivateGoesOnReadingWhatItHad() async throws {
        let season = try await accepted()
        try await season.accept("N-1")
        try await heard(season, reason)
        try await tabled(season)
        #expect(try await doors(season, "assessment", as: "SENCO North").contains("Direct one assessment"))
        #expect(try await doors(season, "assessment", as: "Board Parent Rep").contains("Direct one assessment"))
        #expect(!(try await doors(season, "assessment", as: "Viewer North")).contains("Direct one"))
    }

    /// Its own decision stays before it, as its own, while the Board takes the matter in private too: it is not told what
    /// becomes of it there.
    @Test func whatTheLAPDecidedInPrivateArisesAtItsNextMeeting() async throws {
        let season = try await accepted()
        try await season.accept("N-1")
        try await heard(season, reason)
        let notice = try await season.page(["agenda", "north-2019-04-30", "--on", "2019-04-10"])
        #expect(notice.contains("Item 16.1 is taken in private. The agenda gives the reason."), "\(notice)")
        try await tabled(season)
        try await season.does("meeting", "schedule", "north", "--date", "2019-06-18", "--on", "2019-05-23")
        try await season.does("agenda", "build", june, "--on", "2019-05-24")
        try await season.does("meeting", "publish", june, "--on", "2019-05-24")
        for edition in ["public", "members", "restricted", "chair"] {
            let agenda = try await season.page(["agenda", june, "--edition", edition, "--on", "2019-05-24"])
            let isEntitled = ["restricted", "chair"].contains(edition)
            #expect(agenda.contains("the Board directs it") == isEntitled, "\(edition)")
            #expect(agenda.contains("Decisions and actions of 30 April 2019"), "\(edition)")
            #expect(agenda.contains("A private item") == !isEntitled, "\(edition)")
            #expect(!agenda.contains("With the Board"), "\(edition)")
        }
    }

    /// Released here, it is private as long as it is private there; its minutes go on saying why it was here.
    @Test func whatIsReleasedWhileItIsPrivateElsewhereKeepsItsReason() async throws {
        let season = try await accepted()
        try await season.accept("N-1")
        try await heard(season, ["--private", "--private-because", "A numbat is named"])
        try await season.does(
            "minutes", "record", "north-2019-04-30", "16.1", "--discussed", "A talk", "--on", "2019-04-30")
        try await season.propose("N-1")
        for event in ["conclude", "draft-minutes", "circulate-minutes"] {
            try await season.does("meeting", event, "north-2019-04-30", "--on", "2019-05-02")
        }
        try await season.does("issue", "submit", "N-1", "--as", "Deputy DCO North", "--on", "2019-05-03")
        try await season.does(
            "meeting", "schedule", "board", "--date", "2019-05-22", "--as", "Board Secretary", "--on", "2019-05-03")
        try await season.does(
            ["issue", "table", "N-1", "--meeting", "board-2019-05-22", "--as", "Board Secretary", "--on", "2019-05-03"]
                + reason)
        try await season.does(
            "agenda", "release", "north-2019-04-30", "16.1", "--because", "They agreed", "--on", "2019-05-04", "--as",
            "Information Officer")
        let minutes = try await season.page(["minutes", "north-2019-04-30", "--on", "2019-05-04"])
        #expect(minutes.contains("A numbat is named") && !minutes.contains("A matter that is not published"))
        let own = try await season.page(
            ["minutes", "north-2019-04-30", "--edition", "restricted", "--on", "2019-05-04"])
        #expect(own.contains("the Board directs it"))
    }

    @Test func aGroupPrintsItsOwnMandateInItsPrivateEditions() async throws {
        let season = try await accepted("--summary", "A gantry provider is said to be paid twice")
        try await season.accept("N-1")
        try await heard(season, reason)
        try await tabled(season)
        for edition in ["restricted", "chair"] {
            _ = try await season.page(
                "board", "board-2019-05-22", "--edition", edition, "--as", "Board Secretary", "--on", "2019-05-10")
        }
        try await season.does(
            "issue", "board-delegate", "N-1", "--group", "commissioning", "--group-lead", "Group Lead", "--report-back",
            "2019-07-10", "--decision", "That the gantry contract be audited", "--as", "Board Chair", "--on",
            "2019-05-22")
        for words in [
            ["meeting", "schedule", "commissioning", "--date", "2019-06-12", "--on", "2019-05-23"],
            ["agenda", "build", "commissioning-2019-06-12", "--on", "2019-05-24"],
            ["meeting", "publish", "commissioning-2019-06-12", "--on", "2019-05-24"],
        ] {
            try await season.does(words + ["--as", "Group Lead"])
        }
        for edition in ["public", "members", "restricted", "chair"] {
            let text = try await season.page(
                "agenda", "commissioning-2019-06-12", "--edition", edition, "--as", "Group Lead", "--on",
                "2019-05-24")
            let isTold = ["restricted", "chair"].contains(edition)
            #expect(text.contains("the gantry contract be audited") == isTold, "\(edition)")
        }
    }

    @Test func wordsOfPrivateMattersAreAskedAboutInWhateverOrder() async throws {
        let season = try await accepted("--summary", "A marzipan taxi was refused for one child")
        try await season.accept("N-1")
        try await heard(season, reason)
        for text in [
            "The marzipan taxi was talked of by the boy's aunt.", "The first private item was about a plan",
            "Refused: the taxi of which marzipan is made",
        ] {
            let words = ["minutes", "record", "north-2019-04-30", "14", "--discussed", text, "--on", "2019-04-30"]
            let refused = await season.scratch.run(words)
            #expect(refused.status == 1 && refused.complaints.contains("(R10)"), "\(text): \(refused.complaints)")
            #expect(refused.complaints.contains("--in-public"))
            try await season.does(words + ["--in-public"])
            let draft = await season.scratch.run(
                "pack", "minutes", "north-2019-04-30", "--format", "html", "--draft", "--on", "2019-05-01")
            #expect(draft.complaints.contains("item 14, discussed"), "\(text): \(draft.complaints)")
        }
        try await season.does(
            "minutes", "record", "north-2019-04-30", "14", "--discussed", "Taxis for every child were praised.", "--on",
            "2019-04-30")
    }

    @Test func correctionsThatTellOfPrivateItemsAreAskedAbout() async throws {
        let season = try await accepted("--summary", "A marzipan taxi was refused for one child")
        try await season.accept("N-1")
        try await heard(season, reason)
        try await season.does(
            "minutes", "record", "north-2019-04-30", "16.1", "--discussed", "The marzipan driver was rude.", "--on",
            "2019-04-30")
        try await season.does(
            "issue", "note", "N-1", "--noted-as", "answered", "--outcome", "Answered", "--on", "2019-04-30")
        for event in ["conclude", "draft-minutes", "circulate-minutes"] {
            try await season.does("meeting", event, "north-2019-04-30", "--on", "2019-05-02")
        }
        try await season.does("meeting", "schedule", "north", "--date", "2019-06-18", "--on", "2019-05-02")
        try await season.does("agenda", "build", june, "--on", "2019-05-02")
        try await season.does("meeting", "publish", june, "--on", "2019-05-02")
        try await season.attend(june)
        let agreeing = ["meeting", "agree-minutes", "north-2019-04-30", "--agreed-at", june, "--on", "2019-06-18"]
        for text in ["Under private items, the driver was curt, not rude", "The driver, of marzipan, was curt"] {
            let refused = await season.scratch.run(agreeing + ["--corrections", text])
            #expect(refused.status == 1 && refused.complaints.contains("--private-corrections"), "\(text)")
        }
        try await season.does(agreeing + ["--corrections", "In item 1, for ten read eleven"])
    }

    @Test func aNeighboursLetterDoesNotCarryAPrivateMattersWords() async throws {
        let season = try await accepted("--summary", "An ochre chair was lost", "--name", "Family Dunnart")
        try await season.accept("N-1")
        try await season.raise("--summary", "A lesson stopped", "--name", "Family Bilby", "--contact", "b@example.org")
        try await season.accept("N-2")
        try await heard(season, reason)
        try await season.does(
            "issue", "start-early-resolution", "N-2", "--service-contacted", "Music", "--on", "2019-04-10")
        try await season.does(
            "issue", "resolve-early", "N-2", "--outcome", "The lesson is back, as with the ochre chair that was lost",
            "--outcome-evidence", "A letter", "--raiser-view", "Glad", "--in-public", "--on", "2019-04-30")
        let told = await season.scratch.run("pack", "letter", "N-2", "--format", "html", "--on", "2019-05-01")
        #expect(told.complaints.contains("N-1, title"), "\(told.complaints)")
    }

    @Test func anotherAreaIsToldNothingOfWhatAnIssueWas() async throws {
        let season = try await accepted()
        try await season.accept("N-1")
        #expect(try await season.does("issue", "list", "--as", "DCO South").contains("N-1"))
        let past = try await season.does("issue", "list", "--as-of", "2019-04-02", "--as", "DCO South", "--json")
        #expect(!past.contains("N-1"), "\(past)")
        #expect(try await season.does("issue", "list", "--as-of", "2019-04-02", "--json").contains("acknowledged"))
        let refused = await season.refusal("show", "N-1", "--as-of", "2019-04-02", "--as", "DCO South")
        #expect(refused.status == 77 && refused.said.contains("What N-1 was"), "\(refused.said)")
    }

    @Test func whatCannotBeUndoneIsNamed() async throws {
        let season = try await accepted()
        let last = try await season.does("log", "--limit", "1", "--json=operation")
        let operation = try #require(last.firstMatch(of: /[0-9]+/)).output
        try await season.accept("N-1")
        let refused = await season.refusal("undo", String(operation))
        #expect(refused.status == 1 && refused.said.contains("N-1 has changed since operation"), "\(refused.said)")
    }

    @Test func whatElseHoldsTheWordsIsListedAndTheBreachIsAboutWhomTheyTellOf() async throws {
        let season = try await accepted()
        try await season.accept("N-1")
        try await season.raise("--summary", "No escort from Larkhill", "--name", "Family Bilby")
        try await season.accept("N-2")
        try await season.agenda(with: "N-1", "N-2")
        for edition in ["public", "members"] {
            try await season.does(
                "pack", "agenda", "north-2019-04-30", "--format", "html", "--edition", edition, "--on", "2019-04-10")
        }
        try await season.does("issue", "edit", "N-2", "--summary", "No escort", "--on", "2019-04-11")
        let foreseen = try await season.does(
            "redact", "N-2", "--words", "Larkhill", "--because", "named", "--as", "Information Officer", "--on",
            "2019-04-11")
        for edition in ["public", "members"] {
            #expect(foreseen.contains("  north-2019-04-30-agenda-\(edition).html\n"), "\(foreseen)")
        }
        let said = try await season.does(
            "pack", "recall", "packs/north-2019-04-30-agenda-public.html", "--because", "It tells where", "--words",
            "Larkhill", "--at", "10am", "--on", "2019-04-12")
        #expect(
            said.contains("may hold the same")
                && said.contains("  north-2019-04-30-agenda-members.html, issued on 10 April 2019\n"), "\(said)")
        #expect(!said.contains("  north-2019-04-30-agenda-public.html"))
        let breach = try await season.does("show", "B-1")
        #expect(breach.contains("N-2") && !breach.contains("N-1"), "\(breach)")
        let correcting = ["breach", "correct", "B-1", "--issues", "N-1", "--corrected-because", "It was the other"]
        #expect(await season.scratch.run(correcting + ["--on", "2019-04-12"]).status == 77)
        try await season.does(correcting + ["--as", "Information Officer", "--on", "2019-04-12"])
        let corrected = try await season.does("show", "B-1")
        #expect(corrected.firstMatch(of: /Issues it is about +N-1/) != nil, "\(corrected)")
    }

    /// N-1 was minuted in public on 30 April and is to be taken by the Board in private on 22 May.
    private func closedSince(publicBefore isPublic: Bool) async throws -> Season {
        let season = try await Season.heard()
        let april = "north-2019-04-30"
        try await season.does("member", "add", "Board Viewer", "--seat", "board/viewer", "--on", "2019-04-03")
        try await season.does(
            "minutes", "record", april, "8.1", "--discussed", "The wombats were counted", "--on", "2019-04-30")
        try await season.does(
            "action", "add", "--text", "Ask the service for a date", "--owner", "Social Care North", "--due",
            "2019-06-05", "--issue", "N-1", "--meeting", april, "--item", "8.1", "--on", "2019-04-30")
        try await season.propose("N-1")
        for event in ["conclude", "draft-minutes", "circulate-minutes"] {
            try await season.does("meeting", event, april, "--on", "2019-05-02")
        }
        if isPublic {
            let text = try await season.page(["minutes", april, "--on", "2019-05-02"])
            #expect(text.contains("wombats") && text.contains("N-1"))
        }
        try await season.does("issue", "submit", "N-1", "--as", "Deputy DCO North", "--on", "2019-05-03")
        let before = try await season.does("decision", "list", "N-1", "--as", "Board Viewer")
        #expect(before.contains("the Board directs it"))
        for words in [
            ["meeting", "schedule", "board", "--date", "2019-05-22"],
            ["issue", "table", "N-1", "--meeting", "board-2019-05-22"] + reason,
        ] {
            try await season.does(words + ["--as", "Board Secretary", "--on", "2019-05-03"])
        }
        return season
    }

    @Test func whatMinutesNeverToldEverybodyIsNeutralWhereABodyTookItInPrivateSince() async throws {
        let season = try await closedSince(publicBefore: false)
        let minutes = ["minutes", "north-2019-04-30", "--on", "2019-05-10"]
        let openly = try await season.page(minutes)
        for told in ["wombats", "Nine-month", "N-1", "directs it", "for a date"] { #expect(!openly.contains(told)) }
        #expect(openly.contains("8.1 A matter that is not published"))
        #expect(try await season.page(minutes + ["--edition", "members"]).contains("wombats"))
        // Once it is released they are made anew, and tell of it.
        try await season.does(
            "agenda", "build", "board-2019-05-22", "--as", "Board Secretary", "--on", "2019-05-10")
        try await season.does(
            "meeting", "publish", "board-2019-05-22", "--as", "Board Secretary", "--on", "2019-05-10")
        let agenda = try await season.does("agenda", "show", "board-2019-05-22", "--as", "Board Secretary")
        let number = try #require(agenda.firstMatch(of: /([0-9]+\.1) +Nine-month/)).output.1
        try await season.does(
            "agenda", "release", "board-2019-05-22", String(number), "--because", "It is known", "--as",
            "Board Secretary", "--on", "2019-05-11")
        #expect(try await season.does("status").contains("what it left out was released"))
        #expect(try await season.page(["minutes", "north-2019-04-30", "--on", "2019-05-11"]).contains("wombats"))
    }

    @Test func whatMinutesToldEverybodyBeforeABodyTookItInPrivateStaysAsItIs() async throws {
        let season = try await closedSince(publicBefore: true)
        let again = try await season.page(["minutes", "north-2019-04-30", "--draft", "--on", "2019-05-10"])
        #expect(again.contains("wombats") && again.contains("N-1") && again.contains("Ask the service for a date"))
    }

    @Test func theEarlierPaperOfTheSameNameIsListedWhereOneIsRecalled() async throws {
        let season = try await Season.heard()
        let april = "north-2019-04-30"
        try await season.does(
            "minutes", "record", april, "8.1", "--discussed", "The wombats were counted", "--on", "2019-04-30")
        try await season.does(
            "issue", "note", "N-1", "--noted-as", "answered", "--outcome", "Done", "--on", "2019-04-30")
        for event in ["conclude", "draft-minutes", "circulate-minutes"] {
            try await season.does("meeting", event, april, "--on", "2019-05-02")
        }
        _ = try await season.page(["minutes", april, "--on", "2019-05-02"])
        try await season.does("meeting", "schedule", "north", "--date", "2019-05-28", "--on", "2019-05-02")
        try await season.does("agenda", "build", "north-2019-05-28", "--on", "2019-05-02")
        try await season.does("meeting", "publish", "north-2019-05-28", "--on", "2019-05-03")
        try await season.attend("north-2019-05-28")
        try await season.does(
            "meeting", "agree-minutes", april, "--agreed-at", "north-2019-05-28", "--on", "2019-05-28")
        _ = try await season.page(["minutes", april, "--on", "2019-05-29"])
        let said = try await season.does(
            "pack", "recall", "packs/\(april)-minutes-public.html", "--because", "It counts them", "--words", "wombats",
            "--at", "10am", "--on", "2019-05-30")
        #expect(said.contains("  \(april)-minutes-public.html, issued on 2 May 2019\n"), "\(said)")
        #expect(!said.contains("issued on 29 May 2019\n"), "\(said)")
    }

    @Test func anActionOfWhichWordsWereTakenOutStaysInTheLog() async throws {
        let season = try await Season.heard()
        let april = "north-2019-04-30"
        try await season.does(
            "member", "add", "Information Officer", "--seat", "board/information-officer", "--on", "2019-04-03")
        try await season.does(
            "issue", "assign", "N-1", "--owner", "Social Care North", "--agency", "Social care", "--due", "2019-06-14",
            "--measure", "A date", "--action", "Count plans by week as Zebedee said", "--on", "2019-04-30")
        try await season.does("minutes", "record", april, "8.1", "--discussed", "It is long", "--on", "2019-04-30")
        for event in ["conclude", "draft-minutes"] {
            try await season.does("meeting", event, april, "--on", "2019-05-02")
        }
        for ref in ["A-1", "N-1"] {
            try await season.does(
                "redact", ref, "--words", "Zebedee", "--because", "named", "--yes", "--as", "Information Officer",
                "--on",
                "2019-05-02")
        }
        try await season.does("meeting", "circulate-minutes", april, "--on", "2019-05-02")
        let minutes = try await season.page(["minutes", april, "--on", "2019-05-02"])
        #expect(minutes.contains("A-1") && minutes.contains("Count plans by week as [removed] said"))
        #expect(!minutes.contains("Zebedee"))
        let members = try await season.page(["minutes", april, "--edition", "members", "--on", "2019-05-02"])
        #expect(members.contains("Count plans by week as [removed] said"))
    }

    @Test func aFamilysLetterMaySayWhatWasDecidedOfItInPrivate() async throws {
        let season = try await accepted()
        try await season.accept("N-1")
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-04-03")
        let april = "north-2019-04-30"
        try await season.does(["issue", "schedule", "N-1", "--meeting", april] + reason + ["--on", "2019-04-03"])
        try await season.does("agenda", "build", april, "--on", "2019-04-03")
        try await season.does("meeting", "publish", april, "--on", "2019-04-10")
        try await season.attend()
        let agenda = try await season.does("agenda", "show", april)
        let number = try #require(agenda.firstMatch(of: /([0-9]+\.1) +Nine-month/)).output.1
        try await season.does(
            "minutes", "record", april, String(number), "--discussed",
            "A second escort from 28 May. The school pays half.",
            "--on", "2019-04-30")
        let late = [
            "issue", "defer", "N-1", "--deferred-because", "not-reached", "--next-meeting", "north-2019-05-28", "--on",
            "2019-04-30",
        ]
        try await season.does("meeting", "schedule", "north", "--date", "2019-05-28", "--on", "2019-04-30")
        let refused = await season.refusal(late)
        #expect(refused.status == 1 && refused.said.contains("did not run out"), "\(refused.said)")
        try await season.does(
            "issue", "assign", "N-1", "--owner", "Social Care North", "--agency", "Transport", "--due", "2019-05-28",
            "--measure", "A second escort", "--action", "Pay for a second escort from 28 May", "--on", "2019-04-30")
        try await season.does(
            "issue", "update-raiser", "N-1", "--method", "phone", "--told", "There will be a second escort from 28 May",
            "--on", "2019-05-02")
        let letter = try await season.page("letter", "N-1", "--on", "2019-05-02")
        #expect(letter.contains("There will be a second escort from 28 May"))
        // Whoever may not know of the action is not told whose it is.
        let hidden = await season.refusal("action", "report", "A-1", "--progress", "x", "--as", "Viewer North")
        #expect(!hidden.said.contains("North LAP") && !hidden.said.contains("Local Area Partnership"), "\(hidden.said)")
        let kinds = try await season.does("decision", "list", april, "--as", "Viewer North")
        #expect(!kinds.contains("agreed"), "\(kinds)")
    }

    /// Two families that were told the same have each been told it.
    @Test func familiesToldTheSameEachGetTheirLetter() async throws {
        let season = try await accepted()
        try await season.accept("N-1")
        try await season.raise("--name", "Family Bilby", "--contact", "b@example.org")
        try await season.accept("N-2")
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-04-03")
        let april = "north-2019-04-30"
        for issue in ["N-1", "N-2"] {
            try await season.does(["issue", "schedule", issue, "--meeting", april] + reason + ["--on", "2019-04-03"])
        }
        try await season.does("agenda", "build", april, "--on", "2019-04-03")
        try await season.does("meeting", "publish", april, "--on", "2019-04-10")
        try await season.attend()
        for issue in ["N-1", "N-2"] {
            try await season.does(
                "issue", "note", issue, "--noted-as", "answered", "--outcome", "It is answered", "--on", "2019-04-30")
            try await season.does(
                "issue", "update-raiser", issue, "--method", "phone", "--told",
                "We looked into what you told us and wrote to the trust about the kennel.", "--on", "2019-05-02")
        }
        for issue in ["N-1", "N-2"] {
            #expect(try await season.page("letter", issue, "--on", "2019-05-02").contains("about the kennel"))
        }
    }

    @Test func aMembersNameIsLookedAtOnceInWhatAnActionSaysAndNeverAsAnAuthor() async throws {
        let season = try await Season.heard()
        let (april, may) = ("north-2019-04-30", "north-2019-05-28")
        try await season.does(
            "action", "add", "--text", "Ask Sarah Prestwold for the list", "--owner", "Social Care North", "--due",
            "2019-07-05", "--meeting", april, "--item", "11", "--area", "north", "--on", "2019-04-30")
        try await season.does(
            "member", "add", "Sarah Prestwold", "--seat", "north/education", "--on", "2019-04-30")
        try await season.does("minutes", "record", april, "8.1", "--discussed", "It is long", "--on", "2019-04-30")
        try await season.does(
            "issue", "note", "N-1", "--noted-as", "answered", "--outcome", "Done", "--on", "2019-04-30")
        for event in ["conclude", "draft-minutes", "circulate-minutes"] {
            try await season.does("meeting", event, april, "--on", "2019-05-02")
        }
        let asked = await season.refusal("pack", "minutes", april, "--format", "html", "--on", "2019-05-02")
        #expect(asked.status == 1 && asked.said.contains("a member’s name"), "\(asked.said)")
        try await season.does("pack", "release", april, "--word", "Sarah Prestwold", "--on", "2019-05-02")
        _ = try await season.page(["minutes", april, "--on", "2019-05-02"])
        try await season.does("meeting", "schedule", "north", "--date", "2019-05-28", "--on", "2019-05-02")
        try await season.does(
            "agenda", "add", may, "--under", "11", "--title", "Wheelchair report", "--author", "Sarah Prestwold",
            "--lead",
            "Social Care North", "--summary", "A report on wheelchairs", "--on", "2019-05-03")
        try await season.does("agenda", "build", may, "--on", "2019-05-13")
        try await season.does("meeting", "publish", may, "--on", "2019-05-14")
        let agenda = try await season.page(["agenda", may, "--on", "2019-05-14"])
        #expect(agenda.contains("Ask Sarah Prestwold for the list") && agenda.contains("Wheelchair report"))
    }

    @Test func howToReachThePartnershipIsNoDetailButAFamilysNumberIs() async throws {
        let season = try await Season()
        try await season.raise("--name", "Mrs Oona Tarrabeck", "--contact", "07700 900456")
        try await season.accept("N-1")
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-04-03")
        func edit(_ contact: String) async -> String {
            await season.scratch.run(
                ["meeting", "edit", "north-2019-04-30", "--access-contact", contact, "--on", "2019-04-03"]
            ).complaints
        }
        #expect(await !edit("Clerk North, 01524 555010, north.lap@example.org").contains("tell of a family"))
        #expect(await edit("The parent, 07700 900456").contains("tell of a family"))
    }

    @Test func whatWasDecidedIsNotListedToWhoReadsTheFaceAlone() async throws {
        let season = try await closedSince(publicBefore: true)
        let refused = await season.refusal("decision", "list", "N-1", "--as", "Board Viewer")
        #expect(refused.status == 77 && !refused.said.contains("directs it"), "\(refused.said)")
        #expect(await season.refusal("decision", "list", "N-1", "--as", "SENCO North").status == 0)
    }

    @Test func daysThatABodySetInPrivateAreNotTold() async throws {
        let season = try await accepted()
        try await season.accept("N-1")
        try await heard(season, [])
        try await tabled(season)
        try await season.does(
            "issue", "board-own", "N-1", "--meeting", "board-2019-05-22", "--decision", "That a night nurse be hired",
            "--owner", "Director of Social Care", "--due", "2019-07-23", "--measure", "Each night", "--as",
            "Board Chair", "--on", "2019-05-22")
        let told = try await season.does("issue", "show", "N-1")
        #expect(told.contains("23 July 2019"), "\(told)")
        for words in [
            ["issue", "show", "N-1"], ["issue", "show", "N-1", "--json"], ["issue", "list", "--json"],
            ["issue", "show", "N-1", "--as-of", "2019-05-30"], ["issue", "list", "--overdue", "--json"],
            ["status", "--on", "2019-07-20"], ["status", "--on", "2019-07-25"], ["status", "--as-of", "2019-07-25"],
        ] {
            let said = try await season.does(words + ["--as", "SENCO North"])
            #expect(!said.contains("23 July 2019") && !said.contains("2019-07-23"), "\(words): \(said)")
        }
    }
}
