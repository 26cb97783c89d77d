import Foundation
import Testing

@testable import LapCommands

/// Whatever somebody wrote, and wherever: an erasure and a diversion find it.
struct EverythingKeptTests {
    private static let meeting = "north-2019-04-30"

    /// N-1 of Wanda Numbat, and her name in whatever else there is to write in.
    private func season() async throws -> Season {
        let season = try await Season()
        try await season.raise(
            "--name", "Wanda Numbat", "--contact", "wanda@example.org", "--detail", "It is long", "--summary", "A wait")
        try await season.raise(
            "--name", "Otto Wombatson", "--contact", "otto@example.org", "--summary", "Another wait", "--detail",
            "Wanda Numbat f-1 told us", "--acting-for", "Otto Wombatson", "--authority", "Wanda Numbat f-2 said so",
            "--consent-how", "Wanda Numbat f-3 was there", "--consent-with", "Wanda Numbat f-4")
        try await season.does("issue", "remark", "N-2", "--remark", "Wanda Numbat f-5 rang", "--on", "2019-04-02")
        try await season.does(
            "meeting", "schedule", "north", "--date", "2019-04-30", "--time", "10:00", "--venue", "Wanda Numbat f-6",
            "--on", "2019-04-03")
        try await season.does(
            "agenda", "add", EverythingKeptTests.meeting, "--under", "11", "--title", "Posts", "--summary",
            "Wanda Numbat f-7 spoke", "--chair-note", "Wanda Numbat f-8 is cross", "--on", "2019-04-04")
        try await season.does(
            "action", "open", "--text", "Ring Wanda Numbat f-9", "--owner", "SENCO North", "--due", "2019-06-14",
            "--area", "north", "--on", "2019-04-04")
        try await season.does("agenda", "build", EverythingKeptTests.meeting, "--on", "2019-04-04")
        return season
    }

    private func leftOver(_ season: Season) throws -> [Int] {
        let bytes = try season.scratch.bytes()
        return (1...9).filter { bytes.range(of: Data("Wanda Numbat f-\($0)".utf8)) != nil }
    }

    @Test func aDiversionTakesItOutOfEverythingElseSoThatNoPaperPrintsIt_R1() async throws {
        let season = try await season()
        let refused = await season.refusal("meeting", "publish", EverythingKeptTests.meeting, "--on", "2019-04-10")
        #expect(refused.status == 1 && refused.said.contains("(R9)"), "\(refused.said)")
        #expect(try leftOver(season) == Array(1...9))
        let divert = [
            "issue", "divert", "N-1", "--destination", "childrens-services", "--external-reference", "CS-1", "--on",
            "2019-04-10",
        ]
        let before = try season.scratch.bytes()
        let foreseen = try await season.does(divert + ["--dry-run"])
        #expect(foreseen.contains("N-2, detail") && foreseen.contains("M-1, chair note"), "\(foreseen)")
        #expect(try season.scratch.bytes() == before)
        let done = await season.scratch.run(divert)
        #expect(done.status == 0, "\(done.complaints)")
        for place in ["N-2, detail", "N-2, remark", "N-2, consent how", "M-1, summary", "A-1, text", "venue"] {
            #expect(done.output.contains(place), "\(place): \(done.output)")
        }
        let bytes = try season.scratch.bytes()
        #expect(bytes.range(of: Data("Numbat".utf8)) == nil && bytes.range(of: Data("wanda".utf8)) == nil)
        try await season.does("meeting", "publish", EverythingKeptTests.meeting, "--on", "2019-04-10")
        try await season.does(
            "pack", "agenda", EverythingKeptTests.meeting, "--edition", "public", "--format", "html", "--to", "packs",
            "--on", "2019-04-10")
        let paper = season.scratch.folder.appending(path: "packs/\(EverythingKeptTests.meeting)-agenda-public.html")
        let printed = try String(contentsOf: paper, encoding: .utf8)
        #expect(!printed.contains("Numbat") && printed.contains("[removed]"))
        #expect(try await season.does("fsck").hasPrefix("Sound"))
    }

