import Foundation
import Testing

@testable import LapCommands

/// What was put right in minutes about something that may be in no paper any more is in none either (R1, R10).
struct CorrectionsLeftOutTests {
    private let april = "north-2019-04-30"
    private let june = "north-2019-06-18"
    private let lines = [
        "Item 8.1: the nurse saw a bandicoot.", "Item 2: nothing was declared by the wombat.", "The wallaby came late.",
    ]

    /// April's minutes, with N-1 under 8.1, agreed with two corrections at a meeting in June.
    private func agreed() async throws -> Season {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        try await season.attend()
        for words in [
            ["minutes", "record", april, "8.1", "--discussed", "The nurse was heard", "--on", "2019-04-30"],
            [
                "issue", "assign", "N-1", "--owner", "SENCO North", "--agency", "Council", "--due", "2019-06-30",
                "--measure", "Waits fall", "--action", "Write to the operator", "--on", "2019-04-30",
            ],
            ["meeting", "conclude", april, "--on", "2019-04-30"],
            ["meeting", "draft-minutes", april, "--on", "2019-05-01"],
            ["meeting", "circulate-minutes", april, "--on", "2019-05-01"],
            ["meeting", "schedule", "north", "--date", "2019-06-18", "--on", "2019-05-03"],
            ["agenda", "build", june, "--on", "2019-06-04"], ["meeting", "publish", june, "--on", "2019-06-04"],
        ] {
            try await season.does(words)
        }
        try await season.attend(june)
        // What was undone is kept too.
        for corrections in ["Item 8.1: the nurse saw a potoroo.", lines.joined(separator: "\n")] {
            try await season.does(
                "meeting", "agree-minutes", april, "--agreed-at", june, "--corrections", corrections, "--on",
                "2019-06-18")
            if !corrections.contains("wombat") { try await season.does("undo") }
        }
        return season
    }

    private func page(_ season: Season, _ meeting: String, _ edition: String, _ own: [String] = []) async throws
        -> String
    {
        try await season.does(
            [
                "pack", "minutes", meeting, "--format", "html", "--edition", edition, "--to", "packs", "--on",
                "2019-06-19",
            ]
                + own)
        let file = "\(meeting)-minutes-\(edition)\(own.isEmpty ? "" : "-draft").html"
        return try String(contentsOf: season.scratch.folder.appending(path: "packs/\(file)"), encoding: .utf8)
    }

    @Test(arguments: [
        ["withdraw-consent", "N-1"],
        ["divert", "N-1", "--destination", "childrens-services", "--external-reference", "M-7", "--yes"],
    ])
    func whatMayTellOfItIsInNoPaper(words: [String]) async throws {
        let season = try await agreed()
        for edition in ["public", "restricted"] {
            #expect(try await page(season, april, edition).contains("bandicoot"), "\(edition)")
        }
        try await season.does(["issue"] + words + ["--on", "2019-06-19"])
        for edition in ["public", "members", "restricted"] {
            let text = try await page(season, april, edition)
            // What does not say what it is about may be about that.
            #expect(!text.contains("bandicoot") && !text.contains("wallaby") && text.contains("wombat"), "\(edition)")
            #expect(text.contains("What was put right is not printed where"), "\(edition)")
        }
        if words[0] == "divert" {
            // No narrative remains (R1).
            let kept = try String(decoding: season.scratch.bytes(), as: UTF8.self)
            #expect(!kept.contains("bandicoot") && !kept.contains("potoroo") && kept.contains("wombat"))
            #expect(try await season.does("fsck").hasPrefix("Sound"))
        }
        let next = try await page(season, june, "public", ["--draft"])
        #expect(!next.contains("bandicoot") && next.contains("wombat"))
    }
}
