import Foundation
import Testing

@testable import LapCommands

/// What has left a meeting before it met is in no paper that is still to go out.
struct WithdrawnItemsTests {
    private static let agenda = "north-2019-04-30"

    /// One family's issue is on the published agenda of North LAP.
    private func season(published: Bool) async throws -> Season {
        let season = try await Season()
        try await season.raise("--summary", "A wait that one family has")
        try await season.does(
            "issue", "acknowledge", "N-1", "--method", "email", "--reply-by", "2019-04-08", "--on", "2019-04-02")
        try await season.does(
            "issue", "accept", "N-1", "--scope", "individual", "--phase", "primary", "--severity", "3", "--tried",
            "Asked",
            "--services", "Therapy", "--outcome-sought", "A date", "--on", "2019-04-03")
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-04-03")
        try await season.does("issue", "schedule", "N-1", "--meeting", Self.agenda, "--on", "2019-04-03")
        try await season.does("agenda", "build", Self.agenda, "--on", "2019-04-03")
        if published { try await season.does("meeting", "publish", Self.agenda, "--on", "2019-04-10") }
        return season
    }

    private func agenda(_ season: Season, _ edition: String, on day: String = "2019-04-15") async throws -> String {
        try await season.does("pack", "agenda", Self.agenda, "--edition", edition, "--format", "html", "--on", day)
        return try String(
            contentsOf: season.scratch.folder.appending(path: "packs/\(Self.agenda)-agenda-\(edition).html"),
            encoding: .utf8)
    }

    @Test(arguments: ["withdraw-consent", "divert", "withdraw"])
    func whatLeftAPublishedAgendaIsPrintedAsTakenOff(event: String) async throws {
        let season = try await season(published: true)
        #expect(try await agenda(season, "chair").contains("A wait that one family has"))
        let given =
            switch event {
            case "divert": ["--destination", "childrens-services", "--external-reference", "X-1"]
            case "withdraw": ["--withdrawn-because", "They moved", "--asked-on", "2019-04-12"]
            default: [String]()
            }
        try await season.does(["issue", event, "N-1", "--on", "2019-04-12"] + given)
        for edition in ["public", "members", "chair"] {
            let text = try await agenda(season, edition)
            #expect(!text.contains("A wait that one family has") && !text.contains("N-1"))
            #expect(text.contains("Taken off this agenda") && !text.contains("ithdrawn"))
            // Where it went out before, it says what is different now.
            #expect(text.contains("Changed since it was issued on 15 April 2019"))
            #expect(text.contains("Item 8.1 was taken off."))
        }
        let shown = try await season.does("agenda", "show", Self.agenda, "--as", "SENCO North")
        #expect(!shown.contains("A wait that one family has"))
    }

