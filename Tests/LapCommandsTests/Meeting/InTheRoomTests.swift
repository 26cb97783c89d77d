import Foundation
import Testing

@testable import LapCommands

/// Who was in the room for what, who was in attendance, and what that means for each item.
struct InTheRoomTests {
    private let april = "north-2019-04-30"

    private func published() async throws -> Season {
        let season = try await Season()
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-04-03")
        for title in ["Posts", "Routes"] {
            try await season.does("agenda", "add", april, "--under", "11", "--title", title, "--on", "2019-04-04")
        }
        try await season.does("agenda", "build", april, "--on", "2019-04-05")
        try await season.does("meeting", "publish", april, "--on", "2019-04-10")
        return season
    }

    private func attend(_ season: Season, _ words: String...) async -> (status: Int32, said: String) {
        let ran = await season.scratch.run(["meeting", "attend", april, "--on", "2019-04-30"] + words)
        return (ran.status, ran.output + ran.complaints)
    }

    private func resolve(_ season: Season, _ item: String, _ own: String...) async throws -> String {
        try await season.does(["minutes", "resolve", april, item, "--that", "it be noted", "--on", "2019-04-30"] + own)
    }

    @Test func apologiesComeAheadOfTheDayAndTheMeetingStaysAhead() async throws {
        let season = try await published()
        let said = try await season.does(
            "meeting", "attend", april, "--apologies", "Health North", "--on", "2019-04-12")
        #expect(said.contains("apologies are recorded") && !said.contains("not quorate"))
        let early = await season.refusal("meeting", "attend", april, "--present", "Health North", "--on", "2019-04-12")
        #expect(early.status == 65)
        // Nothing takes it for a meeting that was held: its agenda is still notice of one.
        #expect(await season.refusal("pack", "minutes", april, "--on", "2019-04-12").status == 1)
        try await season.does("pack", "agenda", april, "--format", "html", "--to", "packs", "--on", "2019-04-12")
        let shown = try await season.does("meeting", "show", april)
        #expect(shown.contains("apologies   Health North") && !shown.contains("not quorate"))
        try await season.attend(without: "Health North")
        #expect(try await season.does("meeting", "show", april).contains("not quorate; missing health"))
        #expect(try await season.does("fsck").contains("Sound"))
    }

    @Test func whoIsNotThereForAnItemNeitherVotesNorCountsForItsQuorum() async throws {
        let season = try await published()
        try await season.attend()
        #expect(await attend(season, "--left", "Parent Rep North=11.2").status == 0)
        #expect(try await !resolve(season, "11.1").contains("provisional"))
        #expect(try await resolve(season, "11.2").contains("It is provisional."))
        let refused = await season.refusal(
            "minutes", "resolve", april, "11.2", "--that", "x", "--for", "5", "--against", "0", "--on", "2019-04-30")
        #expect(refused.said.contains("the 4 members"))
        // A correction is on record, and holds the decisions against who was there.
        #expect(await attend(season, "--present", "Parent Rep North").status == 0)
        #expect(try await !season.does("decision", "list", april, "--json=ref,provisional").contains("true"))
        #expect(await attend(season, "--arrived", "Health North=11.2").status == 0)
        #expect(try await season.does("decision", "list", april, "--json=ref,provisional").contains("true"))
        #expect(try await season.does("log", "--limit", "9", "--json=command").contains("\"attend\""))
        for words in [
            ["--arrived", "Health North=99"], ["--left", "Board Chair=8"], ["--left", "Health North=11.1"],
        ] {
            #expect(await season.scratch.run(["meeting", "attend", april, "--on", "2019-04-30"] + words).status != 0)
        }
    }

