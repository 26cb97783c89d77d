import Foundation
import Testing

@testable import LapCommands

/// Personal details where they should not be, through the commands (rules R1, R9).
struct DetailCommandTests {
    private func raised(_ own: String...) async throws -> Season {
        let season = try await Season()
        try await season.raise("--child-name", "Tenrec Quokka")
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        // What slips in later still stands in the way of the paper.
        for words in stride(from: 0, to: own.count, by: 2) {
            try await season.does("issue", "edit", "N-1", own[words], own[words + 1], "--on", "2019-04-10")
        }
        return season
    }

    private func agenda(_ season: Season, _ more: String...) async -> (status: Int32, said: String) {
        let ran = await season.scratch.run(
            ["pack", "agenda", "north-2019-04-30", "--format", "html", "--on", "2019-04-10"] + more)
        return (ran.status, ran.complaints)
    }

    @Test(arguments: ["raise", "edit"])
    func whatIsSealedInAnOpenFieldIsToldAtOnce(_ verb: String) async throws {
        let season = try await Season()
        var words = ["--summary", "The Quokka twins wait", "--json"]
        if verb == "raise" {
            words += [
                "--area", "north", "--raised-by", "parent-carer", "--channel", "email", "--received", "2019-04-01",
                "--theme", "salt", "--safeguarding", "no", "--parallel", "none", "--name", "Mrs Jane Quokka",
            ]
        } else {
            try await season.raise()
            words.insert("N-1", at: 0)
            words += ["--on", "2019-04-01"]
        }
        let json = await season.scratch.run(["issue", verb] + words)
        #expect(json.output.contains("The Q••• twins wait"))
        let told = await season.scratch.run(
            "issue", "edit", "N-1", "--summary", "What the Quokka twins need", "--on", "2019-04-01")
        #expect(told.status == 0)
        #expect(told.complaints.contains("N-1, Summary"))
        #expect(told.complaints.contains("What the Q••• twins need"))
        #expect(!told.complaints.contains("Quokka"))
    }

    @Test func whatIsMinutedIsSearchedToo() async throws {
        let season = try await raised()
        try await season.attend()
        let told = await season.scratch.run(
            "minutes", "record", "north-2019-04-30", "1", "--discussed", "Mrs Quokka thanked the meeting.", "--on",
            "2019-04-30")
        #expect(told.status == 0)
        #expect(told.complaints.contains("item 1"))
        #expect(told.complaints.contains("Mrs Q•••") || told.complaints.contains("M••• Q•••"))
    }

    @Test func theChildsFirstNameIsADetail() async throws {
        let season = try await raised("--summary", "Tenrec waits for a first appointment")
        let refused = await agenda(season)
        #expect(refused.status == 1)
        #expect(refused.said.contains("N-1, name of the child or young person"))
        #expect(refused.said.contains("summary"))
        #expect(!refused.said.contains("Tenrec"))
        let json = await season.scratch.run(
            "pack", "agenda", "north-2019-04-30", "--format", "html", "--on", "2019-04-10", "--json")
        #expect(json.status == 1)
        #expect(json.output.contains("\"place\":\"summary\"") && json.output.contains("\"weight\":\"hard\""))
        #expect(!json.output.contains("Tenrec"))
    }

    @Test func aSuspectWordStopsIssuingUntilSomebodyReleasesIt() async throws {
        let season = try await raised(
            "--detail", "He asked Pilkworth at the gate.", "--summary", "Pilkworth has a list that is closed")
        let draft = await agenda(season, "--draft")
        #expect(draft.status == 0)
        #expect(draft.said.contains("P••• has a list"))
        let refused = await agenda(season)
        #expect(refused.status == 1)
        #expect(refused.said.contains("lap pack release north-2019-04-30 --word"))
        let unknown = await season.refusal("pack", "release", "north-2019-04-30", "--word", "Platypus")
        #expect(unknown.status == 1)
        let viewer = await season.refusal(
            "pack", "release", "north-2019-04-30", "--word", "Pilkworth", "--as", "SENCO North")
        #expect(viewer.status == 77)
        try await season.does("pack", "release", "north-2019-04-30", "--word", "Pilkworth", "--on", "2019-04-10")
        let issued = await agenda(season)
        #expect(issued.status == 0, "\(issued.said)")
        #expect(try await season.does("fsck").contains("Sound"))
    }