    @Test func whatHasToBeKeptHoldsADiversionUp_R25() async throws {
        let season = try await season()
        try await season.does("request", "keep", "--issues", "N-2", "--because", "A tribunal")
        let refused = await season.refusal(
            "issue", "divert", "N-1", "--destination", "childrens-services", "--external-reference", "CS-1")
        #expect(
            refused.status == 1 && refused.said.contains("N-2") && refused.said.contains("(R25)"), "\(refused.said)")
        #expect(try leftOver(season) == Array(1...9))
        let other = await season.refusal(
            "issue", "divert", "N-1", "--destination", "childrens-services", "--external-reference", "CS-1", "--as",
            "SENCO North")
        #expect(other.status == 77 && !other.said.contains("N-2"), "\(other.said)")
    }

    /// A family name alone meant this family in what papers of its area print, as long as its issue was open.
    @Test func aFamilyNameAloneGoesWhereNoPaperCouldHavePrintedIt() async throws {
        let season = try await season()
        try await season.does(
            "agenda", "add", EverythingKeptTests.meeting, "--under", "11", "--title", "Rooms", "--summary",
            "The Numbats spoke", "--on", "2019-04-04")
        try await season.does("agenda", "build", EverythingKeptTests.meeting, "--on", "2019-04-04")
        try await season.does(
            "issue", "divert", "N-1", "--destination", "childrens-services", "--external-reference", "CS-1", "--on",
            "2019-04-10")
        #expect(try season.scratch.bytes().range(of: Data("Numbat".utf8)) == nil)
    }

    @Test func anErasureFindsWhateverSomebodyWrote_R25() async throws {
        let season = try await season()
        try await season.does(
            "seat", "open", "south/education", "--organisation", "Wanda Numbat Consulting", "--from", "2019-04-01",
            "--on",
            "2019-04-04")
        try await season.does(
            "issue", "withdraw", "N-1", "--withdrawn-because", "Done", "--asked-on", "2019-04-04", "--on", "2019-04-04")
        let request = try await season.approved("access", "--issues", "N-1")
        try await season.does("raiser", "export", request, "--to", "out", "--looked-at", "--as", "Information Officer")
        let copy = try String(
            contentsOf: season.scratch.folder.appending(path: "out/\(request).json"), encoding: .utf8)
        #expect(copy.contains("Wanda Numbat f-8 is cross") && copy.contains("Wanda Numbat f-7 spoke"))
        #expect(!copy.contains("f-1 told us"))
        let erasure = try await season.approved("erasure", "--issues", "N-1")
        let done = try await season.does("raiser", "erase", erasure, "--yes", "--as", "Information Officer")
        #expect(done.contains("M-1, chair note") && done.contains("lap seat edit south/education"), "\(done)")
        #expect(try leftOver(season) == [])
        #expect(try await season.does("fsck").hasPrefix("Sound"))
    }

    @Test func aMembersNameIsFoundInConsentAndWhatTheyLedBefore_R25() async throws {
        let season = try await Season()
        try await season.does(
            "member", "add", "Erasmus Member <erasmus@example.org>", "--seat", "north/education", "--from",
            "2019-01-07", "--to", "2019-04-30", "--on", "2019-04-01")
        try await season.raise("--consent-with", "Erasmus Member", "--consent-how", "by letter")
        try await season.does(
            "action", "open", "--text", "Write", "--owner", "Erasmus Member", "--due", "2019-06-14", "--area", "north",
            "--on", "2019-04-04")
        try await season.does(
            "action", "reassign", "A-1", "--owner", "SENCO North", "--reason", "They leave", "--on", "2019-04-05")
        let access = try await season.approved("access", "--person", "Erasmus Member", "--area", "north")
        let refused = await season.refusal("member", "export", access, "--to", "out", "--as", "Information Officer")
        #expect(refused.said.contains("N-1, consent with"), "\(refused.said)")
        try await season.does(
            "member", "export", access, "--to", "out", "--looked-at", "--release", "Erasmus Member", "--as",
            "Information Officer")
        let copy = try String(contentsOf: season.scratch.folder.appending(path: "out/\(access).json"), encoding: .utf8)
        #expect(copy.contains("Lead, before") && copy.contains("Another record"), "\(copy)")
        let erasure = try await season.approved("erasure", "--person", "Erasmus Member", "--area", "north")
        let done = try await season.does("member", "erase", erasure, "--yes", "--as", "Information Officer")
        #expect(done.contains("N-1, consent with"), "\(done)")
        #expect(try season.scratch.bytes().range(of: Data("Erasmus".utf8)) == nil)
    }

    @Test func nobodyIsWrittenToWhoseContactWasErased() async throws {
        let season = try await Season()
        try await season.twoFamilies()
        let erasure = try await season.approved("erasure", "--issues", "N-1")
        try await season.does("raiser", "erase", erasure, "--yes", "--as", "Information Officer")
        let refused = await season.refusal("pack", "letter", "N-1", "--format", "html")
        #expect(refused.status == 1 && refused.said.contains("nobody to write to"), "\(refused.said)")
    }

    @Test func ofSeveralReplacedValuesTheMistakeIsNamed() async throws {
        let season = try await Season()
        try await season.raise("--name", "Maidenhare")
        for name in ["Tippo", "Vombat"] {
            try await season.does("issue", "edit", "N-1", "--name", name, "--on", "2019-04-02")
        }
        let refused = await season.refusal("issue", "mistaken", "N-1", "name")
        #expect(refused.status == 1 && refused.said.contains("replaced 2 times"), "\(refused.said)")
        #expect(!refused.said.contains("Maidenhare") && !refused.said.contains("Tippo"))
        #expect(await season.refusal("issue", "mistaken", "N-1", "name", "--value", "Nobody").status == 65)
        #expect(
            try await season.does("issue", "mistaken", "N-1", "name", "--value", "Tippo").contains("One replaced value")
        )
        try await season.does("issue", "edit", "N-1", "--summary", "Maidenhare and Tippo wait", "--on", "2019-04-02")
        let told = await season.scratch.run("issue", "edit", "N-1", "--summary", "Tippo waits", "--on", "2019-04-02")
        #expect(!told.complaints.contains("N-1, name"), "\(told.complaints)")
        let still = await season.scratch.run(
            "issue", "edit", "N-1", "--summary", "Maidenhare waits", "--on", "2019-04-02")
        #expect(still.complaints.contains("N-1, name"), "\(still.complaints)")
    }
}