    @Test func guestsAdvisersAndTheMinuteTakerAreInAttendanceAndCountForNothing() async throws {
        let season = try await published()
        try await season.attend()
        let before = try await season.does("meeting", "show", april, "--json=attendance")
        #expect(
            await attend(
                season, "--guest", "Director of Social Care", "--adviser", "Board Parent Rep", "--minute-taker",
                "Board Secretary"
            ).status == 0)
        #expect(try await season.does("meeting", "show", april, "--json=attendance") != before)
        let member = await attend(season, "--guest", "Health North")
        #expect(member.status == 65 && member.said.contains("no guest there"))
        let refused = await season.refusal(
            "minutes", "resolve", april, "11.1", "--that", "x", "--for", "6", "--against", "0", "--on", "2019-04-30")
        #expect(refused.said.contains("the 5 members"))
        try await season.does("minutes", "record", april, "1", "--discussed", "Welcome", "--on", "2019-04-30")
        for (edition, isNamed) in [("public", false), ("members", true)] {
            try await season.does(
                "pack", "minutes", april, "--edition", edition, "--format", "html", "--to", "packs", "--on",
                "2019-05-01")
            let text = try String(
                contentsOf: season.scratch.folder.appending(path: "packs/\(april)-minutes-\(edition)-draft.html"),
                encoding: .utf8)
            #expect(text.contains("In attendance, without being members"))
            #expect(text.contains("Minute-taker") && text.contains("Adviser") && text.contains("Guest"))
            #expect(text.contains("Board Secretary") == isNamed)
            #expect(text.contains("5 of 5 filled seats") || text.contains("of 6 filled seats"), "\(edition)")
        }
    }

    @Test func whoHoldsNoSeatIsTakenForNoMemberAndThatIsSaid() async throws {
        let season = try await published()
        try await season.does("member", "add", "Viewer North", "--seat", "north/viewer", "--from", "2019-01-07")
        try await season.attend()
        let said = await attend(season, "--present", "Director of Social Care", "--present", "Viewer North")
        #expect(said.status == 0)
        #expect(said.said.contains("Director of Social Care holds no seat there, and is in attendance"), "\(said)")
        #expect(try await season.does("meeting", "show", april).contains("Director of Social Care, guest"))
        try await season.does("minutes", "record", april, "1", "--discussed", "Welcome", "--on", "2019-04-30")
        for edition in ["public", "members"] {
            let text = try await season.page("minutes", april, "--edition", edition, "--on", "2019-05-01")
            let parts = text.components(separatedBy: "In attendance, without being members")
            #expect(parts.count == 2, "\(edition)")
            #expect(!parts[0].contains("Guest") && parts[1].contains("Guest"), "\(edition): \(text)")
            #expect(parts[0].localizedCaseInsensitiveContains("viewer") == false, "\(edition): \(text)")
            #expect(parts[1].localizedCaseInsensitiveContains("viewer"), "\(edition): \(text)")
            #expect(!parts[0].contains("Director of Social Care"), "\(edition)")
            #expect(parts[1].contains("Director of Social Care") == (edition == "members"), "\(edition)")
        }
    }

    @Test func onlineCountsAsTheTermsOfTheBodySay() async throws {
        let season = try await published()
        try await season.attend()
        #expect(await attend(season, "--online", "Parent Rep North").status == 0)
        #expect(try await !resolve(season, "11.1").contains("provisional"))
        let profile = season.scratch.folder.appending(path: "profile")
        try FileManager.default.copyItem(at: Scratch.checkout.appending(path: "Data/lancashire"), to: profile)
        let bodies = profile.appending(path: "bodies.yaml")
        try String(contentsOf: bodies, encoding: .utf8).replacing(
            "    area: north\n", with: "    area: north\n    online-counts: no\n"
        ).write(to: bodies, atomically: true, encoding: .utf8)
        let other = try await Season(profile: profile)
        try await other.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-04-03")
        try await other.does("agenda", "build", april, "--on", "2019-04-05")
        try await other.does("meeting", "publish", april, "--on", "2019-04-10")
        try await other.attend()
        #expect(await attend(other, "--online", "Parent Rep North").said.contains("non-compliant"))
    }
}
