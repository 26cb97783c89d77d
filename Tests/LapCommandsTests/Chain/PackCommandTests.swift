import Foundation
import Testing

@testable import LapCommands

struct PackCommandTests {
    private func season() async throws -> Season {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        return season
    }

    private func text(_ season: Season, _ name: String) throws -> String {
        try String(contentsOf: season.scratch.folder.appending(path: "packs/\(name)"), encoding: .utf8)
    }

    @Test func theAgendaPackHasTheIssueAndNothingPersonal() async throws {
        let season = try await season()
        let said = try await season.does(
            "pack", "agenda", "north-2019-04-30", "--format", "html", "--on", "2019-04-10")
        #expect(said.hasPrefix("packs/north-2019-04-30-agenda-public.html"))
        let html = try text(season, "north-2019-04-30-agenda-public.html")
        #expect(html.contains("Nine-month wait for a first appointment"))
        #expect(html.contains("N-1"))
        for secret in ["Quokka", "quokka@example.org", "zebrafinch"] { #expect(!html.contains(secret)) }
    }

    @Test func aPackWithAPersonalDetailIsNotWritten() async throws {
        let season = try await season()
        try await season.does(
            "issue", "edit", "N-1", "--summary", "Nine months, says Family Quokka", "--on", "2019-04-09")
        for edition in ["public", "members"] {
            let refused = await season.refusal(
                "pack", "agenda", "north-2019-04-30", "--format", "html", "--edition", edition, "--on", "2019-04-10")
            #expect(refused.status == 1)
            #expect(refused.said.contains("N-1"))
            #expect(!refused.said.contains("Quokka"))
        }
        let left = try? FileManager.default.contentsOfDirectory(
            atPath: season.scratch.folder.appending(path: "packs").path)
        #expect((left ?? []).isEmpty)
    }

    @Test func theMinutesPackSaysWhoWasThereAndWhatWasResolved() async throws {
        let season = try await season()
        try await season.attend(without: "Parent Rep North")
        try await season.does(
            "minutes", "record", "north-2019-04-30", "8.1", "--discussed", "A long talk about waiting.", "--on",
            "2019-04-30")
        try await season.does(
            "issue", "note", "N-1", "--noted-as", "answered", "--outcome", "the service writes to every family", "--on",
            "2019-04-30")
        try await season.does(
            "pack", "minutes", "north-2019-04-30", "--format", "html", "--edition", "members", "--on", "2019-05-01")
        let html = try text(season, "north-2019-04-30-minutes-members-draft.html")
        #expect(html.contains("SENCO North"))
        #expect(html.contains("Resolved:"))
        #expect(html.contains("the service writes to every family"))
        #expect(html.localizedCaseInsensitiveContains("provisional"))
        #expect(html.localizedCaseInsensitiveContains("draft"))
    }

    @Test func theBoardPackPutsTheAskFirst() async throws {
        let season = try await season()
        try await season.attend()
        try await season.propose("N-1")
        try await season.table("N-1")
        try await season.does("agenda", "build", "board-2019-05-22", "--as", "Board Secretary", "--on", "2019-05-07")
        try await season.does(
            "pack", "board", "board-2019-05-22", "--format", "html", "--as", "Board Secretary", "--on", "2019-05-08")
        let html = try text(season, "board-2019-05-22-board-public-draft.html")
        #expect(html.contains("Direct one assessment"))
        let ask = try #require(html.range(of: "Direct one assessment"))
        let evidence = try #require(html.range(of: "Eleven accounts"))
        #expect(ask.lowerBound < evidence.lowerBound)
    }

    @Test func theLetterTellsOfNoAnswerBeforeThereIsOne() async throws {
        let season = try await season()
        try await season.does("pack", "letter", "N-1", "--format", "html", "--on", "2019-04-30")
        #expect(try text(season, "n-1-acknowledgement.html").contains("We have what you told us"))
        try await season.attend()
        try await season.does(
            "issue", "note", "N-1", "--noted-as", "answered", "--outcome", "the service writes to every family", "--on",
            "2019-04-30")
        try await season.does("pack", "letter", "N-1", "--format", "html", "--on", "2019-05-01")
        #expect(try text(season, "n-1-letter.html").contains("the service writes to every family"))
    }

    @Test func onlyPeopleWithASeatMakePacks() async throws {
        let season = try await season()
        try await season.does("member", "add", "Passer By")
        let refused = await season.refusal(
            "pack", "agenda", "north-2019-04-30", "--format", "html", "--as", "Passer By")
        #expect(refused.status == 77)
    }

    @Test func anOfficesOwnNumberIsPutOnRecordAndAFamilysNever() async throws {
        let season = try await Season()
        try await season.does("member", "add", "Board Officer", "--seat", "board/board-secretary", "--on", "2019-04-01")
        try await season.raise("--name", "Mrs Oona Tarrabeck", "--contact", "07700 900456")
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        try await season.does(
            "issue", "edit", "N-1", "--services", "The helpline on 01632 960111", "--on", "2019-04-10")
        let stopped = await season.refusal(
            "pack", "agenda", "north-2019-04-30", "--format", "html", "--on", "2019-04-10")
        #expect(stopped.status == 1 && stopped.said.contains("lap contact add TITLE --reach NUMBER"), "\(stopped.said)")
        let adding = ["contact", "add", "Family Helpline", "--as", "Board Officer", "--on", "2019-04-10", "--reach"]
        let theirs = await season.refusal(adding + ["07700 900 456"])
        #expect(theirs.status == 1 && theirs.said.contains("A family is reached by that"), "\(theirs.said)")
        #expect(
            await season.refusal(["contact", "add", "Line", "--reach", "01632 960111", "--as", "SENCO North"]).status
                == 77)
        try await season.does(adding + ["01632 960111"])
        #expect(await season.refusal(adding + ["01632 960112"]).said.contains("called family-helpline already"))
        #expect(try await season.does("contact", "list").contains("family-helpline\tFamily Helpline\t01632 960111\n"))
        _ = try await season.page(["agenda", "north-2019-04-30", "--on", "2019-04-10"])
        try await season.does("contact", "remove", "family-helpline", "--as", "Board Officer", "--on", "2019-04-11")
        #expect(try await !season.does("contact", "list").contains("helpline"))
        try await season.does("undo", "--as", "Board Officer", "--on", "2019-04-11")
        #expect(try await season.does("contact", "list").contains("family-helpline"))
        #expect(try await season.does("fsck").contains("Sound"))
    }
}
