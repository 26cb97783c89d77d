import Foundation
import Testing

@testable import LapCommands

/// Minutes are found by those who may read them there.
struct SearchTests {
    private func minuted(_ options: String...) async throws -> Season {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.does(
            "meeting", "schedule", "north", "--date", "2019-04-30", "--time", "10:00", "--on", "2019-04-03")
        try await season.does(
            ["issue", "schedule", "N-1", "--meeting", "north-2019-04-30", "--on", "2019-04-03"] + options)
        try await season.does("agenda", "build", "north-2019-04-30", "--on", "2019-04-03")
        let agenda = try await season.does("agenda", "show", "north-2019-04-30", "--json")
        try await season.does("meeting", "publish", "north-2019-04-30", "--on", "2019-04-10")
        try await season.attend()
        let lines = try #require(try JSONSerialization.jsonObject(with: Data(agenda.utf8)) as? [[String: Any]])
        let number = try #require(lines.first { $0["issue"] as? String == "N-1" }?["number"] as? String)
        for text in ["The numbat was spoken of", "The potoroo was spoken of"] {
            try await season.does(
                "minutes", "record", "north-2019-04-30", number, "--discussed", text, "--on", "2019-04-30")
        }
        return season
    }

    @Test func whatWasMinutedIsFoundByItsBody() async throws {
        let season = try await minuted()
        let found = try await season.does("search", "potoroo", "--as", "SENCO North")
        #expect(found.contains("north-2019-04-30") && found.contains("Minutes, 8.1"), "\(found)")
        // What was replaced is not, and what was undone comes back.
        #expect(try await season.does("search", "numbat").isEmpty)
        try await season.does("undo")
        #expect(try await season.does("search", "numbat").contains("north-2019-04-30"))
        #expect(try await season.does("search", "potoroo").isEmpty)
        #expect(try await season.does("search", "numbat", "--as", "Board Secretary").isEmpty)
        try await season.does("issue", "rescreen", "N-1", "--safeguarding", "unsure", "--on", "2019-05-02")
        #expect(try await season.does("search", "numbat", "--as", "SENCO North").isEmpty)
        #expect(try await season.does("search", "numbat").contains("north-2019-04-30"))
    }

    @Test func whatWasMinutedInPrivateIsFoundByThoseWhomItConcerns() async throws {
        let season = try await minuted("--private", "yes", "--private-because", "One family could be known")
        try await season.does("member", "add", "Viewer North", "--seat", "north/viewer")
        #expect(try await season.does("search", "potoroo").contains("north-2019-04-30"))
        #expect(try await season.does("search", "potoroo", "--as", "Viewer North").isEmpty)
    }
}