    @Test func whoseADetailIsIsToldOnlyToThoseWhoMayReadIt() async throws {
        let season = try await Season()
        try await season.raise("--child-name", "Tenrec Quokka")
        try await season.does("member", "add", "Chair South", "--seat", "south/chair", "--from", "2019-01-07")
        try await season.does("member", "add", "Senior Chair North", "--seat", "north/chair", "--from", "2019-01-07")
        for (body, chair) in [("north", "Senior Chair North"), ("south", "Chair South")] {
            let meeting = "\(body)-2019-04-30"
            try await season.does(
                "meeting", "schedule", body, "--date", "2019-04-30", "--as", chair, "--on", "2019-04-03")
            try await season.does(
                "agenda", "add", meeting, "--under", "1", "--title", "Tenrec Quokka", "--as", chair, "--on",
                "2019-04-03")
            try await season.does("agenda", "build", meeting, "--as", chair, "--on", "2019-04-03")
            for more in [[], ["--json"]] {
                let tried = await season.scratch.run(
                    ["pack", "agenda", meeting, "--format", "html", "--draft", "--as", chair, "--on", "2019-04-03"]
                        + more)
                let said = tried.output + tried.complaints
                #expect(tried.status == 1 && said.contains("a name") && said.contains("T•••"), "\(said)")
                #expect(!said.contains("N-1") && !said.contains("child"), "\(chair): \(said)")
            }
            let released = await season.refusal(
                "pack", "release", meeting, "--word", "Tenrec Quokka", "--as", chair, "--on", "2019-04-03")
            #expect(released.status != 0 && !released.said.contains("N-1"), "\(released.said)")
            let published = await season.refusal("meeting", "publish", meeting, "--as", chair, "--on", "2019-04-03")
            #expect(published.status == 1 && !published.said.contains("N-1"), "\(published.said)")
        }
        let own = await season.scratch.run(
            "pack", "agenda", "north-2019-04-30", "--format", "html", "--draft", "--on", "2019-04-03")
        #expect(own.complaints.contains("N-1, name of the child"), "\(own.complaints)")
    }

    @Test func ofSeveralWordsAllAreReleasedOrNone() async throws {
        let season = try await raised(
            "--detail", "He asked Pilkworth and Umbleby at the gate.", "--summary", "Pilkworth and Umbleby have a list")
        let words = ["pack", "release", "north-2019-04-30", "--on", "2019-04-10", "--word", "Pilkworth"]
        let before = try season.scratch.bytes()
        let refused = await season.scratch.run(words + ["--word", "Platypus", "--word", "Umbleby"])
        #expect(refused.status == 1 && refused.complaints.contains("“Platypus”"), "\(refused.complaints)")
        #expect(refused.output.isEmpty && !refused.complaints.contains("Pilkworth"))
        #expect(try season.scratch.bytes() == before)
        let done = try await season.does(words + ["--word", "Umbleby"])
        #expect(done.split(separator: "\n").count { $0.hasPrefix("Released") } == 2)
        #expect(done.split(separator: "\n").count { $0.hasPrefix("Undo") } == 1)
        #expect(await agenda(season).status == 0)
    }

    @Test func whatIsReleasedInOnePlaceIsStillLookedAtInAnother() async throws {
        let season = try await raised(
            "--detail", "He asked Pilkworth at the gate.", "--summary", "Pilkworth has a list that is closed")
        try await season.does("issue", "edit", "N-1", "--tried", "Pilkworth was asked twice", "--on", "2019-04-10")
        let words = ["pack", "release", "north-2019-04-30", "--word", "Pilkworth", "--on", "2019-04-10"]
        let several = await season.scratch.run(words)
        #expect(several.status == 1 && several.complaints.contains("N-1, already tried; N-1, summary"))
        #expect(several.complaints.contains("--at"), "\(several.complaints)")
        #expect(await season.scratch.run(words + ["--at", "item 14, discussed"]).status == 1)
        for (place, left) in [
            ("north-2019-04-30, item 8.1, title", 1), ("N-1, summary", 1), ("already tried", 0),
        ] {
            try await season.does(words + ["--at", place])
            #expect(await agenda(season).status == left, "\(place)")
        }
    }

    @Test func whoOnlyReadsPapersIsNotToldWhatStopsThem() async throws {
        let season = try await raised("--summary", "Tenrec waits for a first appointment")
        try await season.does("member", "add", "Viewer North", "--seat", "north/viewer")
        for (who, edition) in [("Viewer North", "public"), ("SENCO North", "members")] {
            for more in [[], ["--json"]] {
                let refused = await season.scratch.run(
                    ["pack", "agenda", "north-2019-04-30", "--format", "html", "--edition", edition, "--as", who]
                        + ["--on", "2019-04-10"] + more)
                #expect(refused.status == 1)
                for told in ["•••", "N-1", "name", "summary", "Tenrec"] {
                    #expect(!(refused.output + refused.complaints).contains(told), "\(refused.complaints)")
                }
            }
        }
    }

