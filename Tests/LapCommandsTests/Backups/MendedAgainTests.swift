import Foundation
import Ledger
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
        #expect(said.contains("taken out again:"), "\(said)")
        #expect(said.contains("north-2019-04-30-agenda-public.html"), "\(said)")
        #expect(!said.contains("Gone as a whole"), "\(said)")
        #expect(try await season.does("fsck", "--register", "again").hasPrefix("Sound: "))
        #expect(try !holds("Lorikeets", "again", season))
        // It is the very paper that was left, whatever is on record today.
        func model(_ folder: String) async throws -> String {
            let exported = try await season.does(
                "export", "-", "--register", folder, "--as", "Information Officer")
            let row = exported.split(separator: "\n").first { $0.contains(#""table":"issued"}"#) }
            return try String(#require(row?.firstMatch(of: /"model":"([0-9a-f]{64})"/)).1)
        }
        #expect(try await model("again") == model("."))
        let verified = try await season.does("pack", "verify", "packs", "--register", "again")
        #expect(verified.contains("destroy this copy"), "\(verified)")
    }

    /// A register that was restored before has two histories, and two lists: both tell what has to go.
    @Test func whatTwoHistoriesErasedIsErasedAgain() async throws {
        let season = try await prepared()
        try await season.raise("--contact", "wombat@example.org")
        try await season.does("backup", "monday")
        try await season.does("restore", "monday", "second")
        try await season.divert("N-1")
        try await season.does("backup", "tuesday")
        try await season.does(
            "issue", "divert", "N-2", "--destination", "childrens-services", "--external-reference", "CS-1",
            "--register", "second")
        try await season.does("backup", "wednesday", "--register", "second")
        try await season.does("backup", "thursday", "--register", "second")
        let said = try await season.does("restore", "monday", "third")
        #expect(said.contains("the lists are of 2019-08-01 and 2019-08-01"), "\(said)")
        for words in ["quokka@example.org", "wombat@example.org"] { #expect(try !holds(words, "third", season)) }
        #expect(try await season.does("fsck", "--register", "third").hasPrefix("Sound: "))
    }

    /// Each took other words out of one text: neither form may come back.
    @Test func whatTwoHistoriesMendedOtherwiseIsGone() async throws {
        let season = try await prepared()
        try await season.does("backup", "monday")
        try await season.does("restore", "monday", "second")
        try await redact("Lorikeets", season)
        try await season.does("backup", "tuesday")
        try await season.does(
            "redact", "N-1", "--words", "Maple place", "--because", "named", "--yes", "--register", "second", "--as",
            "Information Officer")
        try await season.does("backup", "wednesday", "--register", "second")
        let said = try await season.does("restore", "monday", "third")
        #expect(said.contains("Gone as a whole") && said.contains("\n  N-1, summary\n"), "\(said)")
        for words in ["Lorikeets", "Maple place"] { #expect(try !holds(words, "third", season)) }
        #expect(try await season.does("fsck", "--register", "third").hasPrefix("Sound: "))
    }

    /// The same list twice, and the one that went on from it.
    @Test func aListThatGoesOnTakesOutWhatIsLeftToGo() async throws {
        let season = try await prepared()
        try await season.does("backup", "monday")
        try await redact("Lorikeets", season)
        try await season.does("backup", "tuesday")
        try await season.does("restore", "monday", "again")
        try await redact("Maple place", season)
        try await season.does("backup", "wednesday")
        for list in ["tuesday", "wednesday", "wednesday"] {
            try await season.does("erasures", "\(list).erasures.jsonl", "--register", "again")
        }
        let left = "The [removed] wait for a [removed], as do 5 others"
        #expect(try await season.does("show", "N-1", "--register", "again").contains(left))
        #expect(try !holds("Maple place", "again", season))
    }

    /// A second configuration in a backup would be the one that counts.
    @Test func aBackupWithTwoFilesOfOneNameIsNone() async throws {
        let season = try await prepared()
        let told = try await season.does("backup", "monday")
        #expect(told.contains("not encrypted"))
        #expect(
            try await season.does("restore", "monday", "plain").contains("In force from the backup's config.yaml"))
        try season.scratch.write("user: Parent Rep North\n", to: "config.yaml")
        let tar = Process()
        tar.executableURL = URL(filePath: "/usr/bin/env")
        tar.currentDirectoryURL = season.scratch.folder
        tar.arguments = ["tar", "-rf", "monday", "config.yaml"]
        try tar.run()
        tar.waitUntilExit()
        let bytes = try Data(contentsOf: season.scratch.folder.appending(path: "monday"))
        let place = season.scratch.folder.appending(path: "monday.json")
        let text = try String(contentsOf: place, encoding: .utf8).replacing(
            /"digest" : "[0-9a-f]*"/, with: #""digest" : "\#(Hash.of(bytes: bytes))""#
        ).replacing(/"size" : [0-9]*/, with: #""size" : \#(bytes.count)"#)
        try text.write(to: place, atomically: false, encoding: .utf8)
        #expect(await season.refusal("restore", "monday", "again").status == 65)
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
