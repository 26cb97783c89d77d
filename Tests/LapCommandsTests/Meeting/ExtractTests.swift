import Foundation
import Testing

@testable import LapCommands

/// One item's minutes on a paper of their own, and what a body publishes before its minutes are agreed.
struct ExtractTests {
    private let april = "north-2019-04-30"

    /// N-2 was taken in public as 8.1 and gave rise to A-1; N-1 in private as 16.1.
    ///
    /// - Parameter settings: what the profile says of the North LAP besides.
    private func season(_ settings: String? = nil) async throws -> Season {
        var season = try await Season()
        if let settings {
            let profile = season.scratch.folder.appending(path: "profile")
            try FileManager.default.copyItem(at: Scratch.checkout.appending(path: "Data/lancashire"), to: profile)
            let bodies = profile.appending(path: "bodies.yaml")
            try String(contentsOf: bodies, encoding: .utf8).replacing(
                "    area: north\n", with: "    area: north\n    \(settings)\n"
            ).write(to: bodies, atomically: true, encoding: .utf8)
            season = try await Season(profile: profile)
        }
        try await season.raise()
        try await season.raise("--summary", "No escort on a long ride", "--theme", "transport")
        for issue in ["N-1", "N-2"] { try await season.accept(issue) }
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-04-03")
        try await season.does(
            "issue", "schedule", "N-1", "--meeting", april, "--private", "--private-because", "One family", "--on",
            "2019-04-03")
        try await season.does("issue", "schedule", "N-2", "--meeting", april, "--on", "2019-04-03")
        try await season.does("agenda", "build", april, "--on", "2019-04-03")
        try await season.does("meeting", "publish", april, "--on", "2019-04-10")
        try await season.attend()
        try await season.does(
            "minutes", "edit", april, "--file", "-", "--on", "2019-04-30",
            input:
                "== 1\nThe wombat welcomed all\n\n== 8.1\nThe bandicoot bus was late\n\n== 16.1\nThe potoroo home was named\n"
        )
        try await season.does(
            "issue", "assign", "N-2", "--owner", "Social Care North", "--agency", "Social care", "--due", "2019-06-14",
            "--measure", "A date", "--action", "Write to the operator", "--on", "2019-04-30")
        return season
    }

    private func page(_ season: Season, _ name: String, _ words: String...) async throws -> String {
        try await season.does(
            ["pack", "minutes", april, "--format", "html", "--to", "packs", "--on", "2019-05-02"] + words)
        return try String(
            contentsOf: season.scratch.folder.appending(path: "packs/\(april)-minutes-\(name).html"), encoding: .utf8)
    }

    private func circulate(_ season: Season) async throws {
        try await conclude(season)
        try await season.does("meeting", "circulate-minutes", april, "--on", "2019-05-02")
    }

    private func conclude(_ season: Season) async throws {
        try await season.does(
            "issue", "note", "N-1", "--noted-as", "answered", "--outcome", "Answered", "--on", "2019-04-30")
        for event in ["conclude", "draft-minutes"] {
            try await season.does("meeting", event, april, "--on", "2019-05-02")
        }
    }

    @Test func aPrivateItemIsInNoExtractForThePublicOrForMembersWhoMayNotReadIt() async throws {
        let season = try await season()
        for (item, edition) in [("16.1", "public"), ("16", "public"), ("16.1", "members")] {
            let refused = await season.refusal(
                "pack", "minutes", april, "--item", item, "--edition", edition, "--to", "packs", "--format", "html")
            #expect(
                refused.status == 1 && refused.said.contains("is not printed in the \(edition) edition"), "\(refused)")
            #expect(!refused.said.contains("potoroo"))
        }
        let chair = try await page(season, "16-1-chair-draft", "--item", "16.1", "--edition", "chair")
        #expect(chair.contains("potoroo") && !chair.contains("bandicoot"))
        let restricted = try await page(season, "16-1-restricted-draft", "--item", "16.1", "--edition", "restricted")
        #expect(restricted.contains("potoroo") && !restricted.contains("wombat"))
    }

    @Test func anExtractHoldsOneItemWithItsDecisionsAndActions() async throws {
        let season = try await season()
        let text = try await page(season, "8-1-public-draft", "--item", "8.1")
        for said in [
            "Extract from the minutes", "bandicoot", "Resolved:", "A-1", "Write to the operator", "Signed, chair",
        ] {
            #expect(text.contains(said), "\(said)")
        }
        #expect(!text.contains("wombat") && !text.contains("potoroo"))
        #expect(await season.refusal("pack", "minutes", april, "--item", "8.9").status == 66)
    }

    @Test func anExtractIsSearchedIssuedAndRecalledOnItsOwn() async throws {
        let season = try await season()
        try await season.does(
            "minutes", "record", april, "2", "--discussed", "Ring 01632 960123 about it", "--on", "2019-04-30")
        let refused = await season.refusal(
            "pack", "minutes", april, "--item", "2", "--format", "html", "--to", "packs", "--on", "2019-05-02")
        #expect(refused.status == 1)
        // What another item says does not stop it.
        _ = try await page(season, "8-1-public-draft", "--item", "8.1")
        try await conclude(season)
        let early = await season.refusal("meeting", "circulate-minutes", april, "--on", "2019-05-02")
        #expect(early.status == 1 && early.said.contains("No public paper could be made of these minutes"), "\(early)")
        #expect(early.said.contains("lap minutes record") && !early.said.contains("960123"), "\(early)")
        try await season.does("minutes", "record", april, "2", "--discussed", "Ring us", "--on", "2019-05-02")
        try await season.does("meeting", "circulate-minutes", april, "--on", "2019-05-02")
        _ = try await page(season, "8-1-public", "--item", "8.1")
        let issued = try await season.does("pack", "issued", april, "--json")
        #expect(issued.contains(#""part":"8.1""#))
        try await season.does(
            "pack", "recall", "packs/\(april)-minutes-8-1-public.html", "--because", "Sent too early", "--on",
            "2019-05-03")
        let status = try await season.does("status", "--on", "2019-05-03")
        #expect(status.contains("\(april)-minutes-8-1-public"))
        #expect(try await season.does("fsck").contains("Sound"))
    }

    @Test func aBodyThatPublishesOnlyWhatIsAgreedHasNoPublicEditionBefore() async throws {
        let season = try await season("publishes: agreed")
        for _ in 0..<2 {
            for own in [[], ["--item", "8.1"]] {
                let ran = await season.scratch.run(
                    ["pack", "minutes", april, "--format", "html", "--to", "packs", "--on", "2019-05-02"] + own)
                #expect(ran.status == 1 && ran.complaints.contains("publishes its minutes once they are agreed"))
            }
            if try await season.does("meeting", "show", april).contains("Held") { try await circulate(season) }
        }
        #expect(try await page(season, "members", "--edition", "members").contains("bandicoot"))
    }

    @Test func aBodyThatPublishesASummaryPrintsWhatWasDecidedAndNotWhatWasSaid() async throws {
        let season = try await season("publishes: summary\n    officer: ombudsman")
        try await circulate(season)
        let text = try await page(season, "public")
        #expect(!text.contains("bandicoot") && text.contains("Resolved:") && text.contains("Write to the operator"))
        #expect(text.contains("What was said is published once the minutes are agreed"))
        #expect(text.contains("Officer to contact") && text.contains("0300 061 0614"))
        #expect(try await page(season, "members", "--edition", "members").contains("bandicoot"))
    }
}
