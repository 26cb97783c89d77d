import Foundation
import Testing

@testable import LapCommands

/// What may be a safeguarding matter is the DCO's side's alone, and goes into no paper.
struct WorryTests {
    @Test func whatWasProposedToTheBoardIsInNoMinutesOnceItIsAWorry() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        try await season.attend()
        try await season.propose("N-1")
        try await season.does("issue", "rescreen", "N-1", "--safeguarding", "unsure", "--on", "2019-05-02")
        for edition in ["public", "members", "chair"] {
            try await season.does(
                "pack", "minutes", "north-2019-04-30", "--edition", edition, "--format", "html", "--to", "packs")
            let path = season.scratch.folder.appending(path: "packs/north-2019-04-30-minutes-\(edition)-draft.html")
            let text = try String(contentsOf: path, encoding: .utf8)
            for secret in ["Nine-month", "Direct one assessment", "N-1"] {
                #expect(!text.contains(secret), "\(edition)")
            }
        }
        // Nor is it named in what is minuted, under whatever item.
        let words = [
            "minutes", "record", "north-2019-04-30", "15", "--discussed", "About n-1 again", "--on", "2019-05-02",
        ]
        for more in [[], ["--in-public"]] {
            let refused = await season.scratch.run(words + more)
            #expect(refused.status == 1 && refused.complaints.contains("Nothing is written about N-1 here. (R1)"))
        }
    }

    @Test func aWorryThatComesUpLaterGoesIntoNoPaperAndNoLetter() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        try await season.attend()
        try await season.does(
            "minutes", "record", "north-2019-04-30", "8.1", "--discussed", "The potoroo was spoken of", "--on",
            "2019-04-30")
        try await season.does("issue", "rescreen", "N-1", "--safeguarding", "yes", "--on", "2019-05-02")
        for kind in ["agenda", "minutes"] {
            for edition in ["public", "chair"] {
                try await season.does(
                    "pack", kind, "north-2019-04-30", "--edition", edition, "--format", "html", "--to", "packs")
                // The minutes have not been circulated.
                let name = "north-2019-04-30-\(kind)-\(edition)" + (kind == "minutes" ? "-draft" : "")
                let path = season.scratch.folder.appending(path: "packs/\(name).html")
                let text = try String(contentsOf: path, encoding: .utf8)
                for secret in ["Nine-month", "potoroo", "N-1"] { #expect(!text.contains(secret), "\(kind) \(edition)") }
            }
        }
        #expect(await season.refusal("pack", "letter", "N-1", "--format", "html").status == 1)
        // Nor do refusals tell of it.
        let told = await season.refusal("issue", "propose-completion", "N-1", "--as", "SENCO North")
        #expect(told.status == 77 && !told.said.contains("safeguarding"))
        #expect(try await season.does("status", "--json", "--on", "2019-05-02").contains(#""diversions":[{"by""#))
    }

    @Test func aWorryOnceRecordedIsNotTakenBack() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.does("issue", "rescreen", "N-1", "--safeguarding", "unsure", "--on", "2019-04-03")
        let refused = await season.refusal("undo", "--on", "2019-04-03")
        #expect(refused.status == 1 && refused.said.contains("not taken back"))
    }

    @Test func nobodyTakesAnotherAreasIssue() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.does("member", "add", "DCO South", "--seat", "south/dco", "--from", "2019-01-07")
        let refused = await season.refusal("issue", "edit", "N-1", "--area", "south", "--as", "DCO South")
        #expect(refused.status == 77 && refused.said.contains("of North"))
        // Whoever it belongs to hands it over.
        try await season.does("issue", "edit", "N-1", "--area", "south", "--on", "2019-04-03")
        #expect(await season.refusal("issue", "edit", "N-1", "--severity", "2", "--on", "2019-04-03").status == 77)
    }

    @Test func whatWasCorrectedIsNotReadInTheLogByMembers() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.does("issue", "edit", "N-1", "--summary", "A child waits", "--on", "2019-04-03")
        let members = try await season.does("log", "N-1", "--as", "SENCO North")
        #expect(!members.contains("Nine-month") && members.contains("A child waits"))
        #expect(try await season.does("log", "N-1").contains("Nine-month"))
    }

    @Test func anErasedPersonsDeedsArePassedToNobody() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.does("member", "add", "Old Admin <old@example.org>", "--seat", "north/dco-admin")
        try await season.does(
            "issue", "acknowledge", "N-1", "--method", "email", "--reply-by", "2019-04-10", "--as", "Old Admin", "--on",
            "2019-04-03")
        try await season.does("member", "leave", "Old Admin", "--seat", "north/dco-admin", "--to", "2019-07-31")
        let request = try await season.approved("erasure", "--person", "Old Admin", "--area", "north")
        try await season.does("member", "erase", request, "--yes", "--as", "Information Officer")
        try await season.does("member", "add", "Newcomer <new@example.org>", "--seat", "south/viewer")
        let log = try await season.does("log", "N-1")
        #expect(log.contains("(erased)") && !log.contains("Newcomer"))
    }

    @Test func whoeverMadeTheRegisterCanBeRenamedAndActsOn() async throws {
        let season = try await Season()
        try await season.does("member", "edit", "DCO North", "--name", "DCO of the North")
        #expect(try await season.does("member", "list").contains("DCO of the North"))
        let config = try String(
            contentsOf: season.scratch.folder.appending(path: ".lap/config.yaml"), encoding: .utf8)
        #expect(!config.contains("North"))
    }

    @Test func whoScreenedUnsureStaysOnRecordWhoeverDiverts_R1() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.does(
            "issue", "rescreen", "N-1", "--safeguarding", "unsure", "--as", "Deputy DCO North", "--on", "2019-04-02")
        try await season.does(
            "issue", "divert", "N-1", "--destination", "childrens-services", "--external-reference", "CS-1", "--on",
            "2019-04-03")
        let shown = try await season.does("show", "N-1")
        #expect(shown.contains(/Safeguarding screen +Unsure/) && shown.contains(/Screened by +Deputy DCO North/))
        #expect(shown.contains(/Screened on +2019-04-02/))
        #expect(try await season.does("log", "N-1").contains(/2019-04-03.*divert.*DCO North/))
    }
}
