import Foundation
import Testing

@testable import LapCommands

/// An issue that is put into another area: what its first LAP took in private stays that LAP's, and it goes on in the other.
struct MovedIssueTests {
    private func season(private reason: [String] = []) async throws -> Season {
        let season = try await Season()
        for (name, seat) in [
            ("DCO East", "east/dco"), ("Chair East", "east/chair"), ("SENCO East", "east/education"),
            ("Parent East", "east/parent-rep"),
        ] {
            try await season.does("member", "add", name, "--seat", seat, "--from", "2019-01-07", "--on", "2019-01-07")
        }
        try await season.raise()
        try await season.accept("N-1")
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-04-03")
        try await season.does(
            ["issue", "schedule", "N-1", "--meeting", "north-2019-04-30", "--on", "2019-04-03"] + reason)
        try await season.does("agenda", "build", "north-2019-04-30", "--on", "2019-04-03")
        try await season.does("meeting", "publish", "north-2019-04-30", "--on", "2019-04-10")
        try await season.attend()
        try await season.does(
            "issue", "assign", "N-1", "--owner", "Social Care North", "--agency", "Social care", "--due", "2019-06-14",
            "--measure", "A date",
            "--action", "Write to the potoroo provider", "--on", "2019-04-30")
        try await season.does("issue", "edit", "N-1", "--area", "east", "--on", "2019-05-02")
        return season
    }

    @Test func whatWasTakenInPrivateStaysWithTheLAPThatTookIt() async throws {
        let season = try await season(private: ["--private", "--private-because", "A provider is named"])
        for name in ["SENCO East", "Parent East", "Chair East"] {
            var said = ""
            for door in [
                ["issue", "show", "N-1"], ["issue", "show", "N-1", "--json"], ["log", "N-1"], ["search", "potoroo"],
                ["search", "provider"], ["action", "list"], ["decision", "list", "N-1"], ["action", "show", "A-1"],
            ] {
                let ran = await season.scratch.run(door + ["--as", name])
                said += ran.output
            }
            #expect(!said.contains("potoroo") && !said.contains("A provider is named"), "\(name): \(said)")
        }
        for name in ["SENCO North", "DCO East"] {
            let ran = await season.scratch.run("action", "show", "A-1", "--as", name)
            #expect(ran.output.contains("potoroo"), "\(name): \(ran.complaints)")
        }
    }

    @Test func itGoesOnInItsNewAreaAndItsActionIsBothLAPs() async throws {
        let season = try await season()
        #expect(try await season.does("action", "list", "--of", "N-1", "--as", "SENCO East").contains("potoroo"))
        try await season.does(
            "action", "propose-done", "A-1", "--evidence", "The letter", "--as", "Social Care North", "--on",
            "2019-06-20")
        try await season.does("action", "complete", "A-1", "--as", "Chair East", "--on", "2019-06-20")
        try await season.does(
            "meeting", "schedule", "east", "--date", "2019-07-10", "--as", "Chair East", "--on", "2019-06-20")
        try await season.does(
            "issue", "bring-back", "N-1", "--reason", "It is overdue", "--meeting", "east-2019-07-10", "--as",
            "DCO East", "--on", "2019-06-20")
        #expect(await season.scratch.run("fsck").status == 0)
        try await season.does("undo", "--as", "DCO East", "--on", "2019-06-20")
        #expect(await season.scratch.run("fsck").status == 0)
    }
}