    @Test func aNameInCirculatedMinutesIsTakenOutByTheCommandThatIsNamed() async throws {
        let season = try await Season()
        try await season.raise("--name", "Family Wombat")
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        try await season.attend()
        try await season.does(
            "minutes", "record", "north-2019-04-30", "8.1", "--discussed", "Family Quokka spoke", "--on", "2019-04-30")
        try await season.does(
            "issue", "note", "N-1", "--noted-as", "answered", "--outcome", "A pilot", "--on", "2019-04-30")
        for event in ["conclude", "draft-minutes", "circulate-minutes"] {
            try await season.does("meeting", event, "north-2019-04-30", "--on", "2019-05-01")
        }
        // Nobody knew of them before.
        try await season.raise("--name", "Family Quokka", "--summary", "A place is wanted")
        try await season.does("member", "add", "Information Officer", "--seat", "board/information-officer")
        let words = ["pack", "minutes", "north-2019-04-30", "--format", "html", "--on", "2019-05-02"]
        let refused = await season.scratch.run(words)
        #expect(refused.status == 1)
        let command = "lap redact north-2019-04-30 --words … --because CAUSE --yes"
        #expect(refused.complaints.contains(command), "\(refused.complaints)")
        let record = await season.refusal(
            "minutes", "record", "north-2019-04-30", "8.1", "--discussed", "One spoke", "--on", "2019-05-02")
        #expect(record.said.contains(command))
        try await season.does(
            "redact", "north-2019-04-30", "--words", "Family Quokka", "--because", "named", "--yes", "--as",
            "Information Officer")
        #expect(await season.scratch.run(words).status == 0)
    }

    @Test func whatIsADetailForCertainIsNotLetStand() async throws {
        let season = try await Season()
        try await season.raise("--child-name", "Tenrec Quokka", "--summary", "Tenrec waits for a first appointment")
        try await season.accept("N-1")
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-04-03")
        try await season.does("issue", "schedule", "N-1", "--meeting", "north-2019-04-30", "--on", "2019-04-03")
        try await season.does("agenda", "build", "north-2019-04-30", "--on", "2019-04-03")
        let refused = await season.refusal("pack", "release", "north-2019-04-30", "--word", "Tenrec")
        #expect(refused.status == 1 && refused.said.contains("which nobody can let stand"), "\(refused.said)")
        #expect(!refused.said.contains("Tenrec"))
    }

    @Test func aTitleAndAnInitialMakeAName() async throws {
        let season = try await Season()
        try await season.raise("--name", "Ms Alice Preston", "--summary", "Ms A Preston waits")
        try await season.accept("N-1")
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-04-03")
        try await season.does("issue", "schedule", "N-1", "--meeting", "north-2019-04-30", "--on", "2019-04-03")
        try await season.does("agenda", "build", "north-2019-04-30", "--on", "2019-04-03")
        let refused = await season.refusal("meeting", "publish", "north-2019-04-30", "--on", "2019-04-10")
        #expect(refused.status == 1 && !refused.said.contains("Preston"), "\(refused.said)")
    }

    @Test func aMistakeIsNoSecretForEver() async throws {
        let season = try await raised("--name", "Mrs Wallaby", "--summary", "A letter to Mrs Quokka went astray")
        let refused = await agenda(season, "--draft")
        #expect(refused.status == 1)
        // The name on record today stays what it is.
        try await season.does("issue", "mistaken", "N-1", "name", "--on", "2019-04-10")
        try await season.does(
            "issue", "edit", "N-1", "--contact", "none", "--child-name", "Tenrec", "--on", "2019-04-10")
        try await season.does("issue", "mistaken", "N-1", "child-name", "--on", "2019-04-10")
        let draft = await agenda(season, "--draft")
        #expect(draft.status == 0, "\(draft.said)")
        #expect(await season.refusal("issue", "mistaken", "N-1", "name").status == 1)
        #expect(await season.refusal("issue", "mistaken", "N-1", "summery").status == 65)
        #expect(try await season.does("fsck").contains("Sound"))
    }

