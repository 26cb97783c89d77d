import Foundation
import Register
import Testing

@testable import LapCommands

/// What was issued is on record, and can be taken back: the day a name got out.
struct RecallTests {
    private let paper = "north-2019-04-30-agenda-public"

    /// A published agenda with N-1, and its public pack issued on 10 April.
    private func issued(edition: String = "public") async throws -> Season {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        try await make(season, edition: edition)
        return season
    }

    private func make(_ season: Season, edition: String = "public", on day: String = "2019-04-10") async throws {
        try await season.does(
            "pack", "agenda", "north-2019-04-30", "--format", "html", "--edition", edition, "--on", day)
    }

    private func file(_ season: Season, _ name: String) -> URL { season.scratch.folder.appending(path: name) }

    private func names(_ season: Season, in folder: String = "packs") -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: file(season, folder).path)) ?? []).sorted()
    }

    private func rows(_ season: Season, _ reference: String = "north-2019-04-30") async throws -> [[String: Any]] {
        let said = try await season.does("pack", "issued", reference, "--json")
        return try #require(try JSONSerialization.jsonObject(with: Data(said.utf8)) as? [[String: Any]])
    }

    @discardableResult
    private func recall(_ season: Season, _ name: String? = nil, on day: String = "2019-04-12") async throws -> String {
        try await season.does(
            "pack", "recall", "packs/\(name ?? paper + ".html")", "--because", "It tells which nursery", "--at", "10am",
            "--on", day)
    }

    private func change(_ season: Season) async throws {
        try await season.does("issue", "edit", "N-1", "--summary", "A wait for a first visit", "--on", "2019-04-11")
    }

    // What was issued.

    @Test func whatIsIssuedIsOnRecordWithWhatItHoldsAndNames() async throws {
        let season = try await issued()
        let row = try #require(try await rows(season).first)
        #expect(row["file"] as? String == paper + ".html")
        #expect(row["issued"] as? String == "2019-04-10")
        #expect(row["by"] as? String == "DCO North")
        #expect(row["cites"] as? [String] == ["N-1"])
        let contents = try Data(contentsOf: file(season, "packs/\(paper).html"))
        #expect(row["sha256"] as? String == NewPaper.digest(of: contents))
        #expect(row["size"] as? Int == contents.count)
        try await make(season)
        #expect(try await rows(season).count == 1)
        try await season.does("fsck")
    }

    @Test func aDraftIsNotIssued() async throws {
        let season = try await issued()
        try await season.does(
            "pack", "agenda", "north-2019-04-30", "--format", "html", "--draft", "--edition", "members", "--on",
            "2019-04-10")
        #expect(try await rows(season).count == 1)
    }

    @Test func whatTheSearchRefusesIsNotIssued() async throws {
        let season = try await issued()
        try await season.does(
            "issue", "edit", "N-1", "--summary", "Nine months, says Family Quokka", "--on", "2019-04-11")
        let refused = await season.refusal(
            "pack", "agenda", "north-2019-04-30", "--format", "html", "--on", "2019-04-11")
        #expect(refused.status == 1)
        #expect(try await rows(season).count == 1)
    }

    @Test func whatWentOutIsNotUndone() async throws {
        let season = try await issued()
        let last = try await season.does("log", "--limit", "1", "--json")
        let lines = try #require(try JSONSerialization.jsonObject(with: Data(last.utf8)) as? [[String: Any]])
        let operation = try #require(lines.first?["operation"] as? Int)
        let refused = await season.refusal("undo", String(operation))
        #expect(refused.status == 1)
        #expect(refused.said.contains("what went out is out"))
    }

    @Test func aLineOfWhatWasIssuedIsForThoseWhoCouldMakeIt() async throws {
        let season = try await issued(edition: "chair")
        let seen = try await season.does("pack", "issued", "--as", "SENCO North", "--json")
        #expect(seen == "[]\n")
        #expect(try await season.does("pack", "issued", "--as", "Deputy DCO North").contains("agenda-chair"))
    }

    // The recall.

    @Test func aRecalledPaperIsMarkedTakenAwayAndReplaced() async throws {
        let season = try await issued()
        try await change(season)
        let said = try await recall(season)
        #expect(said.contains("issued on 10 April 2019: recalled"))
        #expect(said.contains("Decide by 10am on 15 April 2019"))
        #expect(said.contains("  everybody\n"))
        #expect(said.contains("  DCO North, Designated Clinical Officer <dco.north@example.org>\n"))
        #expect(said.contains("  SENCO North, education\n"))
        #expect(names(season) == [paper + "-corrected-1.html"])
        let html = try String(contentsOf: file(season, "packs/\(paper)-corrected-1.html"), encoding: .utf8)
        #expect(html.contains("This was made on 12 April 2019. It replaces the paper that was issued on 10 April 2019"))
        #expect(html.contains("A wait for a first visit") && !html.contains("Nine-month"))
        #expect(
            html.contains(
                "Against the paper that was issued on 10 April 2019, these are new or read otherwise: Agenda; N-1: Speech"
            ))
        let rows = try await rows(season)
        #expect(rows.count == 2)
        #expect(rows[0]["recalled"] as? String == "2019-04-12")
        #expect(rows[0]["breach"] as? String == "B-1")
        #expect(rows[0]["correctedBy"] as? String == paper + "-corrected-1.html")
        try await season.does("fsck")
    }

    @Test func whatWasRecalledIsForTheInformationOfficerAlone() async throws {
        let season = try await issued()
        let contents = try Data(contentsOf: file(season, "packs/\(paper).html"))
        let digest = String(NewPaper.digest(of: contents).prefix(8))
        // Until then whoever could make it has it again.
        try await season.does("pack", "copy", digest, "--to", "again")
        #expect(try Data(contentsOf: file(season, "again/\(paper).html")) == contents)
        try await season.does("member", "add", "Officer", "--seat", "board/information-officer")
        try await change(season)
        try await recall(season)
        for who in ["DCO North", "SENCO North"] {
            #expect(await season.refusal("pack", "copy", digest, "--as", who).status == 77)
        }
        try await season.does("pack", "copy", digest, "--to", "officer", "--as", "Officer")
        #expect(try Data(contentsOf: file(season, "officer/\(paper).html")) == contents)
        #expect(await season.refusal("pack", "copy", "00000000", "--as", "Officer").status == 66)
    }

    @Test func itIsFoundByWhatItHoldsWhateverItIsCalledAndByItsNameWhenItIsGone() async throws {
        let season = try await issued()
        try FileManager.default.moveItem(
            at: file(season, "packs/\(paper).html"), to: file(season, "packs/from-a-phone.html"))
        #expect(try await recall(season, "from-a-phone.html").contains("\(paper).html, issued on"))
        #expect(!names(season).contains("from-a-phone.html"))
        let second = try await issued()
        try FileManager.default.removeItem(at: file(second, "packs/\(paper).html"))
        #expect(try await recall(second).contains("B-1 is open."))
        let unknown = await second.refusal("pack", "recall", "packs/other.html", "--because", "It tells which nursery")
        #expect(unknown.status == 66)
        #expect(unknown.said.contains("lap pack issued"))
    }

    /// By what it holds, that one only: what went out since under the same name stays, and the day is its own.
    @Test func aLaterPaperOfItsNameStays() async throws {
        let season = try await issued()
        let old = try Data(contentsOf: file(season, "packs/\(paper).html"))
        try await change(season)
        try await make(season, on: "2019-04-11")
        try old.write(to: file(season, "packs/copy.html"))
        let said = try await recall(season, "copy.html")
        #expect(said.contains("issued on 10 April 2019: recalled"))
        #expect(said.contains("is another paper of that name, and stays there"))
        #expect(said.contains("\(paper).html, which was issued since, has taken its place."))
        #expect(names(season) == [paper + ".html"])
        #expect(try await rows(season).map { $0["recalled"] is NSNull } == [false, true])
        // Made again it needs no correction.
        try await make(season, on: "2019-04-12")
        #expect(names(season) == [paper + ".html"])
        // A file that was changed is known by nothing.
        try Data("<p>changed</p>".utf8).write(to: file(season, "packs/\(paper).html"))
        let changed = await season.refusal(
            "pack", "recall", "packs/\(paper).html", "--because", "x", "--on", "2019-04-12")
        #expect(changed.status == 66 && changed.said.contains("was never issued as it stands there"))
        try await season.does("fsck")
    }

    @Test func itIsRecalledOnce() async throws {
        let season = try await issued()
        try await recall(season)
        let again = await season.refusal(
            "pack", "recall", "packs/\(paper).html", "--because", "It tells which nursery", "--on", "2019-04-12")
        #expect(again.status == 1)
        #expect(again.said.contains("was recalled on 12 April 2019 already"))
        #expect(again.said.contains("lap show B-1"))
    }

    /// What nobody has corrected would go out a second time as it was.
    @Test func whileNothingWasChangedWhatReplacesItIsADraft() async throws {
        let season = try await issued()
        let said = try await recall(season)
        #expect(said.contains("a draft: what it was recalled for was not changed"))
        #expect(names(season) == [paper + "-corrected-1-draft.html"])
        let draft = try String(contentsOf: file(season, "packs/\(paper)-corrected-1-draft.html"), encoding: .utf8)
        #expect(draft.contains("Once it is issued, one like it replaces") && !draft.contains("It replaces"))
        #expect(try await rows(season).count == 1)
        // Nobody else has it meanwhile by the back door.
        for more in [[], ["--draft"]] {
            let refused = await season.refusal(
                ["pack", "agenda", "north-2019-04-30", "--format", "md", "--as", "SENCO North", "--on", "2019-04-12"]
                    + more)
            #expect(refused.status == 1 && refused.said.contains("is not mended yet"), "\(refused)")
        }
        try await season.does("issue", "edit", "N-1", "--summary", "A wait", "--on", "2019-04-12")
        try await make(season, on: "2019-04-12")
        #expect(try await rows(season).last?["file"] as? String == paper + "-corrected-1.html")
        // It takes the place of its draft.
        #expect(names(season) == [paper + "-corrected-1.html"])
    }

    /// Words that got out are looked for in what replaces it, whatever else was changed since.
    @Test func whatStillSaysTheWordsThatGotOutIsADraft() async throws {
        let season = try await issued()
        try await season.does(
            "pack", "recall", "packs/\(paper).html", "--because", "It tells which", "--words", "nine-month WAIT",
            "--at",
            "10am", "--on", "2019-04-12")
        try await season.does("issue", "edit", "N-1", "--outcome-sought", "A day", "--on", "2019-04-12")
        try await make(season, on: "2019-04-12")
        #expect(names(season) == [paper + "-corrected-1-draft.html"])
        // Nor do they go out in another paper of that meeting.
        let refused = await season.refusal(
            "pack", "agenda", "north-2019-04-30", "--edition", "members", "--format", "html", "--on", "2019-04-12")
        #expect(refused.status == 1 && refused.said.contains("the words for which a paper of"), "\(refused.said)")
        try await season.does("issue", "edit", "N-1", "--summary", "A wait", "--on", "2019-04-12")
        try await make(season, on: "2019-04-12")
        #expect(names(season) == [paper + "-corrected-1.html"])
        try await make(season, edition: "members", on: "2019-04-12")
        try await season.does("fsck")
    }

    /// The file that lies there is not the one that said it: that one is out all the same.
    /// Words that are taken out of an own item stand in the corrected paper no more; taken out of the breach too, they stop none.
    @Test func whatIsTakenOutOfAnOwnItemAndOfTheBreachComesOutCorrected() async throws {
        let season = try await Season()
        try await season.does("member", "add", "Information Officer", "--seat", "board/information-officer")
        try await season.raise()
        try await season.accept("N-1")
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-04-03")
        try await season.does(
            "agenda", "add", "north-2019-04-30", "--under", "11", "--title", "A hall", "--summary",
            "The hall is for Dreadful Dottie", "--on", "2019-04-03")
        try await season.does("issue", "schedule", "N-1", "--meeting", "north-2019-04-30", "--on", "2019-04-03")
        try await season.does("agenda", "build", "north-2019-04-30", "--on", "2019-04-03")
        try await season.does("meeting", "publish", "north-2019-04-30", "--on", "2019-04-10")
        try await make(season)
        try await season.does(
            "pack", "recall", "packs/\(paper).html", "--because", "A name got out", "--words", "Dreadful Dottie",
            "--at",
            "10am", "--on", "2019-04-12")
        for place in ["M-1", "B-1"] {
            try await season.does(
                "redact", place, "--words", "Dreadful Dottie", "--because", "named", "--yes", "--as",
                "Information Officer", "--on", "2019-04-12")
            try await make(season, on: "2019-04-12")
            #expect(names(season).contains(paper + "-corrected-1.html"), "\(place): \(names(season))")
        }
        try await season.attend()
        try await season.does(
            "minutes", "record", "north-2019-04-30", "8.1", "--discussed", "Waits are long", "--on", "2019-04-30")
        let minutes = try await season.page("minutes", "north-2019-04-30", "--draft", "--on", "2019-05-02")
        #expect(minutes.contains("Waits are long"))
    }

    @Test func ofTwoPapersOfOneNameTheOneThatSaidItIsRecalled() async throws {
        let season = try await issued()
        try await change(season)
        try await make(season, on: "2019-04-11")
        func recall(_ file: String) -> [String] {
            [
                "pack", "recall", file, "--because", "It tells", "--words", "nine-month", "--at", "10am", "--on",
                "2019-04-12",
            ]
        }
        let refused = await season.scratch.run(recall("packs/\(paper).html"))
        #expect(refused.status == 1 && refused.complaints.contains("issued on 10 April 2019 does"), "\(refused)")
        #expect(names(season) == [paper + ".html"])
        try await season.does(recall("gone/\(paper).html"))
        #expect(try await rows(season).map { $0["recalled"] is NSNull } == [false, true])
        #expect(names(season) == [paper + ".html"])
    }

    /// That another issue was only taken out of it mends nothing of what it was recalled for.
    @Test func thatAnotherMatterWasTakenOutMendsNothing() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.raise("--summary", "No escort on a long ride", "--theme", "transport")
        for issue in ["N-1", "N-2"] { try await season.accept(issue) }
        try await season.agenda(with: "N-1", "N-2")
        try await make(season)
        try await recall(season)
        try await season.does("issue", "withdraw-consent", "N-2", "--on", "2019-04-12")
        try await make(season, on: "2019-04-12")
        #expect(names(season) == [paper + "-corrected-1-draft.html"])
        try await season.does("issue", "edit", "N-1", "--summary", "A wait", "--on", "2019-04-12")
        try await make(season, on: "2019-04-12")
        #expect(names(season) == [paper + "-corrected-1.html"])
    }

    @Test func whatWasRecalledComesBackByNoDetour() async throws {
        let season = try await issued()
        let old = try Data(contentsOf: file(season, "packs/\(paper).html"))
        try await change(season)
        try await recall(season)
        // A copy that turns up is known by what it holds, and is not recalled twice.
        try old.write(to: file(season, "packs/copy.html"))
        let copy = await season.refusal(
            "pack", "recall", "packs/copy.html", "--because", "It tells which nursery", "--on", "2019-04-12")
        #expect(copy.status == 1 && copy.said.contains("was recalled on 12 April 2019 already"))
        #expect(copy.said.contains("Take this copy out of everybody's reach yourself."))
        // Put back as it was, it still says that it replaces the other.
        try await season.does(
            "issue", "edit", "N-1", "--summary", "Nine-month wait for a first appointment", "--on", "2019-04-12")
        try await make(season, on: "2019-04-12")
        let rows = try await rows(season)
        #expect(rows.map { $0["recalled"] is NSNull } == [false, true, true])
        #expect(rows.last?["file"] as? String == paper + "-corrected-1.html")
        // The one that is recalled is known by what it holds; another of that name stays, and has taken its place or not.
        let said = try await recall(season, paper + "-corrected-1.html", on: "2019-04-13")
        #expect(said.contains("B-2 is open.") && names(season).contains(paper + "-corrected-2-draft.html"))
        #expect(try await self.rows(season).map { $0["recalled"] is NSNull } == [false, true, false])
        try await season.does("issue", "edit", "N-1", "--summary", "A wait", "--on", "2019-04-13")
        try await make(season, on: "2019-04-13")
        let last = try await self.rows(season)
        #expect(last.prefix(3).compactMap { $0["correctedBy"] as? String }.count == 2)
        #expect(last[2]["correctedBy"] as? String == paper + "-corrected-2.html")
        try await season.does("fsck")
    }

    @Test func whenWhatReplacesItIsRefusedTheRecallStands() async throws {
        let season = try await issued()
        try await season.does(
            "issue", "edit", "N-1", "--summary", "Nine months, says Family Quokka", "--on", "2019-04-11")
        let ran = await season.scratch.run(
            "pack", "recall", "packs/\(paper).html", "--because", "It tells which nursery", "--on", "2019-04-12")
        #expect(ran.status == 0)
        #expect(ran.complaints.contains("The recall stands, but what replaces it could not be made."))
        #expect(!ran.complaints.contains("Quokka"))
        #expect(names(season).isEmpty)
        #expect(try await rows(season).first?["recalled"] as? String == "2019-04-12")
    }

    @Test func everyFormatIsRecalledAndASecondCorrectionCountsOn() async throws {
        let season = try await issued()
        try await change(season)
        try await recall(season)
        try await season.does("issue", "edit", "N-1", "--summary", "A wait", "--on", "2019-04-13")
        let said = try await recall(season, paper + "-corrected-1.html", on: "2019-04-13")
        #expect(said.contains("B-2 is open."))
        #expect(names(season) == [paper + "-corrected-2.html"])
    }

    @Test func recallingIsForThoseWhomTheTableNames() async throws {
        let season = try await issued()
        for name in ["SENCO North", "Board Secretary"] {
            let refused = await season.refusal(
                "pack", "recall", "packs/\(paper).html", "--because", "It tells which nursery", "--as", name)
            #expect(refused.status == 77, "\(name)")
        }
        #expect(names(season) == [paper + ".html"])
        try await season.does("member", "add", "Officer", "--seat", "north/information-officer")
        let said = try await season.does(
            "pack", "recall", "packs/\(paper).html", "--because", "It tells which nursery", "--as", "Officer")
        // Addresses are for those who may see them.
        #expect(said.contains("DCO North, Designated Clinical Officer\n"))
    }

    @Test(arguments: ["public", "members", "restricted", "chair"])
    func whoeverMayHaveAnEditionIsAmongThoseItWasFor(_ edition: String) async throws {
        let season = try await issued(edition: edition)
        try await season.does(
            "member", "add", "Officer", "--seat", "board/information-officer", "--from", "2019-01-07", "--on",
            "2019-01-07")
        try await season.does(
            "member", "add", "Viewer North", "--seat", "north/viewer", "--from", "2019-01-07", "--on", "2019-01-07")
        try await change(season)
        let name = "north-2019-04-30-agenda-\(edition).html"
        let copy = try Scratch(copying: season.scratch)
        var able: Set<String> = []
        for who in ["DCO North", "SENCO North", "Officer", "Viewer North", "Board Secretary"] {
            let made = await copy.run(
                "pack", "agenda", "north-2019-04-30", "--format", "html", "--edition", edition, "--on", "2019-04-10",
                "--draft", "--as", who)
            if made.status == 0 { able.insert(who) }
        }
        // What was taken in private may be read by more than may make it into a paper.
        if edition == "restricted" { able.insert("SENCO North") }
        let said = try await recall(season, name)
        for who in ["DCO North", "SENCO North", "Officer", "Viewer North", "Board Secretary"] {
            #expect(said.contains("  \(who), ") == able.contains(who), "\(edition), \(who): \(said)")
        }
        #expect(able.contains("Officer") == (edition != "chair"))
    }

    @Test func aLettersRecallNamesTheFamilyToThoseWhoMayReadIt() async throws {
        let season = try await issued()
        try await season.attend()
        try await season.does(
            "issue", "note", "N-1", "--noted-as", "answered", "--outcome", "the service writes to every family", "--on",
            "2019-04-30")
        try await season.does("pack", "letter", "N-1", "--format", "html", "--on", "2019-05-01")
        try await season.does("member", "add", "Chair North", "--seat", "north/chair", "--from", "2019-01-07")
        let other = try Scratch(copying: season.scratch)
        let chairs = await other.run(
            "pack", "recall", "packs/n-1-letter.html", "--because", "It went astray", "--as", "Chair North", "--on",
            "2019-05-02")
        #expect(chairs.status == 0, "\(chairs.complaints)")
        #expect(chairs.output.contains("the family of N-1\n") && !chairs.output.contains("Quokka"))
        let dcos = try await season.does(
            "pack", "recall", "packs/n-1-letter.html", "--because", "It went astray", "--on", "2019-05-02")
        #expect(dcos.contains("the family of N-1: Family Quokka, quokka@example.org"))
    }

    // The breach.

    @Test func theBreachStandsInStatusWithItsDayAndIsClosedOnceAllIsDecided() async throws {
        let season = try await issued()
        try await recall(season)
        let status = try await season.does("status", "--on", "2019-04-12")
        #expect(status.contains(/Due soon:\n(.*\n)*  2019-04-15  lap breach decide-authority B-1/))
        #expect(
            try await season.does("breach", "list", "--on", "2019-04-12").hasPrefix("B-1\tknown\t2019-04-15\tnorth"))
        func deed(_ words: String...) async -> (status: Int32, said: String) {
            let ran = await season.scratch.run(["breach"] + words + ["--on", "2019-04-13"])
            return (ran.status, ran.complaints + ran.output)
        }
        #expect(await deed("close", "B-1", "--learned", "Two people read").status == 1)
        #expect(await deed("decide-authority", "B-1", "--authority", "not-told").status != 0)
        #expect(
            await deed("decide-authority", "B-1", "--authority", "not-told", "--authority-reason", "Few had it").status
                == 0)
        let early = await deed("close", "B-1", "--learned", "Two people read")
        #expect(early.status == 1 && early.said.contains("lap breach decide-families B-1"))
        for what in ["families", "others"] {
            #expect(await deed("decide-\(what)", "B-1", "--\(what)", "told", "--\(what)-reason", "Theirs").status == 0)
        }
        #expect(await deed("close", "B-1", "--learned", "Two people read").status == 0)
        #expect(try await season.does("breach", "list").isEmpty)
        let shown = await season.scratch.run("breach", "show", "B-1", "--as", "SENCO North")
        #expect(!shown.output.contains("nursery"))
    }

    @Test func aRecallIsTakenBackUntilItsBreachWasDealtWith() async throws {
        let season = try await issued()
        func operation() async throws -> String {
            let said = try await season.does(
                "pack", "recall", "packs/\(paper).html", "--because", "It tells which nursery", "--on", "2019-04-12",
                "--json=operation")
            return try #require(said.firstMatch(of: /[0-9]+/)).output.description
        }
        try await season.does("undo", operation())
        #expect(try await rows(season).first?["recalled"] is NSNull)
        #expect(try await season.does("breach", "list", "--all").isEmpty)
        let second = try await operation()
        try await season.does(
            "breach", "decide-authority", "B-2", "--authority", "told", "--authority-reason", "Many had it", "--on",
            "2019-04-12")
        let refused = await season.refusal("undo", second)
        #expect(refused.status == 1)
        #expect(refused.said.contains("B-2 has been dealt with since"))
        let other = try await issued()
        try await change(other)
        #expect(try await !recall(other).contains("lap undo"))
        let last = try await other.does("log", "--limit", "2", "--json=operation,command")
        let recalling = try #require(last.firstMatch(of: /"recall-pack","operation":([0-9]+)/)).output.1.description
        let replaced = await other.refusal("undo", recalling)
        #expect(replaced.status == 1)
        #expect(replaced.said.contains("went out in place of"))
        try await season.does("fsck")
    }

    // What consent and diversions do to what is still to come.

    @Test(arguments: [
        ["issue", "withdraw-consent", "N-1"],
        ["issue", "divert", "N-1", "--destination", "childrens-services", "--external-reference", "CS-1"],
        ["issue", "withdraw", "N-1", "--withdrawn-because", "They moved", "--asked-on", "2019-04-12"],
    ])
    func whoMayNotBeSpokenOfIsNamedWithThePapersThatStillHoldThem(words: [String]) async throws {
        let season = try await issued()
        let said = try await season.does(words + ["--on", "2019-04-12"])
        #expect(said.contains("\(paper).html, issued on 10 April 2019, holds N-1: make it again, or recall it"))
        // Once told, it is not told again with what changes nothing that is printed.
        if words[1] == "withdraw-consent" {
            let again = try await season.does("issue", "remark", "N-1", "--remark", "Rang twice", "--on", "2019-04-13")
            #expect(!again.contains("issued on"))
        }
        // After the meeting there is nothing to stop, but what may not be printed any more is out.
        let other = try await issued()
        let later = try await other.does(words + ["--on", "2019-05-02"])
        #expect(later.contains("see whether it has to be recalled") == (words[1] != "withdraw"))
    }

    @Test func whatAPaperPrintsOtherwiseSinceIsToldOnceItChanges() async throws {
        let season = try await issued()
        let holds = "\(paper).html, issued on 10 April 2019, holds N-1: make it again"
        for words in [
            ["remark", "N-1", "--remark", "Rang twice"], ["edit", "N-1", "--contact", "numbat@example.org"],
            ["update-raiser", "N-1", "--method", "phone", "--told", "It is on the agenda"],
        ] {
            #expect(
                try await !season.does(["issue"] + words + ["--on", "2019-04-11"]).contains("issued on"), "\(words)")
        }
        for words in [
            ["edit", "N-1", "--summary", "A wait for a first visit"], ["edit", "N-1", "--tried", "Asked three times"],
        ] {
            #expect(try await season.does(["issue"] + words + ["--on", "2019-04-11"]).contains(holds), "\(words)")
        }
    }

    /// Made anew in one format it is corrected: nobody is told to make it again.
    @Test func whatWasMadeAnewInAnyFormatIsNotToBeMadeAgain() async throws {
        let season = try await Season.heard()
        let agenda = ["pack", "agenda", "north-2019-04-30", "--on", "2019-04-10", "--format", "html,md"]
        try await season.does(agenda)
        try await season.does(
            "pack", "recall", "packs/north-2019-04-30-agenda-public.html", "--because", "A name", "--at", "10am",
            "--on",
            "2019-04-11")
        #expect(try await season.does("status", "--on", "2019-04-11").contains("because it was recalled"))
        try await season.does("issue", "edit", "N-1", "--summary", "A long wait", "--on", "2019-04-11")
        try await season.does(
            "pack", "agenda", "north-2019-04-30", "--format", "html", "--to", "again", "--on", "2019-04-12")
        #expect(!(try await season.does("status", "--on", "2019-04-12")).contains("because it was recalled"))
    }
}
