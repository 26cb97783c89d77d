import Foundation
import Testing

@testable import LapCommands

/// What is taken in private belongs to the agenda item of one meeting, and no paper tells of it until it is released (R10).
struct PrivateItemsTests {
    private static let reason = "It is about one family"

    /// N-1 is taken by the North LAP in private, and N-2 in public.
    private func season() async throws -> Season {
        let season = try await Season()
        try await season.does("member", "add", "Viewer North", "--seat", "north/viewer")
        try await season.raise()
        try await season.raise("--summary", "No escort on a long ride", "--theme", "transport")
        for issue in ["N-1", "N-2"] { try await season.accept(issue) }
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-04-03")
        try await season.does(
            [
                "issue", "schedule", "N-1", "--meeting", "north-2019-04-30", "--private", "--private-because",
                Self.reason,
            ]
                + ["--on", "2019-04-03"])
        try await season.does("issue", "schedule", "N-2", "--meeting", "north-2019-04-30", "--on", "2019-04-03")
        try await season.does("agenda", "build", "north-2019-04-30", "--on", "2019-04-03")
        try await season.does("meeting", "publish", "north-2019-04-30", "--on", "2019-04-10")
        return season
    }

    @Test func aBodyWithoutAHeadingForThemGetsOneAsItsLastItem() async throws {
        let season = try await season()
        let agenda = try await season.does("agenda", "show", "north-2019-04-30")
        #expect(agenda.contains("16   Private items  (private)\n      16.1 Nine-month wait"))
        #expect(agenda.contains("8.1  No escort on a long ride"))
        let openly = try await season.page("agenda", "north-2019-04-30")
        #expect(openly.contains("A private item") && openly.contains("Taken in private: It is about one family."))
        #expect(!openly.contains("Nine-month") && !openly.contains("N-1") && !openly.contains("Schedule 12A"))
        let restricted = try await season.page("agenda", "north-2019-04-30", "--edition", "restricted")
        #expect(restricted.contains("Nine-month"))
    }

