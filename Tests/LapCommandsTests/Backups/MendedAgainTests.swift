import Foundation
import Testing

@testable import LapCommands

/// Words that were taken out of a text are taken out again of an older backup that is restored.
@Suite("Restoring what was redacted since")
struct MendedAgainTests {
    private func prepared() async throws -> Season {
        var season = try await Season()
        season.environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""]
        try await season.does(
            "member", "add", "Information Officer", "--seat", "board/information-officer", "--on", "2019-01-07")
        try await season.raise("--summary", "The Lorikeets wait for a Maple place, as do 5 others")
        return season
    }

    private func redact(_ words: String, in item: String = "N-1", _ season: Season) async throws {
        try await season.does(
            "redact", item, "--words", words, "--because", "named", "--yes", "--as", "Information Officer")
    }

    private func holds(_ words: String, _ folder: String, _ season: Season) throws -> Bool {
        let file = season.scratch.folder.appending(path: "\(folder)/.lap/register.sqlite")
        return try Data(contentsOf: file).range(of: Data(words.utf8)) != nil
    }

    @Test func anIssuedPaperThatWordsWereTakenOutOfDoesNotComeBack() async throws {
        let season = try await prepared()
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        try await season.does("pack", "agenda", "north-2019-04-30", "--format", "html", "--on", "2019-04-10")
        try await season.does("backup", "monday")
        try await redact("Lorikeets", season)
        try await season.does("backup", "tuesday")
        let said = try await season.does("restore", "monday", "again")
        #expect(said.contains("north-2019-04-30-agenda-public.html"), "\(said)")
        #expect(try await season.does("fsck", "--register", "again").hasPrefix("Sound: "))
        let verified = try await season.does("pack", "verify", "packs", "--register", "again")
        #expect(verified.contains("destroy this copy"), "\(verified)")
    }

    @Test func theFormThatWasLeftIsThereAgain() async throws {
        let season = try await prepared()
        try await season.does("backup", "monday")
        try await redact("Lorikeets", season)
        try await redact("Maple place", season)
        let left = "The [removed] wait for a [removed], as do 5 others"
        #expect(try await season.does("show", "N-1").contains(left))
        try await season.does("backup", "tuesday")
        let list = try String(
            contentsOf: season.scratch.folder.appending(path: "tuesday.erasures.jsonl"), encoding: .utf8)
        #expect(!list.contains("Lorikeet") && !list.contains("wait") && list.contains(#""cuts":"1""#), "\(list)")
        let said = try await season.does("restore", "monday", "again")
        #expect(said.contains("The same words were taken out again:\n  N-1, summary\n"), "\(said)")
        #expect(try await season.does("show", "N-1", "--register", "again").contains(left))
        #expect(try !holds("Lorikeets", "again", season) && !holds("Maple place", "again", season))
        #expect(try await season.does("fsck", "--register", "again").hasPrefix("Sound: "))
        #expect(try await !season.does("search", "Lorikeets", "--register", "again").contains("N-1"))
        // A list of the restored one knows both cuts as one.
        try await season.does("backup", "wednesday", "--register", "again")
        try FileManager.default.removeItem(at: season.scratch.folder.appending(path: "tuesday.erasures.jsonl"))
        try await season.does("restore", "monday", "third", "--erasures", "wednesday.erasures.jsonl")
        #expect(try await season.does("show", "N-1", "--register", "third").contains(left))
    }

    @Test func whatNothingWasLeftOfIsGoneAndNamed() async throws {
        let season = try await prepared()
        try await season.does("backup", "monday")
        try await season.does("issue", "edit", "N-1", "--summary", "Another wording for Lorikeets")
        try await redact("Lorikeets", season)
        try await season.does("backup", "tuesday")
        let said = try await season.does("restore", "monday", "again")
        #expect(said.contains("Gone as a whole") && said.contains("\n  N-1, summary\n"), "\(said)")
        #expect(try !holds("Lorikeets", "again", season))
        #expect(try await season.does("fsck", "--register", "again").hasPrefix("Sound: "))
    }

    @Test func aListFoundLaterMendsToo() async throws {
        let season = try await prepared()
        try await season.does("backup", "monday")
        try await redact("Lorikeets", season)
        try await season.does("backup", "tuesday")
        let list = season.scratch.folder.appending(path: "tuesday.erasures.jsonl")
        let found = season.scratch.folder.appending(path: "found.jsonl")
        try FileManager.default.moveItem(at: list, to: found)
        try await season.does("restore", "monday", "again")
        #expect(try holds("Lorikeets", "again", season))
        let said = try await season.does("erasures", "found.jsonl", "--register", "again")
        #expect(said.contains("taken out again:\n  N-1, summary"), "\(said)")
        #expect(try !holds("Lorikeets", "again", season))
        #expect(
            try await season.does("show", "N-1", "--register", "again").contains("The [removed] wait for a Maple place")
        )
    }

    @Test func whatWasErasedAfterwardsStaysErased() async throws {
        let season = try await prepared()
        try await season.does("backup", "monday")
        try await redact("Lorikeets", season)
        try await season.divert("N-1")
        try await season.does("backup", "tuesday")
        let said = try await season.does("restore", "monday", "again")
        #expect(said.contains("Gone as a whole"), "\(said)")
        #expect(try !holds("Lorikeets", "again", season) && !holds("Maple place", "again", season))
    }

    @Test func aLinkIsNotBackedUpToBeRefusedWhenItIsNeeded() async throws {
        let season = try await prepared()
        let files = FileManager.default
        let opened = season.scratch.folder.appending(path: ".lap/opened")
        let log = try #require(try files.contentsOfDirectory(atPath: opened.path).first)
        try files.removeItem(at: opened.appending(path: log))
        try files.createSymbolicLink(atPath: opened.appending(path: log).path, withDestinationPath: "/dev/null")
        let refused = await season.refusal("backup", "monday")
        #expect(refused.status == 78 && refused.said.contains(".lap/opened/\(log) is a link"), "\(refused.said)")
        #expect(!files.fileExists(atPath: season.scratch.folder.appending(path: "monday").path))
    }

    /// A manifest is anybody's to write, and is printed.
    @Test func aManifestThatWouldSpeakToTheTerminalIsNone() async throws {
        let season = try await prepared()
        try await season.does("backup", "monday")
        let place = season.scratch.folder.appending(path: "monday.json")
        let text = try String(contentsOf: place, encoding: .utf8)
        try text.replacing(/"made" : "2019/, with: #""made" : "\u001b[2J2019"#).write(
            to: place, atomically: false, encoding: .utf8)
        let refused = await season.refusal("restore", "monday", "again")
        #expect(refused.status == 66 && !refused.said.contains("\u{1b}"), "\(refused)")
    }

    @Test func aBackupIsHeldAgainstAPrintedHead() async throws {
        let season = try await prepared()
        func head() async throws -> String {
            let line = try await season.does("fsck").split(separator: "\n").first { $0.hasPrefix("Head: ") }
            return try String(#require(line).dropFirst("Head: ".count))
        }
        let early = try await head()
        try await season.does("backup", "monday")
        let monday = try await head()
        try await season.raise()
        let later = try await head()
        let refused = await season.refusal("restore", "monday", "again", "--against", later)
        #expect(refused.status == 70 && refused.said.contains("the head that was given names"), "\(refused.said)")
        #expect(refused.said.contains("look for a later backup"))
        #expect(!FileManager.default.fileExists(atPath: season.scratch.folder.appending(path: "again").path))
        let mistyped = await season.refusal("restore", "monday", "again", "--against", "yesterday")
        #expect(mistyped.status == 65)
        let held = try await season.does("restore", "monday", "again", "--against", early)
        #expect(held.contains("The backup holds \(early). The head of the backup: \(monday)\n"), "\(held)")
        let now = try await season.does("fsck", "--register", "again").split(separator: "\n").first {
            $0.hasPrefix("Head: ")
        }
        #expect(try held.contains("The head of the register, with this restoring: \(#require(now).dropFirst(6))\n"))
        let plain = try await season.does("restore", "monday", "other")
        #expect(plain.contains("The head of the backup: \(monday).") && plain.contains("--against"), "\(plain)")
    }
}
