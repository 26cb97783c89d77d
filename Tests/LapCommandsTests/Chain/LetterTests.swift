import Foundation
import Testing

@testable import LapCommands

/// What a family reads is so in every state: each sentence of a letter rests on something that is on record.
struct LetterTests {
    private let april = "north-2019-04-30"
    private let may = "north-2019-05-28"

    private func draft(_ season: Season, _ ref: String = "N-1", on day: String) async throws -> String {
        try await words(season.page("letter", ref, "--draft", "--on", day))
    }

    /// The words of a page, on one line.
    private func words(_ page: String) -> String {
        let body = page.split(separator: "<body").last.map(String.init) ?? page
        return body.replacing(/<[^>]*>/, with: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func note(_ season: Season, _ own: String...) async throws {
        try await season.does(
            [
                "issue", "note", "N-1", "--outcome", "The service writes to every family", "--on", "2019-04-30",
            ] + (own.isEmpty ? ["--noted-as", "answered"] : own))
    }

    private func close(_ season: Season, _ ref: String = "N-1", _ own: String..., on day: String) async throws {
        try await season.does(
            [
                "issue", "feed-back", ref, "--method", "letter", "--said", "You waited nine months", "--did",
                "Every family has a date", "--impact", "Families know", "--as", "Deputy DCO North", "--on", day,
            ] + own)
    }

    private func deferred() async throws -> Season {
        let season = try await Season.heard()
        try await season.does("meeting", "schedule", "north", "--date", "2019-05-28", "--on", "2019-04-30")
        try await season.does(
            "issue", "defer", "N-1", "--deferred-because", "more-evidence", "--reason", "The figures are missing",
            "--next-meeting", may, "--on", "2019-04-30")
        return season
    }

    private func atTheBoard() async throws -> Season {
        let season = try await Season.heard()
        try await season.propose("N-1")
        try await season.table("N-1")
        try await season.openBoard()
        return season
    }

    @Test func aProvisionalDecisionIsSaidToBeOneUntilItIsConfirmed() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        try await season.attend(without: "Parent Rep North")
        let noted = try await season.does(
            "issue", "note", "N-1", "--noted-as", "answered", "--outcome", "The service writes to every family", "--on",
            "2019-04-30")
        #expect(noted.contains("D-north-2019-1 is provisional until a later meeting confirms it (R8)."), "\(noted)")
        let provisional = "That decision is provisional. It holds once a later meeting of the North Local Area"
        #expect(try await draft(season, on: "2019-05-01").contains(provisional))
        try await close(season, on: "2019-05-02")
        let closed = try await words(season.page("letter", "N-1", "--on", "2019-05-02"))
        #expect(closed.contains(provisional) && closed.contains("We closed this on 2 May 2019."), "\(closed)")
        #expect(!closed.contains("full answer"))
        try await season.does("meeting", "schedule", "north", "--date", "2019-05-28", "--on", "2019-05-02")
        try await season.does("agenda", "build", may, "--on", "2019-05-02")
        try await season.does("meeting", "publish", may, "--on", "2019-05-02")
        try await season.does("meeting", "conclude", april, "--on", "2019-05-03")
        try await season.attend(may)
        try await season.does("meeting", "confirm", april, "--confirmed-at", may, "--on", "2019-05-28")
        let confirmed = try await words(season.page("letter", "N-1", "--on", "2019-05-29"))
        #expect(!confirmed.contains("provisional") && confirmed.contains("This is our full answer."), "\(confirmed)")
    }

    @Test(arguments: [["cancel"], ["reschedule", "--date", "2019-06-04"]])
    func aLetterThatNamesAnotherDayIsNotGivenOutAgain(moving: [String]) async throws {
        let season = try await deferred()
        let first = try await words(season.page("letter", "N-1", "--on", "2019-05-01"))
        #expect(first.contains("The North Local Area Partnership is to hear it on 28 May 2019."), "\(first)")
        #expect(first.contains("Why: More evidence is needed. The figures are missing."), "\(first)")
        #expect(!(try await season.does("status", "--on", "2019-05-02")).contains("n-1-letter"))
        try await season.does(
            ["meeting", moving[0], may, "--reason", "Snow", "--on", "2019-05-02"] + moving.dropFirst())
        let status = try await season.does("status", "--on", "2019-05-02")
        #expect(status.contains("n-1-letter") && status.contains("lap pack letter N-1"), "\(status)")
        let second = try await words(season.page("letter", "N-1", "--on", "2019-05-02"))
        #expect(!second.contains("28 May"), "\(second)")
        let then = moving.count > 1 ? "is to hear it on 4 June 2019." : "is to hear it. The day is not fixed yet."
        #expect(second.contains("The North Local Area Partnership \(then)"), "\(second)")
        #expect(!(try await season.does("status", "--on", "2019-05-02")).contains("n-1-letter"))
    }

    @Test func aFamilyThatWithdrewReadsThatTheyAskedForIt() async throws {
        let season = try await deferred()
        try await season.does(
            "issue", "withdraw", "N-1", "--withdrawn-because", "They moved away", "--asked-on", "2019-05-03", "--on",
            "2019-05-04")
        let letter = try await draft(season, on: "2019-05-05")
        #expect(
            letter.contains("You asked us on 3 May 2019 to take this no further, and we closed it on 4 May 2019."),
            "\(letter)")
        for untrue in ["put off", "full answer", "Nothing more", "moved away"] { #expect(!letter.contains(untrue)) }
        #expect(letter.contains("tell us by 4 May 2020"))
        try await season.does(
            "issue", "reopen", "N-1", "--new-information", "It happens at the new school too", "--on", "2019-06-03")
        let again = try await draft(season, on: "2019-06-04")
        #expect(!again.contains("You asked us") && again.contains("We opened this again on 3 June 2019."), "\(again)")
    }

    @Test func whatIsOpenAgainDoesNotRepeatItsOldAnswer() async throws {
        let season = try await Season.heard()
        try await note(season)
        try await close(season, on: "2019-05-02")
        #expect(try await draft(season, on: "2019-05-03").contains("Every family has a date"))
        try await season.does(
            "issue", "reopen", "N-1", "--new-information", "Two families have none", "--on", "2019-06-03")
        let letter = try await draft(season, on: "2019-06-04")
        #expect(
            letter.contains("We opened this again on 3 June 2019. What is new: Two families have none."), "\(letter)")
        #expect(letter.contains("Nothing has been decided since."))
        for old in ["Every family has a date", "Families know", "full answer", "decided this", "The service writes"] {
            #expect(!letter.contains(old), "\(old)")
        }
        // Undoing the reopening brings the answer back.
        try await season.does("undo", "--on", "2019-06-04")
        #expect(try await draft(season, on: "2019-06-05").contains("Every family has a date"))
    }