    @Test func aDiversionListsWhereTheFamilyWasTold_R1() async throws {
        let season = try await raised()
        try await season.attend()
        try await season.does(
            "minutes", "record", "north-2019-04-30", "2", "--discussed", "The chair spoke with Family Quokka.", "--on",
            "2019-04-30")
        let diverted = await season.scratch.run(
            "issue", "divert", "N-1", "--destination", "childrens-services", "--external-reference", "X-1", "--on",
            "2019-05-01")
        #expect(diverted.status == 0, "\(diverted.complaints)")
        #expect(diverted.output.contains("north-2019-04-30, item 2, discussed"))
        #expect(!(diverted.output + diverted.complaints).contains("Quokka"))
        #expect(try season.scratch.bytes().range(of: Data("Quokka".utf8)) == nil)
    }

    @Test(arguments: ["raise", "edit"])
    func aNumberInAnOpenFieldIsToldAtOnce(_ verb: String) async throws {
        let season = try await Season()
        try await season.raise("--name", "Mrs Wallaby")
        try await season.raise()
        let words =
            verb == "edit"
            ? ["issue", "edit", "N-2", "--summary", "Wallaby, 01632 960 222, waits", "--on", "2019-04-01"]
            : [
                "issue", "raise", "--summary", "Wallaby, 01632 960 222, waits", "--area", "north", "--raised-by",
                "school", "--channel", "email", "--received", "2019-04-01", "--theme", "salt", "--safeguarding", "no",
                "--parallel", "none",
            ]
        let told = await season.scratch.run(words)
        #expect(told.status == 0)
        #expect(told.complaints.contains("a telephone number (N-\(verb == "edit" ? 2 : 3), Summary)"))
        // The name of another family that is open in the area, to somebody who may read it.
        #expect(told.complaints.contains("N-1, name (N-"))
        #expect(!told.complaints.contains("Wallaby") && !told.complaints.contains("960 222"))
    }

    // R12: nobody sends a brief on as free of details while one stands in it.

    private func proposed(_ evidence: String) async throws -> Season {
        let season = try await raised()
        try await season.attend()
        try await season.propose("N-1")
        try await season.does("issue", "correct-brief", "N-1", "--evidence", evidence, "--on", "2019-04-30")
        return season
    }

    private func submit(_ season: Season, _ more: String...) async -> (status: Int32, said: String) {
        let ran = await season.scratch.run(
            ["issue", "submit", "N-1", "--as", "Deputy DCO North", "--on", "2019-05-03"] + more)
        return (ran.status, ran.complaints)
    }

    @Test(arguments: [
        ("Mrs Quokka rang the team", "N-1, name (N-1, Evidence): “M••• Q••• rang the team”"),
        ("Tenrec has waited a year", "N-1, name of the child or young person (N-1, Evidence)"),
        ("Ring 01632 960 222", "a telephone number (N-1, Evidence)"),
    ])
    func aBriefWithADetailIsNotSubmitted_R12(evidence: String, finding: String) async throws {
        let season = try await proposed(evidence)
        for more in [[], ["--dry-run"], ["--brief-redacted", "yes"]] {
            let refused = await season.scratch.run(
                ["issue", "submit", "N-1", "--as", "Deputy DCO North", "--on", "2019-05-03"] + more)
            #expect(refused.status == 1)
            #expect(refused.complaints.contains("A personal detail stands in what the brief prints: \(finding)"))
            #expect(refused.complaints.contains("(R12)"))
            for secret in ["Quokka", "Tenrec", "960 222"] { #expect(!refused.complaints.contains(secret)) }
        }
        try await season.does("issue", "correct-brief", "N-1", "--evidence", "Eleven accounts", "--on", "2019-04-30")
        #expect(await submit(season).status == 0)
    }

    @Test func whatWasNeverTrueOfAnybodyStopsNoBrief_R12() async throws {
        let season = try await proposed("A letter to Mrs Quokka went astray")
        #expect(await submit(season).status == 1)
        try await season.does("issue", "edit", "N-1", "--name", "Mrs Wallaby", "--on", "2019-05-01")
        try await season.does("issue", "mistaken", "N-1", "name", "--on", "2019-05-01")
        try await season.does(
            "issue", "edit", "N-1", "--contact", "none", "--child-name", "Tenrec", "--on", "2019-05-01")
        for field in ["contact", "child-name"] {
            try await season.does("issue", "mistaken", "N-1", field, "--on", "2019-05-01")
        }
        let sent = await submit(season)
        #expect(sent.status == 0, "\(sent.said)")
    }
}