/// An area in which nobody sees to issues.
struct UnattendedAreaTests {
    @Test func nothingIsMovedToWhereNobodySeesToIt() async throws {
        let season = try await Season()
        try await season.raise("--safeguarding", "no")
        let move = ["issue", "edit", "N-1", "--area", "south", "--on", "2019-04-03"]
        let refused = await season.scratch.run(move)
        #expect(refused.status == 1 && refused.complaints.contains("Nobody holds a seat in that area"))
        try await season.does("member", "add", "DCO South", "--seat", "south/dco", "--from", "2019-01-07")
        let moved = await season.scratch.run(move)
        #expect(moved.status == 0, "\(moved.complaints)")
        // Whoever handed it over may not take it back there.
        #expect(!moved.complaints.contains("lap undo"), "\(moved.complaints)")
    }

    @Test func whoeverSeatsPeopleIsToldOfAnAreaThatNobodySeesTo() async throws {
        let season = try await Season()
        try await season.does(
            "member", "add", "DCO South", "--seat", "south/dco", "--from", "2019-01-07", "--to", "2019-08-01", "--on",
            "2019-01-07")
        try await season.raise()
        try await season.does("issue", "edit", "N-1", "--area", "south", "--on", "2019-04-03")
        #expect(try await !season.does("status").contains("Nobody sees to"))
        let late = "2019-08-20"
        #expect(try await season.said(on: late, "status").contains("Nobody sees to the issues of South"))
        #expect(try await !season.said(on: late, "status", "--as", "SENCO North").contains("Nobody sees to"))
    }

    /// Neither by leaving nor by undoing is an area left to nobody without a word.
    @Test(arguments: [["member", "leave", "DCO South", "--seat", "south/dco"], ["undo"]])
    func theLastWhoSeesToAnAreaLeavesItOnlyWhereThatIsSaid(ending: [String]) async throws {
        let season = try await Season()
        try await season.does("member", "add", "DCO South", "--seat", "south/dco", "--from", "2019-01-07")
        let before = try season.scratch.bytes()
        let refused = await season.scratch.run(ending)
        #expect(refused.status == 1 && refused.complaints.contains("South would be left without anybody who takes"))
        #expect(refused.complaints.contains("Seat another Designated Clinical Officer there first."))
        #expect(refused.complaints.contains("--leave-vacant"), "\(refused.complaints)")
        // The last operation is the one that is chosen by an empty answer.
        let choosing = ending == ["undo"] ? [""] : []
        let no = TerminalConsole(answers: choosing + ["n"])
        #expect(await season.scratch.run(ending, at: no).status == 1)
        #expect(no.asked.last == "Leave it so? [y/N] " && no.asked.count == choosing.count + 1, "\(no.asked)")
        #expect(try season.scratch.bytes() == before)
        let copy = try Scratch(copying: season.scratch)
        let yes = TerminalConsole(answers: choosing + ["y"])
        #expect(await copy.run(ending, at: yes).status == 0, "\(yes.complaints)")
        try await season.does(ending + ["--leave-vacant"])
        let told = try await season.said(on: "2019-08-20", "status")
        #expect(told.contains("Nobody sees to the issues of South") == (ending != ["undo"]), "\(told)")
    }

    /// Where somebody else does so, anybody leaves as ever; an administrator answers no family.
    @Test func whoTakesInAndWhoAnswersAreBothNeeded() async throws {
        let season = try await Season()
        try await season.does("member", "add", "DCO South", "--seat", "south/dco", "--from", "2019-01-07")
        try await season.does("member", "add", "Admin South", "--seat", "south/dco-admin", "--from", "2019-01-07")
        let leave = ["member", "leave", "DCO South", "--seat", "south/dco"]
        #expect(await season.scratch.run(leave).status == 1)
        try await season.does("member", "leave", "Admin South", "--seat", "south/dco-admin")
        try await season.does("member", "add", "Next DCO South", "--seat", "south/dco", "--from", "2019-01-07")
        try await season.does(leave)
    }
}