    @Test func papersToBeMadeAgainStandInTheStatusOfThoseWhoMakeThem() async throws {
        let season = try await season(published: true)
        try await season.does("pack", "agenda", Self.agenda, "--format", "html", "--on", "2019-04-10")
        #expect(!(try await season.does("status", "--on", "2019-04-11")).contains("made again"))
        try await season.does("issue", "withdraw-consent", "N-1", "--on", "2019-04-12")
        let told = "\(Self.agenda)-agenda-public, because N-1 was taken off:\n    lap pack agenda \(Self.agenda)"
        #expect(try await season.does("status", "--on", "2019-04-12").contains(told))
        #expect(!(try await season.does("status", "--as", "SENCO North", "--on", "2019-04-12")).contains("made again"))
        let text = try await agenda(season, "public")
        #expect(
            text.contains("Changed since it was issued on 10 April 2019") && text.contains("Item 8.1 was taken off."))
        #expect(!(try await season.does("status", "--on", "2019-04-15")).contains("made again"))
        // What is recalled stands there until something takes its place.
        try await season.does(
            "pack", "recall", "packs/\(Self.agenda)-agenda-public.html", "--because", "It was the wrong one", "--at",
            "10am", "--on", "2019-04-16")
        #expect(
            try await season.does("status", "--on", "2019-04-16").contains("agenda-public, because it was recalled"))
    }

    @Test func aSupplementThatTellsOfNothingIsRefused() async throws {
        let season = try await season(published: true)
        let words = ["meeting", "supplement", Self.agenda, "--late-reason", "It cannot wait", "--on", "2019-04-12"]
        let refused = await season.scratch.run(words)
        #expect(refused.status == 1 && refused.complaints.contains("Nothing came since"), "\(refused.complaints)")
        try await season.raise("--summary", "No escort on a long ride", "--theme", "transport")
        try await season.accept("N-2")
        try await season.does(
            "issue", "schedule", "N-2", "--meeting", Self.agenda, "--late-reason", "It cannot wait", "--on",
            "2019-04-12")
        try await season.does("agenda", "build", Self.agenda, "--on", "2019-04-12")
        try await season.does(words)
        #expect(await season.scratch.run(words).status == 1)
    }

    /// Consent that was taken back before the meeting comes back with nothing: no minutes, no search, no proposal.
    @Test func aWithdrawnMatterComesBackByNoWay() async throws {
        let season = try await season(published: true)
        try await season.does("member", "add", "Viewer North", "--seat", "north/viewer")
        try await season.does("pack", "agenda", Self.agenda, "--format", "html", "--on", "2019-04-10")
        try await season.does("issue", "withdraw-consent", "N-1", "--on", "2019-04-12")
        try await season.attend()
        let minuted = await season.refusal(
            "minutes", "record", Self.agenda, "8.1", "--discussed", "The numbat matter", "--on", "2019-04-30")
        #expect(minuted.status == 1 && minuted.said.contains("Item 8.1 of \(Self.agenda) was taken off."))
        try await season.does("minutes", "record", Self.agenda, "6", "--discussed", "A report", "--on", "2019-04-30")
        for edition in ["public", "members", "chair"] {
            for kind in ["agenda", "minutes"] {
                try await season.does(
                    "pack", kind, Self.agenda, "--edition", edition, "--format", "html", "--to", "\(kind)-\(edition)",
                    "--on", "2019-05-01")
                let folder = season.scratch.folder.appending(path: "\(kind)-\(edition)")
                for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
                    let text = try String(contentsOf: file, encoding: .utf8)
                    for secret in ["A wait that one family has", "numbat", "N-1"] {
                        #expect(!text.contains(secret), "\(kind) \(edition) \(secret)")
                    }
                }
            }
        }
        for who in ["Viewer North", "SENCO North"] {
            for words in [
                ["search", "numbat"], ["search", "family"], ["show", "N-1"], ["minutes", "show", Self.agenda],
                ["issue", "list"],
            ] {
                let seen = await season.scratch.run(words + ["--as", who])
                #expect(!seen.output.contains("numbat") && !seen.output.contains("one family has"), "\(who) \(words)")
            }
        }
        try await season.does("meeting", "schedule", "north", "--date", "2019-06-18", "--on", "2019-04-30")
        let refused = await season.refusal(
            "issue", "schedule", "N-1", "--meeting", "north-2019-06-18", "--on", "2019-04-30")
        #expect(refused.status == 1 && refused.said.contains("Its family took their consent back"))
        // Nor does the meeting wait for a decision on it.
        try await season.does("meeting", "conclude", Self.agenda, "--on", "2019-04-30")
        // Once it is given again, it is read again.
        try await season.does(
            "issue", "renew-consent", "N-1", "--consent", "record,discuss-anonymised", "--on", "2019-05-02")
        #expect(try await season.does("show", "N-1", "--as", "SENCO North").contains("A wait that one family has"))
        #expect(try await season.does("fsck").contains("Sound"))
    }

    /// A gap that many families meet comes off too when its writer takes consent back; without their name it goes on.
    @Test func whatManyFamiliesMeetGoesOnWithoutItsWriter() async throws {
        let season = try await Season()
        try await season.raise("--summary", "A gap that many have", "--detail", "The numbat fell ill in our kitchen")
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        #expect(try await agenda(season, "public").contains("A gap that many have"))
        let said = try await season.does("issue", "withdraw-consent", "N-1", "--on", "2019-04-12")
        #expect(said.contains("On an agenda → Accepted") && said.contains("make it again, or recall it"), "\(said)")
        for edition in ["public", "members", "chair"] {
            let text = try await agenda(season, edition)
            #expect(!text.contains("A gap that many have") && text.contains("Taken off this agenda"), "\(edition)")
        }
        let words = [
            "issue", "schedule", "N-1", "--meeting", Self.agenda, "--late-reason", "It cannot wait", "--on",
            "2019-04-15",
        ]
        let refused = await season.scratch.run(words)
        #expect(refused.status == 1 && refused.complaints.contains("took their consent back"))
        let check = try await season.does("agenda", "check", Self.agenda, "--on", "2019-04-15")
        #expect(check.contains("no consent to its being talked about"), "\(check)")
        try await season.does("issue", "strike-contact", "N-1", "--anonymous", "--on", "2019-04-15")
        // Nobody hears it before it is brought back.
        #expect(try await agenda(season, "public").contains("Taken off this agenda"))
        #expect(!(try await season.does("agenda", "show", Self.agenda)).contains("A gap that many have"))
        #expect(!(try await season.does("status", "--on", "2019-04-15")).contains("may be printed again"))
        try await season.does(words)
        // It gets a line of its own, in a supplement with the reason why it is late.
        let status = try await season.does("status", "--on", "2019-04-15")
        #expect(status.contains("not on its agenda yet:\n  \(Self.agenda): N-1\n    lap agenda build"), "\(status)")
        try await season.does("agenda", "build", Self.agenda, "--on", "2019-04-15")
        try await season.does(
            "meeting", "supplement", Self.agenda, "--late-reason", "It cannot wait", "--on", "2019-04-15")
        #expect(try await !season.does("status", "--on", "2019-04-15").contains("not on its agenda yet"))
        for edition in ["public", "members"] {
            let text = try await agenda(season, edition)
            #expect(text.contains("A gap that many have") && !text.contains("numbat"), "\(edition)")
            #expect(text.contains("Item 8.2: It cannot wait."), "\(text)")
        }
        #expect(try await season.does("fsck").hasPrefix("Sound:"))
    }

    /// What may not be printed any more is named with every paper that holds it, minutes too.
    @Test func minutesThatHoldAMatterAreNamedWhenItIsTakenBackLate() async throws {
        let season = try await season(published: true)
        try await season.attend()
        try await season.does(
            "minutes", "record", Self.agenda, "8.1", "--discussed", "A long talk", "--on", "2019-04-30")
        try await season.does(
            "issue", "note", "N-1", "--noted-as", "answered", "--outcome", "It is answered", "--on", "2019-04-30")
        for event in ["conclude", "draft-minutes", "circulate-minutes"] {
            try await season.does("meeting", event, Self.agenda, "--on", "2019-05-02")
        }
        try await season.does("pack", "minutes", Self.agenda, "--format", "html", "--on", "2019-05-02")
        #expect(try await season.does("pack", "issued", "N-1").contains("minutes-public"))
        let said = try await season.does(
            "issue", "divert", "N-1", "--destination", "childrens-services", "--external-reference", "X-1", "--on",
            "2019-05-03")
        #expect(
            said.contains("minutes-public.html, issued on 2 May 2019, holds N-1: see whether it has to be recalled"))
    }

    /// What was withdrawn before the meeting, or in the room before it was taken, is in none of its minutes.
    @Test(arguments: ["2019-04-12", "2019-04-30"])
    func whatWasWithdrawnStaysTakenOffInTheMinutes(day: String) async throws {
        let season = try await season(published: true)
        func withdraw() async throws {
            try await season.does(
                "issue", "withdraw", "N-1", "--withdrawn-because", "They moved", "--asked-on", day, "--on", day)
        }
        if day < "2019-04-30" { try await withdraw() }
        try await season.attend()
        if day == "2019-04-30" { try await withdraw() }
        #expect(!(try await season.does("agenda", "show", Self.agenda)).contains("one family has"))
        try await season.does("minutes", "record", Self.agenda, "6", "--discussed", "A report", "--on", "2019-04-30")
        for event in ["conclude", "draft-minutes", "circulate-minutes"] {
            try await season.does("meeting", event, Self.agenda, "--on", "2019-05-02")
        }
        for edition in ["public", "members", "chair"] {
            let minutes = try await season.page("minutes", Self.agenda, "--edition", edition, "--on", "2019-05-02")
            let isInTheRoom = day == "2019-04-30"
            #expect(
                minutes.contains(
                    isInTheRoom ? "Withdrawn from the agenda during the meeting" : "Taken off this agenda"),
                "\(edition)")
            #expect(!minutes.contains("one family has") && !minutes.contains("N-1"), "\(edition)")
        }
        #expect(!(try await season.does("agenda", "show", Self.agenda)).contains("one family has"))
        // What is opened again later was off that agenda all the same.
        try await season.does("issue", "reopen", "N-1", "--new-information", "Again", "--on", "2019-06-03")
        #expect(!(try await season.does("agenda", "show", Self.agenda)).contains("one family has"))
    }

    /// What came off before the meeting is there only where it was brought back, whatever became of it besides: neither
    /// papers nor the screen tell of it, and nothing is minuted under it. Brought back, it is an item of its own.
    @Test(arguments: [nil, "north-2019-05-28", "north-2019-04-30"])
    func whatCameOffIsMinutedOnlyWhereItWasBroughtBack(to meeting: String?) async throws {
        let season = try await season(published: true)
        try await season.does("meeting", "schedule", "north", "--date", "2019-05-28", "--on", "2019-04-03")
        #expect(try await agenda(season, "public", on: "2019-04-10").contains("one family has"))
        try await season.does("issue", "withdraw-consent", "N-1", "--on", "2019-04-11")
        try await season.does(
            "issue", "renew-consent", "N-1", "--consent", "record,discuss-anonymised", "--on", "2019-04-12")
        if let meeting {
            try await season.does("issue", "schedule", "N-1", "--meeting", meeting, "--on", "2019-04-12")
        }
        let isThere = meeting == Self.agenda
        #expect(try await !agenda(season, "public", on: "2019-04-12").contains("one family has"))
        if isThere {
            try await season.does("agenda", "build", Self.agenda, "--on", "2019-04-12")
            try await season.does(
                "meeting", "supplement", Self.agenda, "--late-reason", "They agreed again", "--on", "2019-04-12")
        }
        let item = isThere ? "8.2" : "8.1"
        func isTold(_ text: String) -> Bool { text.contains("one family has") || text.contains("N-1") }
        #expect(try await isTold(season.does("agenda", "show", Self.agenda, "--on", "2019-04-12")) == isThere)
        #expect(try await agenda(season, "public").contains("one family has") == isThere)
        try await season.attend()
        #expect(try await isTold(season.does("agenda", "show", Self.agenda, "--on", "2019-04-30")) == isThere)
        for words in [
            ["minutes", "record", Self.agenda, item, "--not-reached"],
            ["meeting", "declare", Self.agenda, item, "--person", "SENCO North", "--interest", "A friend"],
            ["minutes", "record", Self.agenda, item, "--discussed", "A talk"],
        ] where words.last == "A talk" || !isThere {
            let ran = await season.scratch.run(words + ["--on", "2019-04-30"])
            #expect(ran.status == (isThere ? 0 : 1), "\(words)")
            #expect(
                ran.complaints.contains("Item 8.1 of \(Self.agenda) was taken off.") != isThere, "\(ran.complaints)")
        }
        if isThere {
            try await season.does(
                "issue", "note", "N-1", "--noted-as", "answered", "--outcome", "It is answered", "--on", "2019-04-30")
        }
        try await season.does("minutes", "record", Self.agenda, "6", "--discussed", "A report", "--on", "2019-04-30")
        for event in ["conclude", "draft-minutes", "circulate-minutes"] {
            try await season.does("meeting", event, Self.agenda, "--on", "2019-05-02")
        }
        for edition in ["public", "members", "chair"] {
            let minutes = try await season.page("minutes", Self.agenda, "--edition", edition, "--on", "2019-05-02")
            #expect(minutes.contains("Taken off this agenda"), "\(edition)")
            #expect(minutes.contains("one family has") == isThere, "\(edition)")
        }
        #expect(try await isTold(season.does("minutes", "show", Self.agenda, "--on", "2019-05-03")) == isThere)
    }

    /// An interest that was declared in an item is printed no longer than the item.
    @Test func whatWasDeclaredInAMatterGoesWithIt() async throws {
        let season = try await season(published: true)
        try await season.attend()
        try await season.does(
            "meeting", "declare", Self.agenda, "8.1", "--person", "SENCO North", "--interest", "A numbat in her group",
            "--on", "2019-04-30")
        try await season.does(
            "issue", "note", "N-1", "--noted-as", "answered", "--outcome", "It is answered", "--on", "2019-04-30")
        try await season.does("minutes", "record", Self.agenda, "6", "--discussed", "A report", "--on", "2019-04-30")
        for event in ["conclude", "draft-minutes", "circulate-minutes"] {
            try await season.does("meeting", event, Self.agenda, "--on", "2019-05-02")
        }
        #expect(
            try await season.page("minutes", Self.agenda, "--edition", "members", "--on", "2019-05-02").contains(
                "numbat"))
        try await season.does("issue", "withdraw-consent", "N-1", "--on", "2019-05-03")
        for edition in ["public", "members", "chair"] {
            let minutes = try await season.page("minutes", Self.agenda, "--edition", edition, "--on", "2019-05-03")
            #expect(!minutes.contains("numbat") && minutes.contains("No interests were declared."), "\(edition)")
        }
    }

    @Test func aDiversionKeepsNoName() async throws {
        let season = try await season(published: false)
        let words = ["issue", "divert", "N-1", "--destination", "childrens-services", "--on", "2019-04-12"]
        let refused = await season.scratch.run(words + ["--external-reference", "Family Quokka, X-1"])
        #expect(refused.status == 1 && refused.complaints.contains("what would be kept"))
        #expect(!refused.complaints.contains("Quokka"))
        let logged = await season.scratch.run(
            "issue", "log-diverted", "--area", "north", "--received", "2019-04-02", "--destination",
            "childrens-services", "--external-reference", "Quokka X-2", "--on", "2019-04-12")
        #expect(logged.status == 1 && logged.complaints.contains("what would be kept"), "\(logged.complaints)")
        try await season.does(words + ["--external-reference", "X-1"])
    }

    @Test func anAgendaThatNoLongerHoldsWhatIsBroughtIsNotPublished() async throws {
        let season = try await season(published: false)
        try await season.does("issue", "withdraw-consent", "N-1", "--on", "2019-04-05")
        let refused = await season.refusal("meeting", "publish", Self.agenda, "--on", "2019-04-10")
        #expect(refused.status == 1)
        #expect(refused.said.contains("What is brought to the meeting has changed since its agenda was laid out."))
        #expect(refused.said.contains("lap agenda build \(Self.agenda)"))
        let built = try await season.does("agenda", "build", Self.agenda, "--on", "2019-04-10")
        #expect(!built.contains("N-1"))
        try await season.does("meeting", "publish", Self.agenda, "--on", "2019-04-10")
    }

    @Test func anIssueGoesToTheMeetingsOfItsOwnArea() async throws {
        let season = try await season(published: true)
        try await season.raise("--summary", "Another wait")
        try await season.accept("N-2")
        try await season.does("member", "add", "DCO South", "--seat", "south/dco")
        try await season.does(
            "meeting", "schedule", "south", "--date", "2019-05-14", "--as", "DCO South", "--on", "2019-04-04")
        let refused = await season.refusal(
            "issue", "schedule", "N-2", "--meeting", "south-2019-05-14", "--on", "2019-04-04")
        #expect(refused.status == 1 && refused.said.contains("That is a meeting of another area's LAP."))
    }
}