    /// What an agenda that went out had in public is taken in private as an item of its own, and its old number is taken off.
    @Test(arguments: [true, false])
    func whatAnAgendaHasInPublicIsTakenInPrivateSince(isInTheRoom: Bool) async throws {
        let april = "north-2019-04-30"
        let season = try await Season()
        try await season.raise("--summary", "Swallowing was not assessed")
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        #expect(try await season.page("agenda", april, "--on", "2019-04-10").contains("Swallowing"))
        let private_ = ["--private-because", Self.reason, "--late-reason", "The family asked"]
        if isInTheRoom {
            try await season.attend()
            let bare = await season.refusal(
                "issue", "take-private", "N-1", "--private-because", Self.reason, "--on", "2019-04-30")
            #expect(bare.status == 64 || bare.said.contains("needs the chair’s reason"), "\(bare)")
            try await season.does(["issue", "take-private", "N-1", "--on", "2019-04-30"] + private_)
            // It is an item of its own at once, whatever is done next.
            #expect(try await season.does("agenda", "show", april, "--on", "2019-04-30").contains("16.1"))
        } else {
            try await season.does("issue", "withdraw-consent", "N-1", "--on", "2019-04-11")
            try await season.does(
                "issue", "renew-consent", "N-1", "--consent", "record,discuss-anonymised", "--on", "2019-04-12")
            try await season.does(
                ["issue", "schedule", "N-1", "--meeting", april, "--private", "--on", "2019-04-12"] + private_)
        }
        let day = isInTheRoom ? "2019-04-30" : "2019-04-12"
        if !isInTheRoom {
            // Meanwhile its old line says nothing of it.
            #expect(try await !season.page("agenda", april, "--on", day).contains("Swallowing"))
            #expect(try await season.does("agenda", "build", april, "--on", day).contains("16.1"))
        }
        if !isInTheRoom {
            try await season.does("meeting", "supplement", april, "--late-reason", "As asked", "--on", day)
            let agenda = try await season.page("agenda", april, "--on", day)
            #expect(agenda.contains("Item 8.1 was taken off.") && agenda.contains("Supplement 1"), "\(agenda)")
            #expect(agenda.contains("A private item") && !agenda.contains("Swallowing"))
            #expect(
                try await season.page("agenda", april, "--edition", "restricted", "--on", day).contains("Swallowing"))
            // What put it there is not taken back behind the papers that have it.
            #expect(await season.refusal("undo", "--on", day).said.contains("went out"))
            try await season.attend()
        }
        #expect(try await !season.does("agenda", "build", april, "--on", "2019-04-30").contains("16.2"))
        #expect(
            await season.refusal(
                "minutes", "record", april, "8.1", "--discussed", "She chokes", "--on", "2019-04-30"
            ).status == 1)
        try await season.does(
            "minutes", "record", april, "16.1", "--discussed", "She chokes", "--on", "2019-04-30")
        try await season.assign()
        try await season.does("meeting", "conclude", april, "--on", "2019-04-30")
        try await season.does("meeting", "draft-minutes", april, "--on", "2019-05-01")
        try await season.does("meeting", "circulate-minutes", april, "--on", "2019-05-01")
        let minutes = try await season.page("minutes", april, "--on", "2019-05-01")
        for told in ["Swallowing", "chokes", "Write to every family", "N-1"] {
            #expect(!minutes.contains(told), "\(told): \(minutes)")
        }
        let restricted = try await season.page("minutes", april, "--edition", "restricted", "--on", "2019-05-01")
        #expect(restricted.contains("chokes"))
        #expect(try await season.does("fsck").contains("Sound"))
    }

    /// What comes among the private items after the public was excluded is excluded by a resolution of its own.
    @Test func whatComesAmongThePrivateItemsLaterIsResolvedOnToo() async throws {
        let season = try await season()
        try await season.attend()
        let exclude = ["minutes", "exclude", "north-2019-04-30", "--on", "2019-04-30"]
        #expect(try await season.does(exclude).contains("item 16.1"))
        #expect(await season.refusal(exclude).said.contains("has resolved that already"))
        try await season.does(
            "issue", "take-private", "N-2", "--private-because", Self.reason, "--late-reason", "In the room", "--on",
            "2019-04-30")
        let second = try await season.does(exclude)
        #expect(second.contains("item 16.2") && !second.contains("16.1"), "\(second)")
        #expect(await season.refusal(exclude).status == 1)
    }

    /// What was released before its meeting is public there, and can be taken in private again.
    @Test func whatWasReleasedBeforeItsMeetingIsPublicThere() async throws {
        let april = "north-2019-04-30"
        let season = try await season()
        #expect(try await season.page("agenda", april, "--edition", "restricted").contains("Nine-month"))
        try await season.does("member", "add", "Information Officer", "--seat", "board/information-officer")
        try await season.does(
            "agenda", "release", april, "16.1", "--because", "They agree", "--as", "Information Officer", "--on",
            "2019-04-12")
        // It stands in the papers of what is private no more.
        let restricted = try await season.page("agenda", april, "--edition", "restricted", "--on", "2019-04-12")
        #expect(!restricted.contains("Taken in private: "), "\(restricted)")
        try await season.attend()
        let nothing = await season.refusal("minutes", "exclude", april, "--on", "2019-04-30")
        #expect(nothing.status == 1 && nothing.said.contains("takes nothing in private"), "\(nothing)")
        try await season.does("minutes", "record", april, "16.1", "--discussed", "Waits are long", "--on", "2019-04-30")
        let minutes = try await season.page("minutes", april, "--draft", "--on", "2019-04-30")
        #expect(minutes.contains("Waits are long") && !minutes.contains("Taken in private"), "\(minutes)")
    }

    @Test func whatWasReleasedIsTakenInPrivateAgain() async throws {
        let april = "north-2019-04-30"
        let season = try await season()
        try await season.does("member", "add", "Information Officer", "--seat", "board/information-officer")
        try await season.does(
            "agenda", "release", april, "16.1", "--because", "They agree", "--as", "Information Officer", "--on",
            "2019-04-12")
        try await season.does(
            "issue", "take-private", "N-1", "--private-because", Self.reason, "--late-reason", "They think again",
            "--on", "2019-04-13")
        try await season.does("meeting", "supplement", april, "--late-reason", "As asked", "--on", "2019-04-13")
        let agenda = try await season.page("agenda", april, "--on", "2019-04-13")
        #expect(!agenda.contains("Nine-month") && agenda.contains("16.2"), "\(agenda)")
        try await season.attend()
        let excluded = try await season.does("minutes", "exclude", april, "--on", "2019-04-30")
        #expect(excluded.contains("item 16.2"), "\(excluded)")
    }

    /// What was released once it had been taken was taken in private all the same.
    @Test func whatIsReleasedAfterItsMeetingWasTakenInPrivate() async throws {
        let april = "north-2019-04-30"
        let season = try await season()
        try await season.does("member", "add", "Information Officer", "--seat", "board/information-officer")
        try await season.attend()
        let excluded = try await season.does("minutes", "exclude", april, "--on", "2019-04-30")
        #expect(excluded.contains("item 16.1"), "\(excluded)")
        try await season.does("minutes", "record", april, "16.1", "--discussed", "Waits are long", "--on", "2019-04-30")
        try await season.does(
            "agenda", "release", april, "16.1", "--because", "They agree", "--as", "Information Officer", "--on",
            "2019-04-30")
        let minutes = try await season.page("minutes", april, "--draft", "--on", "2019-04-30")
        #expect(minutes.contains("Waits are long"))
        #expect(minutes.contains("Taken in private, and released on 30 April 2019."), "\(minutes)")
    }

    /// In the room, too, as long as nothing was recorded of it.
    @Test func whatIsReleasedInTheRoomBeforeItIsTakenIsTakenInPublic() async throws {
        let april = "north-2019-04-30"
        let season = try await season()
        try await season.does("member", "add", "Information Officer", "--seat", "board/information-officer")
        try await season.attend()
        try await season.does(
            "agenda", "release", april, "16.1", "--because", "They agree", "--as", "Information Officer", "--on",
            "2019-04-30")
        let nothing = await season.refusal("minutes", "exclude", april, "--on", "2019-04-30")
        #expect(nothing.said.contains("takes nothing in private"), "\(nothing)")
        try await season.does("minutes", "record", april, "16.1", "--discussed", "Waits are long", "--on", "2019-04-30")
        let minutes = try await season.page("minutes", april, "--draft", "--on", "2019-04-30")
        #expect(minutes.contains("It was released on 30 April 2019, and taken in public."), "\(minutes)")
        #expect(!minutes.contains("Taken in private"))
    }

    /// What was decided in public another family may be told too; what was told first is its own.
    @Test func whatWasDecidedInPublicIsNoSecretOnceAnotherFamilyIsTold() async throws {
        let april = "north-2019-04-30"
        let season = try await season()
        try await season.raise(
            "--summary", "No escort on the second ride", "--theme", "transport", "--name", "Family Bilby")
        try await season.accept("N-3")
        try await season.attend()
        let words = "A second escort rides along on every day of the week from May."
        try await season.does("minutes", "exclude", april, "--on", "2019-04-30")
        try await season.does("minutes", "record", april, "16.1", "--discussed", "Waits are long", "--on", "2019-04-30")
        try await season.does(
            "issue", "note", "N-2", "--noted-as", "answered", "--outcome", words, "--on", "2019-04-30")
        try await season.does(
            "issue", "update-raiser", "N-3", "--method", "phone", "--told", words, "--on", "2019-05-01")
        let minutes = try await season.page("minutes", april, "--draft", "--on", "2019-05-02")
        #expect(minutes.contains("A second escort rides along"))
        try await season.does(
            "issue", "update-raiser", "N-3", "--method", "phone", "--told",
            "Your own taxi comes from the tenth of June.",
            "--on", "2019-05-03")
        try await season.does(
            "minutes", "record", april, "1", "--discussed", "Your own taxi comes from the tenth of June.", "--on",
            "2019-05-03")
        let stopped = await season.scratch.run(
            "pack", "minutes", april, "--draft", "--format", "md", "--on", "2019-05-03")
        #expect(stopped.complaints.contains("what they were told"), "\(stopped.complaints)")
    }

    /// What comes before a supplement was issued goes out with it, and can still be put right.
    @Test func oneSupplementTakesAllThatCameSince() async throws {
        let april = "north-2019-04-30"
        let season = try await season()
        try await season.does(
            "issue", "take-private", "N-2", "--private-because", Self.reason, "--late-reason", "It was asked for",
            "--on", "2019-04-13")
        try await season.does(
            "agenda", "add", april, "--under", "11", "--title", "A leaflet", "--late-reason", "It came", "--on",
            "2019-04-13")
        let stale = await season.scratch.run("agenda", "check", april, "--on", "2019-04-13")
        #expect(stale.status == 1 && stale.output.contains("has changed since"), "\(stale.output)")
        try await season.does("agenda", "build", april, "--on", "2019-04-13")
        try await season.does("agenda", "edit", "M-1", "--title", "A new leaflet", "--on", "2019-04-13")
        let built = try await season.does("agenda", "build", april, "--on", "2019-04-13")
        #expect(built.contains("A new leaflet") && !built.contains("supplement 2"), "\(built)")
        try await season.does("meeting", "supplement", april, "--late-reason", "As asked", "--on", "2019-04-13")
        #expect(try await season.does("agenda", "check", april, "--on", "2019-04-13").contains("Nothing is missing"))
        let again = await season.refusal(
            "meeting", "supplement", april, "--late-reason", "As asked", "--on", "2019-04-13")
        #expect(again.status == 1, "\(again)")
    }

    /// The family of a private item stands not in the resolution to take it so.
    @Test func theResolutionNamesNoFamilyOfAPrivateItem() async throws {
        let april = "north-2019-04-30"
        let season = try await season()
        try await season.does("issue", "edit", "N-1", "--name", "Family Bandicoot", "--on", "2019-04-11")
        try await season.attend()
        let refused = await season.refusal(
            "minutes", "exclude", april, "--that", "That the Bandicoot matter be taken without the public", "--on",
            "2019-04-30")
        #expect(refused.status == 1 && refused.said.contains("whom a private item is about"), "\(refused)")
    }

    /// What left the agenda is neither excluded from nor minuted.
    @Test func whatLeftTheAgendaIsNoPrivateItem() async throws {
        let april = "north-2019-04-30"
        let season = try await Season()
        for day in ["2019-04-30", "2019-05-28"] {
            try await season.does("meeting", "schedule", "north", "--date", day, "--on", "2019-04-03")
        }
        for title in ["A contract", "Another contract"] {
            try await season.does(
                "agenda", "add", april, "--under", "11", "--title", title, "--private", "--private-because",
                Self.reason, "--on", "2019-04-04")
        }
        try await season.does("agenda", "build", april, "--on", "2019-04-05")
        try await season.does("meeting", "publish", april, "--on", "2019-04-10")
        try await season.does("agenda", "move", "M-2", "--meeting", "north-2019-05-28", "--on", "2019-04-11")
        try await season.attend()
        let excluded = try await season.does("minutes", "exclude", april, "--on", "2019-04-30")
        #expect(excluded.contains("item 16.1") && !excluded.contains("16.2"), "\(excluded)")
        let refused = await season.refusal(
            "minutes", "record", april, "16.2", "--discussed", "It is dear", "--on", "2019-04-30")
        #expect(refused.status == 1 && refused.said.contains("was taken off"), "\(refused)")
    }

    @Test func whatWasMinutedInPublicIsNotTakenInPrivateAfterwards() async throws {
        let season = try await Season.heard()
        try await season.does(
            "minutes", "record", "north-2019-04-30", "8.1", "--discussed", "It was talked of", "--on", "2019-04-30")
        let refused = await season.refusal(
            "issue", "take-private", "N-1", "--private-because", Self.reason, "--late-reason", "Late", "--on",
            "2019-04-30")
        #expect(refused.status == 1 && refused.said.contains("in public"), "\(refused)")
    }

    /// What was released does not become private again by a reply that brings it back.
    @Test func whatWasReleasedComesBackInPublic() async throws {
        let season = try await Season.heard()
        try await season.propose("N-1")
        try await season.does("issue", "submit", "N-1", "--as", "Deputy DCO North", "--on", "2019-05-03")
        for date in ["2019-05-22", "2019-07-24"] {
            try await season.does(
                "meeting", "schedule", "board", "--date", date, "--as", "Board Secretary", "--on", "2019-05-03")
        }
        try await season.does(
            "issue", "table", "N-1", "--meeting", "board-2019-05-22", "--private", "--private-because", Self.reason,
            "--as", "Board Secretary", "--on", "2019-05-03")
        try await season.openBoard()
        try await season.does(
            "issue", "board-refer", "N-1", "--referred-to", "Health and Wellbeing Board", "--question", "Who pays?",
            "--expected", "2019-06-28", "--as", "Board Chair", "--on", "2019-05-22")
        let shown = try await season.does("agenda", "show", "board-2019-05-22", "--as", "Board Secretary")
        let item = try #require(shown.firstMatch(of: /\d+\.1 (?=.*Nine-month)/)).output
        try await season.does(
            "agenda", "release", "board-2019-05-22", String(item).trimmingCharacters(in: .whitespaces), "--because",
            "It is settled", "--as", "Board Secretary", "--on", "2019-06-03")
        try await season.does(
            "issue", "receive-reply", "N-1", "--reply", "The trust pays", "--as", "Board Secretary", "--on",
            "2019-06-10")
        try await season.does("agenda", "build", "board-2019-07-24", "--as", "Board Secretary", "--on", "2019-07-05")
        try await season.does(
            "meeting", "publish", "board-2019-07-24", "--as", "Board Secretary", "--on", "2019-07-05")
        let agenda = try await season.page(
            "agenda", "board-2019-07-24", "--as", "Board Secretary", "--on", "2019-07-05")
        #expect(agenda.contains("N-1") && !agenda.contains("A private item"), "\(agenda)")
    }

    @Test func wordsInPrivateMinutesAreLetStandInTheirRestrictedEdition() async throws {
        let season = try await season()
        try await season.does(
            "issue", "edit", "N-1", "--detail", "She was seen at Ryelands by many", "--on", "2019-04-11")
        try await season.attend()
        try await season.does(
            "minutes", "record", "north-2019-04-30", "16.1", "--discussed", "Those at Ryelands were heard", "--on",
            "2019-04-30")
        for issue in ["N-1", "N-2"] {
            try await season.does(
                "issue", "note", issue, "--noted-as", "answered", "--outcome", "Answered", "--on", "2019-04-30")
        }
        for event in ["conclude", "draft-minutes", "circulate-minutes"] {
            try await season.does("meeting", event, "north-2019-04-30", "--on", "2019-05-02")
        }
        let words = ["minutes", "north-2019-04-30", "--edition", "restricted", "--on", "2019-05-03"]
        let stopped = await season.scratch.run(["pack"] + words + ["--format", "html", "--to", "other"])
        #expect(stopped.status == 1 && stopped.complaints.contains("R•••"), "\(stopped.complaints)")
        try await season.does(
            "pack", "release", "north-2019-04-30", "--word", "Ryelands", "--at", "item 16.1, discussed", "--on",
            "2019-05-03")
        let made = await season.scratch.run(["pack"] + words + ["--format", "html", "--to", "other"])
        #expect(made.status == 0, "\(made.complaints)")
        #expect(!(try await season.page("minutes", "north-2019-04-30", "--on", "2019-05-03")).contains("Ryelands"))
    }

    @Test func whatRepeatsPrivateMinutesInPublicIsAskedAbout() async throws {
        let season = try await season()
        try await season.attend()
        try await season.does(
            "minutes", "record", "north-2019-04-30", "16.1", "--discussed",
            "The home was asked by all to change its routes in the spring", "--on", "2019-04-30")
        let refused = await season.refusal(
            "minutes", "record", "north-2019-04-30", "1", "--discussed", "We said: it was asked by all to change it",
            "--on", "2019-04-30")
        #expect(refused.status == 1 && refused.said.contains("R10"), "\(refused.said)")
        try await season.does(
            "minutes", "record", "north-2019-04-30", "1", "--discussed", "The home was asked to come", "--on",
            "2019-04-30")
    }

    @Test func whatIsMinutedUnderTheHeadingIsPrivateToo() async throws {
        let season = try await season()
        try await season.attend()
        for (item, text) in [
            ("16", "The quoll teacher was named"), ("16.1", "The potoroo home was named"), ("1", "Welcome"),
        ] {
            try await season.does(
                "minutes", "record", "north-2019-04-30", item, "--discussed", text, "--on", "2019-04-30")
        }
        let text = try await season.page("minutes", "north-2019-04-30", "--on", "2019-05-01")
        #expect(text.contains("Welcome") && !text.contains("quoll") && !text.contains("potoroo"))
        let viewed = try await season.does("minutes", "show", "north-2019-04-30", "--as", "Viewer North")
        #expect(!viewed.contains("quoll") && !viewed.contains("potoroo"))
        #expect(try await season.does("minutes", "show", "north-2019-04-30", "--as", "SENCO North").contains("quoll"))
        let chair = try await season.page("minutes", "north-2019-04-30", "--edition", "chair", "--on", "2019-05-01")
        #expect(chair.contains("quoll") && chair.contains("potoroo"))
    }

    @Test func aPrivateMatterUnderAPublicNumberIsAskedAbout() async throws {
        let season = try await season()
        try await season.attend()
        for text in ["We came back to n-1 at the end", "This nine month wait for a first appointment is too long"] {
            let words = ["minutes", "record", "north-2019-04-30", "14", "--discussed", text, "--on", "2019-04-30"]
            let refused = await season.scratch.run(words)
            #expect(refused.status == 1)
            #expect(refused.complaints.contains("N-1 is not for the public, and item 14 is public. (R10)"))
            #expect(refused.complaints.contains("--in-public"))
            let no = TerminalConsole(answers: ["n"])
            #expect(await season.scratch.run(words, at: no).status == 1)
            let yes = TerminalConsole(answers: ["y"])
            #expect(await season.scratch.run(words, at: yes).status == 0)
            try await season.does(words + ["--in-public"])
        }
        try await season.does(
            "minutes", "record", "north-2019-04-30", "14", "--discussed", "N-2 again", "--on", "2019-04-30")
    }

    @Test func whatCitesAnEarlierPrivateItemIsAskedAbout() async throws {
        let season = try await season()
        try await season.attend()
        for issue in ["N-1", "N-2"] {
            try await season.does(
                "issue", "note", issue, "--noted-as", "answered", "--outcome", "Answered", "--on", "2019-04-30")
        }
        let june = "north-2019-06-18"
        for words in [
            ["meeting", "conclude", "north-2019-04-30", "--on", "2019-04-30"],
            ["meeting", "schedule", "north", "--date", "2019-06-18", "--on", "2019-05-03"],
            ["agenda", "build", june, "--on", "2019-06-04"], ["meeting", "publish", june, "--on", "2019-06-04"],
            ["meeting", "attend", june, "--present", "DCO North", "--on", "2019-06-18"],
            ["meeting", "hold", june, "--on", "2019-06-18"],
        ] {
            try await season.does(words)
        }
        func minutes(_ text: String) -> [String] {
            ["minutes", "record", june, "3", "--discussed", text, "--on", "2019-06-18"]
        }
        for text in [
            "Item 16.1 of the last meeting was looked at again", "Minute 16.1 of April is settled",
            "Those who were heard in private in April thanked the chair",
        ] {
            let refused = await season.scratch.run(minutes(text))
            #expect(refused.status == 1 && refused.complaints.contains("not for the public"), "\(text): \(refused)")
        }
        try await season.does(minutes("Children in private nurseries, and 16.1 per cent"))
    }

    @Test func theResolutionToExcludeThePublicTellsNothingOfWhatItIsFor() async throws {
        let season = try await season()
        try await season.attend()
        for text in [
            "That the public leave as the appointments are heard", "That the press be excluded for the nine months",
        ] {
            let refused = await season.refusal(
                "minutes", "exclude", "north-2019-04-30", "--that", text, "--on", "2019-04-30")
            #expect(refused.status == 1 && refused.said.contains("what item 16.1 is about"), "\(text): \(refused)")
        }
        try await season.does(
            "minutes", "exclude", "north-2019-04-30", "--that",
            "That the public be excluded while item 16.1 is heard in private", "--on", "2019-04-30")
    }

    @Test func lettingWordsStandReleasesNoPrivateMatter() async throws {
        let season = try await season()
        try await season.attend()
        let title = "Nine-month wait for a first appointment"
        try await season.does(
            "minutes", "record", "north-2019-04-30", "14", "--discussed", "\(title) again", "--in-public", "--on",
            "2019-04-30")
        let refused = await season.refusal("pack", "release", "north-2019-04-30", "--word", title)
        #expect(refused.status == 1 && refused.said.contains("a matter that is not for the public"), "\(refused.said)")
        #expect(refused.said.contains("lap agenda release"))
    }

    @Test func wordsOfWhatWasSaidInPrivateAreNotLetStand() async throws {
        let season = try await season()
        try await season.attend()
        try await season.does(
            "minutes", "record", "north-2019-04-30", "16.1", "--discussed",
            "The escort from Larkhill was seen asleep on the bus on three mornings in March", "--on", "2019-04-30")
        try await season.does(
            "minutes", "record", "north-2019-04-30", "14", "--discussed", "Larkhill was spoken of", "--on", "2019-04-30"
        )
        let refused = await season.refusal("pack", "release", "north-2019-04-30", "--word", "Larkhill")
        #expect(refused.status == 1 && refused.said.contains("a matter that is not for the public"), "\(refused.said)")
        #expect(refused.said.contains("lap agenda release"))
    }

    @Test func correctionsOfAPrivateItemArePrivateToo() async throws {
        let season = try await season()
        try await season.attend()
        for (item, text) in [("1", "Welcome"), ("16.1", "The potoroo home was named")] {
            try await season.does(
                "minutes", "record", "north-2019-04-30", item, "--discussed", text, "--on", "2019-04-30")
        }
        for issue in ["N-1", "N-2"] {
            try await season.does(
                "issue", "note", issue, "--noted-as", "answered", "--outcome", "Answered", "--on", "2019-04-30")
        }
        for event in ["conclude", "draft-minutes", "circulate-minutes"] {
            try await season.does("meeting", event, "north-2019-04-30", "--on", "2019-05-02")
        }
        try await season.does("meeting", "schedule", "north", "--date", "2019-06-18", "--on", "2019-05-02")
        try await season.does("agenda", "build", "north-2019-06-18", "--on", "2019-05-02")
        try await season.does("meeting", "publish", "north-2019-06-18", "--on", "2019-05-02")
        try await season.attend("north-2019-06-18")
        let agreeing = [
            "meeting", "agree-minutes", "north-2019-04-30", "--agreed-at", "north-2019-06-18", "--on", "2019-06-18",
        ]
        for text in [
            "Item 16.1: the driver was dismissed", "In 16.1. for nine read ten", "Item 16 was short",
            "N-1 was left open", "The nine month wait for a first appointment was longer",
        ] {
            let refused = await season.scratch.run(agreeing + ["--corrections", text])
            #expect(refused.status == 1 && refused.complaints.contains("(R10)"), "\(text): \(refused.complaints)")
            #expect(refused.complaints.contains("--private-corrections"))
        }
        try await season.does(
            agreeing + [
                "--corrections", "In item 1, for eleven read 16", "--private-corrections",
                "Item 16.1: the wombat driver was dismissed for drink",
            ])
        for edition in ["public", "members", "restricted", "chair"] {
            let text = try await season.page("minutes", "north-2019-04-30", "--edition", edition, "--on", "2019-06-19")
            #expect(text.contains("wombat") == ["restricted", "chair"].contains(edition), "\(edition)")
            #expect(text.contains("for eleven read 16"))
        }
        let shown = try await season.does("show", "north-2019-04-30", "--as", "Viewer North")
        #expect(!shown.contains("wombat"))
    }

    @Test func nothingThatCitesItLaterTellsOfItUntilItIsReleased() async throws {
        let season = try await season()
        try await season.attend()
        try await season.does(
            "issue", "assign", "N-1", "--owner", "Health North", "--agency", "Trust", "--due", "2019-06-28",
            "--measure",
            "Seen", "--action", "Move the wallaby clinic", "--on", "2019-04-30")
        // The action log of the next agenda, and what its minutes say of the old matter.
        try await season.does("meeting", "schedule", "north", "--date", "2019-05-28", "--on", "2019-05-01")
        try await season.does("agenda", "build", "north-2019-05-28", "--on", "2019-05-01")
        for edition in ["public", "members"] {
            let text = try await season.page("agenda", "north-2019-05-28", "--edition", edition, "--on", "2019-05-02")
            #expect(!text.contains("wallaby") && !text.contains("Nine-month") && !text.contains("N-1"))
        }
        #expect(
            try await season.page("agenda", "north-2019-05-28", "--edition", "chair", "--on", "2019-05-02").contains(
                "wallaby"))
        let viewer = await season.refusal("show", "A-1", "--as", "Viewer North")
        #expect(!viewer.said.contains("wallaby"))
        #expect(!(try await season.does("action", "list", "--as", "Viewer North")).contains("wallaby"))
        // Another body is not entitled, whatever the edition.
        for who in ["DCO North", "SENCO North"] {
            let refused = await season.refusal(
                "agenda", "release", "north-2019-04-30", "16.1", "--because", "x", "--as", who)
            #expect(refused.status == 77 && refused.said.contains("Releasing what was taken in private"))
        }
        let released = try await season.does(
            "agenda", "release", "north-2019-04-30", "16.1", "--because", "The family published it", "--as",
            "Board Secretary", "--on", "2019-05-03")
        #expect(released.hasPrefix("Item 16.1 of north-2019-04-30 (N-1) is released"))
        let text = try await season.page("agenda", "north-2019-05-28", "--on", "2019-05-03")
        #expect(text.contains("wallaby"))
        // Whoever may release may take it back, as long as no paper went out that rests on it.
        #expect(await season.refusal("undo", "--as", "DCO North").status != 0)
        try await season.does("undo", "--as", "Board Secretary")
        try await season.does(
            "agenda", "release", "north-2019-04-30", "16.1", "--because", "The family published it", "--as",
            "Board Secretary", "--on", "2019-05-03")
        let again = await season.refusal(
            "agenda", "release", "north-2019-04-30", "16.1", "--because", "x", "--as", "Board Secretary")
        #expect(again.status == 1 && again.said.contains("was released on 3 May 2019"))
        let open = await season.refusal(
            "agenda", "release", "north-2019-04-30", "8.1", "--because", "x", "--as", "Board Secretary")
        #expect(open.status == 1 && open.said.contains("is taken in public"))
    }

    @Test func whatTheBoardTookInPrivateIsInNoPaperOfTheLAP() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        try await season.attend()
        try await season.does(
            "minutes", "record", "north-2019-04-30", "8.1", "--discussed", "The bandicoot bus", "--on", "2019-04-30")
        try await season.propose("N-1")
        try await season.does("issue", "submit", "N-1", "--as", "Deputy DCO North", "--on", "2019-05-03")
        for words in [
            ["meeting", "schedule", "board", "--date", "2019-05-22", "--on", "2019-05-03"],
            ["issue", "table", "N-1", "--meeting", "board-2019-05-22", "--private", "--private-because", Self.reason]
                + ["--on", "2019-05-03"],
        ] {
            try await season.does(words + ["--as", "Board Secretary"])
        }
        try await season.openBoard()
        try await season.does(
            "issue", "board-return", "N-1", "--advice", "Pay the potoroo provider", "--authority-granted", "One bill",
            "--as", "Board Chair", "--on", "2019-05-22")
        // What went out stays as it was. What the LAP took in public, its minutes tell its own; what it makes for everybody from
        // now on, which had nothing of it yet, says no more of it.
        for event in ["conclude", "draft-minutes", "circulate-minutes"] {
            try await season.does("meeting", event, "north-2019-04-30", "--on", "2019-05-23")
        }
        for edition in ["public", "members", "chair"] {
            let april = try await season.page(
                "minutes", "north-2019-04-30", "--edition", edition, "--on", "2019-05-23")
            for said in ["bandicoot", "Nine-month", "N-1"] {
                #expect(april.contains(said) == (edition != "public"), "\(edition)")
            }
            #expect(april.contains("A matter that is not published") == (edition == "public"))
            #expect(!april.contains("potoroo") && !april.contains(Self.reason) && !april.contains("Not issued"))
        }
        // Its members read no more of the issue than what they had; the DCO answers the family.
        #expect(try await season.does("show", "N-1", "--as", "SENCO North").contains("Nine-month"))
        #expect(!(try await season.does("show", "N-1", "--as", "SENCO North")).contains("potoroo"))
        #expect(!(try await season.does("search", "potoroo", "--as", "SENCO North")).contains("N-1"))
        #expect(!(try await season.does("log", "N-1", "--as", "SENCO North")).contains("potoroo"))
        #expect(try await season.does("show", "N-1", "--as", "Deputy DCO North").contains("potoroo"))
        #expect(try await season.does("show", "N-1", "--as", "Board Parent Rep").contains("potoroo"))
        // At the LAP it goes on in private, or not at all.
        try await season.does("meeting", "schedule", "north", "--date", "2019-06-18", "--on", "2019-05-23")
        try await season.does("agenda", "build", "north-2019-06-18", "--on", "2019-05-23")
        for edition in ["public", "members", "chair"] {
            let text = try await season.page("agenda", "north-2019-06-18", "--edition", edition, "--on", "2019-05-24")
            #expect(
                text.contains(
                    edition == "chair"
                        ? "a matter that it took in private" : "The SEND Partnership Board took it in private"))
            for secret in ["potoroo", "Nine-month", "N-1", Self.reason] { #expect(!text.contains(secret)) }
        }
        let refused = await season.refusal(
            "issue", "schedule", "N-1", "--meeting", "north-2019-06-18", "--private", "no", "--on", "2019-05-24")
        #expect(refused.status == 1 && refused.said.contains("it is taken in private again. (R10)"))
        try await season.does("issue", "schedule", "N-1", "--meeting", "north-2019-06-18", "--on", "2019-05-24")
        let built = try await season.does("agenda", "build", "north-2019-06-18", "--on", "2019-05-24")
        #expect(built.contains("16.1 Nine-month wait for a first appointment  [N-1]  (private)"))
        for words in [["show", "N-1"], ["show", "N-1", "--json"], ["log", "N-1"]] {
            #expect(!(try await season.does(words + ["--as", "SENCO North"])).contains("potoroo"))
        }
        // That few were given it before the others is no change to what the others are given.
        try await season.does("meeting", "publish", "north-2019-06-18", "--on", "2019-05-24")
        for edition in ["restricted", "public", "members"] {
            let text = try await season.page("agenda", "north-2019-06-18", "--edition", edition, "--on", "2019-05-24")
            #expect(!text.contains("Changed since") && !text.contains("no longer printed"), "\(edition): \(text)")
        }
    }

    @Test func aLetterOnAPrivateMatterPrintsOnlyWhatWasWrittenForThatFamily() async throws {
        let season = try await season()
        try await season.attend()
        try await season.does(
            "issue", "note", "N-1", "--noted-as", "answered", "--outcome", "The numbat contract ends", "--on",
            "2019-04-30")
        let early = await season.refusal("pack", "letter", "N-1", "--format", "html", "--on", "2019-05-01")
        #expect(
            early.status == 1
                && early.said.contains(
                    "prints only what was written for that family since it was decided, and nothing is yet")
        )
        #expect(early.said.contains("lap issue update-raiser N-1 --told"))
        try await season.does(
            "issue", "update-raiser", "N-1", "--method", "letter", "--told", "You will hear from the clinic in June",
            "--on", "2019-05-01")
        let letter = try await season.page("letter", "N-1", "--on", "2019-05-01")
        #expect(letter.contains("You will hear from the clinic in June"))
        for secret in ["numbat", "Nine-month", "full answer"] { #expect(!letter.contains(secret)) }
    }

    @Test func whatWasSaidInPrivateIsRepeatedInNoPublicPaper() async throws {
        let season = try await season()
        try await season.attend()
        let said = "The psychologist read out three reports about the railway bridge and the night walks"
        try await season.does(
            "minutes", "record", "north-2019-04-30", "16.1", "--discussed", said, "--on", "2019-04-30")
        try await season.does(
            "minutes", "record", "north-2019-04-30", "3", "--discussed", "Matters arising. \(said).",
            "--in-public", "--on", "2019-04-30")
        let refused = await season.refusal(
            "pack", "minutes", "north-2019-04-30", "--format", "html", "--on", "2019-05-01")
        #expect(refused.status == 1)
        #expect(refused.said.contains("item 16.1, taken in private (north-2019-04-30, item 3, discussed"))
        #expect(!refused.said.contains("psychologist"))
        try await season.does(
            "pack", "minutes", "north-2019-04-30", "--edition", "chair", "--format", "html", "--on", "2019-05-01")
    }

    @Test func whatNamesAPrivateMatterIsLookedAtBeforeAPublicPaperIsIssued() async throws {
        let season = try await season()
        try await season.attend()
        let assigning = [
            "issue", "assign", "N-2", "--owner", "Health North", "--agency", "Trust", "--due", "2019-06-28",
            "--measure", "Seen", "--action", "Ask about N-1 too", "--on", "2019-04-30",
        ]
        let asked = await season.scratch.run(assigning)
        #expect(asked.status == 1 && asked.complaints.contains("(R10)") && asked.complaints.contains("--in-public"))
        try await season.does(assigning + ["--in-public"])
        try await season.does(
            "minutes", "record", "north-2019-04-30", "1", "--discussed", "Welcome", "--on", "2019-04-30")
        try await season.does(
            "issue", "note", "N-1", "--noted-as", "answered", "--outcome", "Answered", "--on", "2019-04-30")
        for event in ["conclude", "draft-minutes", "circulate-minutes"] {
            try await season.does("meeting", event, "north-2019-04-30", "--on", "2019-05-01")
        }
        let words = ["pack", "minutes", "north-2019-04-30", "--format", "html", "--on", "2019-05-02"]
        let refused = await season.scratch.run(words)
        #expect(refused.status == 1 && refused.complaints.contains("N-1, reference (A-1, action"))
        try await season.does(
            "pack", "release", "north-2019-04-30", "--word", "N-1", "--at", "A-1, action", "--on", "2019-05-02")
        let ran = await season.scratch.run(words)
        #expect(!ran.complaints.contains("A-1, action"))
    }

    @Test func wordsOfPrivateMinutesAreLookedAtWhereverTheyAreTyped() async throws {
        let season = try await season()
        try await season.attend()
        try await season.does(
            "minutes", "record", "north-2019-04-30", "16.1", "--discussed",
            "The second report described the railway bridge and the night walks; two panels had not read it",
            "--on", "2019-04-30")
        try await season.does(
            "issue", "assign", "N-2", "--owner", "Health North", "--agency", "Trust", "--due", "2019-06-28",
            "--measure", "Seen", "--action", "Ask about the railway bridge and the night walks again",
            "--in-public", "--on", "2019-04-30")
        let draft = await season.scratch.run(
            "pack", "minutes", "north-2019-04-30", "--format", "html", "--on", "2019-05-01")
        #expect(draft.complaints.contains("item 16.1, taken in private (A-1, action)"), "\(draft.complaints)")
        #expect(draft.complaints.contains("Ask about t•••") && draft.complaints.contains("again"))
    }

    @Test func aBodyThatFollowsSchedule12ANamesTheParagraphAndResolvesToExclude() async throws {
        let profile = FileManager.default.temporaryDirectory.appending(path: "lap-profile-\(UUID().uuidString)")
        try FileManager.default.copyItem(
            at: Scratch.checkout.appending(path: "Data/lancashire"), to: profile)
        defer { try? FileManager.default.removeItem(at: profile) }
        let bodies = profile.appending(path: "bodies.yaml")
        let text = try String(contentsOf: bodies, encoding: .utf8)
        try text.replacing(
            "    area: north\n    standard: partnership", with: "    area: north\n    standard: statutory"
        )
        .write(to: bodies, atomically: true, encoding: .utf8)
        let scratch = try Scratch(empty: ())
        func does(_ words: String) async throws -> String {
            var parts: [String] = []
            for (index, part) in words.split(separator: "'", omittingEmptySubsequences: false).enumerated() {
                parts += index.isMultiple(of: 2) ? part.split(separator: " ").map(String.init) : [String(part)]
            }
            let ran = await scratch.run(parts)
            try #require(ran.status == 0, "\(words): \(ran.complaints)")
            return ran.output
        }
        func refusal(_ words: String) async -> String {
            await scratch.run(words.split(separator: " ").map(String.init)).complaints
        }
        _ = try await does(
            "init . --profile \(profile.path) --as 'DCO North' --seat north/dco --seat north/chair --on 2019-01-07")
        _ = try await does(
            """
            issue raise --area north --raised-by parent-carer --channel email --received 2019-04-01 --theme salt \
            --safeguarding no --parallel none --consent record,discuss-anonymised --summary 'A long wait' --on 2019-04-01
            """)
        _ = try await does("issue acknowledge N-1 --method email --reply-by 2019-04-08 --on 2019-04-02")
        _ = try await does(
            """
            issue accept N-1 --scope systemic --families 14 --phase primary --severity 3 --tried Asked --services Therapy \
            --outcome-sought Date --on 2019-04-03
            """)
        _ = try await does("meeting schedule north --date 2019-04-30 --on 2019-04-03")
        let lacking = await refusal(
            "issue schedule N-1 --meeting north-2019-04-30 --private --private-because Family --on 2019-04-03")
        #expect(lacking.contains("A body that follows Schedule 12A names the paragraph."))
        _ = try await does(
            """
            issue schedule N-1 --meeting north-2019-04-30 --private --private-because 'The family could be recognised' \
            --schedule-12a 2 --on 2019-04-03
            """)
        _ = try await does("agenda build north-2019-04-30 --on 2019-04-03")
        _ = try await does("meeting publish north-2019-04-30 --on 2019-04-10")
        _ = try await does("meeting attend north-2019-04-30 --present 'DCO North' --on 2019-04-30")
        _ = try await does("meeting hold north-2019-04-30 --on 2019-04-30")
        _ = try await does("minutes record north-2019-04-30 16.1 --discussed 'The quoll' --on 2019-04-30")
        _ = try await does("issue note N-1 --noted-as answered --outcome Answered --on 2019-04-30")
        let refused = await refusal("meeting conclude north-2019-04-30 --on 2019-04-30")
        #expect(refused.contains("without a resolution to exclude the public. (R10)"))
        #expect(refused.contains("lap minutes exclude north-2019-04-30"))
        // What was not resolved before is not recorded afterwards as if it had been.
        let late = await refusal("minutes exclude north-2019-04-30 --on 2019-04-30")
        #expect(late.contains("Item 16.1 of north-2019-04-30, which is private, has been minuted"))
        #expect(late.contains("undo what was minuted") && late.contains("lap meeting agree-minutes north-2019-04-30"))
        let none = try Scratch(copying: scratch)
        let concluded = await none.run(
            "meeting", "conclude", "north-2019-04-30", "--not-excluded-because", "Nobody thought of it", "--on",
            "2019-04-30")
        #expect(concluded.status == 0, "\(concluded.complaints)")
        _ = await none.run(
            "pack", "minutes", "north-2019-04-30", "--format", "html", "--to", "packs", "--on", "2019-05-01")
        let told = try String(
            contentsOf: none.folder.appending(path: "packs/north-2019-04-30-minutes-public-draft.html"),
            encoding: .utf8)
        #expect(told.contains("Items were taken in private without one. Nobody thought of it."))
        for event in ["draft-minutes", "circulate-minutes"] {
            _ = await none.run("meeting", event, "north-2019-04-30", "--on", "2019-05-01")
        }
        let circulated = await none.run("minutes", "exclude", "north-2019-04-30", "--on", "2019-05-02")
        #expect(circulated.status == 1 && circulated.complaints.contains("were circulated on 1 May 2019"))
        let log = try await does("log --limit 9 --json=operation,command")
        let minuting = try #require(log.firstMatch(of: /"minutes record","operation":([0-9]+)/)).output.1
        _ = try await does("undo \(minuting)")
        let resolved = try await does("minutes exclude north-2019-04-30 --on 2019-04-30")
        #expect(
            resolved.contains(
                "Resolved: That the public be excluded from the meeting for item 16.1, because of the likely disclosure "
                    + "of information described in paragraph 2 of Part 1 of Schedule 12A"))
        let both = await refusal("meeting conclude north-2019-04-30 --not-excluded-because Forgotten --on 2019-04-30")
        #expect(both.contains("The minutes would tell both"), "\(both)")
        _ = try await does("meeting conclude north-2019-04-30 --on 2019-04-30")
        _ = try await does("pack minutes north-2019-04-30 --format html --to packs --on 2019-05-01")
        let page = try String(
            contentsOf: scratch.folder.appending(path: "packs/north-2019-04-30-minutes-public-draft.html"),
            encoding: .utf8)
        #expect(page.contains("the public be excluded from the meeting for item 16.1"))
        #expect(await refusal("minutes exclude north-2019-04-30 --on 2019-04-30").contains("has resolved that already"))
        #expect(page.contains("paragraph 2: information which is likely to reveal the identity of an individual."))
        #expect(
            page.contains("The family could be recognised.") && !page.contains("quoll") && !page.contains("A long wait")
        )
    }

    /// What a release opens of a matter makes the papers anew that left it out, as it does for an issue.
    @Test func aReleasedMatterMakesItsPapersAnew() async throws {
        let april = "north-2019-04-30"
        let season = try await Season()
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-04-03")
        try await season.does(
            "agenda", "add", april, "--under", "11", "--title", "Contract of the dunnarts", "--private",
            "--private-because", "It is about money", "--on", "2019-04-04")
        try await season.does("agenda", "build", april, "--on", "2019-04-05")
        try await season.does("meeting", "publish", april, "--on", "2019-04-10")
        try await season.attend()
        try await season.does("minutes", "exclude", april, "--on", "2019-04-30")
        try await season.does("minutes", "record", april, "16.1", "--discussed", "It ends.", "--on", "2019-04-30")
        try await season.does("meeting", "conclude", april, "--on", "2019-04-30")
        for event in ["draft-minutes", "circulate-minutes"] {
            try await season.does("meeting", event, april, "--on", "2019-05-02")
        }
        #expect(!(try await season.page("minutes", april, "--on", "2019-05-02")).contains("dunnarts"))
        let released = try await season.does(
            "agenda", "release", april, "16.1", "--because", "It was signed", "--as", "Board Secretary", "--on",
            "2019-05-03")
        #expect(try await season.does("status", "--on", "2019-05-03").contains("north-2019-04-30-minutes-public"))
        #expect(try await season.page("minutes", april, "--on", "2019-05-03").contains("dunnarts"))
        // What told of it is out, and the release stands until that is recalled.
        let release = try #require(released.firstMatch(of: /lap undo (\d+)/).map { String($0.1) }, "\(released)")
        let refused = await season.refusal("undo", release, "--as", "Board Secretary", "--on", "2019-05-03")
        #expect(refused.status == 1 && refused.said.contains("tells of item 16.1, went out since"), "\(refused)")
    }

    /// Whoever may not read what was taken in private learns nothing of it from what is asked or refused.
    @Test func minutesAreNoWayToGuessWhatAnotherBodyTookInPrivate_R10() async throws {
        let season = try await season()
        try await season.attend()
        try await season.does("minutes", "exclude", "north-2019-04-30", "--on", "2019-04-30")
        try await season.does(
            "minutes", "record", "north-2019-04-30", "16.1", "--discussed",
            "The gastrostomy feeding of the pupil is refused by the nursery at Sandbrook.", "--on", "2019-04-30")
        try await season.does(
            "meeting", "schedule", "board", "--date", "2019-05-22", "--as", "Board Secretary", "--on", "2019-05-03")
        try await season.openBoard()
        let guess = [
            "minutes", "record", "board-2019-05-22", "9", "--replace", "--on", "2019-05-22", "--discussed",
        ]
        for text in ["We spoke of gastrostomy feeding at Sandbrook.", "N-1 was spoken of.", "Nothing was said."] {
            #expect(
                try await season.does(guess + [text, "--as", "Board Secretary"]).contains("Item 9 minuted."), "\(text)")
        }
        // The LAP's own are asked, in the same words.
        let own = ["minutes", "record", "north-2019-04-30", "1", "--on", "2019-04-30", "--discussed"]
        let refused = await season.refusal(own + ["We spoke of gastrostomy feeding at Sandbrook."])
        #expect(refused.status == 1 && refused.said.contains("not for the public"), "\(refused)")
    }

    /// Why something is taken in private is printed for everybody, and so tells nothing of it.
    @Test func theReasonForTakingItInPrivateDoesNotTellOfIt_R10() async throws {
        let season = try await Season()
        try await season.raise("--summary", "A pupil was locked in a cupboard at Sandbrook School")
        try await season.accept("N-1")
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-04-03")
        let words = [
            "issue", "schedule", "N-1", "--meeting", "north-2019-04-30", "--private", "--on", "2019-04-03",
            "--private-because",
        ]
        let refused = await season.refusal(words + ["A pupil who was locked in a cupboard"])
        #expect(refused.status == 1 && refused.said.contains("“Why in private” may tell"), "\(refused)")
        let matter = await season.refusal(
            "agenda", "add", "north-2019-04-30", "--under", "11", "--title", "Contract of the dunnart keeper",
            "--private", "--private-because", "The contract of the dunnart keeper", "--on", "2019-04-04")
        #expect(matter.status == 1 && matter.said.contains("“Why in private” may tell"), "\(matter)")
        try await season.does(words + ["It is about one family"])
    }

    /// A supplement goes out as what it holds is now: what was made private since stands in no public paper.
    @Test func aSupplementOfWhatWasChangedSinceIsNotIssued_R10() async throws {
        let april = "north-2019-04-30"
        let season = try await season()
        try Data("The warden slept through an alarm.\n".utf8).write(
            to: season.scratch.folder.appending(path: "warden.txt"))
        try await season.does(
            "agenda", "add", april, "--under", "11", "--title", "Staffing", "--paper", "warden.txt", "--late-reason",
            "Told on Monday", "--on", "2019-04-12")
        try await season.does("agenda", "build", april, "--on", "2019-04-12")
        let supplement = ["meeting", "supplement", april, "--late-reason", "Told on Monday", "--on", "2019-04-12"]
        for change in [["--title", "Staff"], ["--private", "--private-because", "It is about one person"]] {
            try await season.does(["agenda", "edit", "M-1", "--on", "2019-04-12"] + change)
            let refused = await season.refusal(supplement)
            #expect(refused.status == 1 && refused.said.contains("has changed since it was laid out"), "\(refused)")
            try await season.does("agenda", "build", april, "--on", "2019-04-12")
        }
        try await season.does(supplement)
        let page = try await season.page("agenda", april, "--papers-read", "--on", "2019-04-12")
        for told in ["Staff", "warden", "M-1"] { #expect(!page.contains(told), "\(told): \(page)") }
        try await season.does(
            "agenda", "add", april, "--under", "11", "--title", "Grant of the dunnarts", "--late-reason", "Told today",
            "--on", "2019-04-15")
        try await season.does("agenda", "build", april, "--on", "2019-04-15")
        try await season.does("agenda", "withdraw", "M-2", "--reason", "Not yet", "--on", "2019-04-15")
        let left = await season.refusal(
            "meeting", "supplement", april, "--late-reason", "Told today", "--on", "2019-04-15")
        #expect(left.status == 1, "\(left)")
    }

    /// What was decided in private is not opened by the family's taking their consent back.
    @Test func consentTakenBackOpensNothingThatWasDecidedInPrivate_R10() async throws {
        let april = "north-2019-04-30"
        let season = try await season()
        try await season.attend()
        try await season.does("minutes", "exclude", april, "--on", "2019-04-30")
        try await season.does(
            "issue", "note", "N-1", "--noted-as", "answered", "--outcome", "A dunnart keeper comes", "--on",
            "2019-04-30")
        let decisions = try await season.does("decision", "list", april, "--on", "2019-04-30")
        let decision = try #require(decisions.firstMatch(of: /D-north-2019-\d+(?=.*dunnart)/).map { String($0.output) })
        for isTakenBack in [false, true] {
            if isTakenBack { try await season.does("issue", "withdraw-consent", "N-1", "--on", "2019-05-01") }
            let words = ["show", decision, "--as", "Viewer North", "--on", "2019-05-01"]
            let ran = await season.scratch.run(words)
            #expect(!(ran.output + ran.complaints).contains("dunnart"), "\(isTakenBack): \(ran)")
        }
    }

    /// A matter that was carried on in private is released with the last item that has it so.
    @Test func aMatterIsReleasedOnceEachMeetingsItemIs() async throws {
        let april = "north-2019-04-30"
        let season = try await season()
        try await season.does(
            "agenda", "add", april, "--under", "11", "--title", "Contract of the dunnarts", "--private",
            "--private-because", "It is about money", "--late-reason", "It came late", "--on", "2019-04-11")
        try await season.does("agenda", "build", april, "--on", "2019-04-11")
        try await season.does("meeting", "supplement", april, "--late-reason", "It came late", "--on", "2019-04-11")
        try await season.attend()
        let next = "north-2019-05-28"
        try await season.does("meeting", "schedule", "north", "--date", "2019-05-28", "--on", "2019-04-30")
        try await season.does("minutes", "exclude", april, "--on", "2019-04-30")
        try await season.does("minutes", "record", april, "16.2", "--not-reached", "--on", "2019-04-30")
        for (issue, outcome) in [("N-1", "It was told"), ("N-2", "An escort rides")] {
            try await season.does(
                "issue", "note", issue, "--noted-as", "answered", "--outcome", outcome, "--on", "2019-04-30")
        }
        try await season.does("minutes", "record", april, "1", "--discussed", "All were welcome.", "--on", "2019-04-30")
        try await season.does("meeting", "conclude", april, "--on", "2019-04-30")
        for event in ["draft-minutes", "circulate-minutes"] {
            try await season.does("meeting", event, april, "--on", "2019-05-02")
        }
        _ = try await season.page("minutes", april, "--on", "2019-05-02")
        try await season.does("agenda", "build", next, "--on", "2019-05-10")
        try await season.does("meeting", "publish", next, "--on", "2019-05-10")
        let release = [
            "agenda", "release", "--because", "It was signed", "--as", "Board Secretary", "--on", "2019-05-13",
        ]
        let first = try await season.does(release + [april, "16.2"])
        #expect(first.contains("nothing of it is printed while it is private at \(next)"), "\(first)")
        #expect(!(try await season.page("minutes", april, "--on", "2019-05-13")).contains("dunnarts"))
        try await season.does(release + [next, "16.1"])
        #expect(try await season.page("minutes", april, "--on", "2019-05-13").contains("dunnarts"))
    }
}

extension Array {
    /// Its one element; nil when it has none, or more.
    fileprivate var only: Element? { count == 1 ? self[0] : nil }
}