    @Test func aPrivateMattersLetterHoldsWhatWasWrittenSinceItWasDecided() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-04-03")
        try await season.does(
            "issue", "schedule", "N-1", "--meeting", april, "--private", "--private-because", "It is about one family",
            "--on", "2019-04-03")
        try await season.does("agenda", "build", april, "--on", "2019-04-03")
        try await season.does("meeting", "publish", april, "--on", "2019-04-10")
        func tell(_ told: String, on day: String) async throws {
            try await season.does(
                "issue", "update-raiser", "N-1", "--method", "letter", "--told", told, "--on", day)
        }
        let first = try await draft(season, on: "2019-04-10")
        #expect(
            first.contains("We have what you told us")
                && first.contains("You told us something on 1 April 2019. What it was is not repeated"),
            "\(first)")
        #expect(first.contains("is to hear it on 30 April 2019.") && !first.contains("Nine-month"), "\(first)")
        #expect(!first.contains("Speech and language"), "\(first)")
        try await tell("We rang you twice", on: "2019-04-11")
        let early = try await draft(season, on: "2019-04-12")
        #expect(early.contains("We rang you twice. We told you this on 11 April 2019."), "\(early)")
        try await season.attend()
        try await season.does("meeting", "schedule", "north", "--date", "2019-05-28", "--on", "2019-04-30")
        try await season.does(
            "issue", "defer", "N-1", "--deferred-because", "more-evidence", "--reason", "A numbat", "--next-meeting",
            may, "--on", "2019-04-30")
        let old = await season.refusal("pack", "letter", "N-1", "--draft", "--format", "html", "--on", "2019-05-01")
        #expect(old.status == 1 && old.said.contains("since it was decided"), "\(old.said)")
        try await tell("You are heard in May", on: "2019-05-02")
        let letter = try await draft(season, on: "2019-05-03")
        #expect(letter.contains("You are heard in May. We told you this on 2 May 2019."), "\(letter)")
        #expect(letter.contains("is to hear it on 28 May 2019.") && !letter.contains("numbat"))
    }

    @Test func itSaysThatAndWhyNothingMoreIsDone() async throws {
        let season = try await atTheBoard()
        try await season.does(
            "issue", "board-nfa", "N-1", "--reason", "The service has begun", "--as", "Board Chair", "--on",
            "2019-05-22")
        let letter = try await draft(season, on: "2019-05-23")
        #expect(letter.contains("It was decided to take no further action. The service has begun."), "\(letter)")
        let local = try await Season.heard()
        try await note(local, "--noted-as", "no-further-action")
        #expect(
            try await draft(local, on: "2019-05-01").contains(
                "It was decided to take no further action. The service writes to every family."))
        // The minutes say the same.
        let minutes = try await words(local.page("minutes", april, "--draft", "--on", "2019-05-01"))
        #expect(
            minutes.contains("That no further action be taken, for this reason: The service writes to every family"),
            "\(minutes)")
    }

    @Test func whoDoesItIsNamedWhereItWasHandedToSomebody() async throws {
        let delegated = try await atTheBoard()
        try await delegated.does(
            "issue", "board-delegate", "N-1", "--group", "commissioning", "--group-lead", "Director of Social Care",
            "--report-back", "2019-07-10", "--as", "Board Chair", "--on", "2019-05-22")
        let group = try await draft(delegated, on: "2019-05-23")
        #expect(group.contains("Look into it and report to the") && group.contains(", by 10 July 2019."), "\(group)")
        #expect(try await draft(delegated, on: "2019-07-11").contains("This was to be done by 10 July 2019"))
        let commissioned = try await atTheBoard()
        try await commissioned.does(
            "issue", "board-commission", "N-1", "--commissioner", "Kowari ICB", "--authority-granted", "To spend",
            "--milestone", "A report on waits", "--due", "2019-07-10", "--as", "Board Chair", "--on", "2019-05-22")
        // A name stays as it is, whatever short form is in it.
        let milestone = try await draft(commissioned, on: "2019-05-23")
        #expect(milestone.contains("Kowari ICB: A report on waits, by 10 July 2019."), "\(milestone)")
        let referred = try await atTheBoard()
        try await referred.does(
            "issue", "board-refer", "N-1", "--referred-to", "Kowari Council", "--question", "Who pays?", "--expected",
            "2019-07-10", "--as", "Board Chair", "--on", "2019-05-22")
        let question = try await draft(referred, on: "2019-05-23")
        #expect(question.contains("Kowari Council: Answer what it was asked: Who pays?"), "\(question)")
    }

    @Test func onTheWayToTheBoardItSaysSo() async throws {
        let season = try await Season.heard()
        try await season.propose("N-1")
        let proposed = try await draft(season, on: "2019-05-01")
        #expect(proposed.contains("wants the") && proposed.contains("to decide this."), "\(proposed)")
        try await season.does("issue", "submit", "N-1", "--as", "Deputy DCO North", "--on", "2019-05-03")
        try await season.does(
            "issue", "update-raiser", "N-1", "--method", "email", "--told", "It goes to the Board", "--on", "2019-05-03"
        )
        let submitted = try await draft(season, on: "2019-05-04")
        #expect(submitted.contains("is to hear it. The day is not fixed yet."), "\(submitted)")
        #expect(submitted.contains("You will hear from us again by 31 May 2019."))
        try await season.does(
            "issue", "suspend", "N-1", "--suspended-because", "They are abroad", "--review-on", "2019-08-01", "--on",
            "2019-05-05")
        let resting = try await draft(season, on: "2019-05-06")
        #expect(resting.contains("This rests for now. We look at it again on 1 August 2019."), "\(resting)")
        #expect(!resting.contains("You will hear from us again by") && !resting.contains("abroad"))
    }

    @Test func aSeatInTwoBodiesIsOneRole() async throws {
        let season = try await Season.heard()
        try await season.does("member", "seat", "Health North", "--seat", "board/health", "--on", "2019-04-30")
        try await season.does(
            "action", "open", "--text", "Write to every family", "--owner", "Health North", "--due", "2019-06-14",
            "--issue", "N-1", "--on", "2019-04-30")
        try await note(season, "--noted-as", "answered", "--open-actions", "stand")
        let letter = try await draft(season, on: "2019-05-01")
        #expect(letter.contains("Health: Write to every family") && !letter.contains("Health, Health"), "\(letter)")
    }

    @Test func anOpenActionsDayThatHasPassedIsNoPromise() async throws {
        let season = try await Season.heard()
        try await season.assign()
        #expect(try await draft(season, on: "2019-05-01").contains("Write to every family, by 14 June 2019."))
        let late = try await draft(season, on: "2019-06-20")
        #expect(
            late.contains("Write to every family. This was to be done by 14 June 2019 and is not done yet."), "\(late)")
    }

    @Test func whatWasMergedHasTheAnswerOfItsLead() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.raise(
            "--summary", "A second wait", "--name", "Family Bilby", "--contact", "bilby@example.org")
        for issue in ["N-1", "N-2"] { try await season.accept(issue) }
        try await season.does("issue", "merge", "N-2", "--lead", "N-1", "--on", "2019-04-03")
        try await season.agenda(with: "N-1")
        try await season.attend()
        let early = try await draft(season, "N-2", on: "2019-04-30")
        #expect(early.contains("We have what you told us") && early.contains("Others told us the same."), "\(early)")
        #expect(!early.contains("Nine-month") && !early.contains("N-1"))
        try await note(season)
        try await close(season, "N-1", "--merged-told", on: "2019-05-02")
        let letter = try await draft(season, "N-2", on: "2019-05-03")
        #expect(letter.contains("A second wait. Others told us the same."), "\(letter)")
        #expect(letter.contains("Every family has a date") && letter.contains("This is our full answer."))
        #expect(!letter.contains("Nine-month") && !letter.contains("N-1"))
    }

    /// What a body took in private, it took for every family whose issue is part of that: each hears what was written for it.
    @Test func whatIsPartOfAPrivateMatterHasALetterOfItsOwn() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.raise(
            "--summary", "A second wait", "--name", "Family Bilby", "--contact", "bilby@example.org")
        for issue in ["N-1", "N-2"] { try await season.accept(issue) }
        try await season.does(
            "issue", "update-raiser", "N-2", "--method", "letter", "--told", "We have your message", "--on",
            "2019-04-03")
        try await season.does("issue", "merge", "N-2", "--lead", "N-1", "--on", "2019-04-03")
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-04-03")
        try await season.does(
            "issue", "schedule", "N-1", "--meeting", april, "--private", "--private-because", "It is about one family",
            "--on", "2019-04-03")
        try await season.does("agenda", "build", april, "--on", "2019-04-03")
        try await season.does("meeting", "publish", april, "--on", "2019-04-10")
        try await season.attend()
        try await note(season)
        let words = ["pack", "letter", "N-2", "--draft", "--format", "html", "--on", "2019-05-01"]
        let early = await season.scratch.run(words)
        #expect(
            early.status == 1 && early.complaints.contains("N-1, which N-2 was merged into, was taken in private"),
            "\(early.complaints)")
        #expect(early.complaints.contains("lap issue update-raiser N-2 --told"), "\(early.complaints)")
        // What the first family was told is not for the second.
        for (issue, told) in [("N-1", "The clinic rings you in June"), ("N-2", "The clinic writes to you in July")] {
            let merged = issue == "N-1" ? ["--merged-told"] : []
            try await season.does(
                ["issue", "update-raiser", issue, "--method", "letter", "--told", told, "--on", "2019-05-02"] + merged)
        }
        let letter = try await draft(season, "N-2", on: "2019-05-03")
        #expect(letter.contains("The clinic writes to you in July. We told you this on 2 May 2019."), "\(letter)")
        for other in ["in June", "N-1", "second wait", "service writes", "We have your message", "Others told us"] {
            #expect(!letter.contains(other), "\(other)")
        }
        #expect(try await draft(season, on: "2019-05-03").contains("The clinic rings you in June"))
    }

    /// In whatever words the Board decides, a letter that tells of it is English.
    @Test(arguments: [
        (
            "That two posts be paid for", "It was decided that two posts be paid for.",
            "See to it that two posts be paid for, by 30 June 2019."
        ),
        (
            "Pay for two posts", "It was decided, in these words: “Pay for two posts.” The",
            ": Pay for two posts, by 30 June 2019."
        ),
        (
            "Two posts, paid for by both.", "It was decided, in these words: “Two posts, paid for by both.” The",
            ": Two posts, paid for by both, by 30 June 2019."
        ),
    ])
    func whatTheBoardDecidedReadsAsASentence(decision: String, told: String, step: String) async throws {
        let season = try await atTheBoard()
        try await season.does(
            "issue", "board-own", "N-1", "--decision", decision, "--owner", "Director of Social Care", "--due",
            "2019-06-30", "--measure", "Waits", "--as", "Board Chair", "--on", "2019-05-22")
        let letter = try await draft(season, on: "2019-05-23")
        #expect(letter.contains(told) && letter.contains(step), "\(letter)")
        #expect(letter.contains("Partnership Board decided this on 22 May 2019."), "\(letter)")
    }

    @Test func aMergedFamilyThatWasToldByItselfIsNotTheOneThatDidNotHear() async throws {
        let season = try await Season()
        for _ in 1...2 { try await season.raise() }
        for ref in ["N-1", "N-2"] { try await season.accept(ref) }
        try await season.does("issue", "merge", "N-2", "--lead", "N-1", "--on", "2019-04-05")
        let due = try await season.does("issue", "show", "N-1", "--on", "2019-04-05")
        try await season.does(
            "issue", "update-raiser", "N-2", "--method", "letter", "--told", "More in May", "--told-on", "2019-04-26",
            "--on", "2019-04-26")
        let letter = try await draft(season, "N-2", on: "2019-05-08")
        #expect(!letter.contains("We are sorry that you did not"), "\(letter) \(due)")
        #expect(letter.contains("You will hear from us again by 24 May 2019."), "\(letter)")
        #expect(try await draft(season, "N-1", on: "2019-05-08").contains("We are sorry that you did not"))
    }

    /// What one family said is not for another whose issue was merged into theirs.
    @Test func whatIsNewWithOneFamilyIsNotToldToAnother() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.raise("--summary", "A second wait", "--name", "Family Bilby")
        for issue in ["N-1", "N-2"] { try await season.accept(issue) }
        try await season.does("issue", "merge", "N-2", "--lead", "N-1", "--on", "2019-04-03")
        try await season.agenda(with: "N-1")
        try await season.attend()
        try await note(season)
        try await close(season, "N-1", "--merged-told", on: "2019-05-02")
        try await season.does(
            "issue", "reopen", "N-1", "--new-information", "The father has left", "--on", "2019-05-10")
        let own = try await draft(season, on: "2019-05-11")
        #expect(own.contains("The father has left"), "\(own)")
        let other = try await draft(season, "N-2", on: "2019-05-11")
        #expect(!other.contains("father"), "\(other)")
    }

    /// One family's issue, put off to May.
    private func familysDeferred() async throws -> Season {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.does("issue", "edit", "N-1", "--scope", "individual", "--on", "2019-04-03")
        try await season.agenda(with: "N-1")
        try await season.attend()
        try await season.does("meeting", "schedule", "north", "--date", "2019-05-28", "--on", "2019-04-30")
        return season
    }

    private func putOff(_ season: Season, _ because: String) async throws {
        try await season.does(
            "issue", "defer", "N-1", "--deferred-because", because, "--reason", "The figures are missing",
            "--next-meeting", may, "--on", "2019-04-30")
    }

    @Test func aFamilyThatTookItsConsentBackIsToldThatNobodyHearsIt() async throws {
        let season = try await familysDeferred()
        try await putOff(season, "more-evidence")
        #expect(try await draft(season, on: "2019-05-01").contains("is to hear it on 28 May 2019."))
        try await season.does("issue", "withdraw-consent", "N-1", "--on", "2019-05-02")
        let letter = try await draft(season, on: "2019-05-03")
        #expect(
            letter.contains(
                "You took back on 2 May 2019 what you had agreed to. No meeting hears it and no paper that is made from "
                    + "now on tells of it, unless you agree to that again."), "\(letter)")
        #expect(!letter.contains("is to hear it"), "\(letter)")
        try await season.does(
            "issue", "renew-consent", "N-1", "--consent", "record,discuss-anonymised", "--on", "2019-05-06")
        #expect(!(try await draft(season, on: "2019-05-07")).contains("You took back"))
    }

    @Test func aFamilyThatAgreesAgainIsToldThatItIsHeard() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.does("issue", "edit", "N-1", "--scope", "individual", "--on", "2019-04-03")
        try await season.agenda(with: "N-1")
        for (words, day) in [
            (["withdraw-consent", "N-1"], "2019-04-05"),
            (["renew-consent", "N-1", "--consent", "record,discuss-anonymised"], "2019-04-08"),
        ] {
            try await season.does(["issue"] + words + ["--on", day])
        }
        let open = try await draft(season, on: "2019-04-09")
        #expect(open.contains("You have agreed again to what you had taken back."), "\(open)")
        #expect(open.contains("is to hear it. The day is not fixed yet.") && !open.contains("No meeting hears it"))
        try await season.does("issue", "schedule", "N-1", "--meeting", april, "--on", "2019-04-09")
        let fixed = try await draft(season, on: "2019-04-10")
        #expect(fixed.contains("is to hear it on 30 April 2019."), "\(fixed)")
        // What rests meanwhile is not said to be heard by nobody.
        try await season.does(
            "issue", "suspend", "N-1", "--suspended-because", "They asked for time", "--review-on", "2019-06-03",
            "--on",
            "2019-04-10")
        let resting = try await draft(season, on: "2019-04-11")
        #expect(
            resting.contains("hears it on 30 April 2019. We look at it again on 3 June 2019.")
                && !resting.contains("rests for now"), "\(resting)")
    }

    /// The word that is due on a day is the letter of that day, and the next one comes when that has run anew.
    @Test func aLetterGivesADayStillToCome() async throws {
        let season = try await Season.heard()
        try await season.propose("N-1")
        let due = try await words(season.page("letter", "N-1", "--on", "2019-04-30"))
        #expect(due.contains("You will hear from us again by 28 May 2019.") && !due.contains("You were to"), "\(due)")
        #expect(try await words(season.page("letter", "N-1", "--on", "2019-05-01")) == due)
        let late = try await words(season.page("letter", "N-1", "--on", "2019-06-20"))
        #expect(
            late.contains(
                "You were to hear from us by 28 May 2019. We are sorry that you did not. You will hear from us again by 18 "
                    + "July 2019."
            ), "\(late)")
        #expect(try await words(season.page("letter", "N-1", "--on", "2019-06-21")) == late)
    }

    /// Who is sent on has to act, and by a day: the letter is where they read it.
    @Test func aFamilyThatIsSentOnReadsWhereToAndByWhen() async throws {
        let season = try await Season()
        try await season.raise("--decided-on", "2019-03-01", "--theme", "ehc-assessment")
        try await season.does(
            "issue", "redirect", "N-1", "--destination", "tribunal", "--contact-given",
            "The adviser in the letter, help@mediation.example.org",
            "--told-on", "2019-04-02", "--on", "2019-04-02")
        let letter = try await draft(season, on: "2019-04-03")
        for told in [
            "This is for Mediation and the ", "You have to turn to them yourself",
            "The contact that we gave you: The adviser in the letter, help@mediation.example.org.",
            "If you want to appeal, do so by 1 May 2019",
        ] { #expect(letter.contains(told), "\(told): \(letter)") }
        #expect(!letter.contains("need not do anything"), "\(letter)")
        let late = try await draft(season, on: "2019-05-02")
        #expect(late.contains("the time to appeal ended on 1 May 2019") && !late.contains("need not"), "\(late)")
    }

    /// Days alone make a letter untrue: then another goes out, and as long as they do not the same.
    @Test func aLetterWhoseDaysHavePassedIsNotGivenOutAgain() async throws {
        let season = try await Season.heard()
        try await season.assign()
        let first = try await words(season.page("letter", "N-1", "--on", "2019-05-01"))
        #expect(try await words(season.page("letter", "N-1", "--on", "2019-05-02")) == first)
        let late = try await words(season.page("letter", "N-1", "--on", "2019-06-20"))
        #expect(late.contains("This was to be done by 14 June 2019 and is not done yet."), "\(late)")
        #expect(late.contains("You will hear from us again by 18 July 2019."), "\(late)")
        #expect(try await words(season.page("letter", "N-1", "--on", "2019-06-21")) == late)
    }

    @Test func thatTimeRanOutIsTold() async throws {
        let season = try await familysDeferred()
        try await putOff(season, "not-reached")
        let letter = try await draft(season, on: "2019-05-01")
        #expect(
            letter.contains(
                "The North Local Area Partnership was to hear it on 30 April 2019, and time ran out before it."),
            "\(letter)")
        #expect(letter.contains("is to hear it on 28 May 2019.") && !letter.contains("put off"), "\(letter)")
        // An older reason for putting it off is no longer why.
        let again = try await familysDeferred()
        try await putOff(again, "more-evidence")
        try await again.does("agenda", "build", may, "--on", "2019-05-10")
        try await again.does("meeting", "publish", may, "--on", "2019-05-10")
        try await again.does("meeting", "conclude", april, "--on", "2019-05-03")
        try await again.attend(may)
        try await again.does("minutes", "record", may, "9.1", "--not-reached", "--on", "2019-05-28")
        try await again.does("meeting", "conclude", may, "--on", "2019-05-28")
        let second = try await draft(again, on: "2019-05-29")
        #expect(second.contains("was to hear it on 28 May 2019, and time ran out before it."), "\(second)")
        #expect(!second.contains("evidence") && !second.contains("put off"), "\(second)")
    }

    /// Status names the family until it was told, and a letter whose meeting is over.
    @Test func thatTimeRanOutIsToBeTold() async throws {
        let season = try await familysDeferred()
        try await putOff(season, "not-reached")
        let due = try await season.does("status", "--on", "2019-05-01")
        #expect(due.contains("Families to be told that time ran out") && due.contains("lap pack letter N-1"), "\(due)")
        _ = try await season.page("letter", "N-1", "--on", "2019-05-01")
        #expect(!(try await season.does("status", "--on", "2019-05-02")).contains("lap pack letter N-1"))
        try await season.does("agenda", "build", may, "--on", "2019-05-10")
        try await season.does("meeting", "publish", may, "--on", "2019-05-10")
        try await season.does("meeting", "conclude", april, "--on", "2019-05-03")
        try await season.attend(may)
        #expect(!(try await season.does("status", "--on", "2019-05-28")).contains("lap pack letter N-1"))
        try await season.does("minutes", "record", may, "9.1", "--not-reached", "--on", "2019-05-28")
        try await season.does("meeting", "conclude", may, "--on", "2019-05-28")
        let again = try await season.does("status", "--on", "2019-05-29")
        #expect(again.contains("n-1-letter, because time ran out before it on 28 May 2019"), "\(again)")
        #expect(!again.contains("Families to be told"))
    }

    @Test func whoeverIsNamelessGetsNoLetter() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.does("issue", "strike-contact", "N-1", "--anonymous", "--on", "2019-04-02")
        let refused = await season.refusal("pack", "letter", "N-1", "--draft", "--format", "html", "--on", "2019-04-03")
        #expect(refused.status == 1 && refused.said.contains("raised without a name"), "\(refused.said)")
    }

    /// The 28 days of those whose issue is part of another run with that one, and what they were told is on record.
    @Test func aMergedFamilyHearsByADay() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.raise("--summary", "A second wait", "--name", "Family Bilby")
        for issue in ["N-1", "N-2"] { try await season.accept(issue) }
        try await season.does("issue", "merge", "N-2", "--lead", "N-1", "--on", "2019-04-03")
        try await season.agenda(with: "N-1")
        try await season.attend()
        try await season.assign()
        let words = [
            "issue", "update-raiser", "N-1", "--method", "email", "--told", "It goes on", "--on", "2019-05-01",
        ]
        let refused = await season.scratch.run(words)
        #expect(refused.status == 1 && refused.complaints.contains("whoever raised them must be told too"))
        try await season.does(words + ["--merged-told"])
        try await season.does(
            "issue", "update-raiser", "N-2", "--method", "phone", "--told", "It goes on", "--on", "2019-05-01")
        let letter = try await draft(season, "N-2", on: "2019-05-02")
        #expect(letter.contains("You will hear from us again by 29 May 2019."), "\(letter)")
        let late = try await draft(season, "N-2", on: "2019-06-03")
        #expect(late.contains("You were to hear from us by 29 May 2019. We are sorry that you did not."), "\(late)")
        try await season.does("issue", "withdraw-consent", "N-2", "--on", "2019-05-03")
        let taken = try await draft(season, "N-2", on: "2019-05-04")
        #expect(taken.contains("You took back on 3 May 2019 what you had agreed to."), "\(taken)")
        #expect(taken.contains("so it goes on without what is yours alone."), "\(taken)")
        #expect(try await season.does("fsck").hasPrefix("Sound:"))
    }

    @Test func thatWhoeverWasAskedHasAnsweredIsTold() async throws {
        let season = try await atTheBoard()
        try await season.does(
            "issue", "board-refer", "N-1", "--referred-to", "Kowari Council", "--question", "Who pays?", "--expected",
            "2019-07-10", "--as", "Board Chair", "--on", "2019-05-22")
        #expect(!(try await draft(season, on: "2019-05-23")).contains("answered on"))
        try await season.does(
            "issue", "receive-reply", "N-1", "--reply", "The council", "--as", "Board Secretary", "--on", "2019-06-03")
        let letter = try await draft(season, on: "2019-06-04")
        #expect(letter.contains("Kowari Council answered on 3 June 2019."), "\(letter)")
    }

    /// The first letter of all: what becomes of it, by when, and that it stops no time limit.
    @Test func aFamilyIsToldThatWeHaveWhatItToldUs() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.does(
            "meeting", "schedule", "north", "--date", "2019-04-10", "--venue", "Oak School", "--on", "2019-04-01")
        try await season.does(
            "meeting", "schedule", "north", "--date", "2019-04-30", "--venue", "Elm School", "--on", "2019-04-01")
        try await season.does(
            "issue", "acknowledge", "N-1", "--method", "email", "--reply-by", "2019-04-08", "--on", "2019-04-02")
        let first = try await words(season.page("letter", "N-1", "--on", "2019-04-02"))
        for sentence in [
            "We have what you told us", "You told us this on 1 April 2019.",
            "By 9 April 2019 we decide whether we take this on, or who else it is for.",
            "that can hear it on 30 April 2019 (Elm School) at the earliest.",
            "You will hear from us again by 8 April 2019.", "neither a complaint nor an appeal",
        ] { #expect(first.contains(sentence), "\(sentence) \(first)") }
        #expect(!first.contains("Our answer") && !first.contains("deals with it") && !first.contains("Oak School"))
        try await season.does(
            "issue", "request-info", "N-1", "--missing", "The letter", "--needed-by", "2019-04-15", "--on",
            "2019-04-03")
        let asked = try await words(season.page("letter", "N-1", "--on", "2019-04-03"))
        #expect(
            asked.contains("What we asked you for: The letter.") && asked.contains("We need that by 15 April 2019.")
                && !asked.contains("we decide whether")
                && !asked.contains("You need not do anything"))
        try await season.does(
            "issue", "receive-info", "N-1", "--arrived", "The letter", "--on", "2019-04-04")
        try await season.does(
            "issue", "accept", "N-1", "--scope", "individual", "--phase", "primary", "--severity", "3", "--tried",
            "Asked twice", "--services", "Therapy", "--outcome-sought", "A date", "--on", "2019-04-05")
        let taken = try await draft(season, on: "2019-04-05")
        #expect(taken.contains("We have taken this on, and the Designated Clinical Officer deals with it."), "\(taken)")
        try await season.does("issue", "schedule", "N-1", "--meeting", april, "--on", "2019-04-05")
        let heard = try await draft(season, on: "2019-04-08")
        #expect(heard.contains("is to hear it on 30 April 2019.") && !heard.contains("at the earliest"), "\(heard)")
    }
}
